import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { acceptedCounter } from "../../tests/support/campaigns/count-accepted.ts";
import type { House } from "./house.ts";

/** How a campaign went, from the press of the button. */
export type Course = {
  /** From the launch to the frozen audience. */
  readonly launchMs: number;
  /** Accepted by the emulator a second, without the first and the last tenth. */
  readonly perSecond: number;
  /** Answers of the emulator that there were too many. */
  readonly tooMany: number;
  /** Memory of the server at a tenth and at the end. */
  readonly earlyMiB: number;
  readonly lateMiB: number;
};

const LOOK_MS = 200;
/** How often a page that shows the campaign asks for it. */
const PAGE_MS = 1_000;
const TOO_MANY = 130_429;
const LOGGED = 1000;

type Look = { readonly atMs: number; readonly count: number; readonly MiB: number };

/** Launches a campaign to `size` people and watches it to its end. */
export async function watch(house: House, campaignId: string, size: number): Promise<Course> {
  const { api, emulator } = house;
  const countAccepted = acceptedCounter(emulator);
  const before = await countAccepted();
  const launchedMs = performance.now();
  await api("launchCampaign", { params: { id: campaignId } });
  while ((await api("getCampaign", { params: { id: campaignId } })).frozenAt === null) {
    await sleep(25);
  }
  const launchMs = performance.now() - launchedMs;
  const refused = new Set<string>();
  const looks: Look[] = [];
  let askedMs = 0;
  for (;;) {
    const count = (await countAccepted()) - before;
    looks.push({ atMs: performance.now(), count, MiB: residentMiB(house.serverPid) });
    const isOver = count >= size;
    if (isOver || performance.now() - askedMs >= PAGE_MS) {
      askedMs = performance.now();
      const filter = { code: TOO_MANY, limit: LOGGED };
      for (const { id } of (await emulator.requests(filter)).data) refused.add(id);
      if (isOver) break;
      const { state } = await api("getCampaign", { params: { id: campaignId } });
      if (state === "finished") break;
    }
    await sleep(LOOK_MS);
  }
  const [early, late] = [at(looks, size * 0.1), at(looks, size * 0.9)];
  return {
    launchMs,
    perSecond: ((late.count - early.count) * 1000) / (late.atMs - early.atMs),
    tooMany: refused.size,
    earlyMiB: memoryAround(looks, size * 0.1),
    lateMiB: memoryAround(looks, size),
  };
}

function at(looks: readonly Look[], count: number): Look {
  const found = looks.find((it) => it.count >= count) ?? looks.at(-1);
  if (!found) throw new Error("Nobody has looked.");
  return found;
}

/** The middle of some looks: what was just about to be collected is in each of them. */
function memoryAround(looks: readonly Look[], count: number): number {
  const index = looks.indexOf(at(looks, count));
  const some = looks.slice(Math.max(0, index - 10), index + 10).map(({ MiB }) => MiB);
  return some.toSorted((one, other) => one - other)[Math.floor(some.length / 2)] ?? 0;
}

function residentMiB(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
}
