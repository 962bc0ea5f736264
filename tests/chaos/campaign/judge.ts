import type { LedgerEntryJson, ListJson } from "@galka/emulator";
import { until } from "../../support/until.ts";
import { type Listed, digits, listed } from "./progress.ts";
import type { Show, Stage } from "./stage.ts";

/** What is found of all people: by Meta's own ledger, and by what Galka says of each. */
export type Judgement = {
  readonly asked: number;
  readonly accepted: number;
  /** Written to more than once. */
  readonly doubled: readonly string[];
  /** Not written to, and Galka says otherwise or nothing at all. */
  readonly lost: readonly string[];
  /** Written to, and Galka says that they were not. */
  readonly denied: readonly string[];
  /** Not written to, and listed as unknown: a person decides. */
  readonly listedUnknown: number;
  /** Of them, because a database was restored. */
  readonly listedRestored: number;
  /** Not written to, and listed as failed or skipped, by reason. */
  readonly listedOtherwise: ReadonlyMap<string, number>;
};

/** Compares person by person. Nothing may be on its way any more. */
export async function judge(stage: Stage): Promise<Judgement> {
  const times = await timesAccepted(stage);
  const found = {
    doubled: [] as string[],
    lost: [] as string[],
    denied: [] as string[],
    listedOtherwise: new Map<string, number>(),
  };
  let [asked, listedUnknown, listedRestored] = [0, 0, 0];
  for (const show of stage.shows) {
    const said = await saidOf(stage, show);
    for (const phone of show.phones) {
      asked += 1;
      const count = times.get(phone) ?? 0;
      const its = said.get(phone);
      if (count > 1) found.doubled.push(phone);
      if (count > 0 && (its === undefined || SAYS_NOT.has(its.state))) found.denied.push(phone);
      if (count > 0) continue;
      if (its?.state === "unknown") {
        listedUnknown += 1;
        if (its.problem === "restored" || stage.held.doubted.has(phone)) listedRestored += 1;
      } else if (its?.state === "failed" || its?.state === "skipped") {
        const reason = `${its.state} ${its.problem}`;
        found.listedOtherwise.set(reason, (found.listedOtherwise.get(reason) ?? 0) + 1);
      } else {
        found.lost.push(phone);
      }
    }
  }
  const accepted = [...times.values()].reduce((sum, count) => sum + count, 0);
  return { asked, accepted, listedUnknown, listedRestored, ...found };
}

/** What Galka may not say of somebody whom Meta has accepted a message for. */
const SAYS_NOT = new Set<Listed["state"]>(["planned", "queued", "skipped"]);

async function saidOf(stage: Stage, show: Show): Promise<ReadonlyMap<string, Listed>> {
  const said = new Map<string, Listed>();
  for await (const it of listed(stage, show)) said.set(digits(it.phone), it);
  return said;
}

async function timesAccepted({ house }: Stage): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number>();
  for (let after: string | undefined; ;) {
    const page: ListJson<LedgerEntryJson> = await house.emulator.ledger({
      limit: 1000,
      ...(after === undefined ? {} : { after }),
    });
    for (const { to } of page.data) times.set(to, (times.get(to) ?? 0) + 1);
    if (page.next === null) return times;
    after = page.next;
  }
}

export type Settled = {
  /** Unknown when the channel was healthy again, though Meta had accepted them. */
  readonly open: number;
  /** Of them, a minute later. */
  readonly left: number;
};

const HEALTHY_FOR_MS = 60_000;

/** Ends the faults, lets Meta say what it has to say, and sees what of the doubts is settled within a minute. */
export async function settle(stage: Stage): Promise<Settled> {
  const { emulator } = stage.house;
  await until("the faults are gone", async () => {
    await emulator.clearFaults();
    return true;
  });
  const before = await acceptedUnknown(stage);
  const deadline = performance.now() + HEALTHY_FOR_MS;
  await until(
    "every webhook is delivered",
    async () => (await emulator.countDeliveries()).waiting === 0,
    600_000,
  );
  let left = await acceptedUnknown(stage);
  while (left > 0 && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    left = await acceptedUnknown(stage);
  }
  return { open: before, left };
}

/** Those that a report could still settle: what was told to a database that is gone is told no more. */
async function acceptedUnknown(stage: Stage): Promise<number> {
  let count = 0;
  for (const show of stage.shows) {
    for await (const { phone, problem } of listed(stage, show, "unknown")) {
      if (problem === "restored" || stage.held.doubted.has(digits(phone))) continue;
      const { count: accepted } = await stage.house.emulator.countLedger({ to: digits(phone) });
      if (accepted > 0) count += 1;
    }
  }
  return count;
}
