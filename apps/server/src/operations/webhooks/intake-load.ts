import {
  type HeardRate,
  NOTHING_HEARD,
  heard,
  heardPerSecond,
} from "@galka/core/channels/heard-rate";
import type { App } from "../../app.ts";

/** How many webhooks a second this process takes in at the moment. */
export type IntakeLoad = {
  note(count: number): void;
  perSecond(): number;
};

const loads = new WeakMap<App, IntakeLoad>();

/** The intake and the applier of one process share the machine, so the one must know of the other. */
export function intakeLoadOf(app: App): IntakeLoad {
  const known = loads.get(app);
  if (known) return known;
  let rate: HeardRate = NOTHING_HEARD;
  const load: IntakeLoad = {
    note: (count) => void (rate = heard(performance.now(), rate, count)),
    perSecond: () => heardPerSecond(performance.now(), rate),
  };
  loads.set(app, load);
  return load;
}

/** Above this the two compete for the processor. */
const BUSY_PER_SECOND = 1_000;
/** Longer than this nobody waits for what was said, whatever else comes in. */
const PATIENCE_MS = 20_000;

/**
 * How long to rest after a round of applying.
 *
 * Meta waits for an answer within a quarter of a second, people look after
 * seconds: while webhooks pour in, applying takes a fifth of the time, and it
 * catches up when they are fewer, or when what waits has waited long.
 */
export function restAfterRound(load: number, roundMs: number, oldestWaitsMs: number): number {
  if (load < BUSY_PER_SECOND) return 0;
  return oldestWaitsMs > PATIENCE_MS ? roundMs / 2 : roundMs * 4;
}
