// `npm run bench sockets`: how many pages one process serves, how quick it is beside them, and what happens when all come back at once.
import { readFileSync } from "node:fs";
import type { SignedInGalka } from "../../tests/support/signed-in.ts";
import { signedInGalka } from "../../tests/support/signed-in.ts";
import { largeData } from "../inbox/large-data.ts";
import { signedInMembers } from "../inbox/signed-in-members.ts";
import { postAtRate } from "../paced-load.ts";
import type { Options } from "../run.ts";
import { milliseconds, percentile, type Table } from "../table.ts";
import { signedMessages } from "../webhook-load.ts";
import { openScreen, type Screen } from "./screen.ts";

const MEMBERS = 200;
const SECONDS = 15;
const WARM_SECONDS = 3;
const MISSED = 100;
const BARS = { tapMs: 250, memoryMiB: 400, stormMs: 10_000 };

export async function run({ size, data, sockets, rate }: Options): Promise<Table[]> {
  await using galka = await signedInGalka({ data: await largeData(data, size), keepPages: true });
  const cookies = await signedInMembers(galka, MEMBERS);
  const crowd = Array.from({ length: sockets }, (_, n) => cookies[n % cookies.length] ?? "");
  const memoryMiB = await memoryOfCrowd(galka, crowd);
  const taps = await tapToScreen(galka, cookies, rate);
  const storm = await comingBack(galka, crowd);
  return [
    {
      title: `sockets: ${MEMBERS} members watch ${rate} messages a second, then ${sockets} sockets`,
      columns: ["", "seen"],
      rows: [
        ["messages that came to the screen", taps.length],
        ["posted → on the screen, p50 ms", milliseconds(percentile(taps, 0.5))],
        ["posted → on the screen, p99 ms", milliseconds(percentile(taps, 0.99))],
        [`${sockets} sockets more, MiB`, Math.round(memoryMiB)],
        ["all of them back after a break, ms", Math.round(storm.tookMs)],
        ["sockets that missed an event", storm.gaps],
      ],
      bars: [
        {
          what: `every message came`,
          holds: taps.length === rate * SECONDS,
        },
        { what: `p99 at most ${BARS.tapMs} ms`, holds: percentile(taps, 0.99) <= BARS.tapMs },
        {
          what: `at most ${BARS.memoryMiB} MiB more`,
          holds: memoryMiB <= BARS.memoryMiB,
        },
        { what: `all back within ${BARS.stormMs} ms`, holds: storm.tookMs <= BARS.stormMs },
        { what: "no event missed", holds: storm.gaps === 0 },
      ],
    },
  ];
}

/**
 * From the moment at which Meta posts a message to the one at which a member's
 * socket has it. Each is counted from when it was due, so that a server that
 * stops for a while does not look quick.
 */
async function tapToScreen(
  galka: SignedInGalka,
  cookies: readonly string[],
  rate: number,
): Promise<number[]> {
  await postAtRate(galka.webhookUrl, messages(galka, rate * WARM_SECONDS, "w"), WARM_SECONDS, rate);
  const since = await settledSeq(galka);
  // One of them is read; the others cost the server the same.
  const screens = await Promise.all(
    cookies.map((cookie, n) => openScreen(galka, { cookie, since, looksAway: n > 0 })),
  );
  const seenAt = new Map<number, number>();
  screens[0]?.onText((text) => {
    for (const [, n] of text.matchAll(/Message (\d+): is the order/g)) {
      if (!seenAt.has(Number(n))) seenAt.set(Number(n), performance.now());
    }
  });
  const posted = messages(galka, rate * SECONDS, "t");
  const began = performance.now();
  await postAtRate(galka.webhookUrl, posted, SECONDS, rate);
  const until = await settledSeq(galka);
  await screens[0]?.reaches(until);
  for (const screen of screens) screen.close();
  return [...seenAt].map(([n, at]) => at - (began + (n / rate) * 1000));
}

/** How much more the server has while everybody is there than at rest, its garbage included. */
async function memoryOfCrowd(galka: SignedInGalka, crowd: readonly string[]): Promise<number> {
  const since = await settledSeq(galka);
  const before = memoryOf(galka);
  const screens = await openAll(galka, crowd, since);
  await settledSeq(galka);
  const during = memoryOf(galka);
  for (const screen of screens) screen.close();
  return during - before;
}

type Storm = { readonly tookMs: number; readonly gaps: number };

/** Something happens while everybody is away; everybody comes back at once. */
async function comingBack(galka: SignedInGalka, crowd: readonly string[]): Promise<Storm> {
  const since = await settledSeq(galka);
  await postAtRate(galka.webhookUrl, messages(galka, MISSED, "s"), 1, MISSED);
  const until = await settledSeq(galka);
  const began = performance.now();
  const back = await openAll(galka, crowd, since);
  const whole = await Promise.all(back.map((screen) => screen.reaches(until)));
  const tookMs = performance.now() - began;
  for (const screen of back) screen.close();
  return { tookMs, gaps: whole.filter((it) => !it).length };
}

function openAll(galka: SignedInGalka, crowd: readonly string[], since: number): Promise<Screen[]> {
  return Promise.all(crowd.map((cookie) => openScreen(galka, { cookie, since })));
}

function messages(galka: SignedInGalka, count: number, series: string) {
  return signedMessages(count, galka.number, series);
}

/** Where the log ends once nothing more comes. */
async function settledSeq({ api }: SignedInGalka): Promise<number> {
  let last = -1;
  for (;;) {
    const { seq } = await api("getSnapshot", {});
    if (seq === last) return seq;
    last = seq;
    await new Promise((resolve) => setTimeout(resolve, 2_000));
  }
}

/** What of the machine's memory the server's process has to itself, and its part of what it shares. */
function memoryOf({ child }: SignedInGalka): number {
  const rollup = readFileSync(`/proc/${child.pid}/smaps_rollup`, "utf8");
  return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) / 1024;
}
