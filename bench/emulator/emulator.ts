// How many sends the emulator accepts and how many statuses it delivers a second, against a bare Fastify.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { controlClient, DEMO } from "@galka/emulator";
import type { Table } from "../table.ts";
import { type Child, processorMs, residentMiB, runChild, startChild } from "./child.ts";

const EMULATOR = join(import.meta.dirname, "../../packages/emulator/src/bin.ts");
const BARE = join(import.meta.dirname, "bare.ts");
const RECEIVER = join(import.meta.dirname, "receiver.ts");
const SENDER = join(import.meta.dirname, "sender.ts");
const WARM_UP_SECONDS = 3;
const SECONDS = 15;
const PEOPLE = 1_000_000;
/** So many of them are written to. */
const ASKED = 100_000;
const PAGE = 10_000;
const BARS = { sends: 3000, events: 6000, MiB: 1024, startMs: 1000 };

type Load = { readonly accepted: number; readonly refused: number; readonly firstRefusal: string };

type Figures = {
  readonly startMs: number;
  readonly restMiB: number;
  readonly mostMiB: number;
  readonly bare: number;
  /** Processor time of the bare server for a request, and of the emulator for a send with its webhooks. */
  readonly bareUs: number;
  readonly sendUs: number;
  readonly sends: number;
  readonly events: number;
  readonly refused: number;
  readonly lost: number;
};

/**
 * One number in unlimited mode writes to a population of a million, with
 * `sent` and `delivered` of each to a receiver that counts them. Emulator,
 * clients and receiver are processes of their own.
 */
export async function run(): Promise<Table[]> {
  const directory = mkdtempSync(join(tmpdir(), "galka-bench-"));
  try {
    return [tableOf(await measure(join(directory, "phones")))];
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function measure(phonesFile: string): Promise<Figures> {
  await using receiver = await startChild(RECEIVER);
  await using emulator = await startChild(EMULATOR, ["--port", "0"]);
  writeFileSync(phonesFile, (await prepare(emulator, receiver)).join("\n"));
  const restMiB = residentMiB(emulator);
  const bare = await loadBare(phonesFile);
  await send(emulator, phonesFile, WARM_UP_SECONDS);
  const before = await drained(receiver, emulator);
  const processor = processorMs(emulator);
  const began = performance.now();
  const load = await send(emulator, phonesFile, SECONDS);
  const answeredSeconds = (performance.now() - began) / 1000;
  const mostMiB = residentMiB(emulator);
  const events = (await drained(receiver, emulator)) - before;
  const toldSeconds = (performance.now() - began) / 1000;
  if (load.firstRefusal !== "") console.log(load.firstRefusal);
  return {
    startMs: emulator.readyAfterMs,
    restMiB,
    mostMiB: Math.max(mostMiB, residentMiB(emulator)),
    bare: bare.accepted / SECONDS,
    bareUs: bare.us,
    sendUs: ((processorMs(emulator) - processor) * 1000) / load.accepted,
    sends: load.accepted / answeredSeconds,
    events: events / toldSeconds,
    refused: load.refused,
    lost: load.accepted * 2 - events,
  };
}

function tableOf(seen: Figures): Table {
  const perBare = (value: number) => (value / seen.bare).toFixed(3);
  return {
    title: `emulator: ${PEOPLE} people, one number without limits, both statuses of each send`,
    columns: ["", "seen", "of bare Fastify"],
    rows: [
      ["bare Fastify that echoes, requests/s", Math.round(seen.bare), "1"],
      ["sends accepted/s", Math.round(seen.sends), perBare(seen.sends)],
      ["webhook events delivered/s", Math.round(seen.events), perBare(seen.events)],
      ["µs of processor a bare request", Math.round(seen.bareUs), ""],
      [
        "µs of processor a send, both webhooks with it",
        Math.round(seen.sendUs),
        `${(seen.sendUs / seen.bareUs).toFixed(1)} times`,
      ],
      ["MiB with a million people", Math.round(seen.restMiB), ""],
      ["MiB at most, with all that was sent", Math.round(seen.mostMiB), ""],
      ["ms until it listens", Math.round(seen.startMs), ""],
    ],
    bars: [
      { what: `at least ${BARS.sends} sends/s`, holds: seen.sends >= BARS.sends },
      { what: `at least ${BARS.events} webhook events/s`, holds: seen.events >= BARS.events },
      { what: `at most ${BARS.MiB} MiB`, holds: seen.mostMiB <= BARS.MiB },
      { what: `listens within ${BARS.startMs} ms`, holds: seen.startMs <= BARS.startMs },
      { what: "nothing refused, no event lost", holds: seen.refused === 0 && seen.lost === 0 },
    ],
  };
}

/** Subscribes the receiver, makes the people, and answers the numbers of some of them. */
async function prepare(emulator: Child, receiver: Child): Promise<string[]> {
  const control = controlClient(emulator.url);
  await control.changeSettings({ throughput: "unlimited", pairRate: false });
  const answer = await fetch(`${emulator.url}/${DEMO.wabaId}/subscribed_apps`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${DEMO.accessToken}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({ override_callback_uri: receiver.url, verify_token: "bench" }),
  });
  if (!answer.ok) throw new Error(`The subscription was refused: ${await answer.text()}`);
  const { id } = await control.addPopulation({
    size: PEOPLE,
    seed: "bench",
    countries: { RU: 40, BR: 20, US: 15, DE: 10, IN: 10, ID: 5 },
    habits: {
      onWhatsApp: 1,
      offline: { share: 0 },
      messages: { utility: { read: { share: 0 } } },
    },
  });
  const phones: string[] = [];
  while (phones.length < ASKED) {
    const page = { after: String(phones.length), limit: PAGE };
    phones.push(...(await control.members(id, page)).data.map((it) => it.waId));
  }
  return phones;
}

async function loadBare(phonesFile: string): Promise<Load & { readonly us: number }> {
  await using bare = await startChild(BARE);
  await send(bare, phonesFile, WARM_UP_SECONDS);
  const processor = processorMs(bare);
  const load = await send(bare, phonesFile, SECONDS);
  return { ...load, us: ((processorMs(bare) - processor) * 1000) / load.accepted };
}

async function send(to: Child, phonesFile: string, seconds: number): Promise<Load> {
  const path = `/v26.0/${DEMO.phoneNumberId}/messages`;
  const load: Load = JSON.parse(
    await runChild(SENDER, [to.url, path, DEMO.accessToken, String(seconds), phonesFile]),
  );
  return load;
}

/** How many statuses the receiver has once nothing waits any more. */
async function drained(receiver: Child, emulator: Child): Promise<number> {
  const control = controlClient(emulator.url);
  let last = -1;
  for (;;) {
    const { waiting } = await control.countDeliveries();
    const now = await countOf(receiver);
    if (waiting === 0 && now === last) return now;
    last = now;
    await pause(100);
  }
}

async function countOf(receiver: Child): Promise<number> {
  const answer = await fetch(receiver.url);
  const counts: { readonly statuses: number } = JSON.parse(await answer.text());
  return counts.statuses;
}
