// How quick a large inbox is over the API, and how much slower than one a hundred times smaller.
import { call } from "@galka/contract/client";
import { type SignedInGalka, signedInGalka } from "../../tests/support/signed-in.ts";
import type { Options } from "../run.ts";
import { milliseconds, percentile, type Table } from "../table.ts";
import { largeData } from "./large-data.ts";
import { signedInMembers } from "./signed-in-members.ts";

const ROUNDS = 100;
const SMALLEST = 1000;
/** Members who may see everything, taking turns. */
const DESKS = 10;

type Question = {
  readonly name: string;
  readonly p95Ms: number;
  /** At most so many times the small workspace's, where that is promised. */
  readonly ratio?: number;
  ask(galka: SignedInGalka, round: number): Promise<unknown>;
};

type Figures = { readonly p50: number; readonly p95: number };

export async function run({ size, data }: Options): Promise<Table[]> {
  const small = Math.max(SMALLEST, Math.round(size / 100));
  const smallFigures = await measure(await largeData(data, small));
  const figures = await measure(await largeData(data, size));
  const rows = QUESTIONS.map(({ name }) => {
    const large = figures.get(name);
    const before = smallFigures.get(name);
    if (!large || !before) throw new Error(`${name} was not measured.`);
    return { name, large, before, ratio: large.p95 / before.p95 };
  });
  return [
    {
      title: `inbox: ${size} conversations with ${size * 10} messages, against ${small}; ${ROUNDS} calls each`,
      columns: ["", "p50 ms", "p95 ms", "small p95 ms", "ratio"],
      rows: rows.map(({ name, large, before, ratio }) => [
        name,
        milliseconds(large.p50),
        milliseconds(large.p95),
        milliseconds(before.p95),
        ratio.toFixed(1),
      ]),
      bars: rows.flatMap(({ name, large, ratio }) => {
        const bar = QUESTIONS.find((it) => it.name === name);
        if (!bar) return [];
        const slow = {
          what: `${name}: p95 at most ${bar.p95Ms} ms`,
          holds: large.p95 <= bar.p95Ms,
        };
        if (bar.ratio === undefined) return [slow];
        return [
          slow,
          { what: `${name}: at most ${bar.ratio} times the small one`, holds: ratio <= bar.ratio },
        ];
      }),
    },
  ];
}

async function measure(data: string): Promise<ReadonlyMap<string, Figures>> {
  await using galka = await signedInGalka({ data, keepPages: true });
  await untilCounted(galka);
  const desks = (await signedInMembers(galka, DESKS)).map((cookie) => deskOf(galka, cookie));
  const figures = new Map<string, Figures>();
  for (const { name, ask } of QUESTIONS) {
    const times: number[] = [];
    for (let round = -5; round < ROUNDS; round++) {
      const desk = desks[(round + 5) % desks.length] ?? galka;
      const begin = performance.now();
      await ask(desk, Math.max(0, round));
      if (round >= 0) times.push(performance.now() - begin);
    }
    figures.set(name, { p50: percentile(times, 0.5), p95: percentile(times, 0.95) });
  }
  return figures;
}

const MONTH = { from: monthAgo(), to: new Date().toISOString().slice(0, 10) };
const PATIENCE_MS = 20 * 60_000;

function monthAgo(): string {
  return new Date(Date.now() - 29 * 86_400_000).toISOString().slice(0, 10);
}

/** What was filled without its triggers is counted the first time that somebody asks. */
async function untilCounted({ api }: SignedInGalka): Promise<void> {
  const began = performance.now();
  for (;;) {
    const { countingFrom } = await api("getStatistics", { query: MONTH });
    if (countingFrom === null) break;
    if (performance.now() - began > PATIENCE_MS) {
      throw new Error(`The figures are still counted from ${countingFrom} on.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 2_000));
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  if (seconds > 5) console.log(`  counted anew in ${seconds} s`);
}

/** The same Galka at another member's desk: one alone may not ask so much a minute. */
function deskOf(galka: SignedInGalka, cookie: string): SignedInGalka {
  const { url } = galka;
  const headers = { cookie, origin: url };
  return { ...galka, cookie, api: (name, input) => call(name, input, { baseUrl: url, headers }) };
}

const LIST = { p95Ms: 50, ratio: 2 };
const SEARCH = { p95Ms: 200 };

const QUESTIONS: readonly Question[] = [
  { name: "list: newest", ...LIST, ask: ({ api }) => api("listConversations", {}) },
  // Rows that nobody has asked for yet come from the disk, however large the inbox is that they are of.
  { name: "list: a page further down, for the first time", p95Ms: LIST.p95Ms, ask: onePageOn },
  { name: "list: a page further down, once more", ...LIST, ask: onePageAgain },
  {
    name: "view: unread",
    ...LIST,
    ask: ({ api }) => api("listConversations", { query: { filter: "unread" } }),
  },
  {
    name: "view: one number",
    ...LIST,
    ask: ({ api, channelId }) => api("listConversations", { query: { channelId } }),
  },
  { name: "snapshot", ...LIST, ask: ({ api }) => api("getSnapshot", {}) },
  { name: "open a conversation", ...LIST, ask: open },
  {
    name: "statistics of a month",
    ...SEARCH,
    ask: ({ api }) => api("getStatistics", { query: MONTH }),
  },
  {
    name: "answer times of a month",
    ...SEARCH,
    ask: ({ api }) => api("getAnswerTimes", { query: MONTH }),
  },
  search("word", ["kettle", "refund", "postal", "Kanarias", "tracking"]),
  search("rare word", ["tourmaline"]),
  search("several words", ["damaged parcel", "delivery tomorrow", "discount checkout"]),
  search("part of a word", ["arehous", "ttle", "GX-1234", "ustomer"]),
  search("Russian form", ["чайников", "заказы", "доставкой", "соседку", "изразцы"]),
  search("name of a contact", ["Murphy", "Кузнецова", "Mateo"]),
];

function search(what: string, texts: readonly string[]): Question {
  return {
    name: `search: ${what}`,
    ...SEARCH,
    ask: ({ api }, round) => api("search", { query: { q: texts[round % texts.length] ?? "" } }),
  };
}

/** Where each page begins, of one Galka after the other. */
const cursors = new Map<string, string[]>();

/** Pages one after the other, each asked from where the last one ended. */
async function onePageOn({ url, api }: SignedInGalka): Promise<void> {
  const known = cursors.get(url) ?? [];
  cursors.set(url, known);
  const cursor = known.at(-1);
  const page = await api("listConversations", { query: { ...(cursor && { cursor }) } });
  if (page.next !== null) known.push(page.next);
}

/** The pages that have just been read. */
async function onePageAgain({ url, api }: SignedInGalka, round: number): Promise<void> {
  const known = cursors.get(url) ?? [];
  const cursor = known[round % known.length];
  if (cursor === undefined) throw new Error("No page has been read.");
  await api("listConversations", { query: { cursor } });
}

const opened = new WeakMap<SignedInGalka, readonly string[]>();

/** The conversation and its newest messages, as the page asks for both at once. */
async function open(galka: SignedInGalka, round: number): Promise<void> {
  const known = opened.get(galka) ?? (await someConversations(galka));
  opened.set(galka, known);
  const id = known[(round * 37) % known.length];
  if (id === undefined) throw new Error("There is no conversation to open.");
  await Promise.all([
    galka.api("getConversation", { params: { id } }),
    galka.api("listMessages", { params: { id }, query: {} }),
  ]);
}

async function someConversations({ api }: SignedInGalka): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < 5; page++) {
    const found: { items: readonly { id: string }[]; next: string | null } = await api(
      "listConversations",
      { query: { limit: 100, ...(cursor !== null && { cursor }) } },
    );
    ids.push(...found.items.map((it) => it.id));
    cursor = found.next;
    if (cursor === null) break;
  }
  return ids;
}
