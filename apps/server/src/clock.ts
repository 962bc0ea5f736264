/**
 * The business's time: windows, message times, what a person reads on the screen.
 *
 * Leases and heartbeats do not use it; they go by the database's own clock, so
 * that moving this one (the demo follows the emulator's) hands no number over.
 */
export interface Clock {
  now(): Date;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };
