import { EmulatorClock } from "./clock.ts";
import { EventHub } from "./control/event-hub.ts";
import { type Beginning, beginWorld } from "./begin-world.ts";
import { USUAL_SETTINGS } from "./demo.ts";
import { Loop } from "./loop.ts";
import { Members } from "./people/population/members.ts";
import type { EmulatorOptions } from "./start-emulator.ts";
import { RequestLog } from "./requests/request-log.ts";
import { Counters } from "./store/counters.ts";
import { type App, openKinds } from "./store/kinds.ts";
import { computePeople } from "./store/people.ts";
import { PairRates } from "./store/limits/pair-rates.ts";
import { ReachCounts } from "./store/limits/reached.ts";
import type { Database } from "./store/sqlite.ts";
import type { World } from "./world.ts";
import { REACH } from "./world/limits/messaging-tier.ts";
import { Throughput } from "./world/limits/throughput.ts";

/** Enough to see what an afternoon did; a few megabytes. */
const REQUESTS_KEPT = 5000;

/** Known only once it listens. */
const addresses = new WeakMap<World, string>();

export function listensAt(world: World, url: string): void {
  addresses.set(world, url);
}

/** Opens the world that `db` keeps; an empty one is seeded. Nothing happens in it until its loop starts. */
export function buildWorld(
  db: Database,
  options: Pick<EmulatorOptions, "machineClock" | "requestLogSize" | "fetch">,
  beginning: Beginning = {},
): { world: World; loop: Loop } {
  const kinds = openKinds(db);
  const seed = () => kinds.origin.find("origin")?.seed ?? "";
  const members = new Members(kinds.populations, seed);
  computePeople(db, members);
  const world: World = {
    db,
    kinds,
    counters: new Counters(db),
    clock: new EmulatorClock(kinds.clock, options.machineClock ?? Date.now),
    events: new EventHub(),
    members,
    requests: new RequestLog(db, options.requestLogSize ?? REQUESTS_KEPT),
    pairs: new PairRates(db),
    throughput: new Throughput(),
    reach: new ReachCounts(db, REACH.limitMs),
    fetch: options.fetch ?? fetch,
    get seed() {
      return seed();
    },
    app: () => firstApp(kinds.apps.list()),
    settings: () => kinds.settings.find("settings") ?? USUAL_SETTINGS,
    publicUrl: () => addresses.get(world) ?? "http://localhost",
    wake: (at) => loop.wake(at),
    nextAt: () => loop.nextAt(),
    background: (work) => loop.track(work),
  };
  const loop = new Loop(world);
  beginWorld(world, beginning);
  return { world, loop };
}

function firstApp(apps: readonly App[]): App {
  const app = apps[0];
  if (app === undefined) throw new Error("The emulator has no app: it was not seeded");
  return app;
}
