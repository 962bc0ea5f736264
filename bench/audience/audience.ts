// How quick an audience of very many contacts is counted while somebody types, and how true that is.
import type { AudienceWishJson, PeopleNumberJson } from "@galka/contract/json/people/audience";
import type { PeopleConditionJson } from "@galka/contract/json/people/people-table";
import { type SignedInGalka, signedInGalka } from "../../tests/support/signed-in.ts";
import type { Options } from "../run.ts";
import { milliseconds, percentile, type Table } from "../table.ts";
import { largeData } from "../inbox/large-data.ts";

const ROUNDS = 5;
/** What somebody who types waits for. */
const QUICK_MS = 1000;

type Question = { readonly name: string; readonly wish: AudienceWishJson };

type Counted = {
  readonly name: string;
  readonly quick: readonly number[];
  readonly judged: PeopleNumberJson;
  readonly exact: PeopleNumberJson;
  readonly exactMs: number;
  readonly previewMs: number;
};

export async function run({ size, data }: Options): Promise<Table[]> {
  await using galka = await signedInGalka({ data: await largeData(data, size), keepPages: true });
  const counted: Counted[] = [];
  for (const question of await questionsOf(galka)) counted.push(await ask(galka, question));
  const quick = counted.flatMap((it) => it.quick);
  const judged = counted.filter((it) => !it.judged.exact && it.exact.exact);
  const within = judged.filter(holdsTruth).length;
  return [
    {
      title: `audience: counting among ${size} contacts, ${ROUNDS} times each as somebody types, then to the end`,
      columns: ["", "quick p50 ms", "worst ms", "told at once", "exact", "exact ms", "preview ms"],
      rows: counted.map((it) => [
        it.name,
        milliseconds(percentile(it.quick, 0.5)),
        milliseconds(Math.max(...it.quick)),
        wordsOf(it.judged),
        wordsOf(it.exact),
        milliseconds(it.exactMs),
        milliseconds(it.previewMs),
      ]),
      bars: [
        {
          what: `told at once: p95 at most ${QUICK_MS} ms`,
          holds: percentile(quick, 0.95) <= QUICK_MS,
        },
        {
          what: `judged numbers have the true one between their ends: ${within} of ${judged.length}`,
          holds: within >= judged.length - 1,
        },
      ],
    },
  ];
}

function holdsTruth({ judged, exact }: Counted): boolean {
  return !judged.exact && exact.exact && judged.least <= exact.count && exact.count <= judged.most;
}

function wordsOf(number: PeopleNumberJson): string {
  if (number.exact) return String(number.count);
  return `~${number.about} (${number.least}–${number.most})`;
}

async function ask({ api }: SignedInGalka, { name, wish }: Question): Promise<Counted> {
  const quick: number[] = [];
  let judged: PeopleNumberJson = { exact: true, count: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    ({ number: judged } = await api("countAudience", { body: { wish, until: "quick" } }));
    quick.push(performance.now() - began);
  }
  const began = performance.now();
  const { number: exact } = await api("countAudience", { body: { wish, until: "exact" } });
  const exactMs = performance.now() - began;
  await api("previewAudience", { body: { wish } });
  return { name, quick, judged, exact, exactMs, previewMs: performance.now() - began - exactMs };
}

const MONTH_MINUTES = 30 * 24 * 60;

async function questionsOf({ api, channelId }: SignedInGalka): Promise<readonly Question[]> {
  const [label] = (await api("listLabels", {})).items;
  const labelled = { field: "label", in: label ? [label.id] : [] } as const;
  const written = { field: "last-inbound", minutes: MONTH_MINUTES } as const;
  const spoken = { field: "language", in: ["de", "es"] } as const;
  return [
    asked("everybody"),
    asked("a label", labelled),
    asked("a country", { field: "country", in: ["49"] }),
    asked("languages", spoken),
    asked("a field", { field: "contact-field", name: "city", is: "Berlin" }),
    asked("wrote within a month", written),
    asked("were written to within a month", { field: "last-outbound", minutes: MONTH_MINUTES }),
    asked("five messages within a year", { field: "message-count", way: "in", days: 365, from: 5 }),
    asked("an open window", { field: "window", is: "open" }),
    asked("never agreed to marketing", {
      field: "consent",
      purpose: "marketing",
      channelId,
      is: "never",
    }),
    asked("read a campaign", { field: "campaign", did: "read" }),
    { name: "languages, and a label or wrote, but a city", wish: mixed() },
  ];

  function mixed(): AudienceWishJson {
    const filter = { all: [spoken, { any: [labelled, written] }] };
    const city = { field: "contact-field", name: "city", is: "Berlin" } as const;
    return {
      of: [{ from: "filter", filter }],
      except: [{ from: "filter", filter: { all: [city] } }],
    };
  }
}

function asked(name: string, ...all: readonly PeopleConditionJson[]): Question {
  return { name, wish: { of: [{ from: "filter", filter: { all } }], except: [] } };
}
