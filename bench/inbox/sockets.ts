// How many screens one process serves: what they cost, how quick it is beside them, and what happens when all come back at once.
import { readFileSync } from "node:fs";
import { WebSocket } from "ws";
import { type SignedInGalka, signedInGalka } from "../../tests/support/signed-in.ts";
import { postAtRate } from "../paced-load.ts";
import type { Options } from "../run.ts";
import { milliseconds, percentile, type Table } from "../table.ts";
import { signedMessages } from "../webhook-load.ts";
import { largeData } from "./large-data.ts";
import { signedInMembers } from "./signed-in-members.ts";

const MEMBERS = 200;
const SOCKETS_EACH = 10;
const RATE = 300;
const SECONDS = 15;
const BARS = { memoryMiB: 400, stormMs: 10_000, tapMs: 250 };

export async function run({ size, data }: Options): Promise<Table[]> {
  await using galka = await signedInGalka({ data: await largeData(data, size), keepPages: true });
  const cookies = await signedInMembers(galka, MEMBERS);
  const { seq } = await galka.api("getSnapshot", {});
  const shown = await tapToScreen(galka, cookies, seq);

  const before = memoryOf(galka);
  const crowd = Array.from({ length: SOCKETS_EACH }, () => cookies).flat();
  const since = (await galka.api("getSnapshot", {})).seq;
  const screens = await Promise.all(crowd.map((cookie) => openScreen(galka, cookie, since)));
  const memory = memoryOf(galka) - before;

  for (const screen of screens) screen.close();
  await postAtRate(galka.webhookUrl, signedMessages(100, galka.number), 1, 100);
  const until = await settledSeq(galka);
  const began = performance.now();
  const back = await Promise.all(crowd.map((cookie) => openScreen(galka, cookie, since)));
  const missed = await Promise.all(back.map((screen) => screen.reaches(until)));
  const stormMs = performance.now() - began;
  for (const screen of back) screen.close();
  const gaps = missed.filter((whole) => !whole).length;

  return [
    {
      title: `sockets: ${MEMBERS} members watching ${RATE} messages a second, then ${crowd.length} sockets`,
      columns: ["", "seen"],
      rows: [
        ["posted → on the screen, p50 ms", milliseconds(percentile(shown, 0.5))],
        ["posted → on the screen, p99 ms", milliseconds(percentile(shown, 0.99))],
        [`${crowd.length} sockets more, MiB`, Math.round(memory)],
        ["all of them back after a break, ms", Math.round(stormMs)],
        ["sockets that missed an event", gaps],
      ],
      bars: [
        { what: `p99 at most ${BARS.tapMs} ms`, holds: percentile(shown, 0.99) <= BARS.tapMs },
        { what: `at most ${BARS.memoryMiB} MiB more`, holds: memory <= BARS.memoryMiB },
        { what: `back within ${BARS.stormMs} ms`, holds: stormMs <= BARS.stormMs },
        { what: "no event missed", holds: gaps === 0 },
      ],
    },
  ];
}

/** From the moment at which Meta posts a message to the one at which a member's socket has it. */
async function tapToScreen(
  galka: SignedInGalka,
  cookies: readonly string[],
  since: number,
): Promise<number[]> {
  const screens = await Promise.all(cookies.map((cookie) => openScreen(galka, cookie, since)));
  const seenAt = new Map<string, number>();
  // One of them is read; the others cost the server the same.
  screens[0]?.onText((text) => {
    for (const [, n] of text.matchAll(/Message (\d+): is the order/g)) {
      if (n !== undefined && !seenAt.has(n)) seenAt.set(n, performance.now());
    }
  });
  const total = RATE * SECONDS;
  const began = performance.now();
  await postAtRate(galka.webhookUrl, signedMessages(total, galka.number), SECONDS, RATE);
  await settledSeq(galka);
  for (const screen of screens) screen.close();
  return [...seenAt].map(([n, at]) => at - (began + (Number(n) / RATE) * 1000));
}

type Screen = {
  close(): void;
  onText(hear: (text: string) => void): void;
  /** Whether every event up to `seq` came, without a hole; waits for the last. */
  reaches(seq: number): Promise<boolean>;
};

async function openScreen({ url }: SignedInGalka, cookie: string, since: number): Promise<Screen> {
  const socket = new WebSocket(`${url.replace("http", "ws")}/api/v1/realtime`, {
    headers: { cookie, origin: url },
  });
  let reached = since;
  let whole = true;
  let hear: ((text: string) => void) | null = null;
  let wake = () => {};
  const welcomed = new Promise<void>((resolve, reject) => {
    socket.once("error", reject);
    socket.on("message", (data: Buffer) => {
      const text = data.toString("utf8");
      if (text.startsWith('{"type":"welcome"')) return resolve();
      if (!text.startsWith('{"type":"events"')) return;
      hear?.(text);
      for (const [, seq] of text.matchAll(/"kind":"[a-z-]+","seq":(\d+)/g)) {
        whole &&= Number(seq) === reached + 1;
        reached = Number(seq);
      }
      wake();
    });
  });
  socket.once("open", () => socket.send(JSON.stringify({ type: "hello", since })));
  await welcomed;
  return {
    close: () => socket.terminate(),
    onText: (listener) => (hear = listener),
    async reaches(seq) {
      while (reached < seq) await new Promise<void>((resolve) => (wake = resolve));
      return whole;
    },
  };
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

function memoryOf({ child }: SignedInGalka): number {
  const status = readFileSync(`/proc/${child.pid}/smaps_rollup`, "utf8");
  return Number(/^Pss:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
}
