// How fast, how evenly and how quietly one process writes to many people.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEMO } from "@galka/emulator";
import { connect } from "@galka/postgres/connect";
import { inWorkspace } from "@galka/postgres/database";
import { updateConnection } from "@galka/postgres/stores/channel-connections";
import { findDirectoryEntry } from "@galka/postgres/stores/channel-directory";
import {
  approvedTemplate,
  connectNumber,
  writeCampaign,
} from "../../tests/support/campaigns/campaign.ts";
import { agreeToMarketing, importList, populate } from "../../tests/support/campaigns/people.ts";
import { until } from "../../tests/support/until.ts";
import { runChild } from "../emulator/child.ts";
import type { Options } from "../run.ts";
import { milliseconds, percentile, type Table } from "../table.ts";
import { type Course, watch } from "./course.ts";
import { type House, openHouse } from "./house.ts";
import { answer, beginTalks } from "./replies.ts";

const BARE_LOOP = join(import.meta.dirname, "bare-loop.ts");
const LIMIT = 1000;
/** Faster than any machine of ours, and still a bound for what waits at the sender. */
const NO_LIMIT = 10_000;
/** Of the unlimited mode and its yardstick: some ten seconds. */
const UNLIMITED_MOST = 20_000;
const CALM_REPLIES = 40;
const BARS = {
  rate: 0.02,
  tooMany: 0.0001,
  replyMs: 100,
  memoryMiB: 50,
  launchMs: 30_000,
  ofBare: 0.7,
};

/** `size` people at the limit of a number, `large` for memory and launch, and some without a limit against a bare loop. */
export async function run({ size, large, profile }: Options): Promise<Table[]> {
  return [
    await atTheLimit(size, profile),
    await withoutLimit(Math.min(size, UNLIMITED_MOST), profile),
    ...(large === 0 ? [] : [await manyPeople(large, profile)]),
  ];
}

type Prepared = {
  readonly channelId: string;
  readonly campaignId: string;
};

/** Imports people with their consents, and writes a campaign of marketing for them. */
async function prepare(house: House, phones: readonly string[]): Promise<Prepared> {
  const { api, databaseUrl } = house;
  const channelId = await connectNumber(api, house);
  const templateId = await approvedTemplate(api, house, channelId, "marketing");
  const listId = await importList(api, "audience", phones);
  await agreeToMarketing(databaseUrl, channelId, phones);
  const wish = { name: "bench", channelId, templateId, listId, perMinute: null };
  return { channelId, campaignId: await writeCampaign(api, wish) };
}

async function atTheLimit(size: number, profile: string | null): Promise<Table> {
  await using house = await openHouse(profile);
  const phones = await populate(house.emulator, size, "bench");
  const { campaignId } = await prepare(house, phones);
  const talks = await beginTalks(house);
  const calm = await answer(house, talks, (count) => count >= CALM_REPLIES);
  let isOver = false;
  const [course, busy] = await Promise.all([
    watch(house, campaignId, size).finally(() => (isOver = true)),
    answer(house, talks, () => isOver),
  ]);
  const reply = (share: number) => [percentile(calm, share), percentile(busy, share)] as const;
  const [calmP95, busyP95] = reply(0.95);
  const [calmP50, busyP50] = reply(0.5);
  return {
    title: `campaign: ${size} people at the limit of ${LIMIT} a second, one process`,
    columns: ["", "seen"],
    rows: [
      ["launch: audience frozen, ms", Math.round(course.launchMs)],
      ["accepted a second, from a tenth to nine tenths", course.perSecond.toFixed(1)],
      ["answered that there were too many (130429)", course.tooMany],
      ["a member's reply to Meta, p50 and p95 without it, ms", both(calmP50, calmP95)],
      [`  during it, ${busy.length} replies, ms`, both(busyP50, busyP95)],
    ],
    bars: [
      {
        what: `within ${BARS.rate * 100} % of ${LIMIT} a second`,
        holds: Math.abs(course.perSecond / LIMIT - 1) <= BARS.rate,
      },
      {
        what: `130429 below ${BARS.tooMany * 100} %`,
        holds: course.tooMany / size < BARS.tooMany,
      },
      {
        what: `a reply at most ${BARS.replyMs} ms later, p50 and p95`,
        holds: busyP95 - calmP95 <= BARS.replyMs && busyP50 - calmP50 <= BARS.replyMs,
      },
    ],
  };
}

function both(p50: number, p95: number): string {
  return `${milliseconds(p50)} · ${milliseconds(p95)}`;
}

async function withoutLimit(size: number, profile: string | null): Promise<Table> {
  const directory = mkdtempSync(join(tmpdir(), "galka-bench-"));
  try {
    await using house = await openHouse(profile);
    const phones = await populate(house.emulator, size * 2, "bench");
    const { channelId, campaignId } = await prepare(house, phones.slice(0, size));
    await house.emulator.changeSettings({ throughput: "unlimited" });
    const phonesFile = join(directory, "phones");
    writeFileSync(phonesFile, phones.slice(size).join("\n"));
    const bare = await bareLoop(house, phonesFile);
    // At the last moment: what Meta says of the number is read from time to time, and stands above it.
    await liftThroughput(house, channelId);
    const { perSecond } = await watch(house, campaignId, size);
    return unlimitedTable(size, bare, perSecond);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function unlimitedTable(size: number, bare: number, perSecond: number): Table {
  const share = perSecond / bare;
  return {
    title: `campaign: ${size} people without a limit, against a bare loop of the same client`,
    columns: ["", "a second"],
    rows: [
      ["bare loop, its webhooks going to Galka as well", Math.round(bare)],
      ["campaign", Math.round(perSecond)],
      ["share", share.toFixed(2)],
    ],
    bars: [{ what: `at least ${BARS.ofBare} of the bare loop`, holds: share >= BARS.ofBare }],
  };
}

/** How many the loop has accepted a second, once all that followed from it is over. */
async function bareLoop({ emulator, emulatorUrl }: House, phonesFile: string): Promise<number> {
  const path = `/v26.0/${DEMO.phoneNumberId}/messages`;
  const args = [emulatorUrl, path, DEMO.accessToken, "proof_marketing", phonesFile];
  const seen: { readonly accepted: number; readonly asked: number; readonly seconds: number } =
    JSON.parse(await runChild(BARE_LOOP, args));
  if (seen.accepted < seen.asked) throw new Error(`Only ${seen.accepted} were accepted.`);
  await until(
    "its webhooks are delivered",
    async () => (await emulator.countDeliveries()).waiting === 0,
    600_000,
  );
  return seen.accepted / seen.seconds;
}

async function liftThroughput({ databaseUrl }: House, channelId: string): Promise<void> {
  const db = await connect({ url: databaseUrl, name: "bench", size: 1 });
  try {
    const entry = await findDirectoryEntry(db, channelId);
    if (!entry) throw new Error("The number is not connected.");
    const { workspaceId } = entry;
    await inWorkspace(db, workspaceId, (tx) =>
      updateConnection(tx, workspaceId, entry.channelId, { throughputPerSecond: NO_LIMIT }),
    );
  } finally {
    await db.destroy();
  }
}

async function manyPeople(size: number, profile: string | null): Promise<Table> {
  await using house = await openHouse(profile);
  const { campaignId } = await prepare(house, await populate(house.emulator, size, "bench"));
  return manyTable(size, await watch(house, campaignId, size));
}

function manyTable(size: number, { launchMs, perSecond, earlyMiB, lateMiB }: Course): Table {
  return {
    title: `campaign: ${size} people`,
    columns: ["", "seen"],
    rows: [
      ["launch: audience frozen, ms", Math.round(launchMs)],
      ["accepted a second", perSecond.toFixed(1)],
      ["MiB of the server at a tenth", Math.round(earlyMiB)],
      ["MiB of the server at the end", Math.round(lateMiB)],
    ],
    bars: [
      {
        what: `launched within ${BARS.launchMs / 1000} s`,
        holds: launchMs <= BARS.launchMs,
      },
      {
        what: `at most ${BARS.memoryMiB} MiB more at the end`,
        holds: lateMiB - earlyMiB <= BARS.memoryMiB,
      },
    ],
  };
}
