/** An emulator of Meta's WhatsApp Cloud API, to be started from a test or a program. */
export { controlClient, ControlCallError, type ControlClient } from "./control/client.ts";
export { ControlKeyError } from "./control/control-key.ts";
export { DEMO } from "./demo.ts";
export { type Emulator, type EmulatorOptions, startEmulator } from "./start-emulator.ts";
export { NewerDataError } from "./store/sqlite.ts";
export type * from "./wire/control.ts";
export type * from "./wire/number-desk.ts";
export type * from "./wire/sign-up.ts";
export type * from "./wire/feedback.ts";
export type * from "./wire/requests.ts";
