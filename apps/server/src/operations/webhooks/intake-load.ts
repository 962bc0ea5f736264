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

/** As many as people write at a busy desk; above it most of what comes in is told of a campaign. */
const SAID_PER_SECOND = 100;

/** Whether what comes in is so much that whoever waits for an answer goes before it. */
export function isOfCampaigns(load: number): boolean {
  return load > SAID_PER_SECOND;
}

/** Above this the two compete for the processor. */
const BUSY_PER_SECOND = 1_000;
/** Longer than this nobody waits for what was said, whatever else comes in. */
const PATIENCE_MS = 20_000;

/** The most rest between two rounds, counted in rounds: less than a twelfth of the time is not applying any more. */
const MOST_REST = 11;

/**
 * How long to rest after a round of applying.
 *
 * Meta waits for an answer within a quarter of a second, people look after
 * seconds: the more webhooks pour in, the less of the time applying takes, and
 * it catches up when they are fewer, or when what waits has waited long.
 */
export function restAfterRound(load: number, roundMs: number, oldestWaitsMs: number): number {
  if (load < BUSY_PER_SECOND) return 0;
  if (oldestWaitsMs > PATIENCE_MS) return roundMs / 2;
  return roundMs * Math.min(MOST_REST, load / BUSY_PER_SECOND);
}
