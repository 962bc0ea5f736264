import { z } from "zod";
import type { EmulatorControl } from "./emulator-control.ts";
import type { FollowedClock } from "./followed-clock.ts";

/** The emulator's clock, and the one of Galka that follows it. */
export type Clocks = { readonly control: EmulatorControl; readonly clock: FollowedClock };

/** Moves both clocks; whoever asks one of them afterwards hears where they stand. */
export async function moveClock({ control, clock }: Clocks, patch: object): Promise<void> {
  await control.patch("/clock", patch, z.unknown());
  await clock.follow();
}
