import type { EmulatorClock } from "./clock.ts";
import type { EventHub } from "./control/event-hub.ts";
import type { Counters } from "./store/counters.ts";
import type { RequestLog } from "./requests/request-log.ts";
import type { App, Kinds, Settings } from "./store/kinds.ts";
import type { Database } from "./store/sqlite.ts";
import type { Members } from "./people/population/members.ts";
import type { PairRates } from "./store/limits/pair-rates.ts";
import type { ReachCounts } from "./store/limits/reached.ts";
import type { Throughput } from "./world/limits/throughput.ts";

/** Everything that a step of the emulator needs; handed to it first. */
export type World = {
  readonly db: Database;
  readonly kinds: Kinds;
  readonly counters: Counters;
  readonly clock: EmulatorClock;
  readonly events: EventHub;
  readonly requests: RequestLog;
  /** The people of populations. */
  readonly members: Members;
  readonly pairs: PairRates;
  readonly throughput: Throughput;
  /** How many people portfolios and numbers wrote to outside service windows in 24 hours. */
  readonly reach: ReachCounts;
  /** Outgoing HTTP: webhooks, handshakes and media by link. */
  readonly fetch: typeof fetch;
  /** Decides message ids and BSUIDs, so that the same calls give the same world. */
  readonly seed: string;
  readonly app: () => App;
  readonly settings: () => Settings;
  /** Where the emulator itself is reached. */
  readonly publicUrl: () => string;
  /** Says that something is due at an instant of the emulator's clock. */
  readonly wake: (at: number) => void;
  /** The earliest instant at which something waits; `null` when nothing does. */
  readonly nextAt: () => number | null;
  /**
   * Work that goes on outside; moving the clock and closing wait for it. What it
   * comes to is written down by the function that it resolves with.
   */
  readonly background: (work: Promise<() => void>) => void;
};

/** Above every id that the seeded world has. */
const FIRST_ID = 10_000_000_000;

/** An id in the form of Meta's: digits only, told apart by how they begin. */
export function newId(world: World, kind: keyof typeof PREFIX): string {
  return `${PREFIX[kind]}${FIRST_ID + world.counters.next("id")}`;
}

const PREFIX = {
  waba: "1022",
  number: "1065",
  media: "1037",
  template: "1627",
  flow: "1488",
  upload: "8801",
  portfolio: "1012",
  systemUser: "1220",
  schedule: "2310",
  preverified: "1904",
  solution: "7744",
  intent: "2705",
  templateGroup: "9020",
} as const;
