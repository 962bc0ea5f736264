/** An emulator of Meta's WhatsApp Cloud API, to be started from a test or a program. */
export { controlClient, ControlCallError, type ControlClient } from "./control/client.ts";
export { ControlKeyError } from "./control/control-key.ts";
export { DEMO } from "./demo.ts";
export { WorldDescriptionError } from "./description/read-description.ts";
export type { WorldDescription } from "./description/world-description.ts";
export { type Emulator, type EmulatorOptions, startEmulator } from "./start-emulator.ts";
export { SnapshotError } from "./snapshots/snapshot-file.ts";
export { NewerDataError } from "./store/sqlite.ts";
export type * from "./wire/control.ts";
export type * from "./wire/flow-requests.ts";
export type * from "./wire/number-desk.ts";
export type * from "./wire/sign-up.ts";
export type * from "./wire/feedback.ts";
export type * from "./wire/population.ts";
export type * from "./wire/script.ts";
export type * from "./wire/requests.ts";
