import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { addNumber } from "../businesses/add-number.ts";
import { addWaba } from "../businesses/add-waba.ts";
import { buildWorld } from "../build-world.ts";
import { findSend, insertSend } from "../store/sends.ts";
import { type BillLine, listBillLines } from "../store/bill/bill-lines.ts";
import { Database } from "../store/sqlite.ts";
import { forgetWindows, openWindow } from "../store/windows.ts";
import type { TariffChoice } from "../wire/bill.ts";
import type { World } from "../world.ts";
import { billDelivery } from "./bill-delivery.ts";
import { serviceConversationCounter } from "./charges/charge-by-category.ts";
import { conversationCounter } from "./charges/charge-by-initiator.ts";
import { serviceCounter, tierCounter } from "./charges/charge-by-message.ts";
import { noteEntryPoint } from "./entry-point.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** People of several markets; the last two share their calling codes with others. */
const PEOPLE = {
  BR: "5511987654321",
  IN: "919812345678",
  DE: "4915112345678",
  KE: "254712345678",
  US: "12015550123",
  PE: "51987654321",
  RU: "79161234567",
  KZ: "77011234567",
} as const;
type Country = keyof typeof PEOPLE;
const COUNTRIES: readonly Country[] = ["BR", "IN", "DE", "KE", "US", "PE", "RU", "KZ"];

type Category = "marketing" | "utility" | "authentication" | "service";

/** Three numbers of two accounts; the offsets hold for the weeks of the histories. */
const NUMBERS = [
  { waba: 0, zone: "Asia/Kolkata", offset: 5.5 * HOUR },
  { waba: 0, zone: "Asia/Kolkata", offset: 5.5 * HOUR },
  { waba: 1, zone: "America/Bogota", offset: -5 * HOUR },
] as const;

/** What happens between a person and a number; deliveries are in their place of the time line. */
type Happening =
  | { readonly kind: "inbound" | "entry"; readonly at: number; readonly pair: Pair }
  | { readonly kind: "delivery"; readonly at: number; readonly pair: Pair; readonly sent: Sent };
type Pair = { readonly number: number; readonly country: Country };
type Sent = { readonly id: number; readonly category: Category; readonly acceptedAt: number };

type History = {
  readonly tariff: TariffChoice;
  readonly happenings: readonly Happening[];
  /** How much each counter of the month had before. */
  readonly before: number;
  readonly tierBefore: number;
  /** When authentication-international begins; the business is based in Germany. */
  readonly internationalFrom: number | null;
};

/** One line as both sides tell it. */
type Bill = {
  readonly id: number;
  readonly amount: number;
  readonly category: string;
  readonly reason: string;
  /** Which send opened the conversation it belongs to. */
  readonly openedBy: number | null;
};

// The reference: for every delivery it looks through the whole history again.

/** Marketing, utility, authentication, service, authentication-international, in ten-thousandths. */
const CARDS: Readonly<Record<string, Readonly<Record<Country, readonly number[]>>>> = {
  "2022": {
    BR: [500, 300],
    IN: [66, 40],
    DE: [1365, 819],
    KE: [1208, 363],
    US: [147, 88],
    PE: [598, 179],
    RU: [663, 398],
    KZ: [663, 398],
  },
  "2023-06": {
    BR: [625, 350, 315, 300],
    IN: [99, 42, 42, 40],
    DE: [1365, 853, 768, 819],
    KE: [225, 160, 144, 363],
    US: [250, 150, 135, 88],
    PE: [703, 419, 377, 179],
    RU: [802, 477, 429, 398],
    KZ: [802, 477, 429, 398],
  },
  "2024-10": {
    BR: [625, 80, 315, 300],
    IN: [107, 14, 14, 40, 280],
    DE: [1365, 550, 768, 819],
    KE: [225, 61, 144, 363],
    US: [250, 40, 135, 88],
    PE: [703, 200, 377, 179],
    RU: [802, 400, 429, 398],
    KZ: [802, 400, 429, 398],
  },
  "2025-07": {
    BR: [625, 68, 68],
    IN: [107, 14, 14, 0, 280],
    DE: [1365, 550, 550],
    KE: [225, 40, 40],
    US: [250, 40, 40],
    PE: [703, 200, 200],
    RU: [802, 400, 400],
    KZ: [802, 400, 400],
  },
  "2026-07": {
    BR: [625, 68, 68],
    IN: [118, 14, 14, 0, 304],
    DE: [1365, 550, 550],
    KE: [225, 40, 40],
    US: [250, 34, 34],
    PE: [703, 200, 200],
    RU: [802, 400, 400],
    KZ: [802, 400, 400],
  },
  "2026-10": {
    BR: [625, 68, 68, 68],
    IN: [118, 14, 14, 14, 304],
    DE: [1365, 550, 550, 550],
    KE: [225, 40, 40, 40],
    US: [250, 34, 34, 34],
    PE: [703, 300, 300, 300],
    RU: [802, 400, 400, 400],
    KZ: [604, 180, 180, 180, 1600],
  },
};
const COLUMN = {
  marketing: 0,
  utility: 1,
  authentication: 2,
  service: 3,
  international: 4,
} as const;

function referenceBill(history: History): readonly Bill[] {
  const bills: (Bill & { readonly place: number })[] = [];
  for (const [place, happening] of history.happenings.entries()) {
    if (happening.kind !== "delivery") continue;
    bills.push({ ...new Reference(history, place, bills).bill(happening), place });
  }
  return bills.map(({ place: _place, ...bill }) => bill);
}

/** Judges the delivery at one place of a history, knowing the bills of those before. */
class Reference {
  readonly #history: History;
  readonly #place: number;
  readonly #bills: readonly (Bill & { readonly place: number })[];

  constructor(
    history: History,
    place: number,
    bills: readonly (Bill & { readonly place: number })[],
  ) {
    this.#history = history;
    this.#place = place;
    this.#bills = bills;
  }

  bill(now: Happening & { kind: "delivery" }): Bill {
    const { id, category } = now.sent;
    const tariff = this.#tariff(now);
    const free = { id, amount: 0, category, openedBy: null };
    if (tariff === "2018") {
      if (category === "service") return { ...free, reason: "session-message" };
      return { ...free, amount: this.#rate(now, 0), reason: "notification" };
    }
    const entry = this.#entryPoint(now);
    if (entry !== null) {
      const told = { ...free, category: "referral_conversion", reason: "free-entry-point" };
      return { ...told, openedBy: entry };
    }
    if (tariff === "2022") return this.#byInitiator(now);
    if (tariff === "2023" || tariff === "2024-11") return this.#byCategory(now, tariff);
    return this.#byMessage(now, tariff);
  }

  #byInitiator(now: Happening & { kind: "delivery" }): Bill {
    const { id, category } = now.sent;
    const open = this.#openConversations(now).at(-1);
    if (open !== undefined) return inside(id, open);
    const business = category !== "service" && !this.#windowOpen(now);
    const kind = business ? "business_initiated" : "user_initiated";
    const opened = this.#monthOf(now, (it, other) => {
      const same = NUMBERS[other.pair.number]?.waba === NUMBERS[now.pair.number]?.waba;
      return same && it.openedBy === it.id && /initiated/.test(it.category);
    });
    if (this.#history.before + opened < 1000)
      return { id, amount: 0, category: kind, reason: "free-tier", openedBy: id };
    const amount = this.#rate(now, business ? 0 : 1);
    return { id, amount, category: kind, reason: "conversation-opened", openedBy: id };
  }

  #byCategory(now: Happening & { kind: "delivery" }, tariff: string): Bill {
    const { id, category } = now.sent;
    const open = this.#openConversations(now);
    const mine =
      category === "service" ? open : open.filter((it) => base(it.category) === category);
    const last = mine.at(-1);
    if (last !== undefined) return inside(id, last);
    if (category !== "service") {
      const abroad = this.#international(now);
      const told = abroad ? "authentication-international" : category;
      const amount = this.#rate(now, COLUMN[abroad ? "international" : category]);
      return { id, amount, category: told, reason: "conversation-opened", openedBy: id };
    }
    if (tariff === "2024-11")
      return { id, amount: 0, category, reason: "free-service", openedBy: id };
    const opened = this.#monthOf(now, (it, other) => {
      const same = NUMBERS[other.pair.number]?.waba === NUMBERS[now.pair.number]?.waba;
      return same && it.openedBy === it.id && it.category === "service";
    });
    if (this.#history.before + opened < 1000)
      return { id, amount: 0, category, reason: "free-tier", openedBy: id };
    const amount = this.#rate(now, COLUMN.service);
    return { id, amount, category, reason: "conversation-opened", openedBy: id };
  }

  #byMessage(now: Happening & { kind: "delivery" }, tariff: string): Bill {
    const { id, category } = now.sent;
    const message = { id, reason: "message", openedBy: null };
    const free = { id, amount: 0, category, openedBy: null };
    if (category === "marketing")
      return { ...message, category, amount: this.#rate(now, COLUMN.marketing) };
    if (category === "service") {
      if (tariff === "2025-07") return { ...free, reason: "free-service" };
      const used = this.#monthOf(
        now,
        (it, other) =>
          other.pair.number === now.pair.number &&
          it.category === "service" &&
          (it.reason === "free-allowance" || it.reason === "message"),
      );
      if (this.#history.before + used < 1000) return { ...free, reason: "free-allowance" };
      return { ...message, category, amount: this.#rate(now, COLUMN.service) };
    }
    if (category === "utility" && tariff === "2025-07") {
      const left = this.#openConversations(now).findLast((it) => it.category === "utility");
      if (left !== undefined) return inside(id, left);
      if (this.#windowOpen(now)) return { ...free, reason: "free-utility-in-window" };
    }
    const abroad = this.#international(now);
    const told = abroad ? "authentication-international" : category;
    const rate = this.#rate(now, COLUMN[abroad ? "international" : category]);
    const place = market(now.pair.country, this.#card(now));
    const used = this.#monthOf(
      now,
      (it, other) =>
        it.reason === "message" &&
        base(it.category) === category &&
        market(other.pair.country, this.#card(now)) === place,
    );
    const n = this.#history.tierBefore + used + 1;
    const threshold = { BR: 250_000, PE: 100_000 }[place] ?? Number.POSITIVE_INFINITY;
    // Five per cent less, to the ten-thousandth, a half upwards.
    const amount = n > threshold ? 100 * Math.floor((rate / 100) * 0.95 + 0.5 + 1e-9) : rate;
    return { ...message, category: told, amount };
  }

  /** Bills of the same account month that fit; a month is one of the number's zone. */
  #monthOf(now: Happening, fits: (bill: Bill, happening: Happening) => boolean): number {
    return this.#bills.filter((it) => {
      const other = this.#history.happenings[it.place];
      return other !== undefined && month(other) === month(now) && fits(it, other);
    }).length;
  }

  /** Who opened each conversation that is open, in order of opening. */
  #openConversations(now: Happening): readonly { id: number; category: string }[] {
    return this.#bills.filter((it) => {
      const other = this.#history.happenings[it.place];
      if (other === undefined || !samePair(other, now) || it.openedBy !== it.id) return false;
      if (it.category === "referral_conversion" || now.at >= other.at + DAY) return false;
      return !this.#bills.some(
        (later) =>
          later.place > it.place &&
          later.openedBy === later.id &&
          later.category === "referral_conversion" &&
          samePair(this.#history.happenings[later.place], now),
      );
    });
  }

  /** The send that opened the free entry point which covers this delivery; itself when it opens it. */
  #entryPoint(now: Happening & { kind: "delivery" }): number | null {
    const windows = this.#bills.filter(
      (it) =>
        it.category === "referral_conversion" &&
        it.openedBy === it.id &&
        samePair(this.#history.happenings[it.place], now),
    );
    for (const window of windows) {
      const opening = this.#history.happenings[window.place];
      if (opening !== undefined && now.at < opening.at + this.#freeHours(opening)) return window.id;
    }
    const entries = this.#history.happenings
      .slice(0, this.#place)
      .filter((it) => it.kind === "entry" && samePair(it, now));
    const entry = entries.at(-1);
    if (entry === undefined) return null;
    const place = this.#history.happenings.indexOf(entry);
    if (windows.some((it) => it.place > place)) return null;
    const { acceptedAt } = now.sent;
    return acceptedAt >= entry.at && acceptedAt < entry.at + DAY ? now.sent.id : null;
  }

  #freeHours(opening: Happening): number {
    const short = this.#tariff(opening) === "2022" && day(opening) < "2022-12-01";
    return short ? DAY : 3 * DAY;
  }

  #windowOpen(now: Happening): boolean {
    return this.#history.happenings
      .slice(0, this.#place)
      .some((it) => it.kind !== "delivery" && samePair(it, now) && now.at < it.at + DAY);
  }

  #international(now: Happening & { kind: "delivery" }): boolean {
    const { internationalFrom } = this.#history;
    const { country } = now.pair;
    if (now.sent.category !== "authentication" || internationalFrom === null) return false;
    const has = CARDS[this.#card(now)]?.[country][COLUMN.international] !== undefined;
    return has && country !== "DE" && now.at >= internationalFrom;
  }

  #rate(now: Happening, column: number): number {
    return (CARDS[this.#card(now)]?.[now.pair.country][column] ?? 0) * 100;
  }

  #tariff(now: Happening): string {
    if (this.#history.tariff !== "by-date") return this.#history.tariff;
    const starts = { "2022-02-01": "2022", "2023-06-01": "2023", "2024-11-01": "2024-11" };
    const later = { "2025-07-01": "2025-07", "2026-10-01": "2026-10" };
    const known = Object.entries({ ...starts, ...later }).filter(([from]) => from <= day(now));
    return known.at(-1)?.[1] ?? "2018";
  }

  #card(now: Happening): string {
    const today = day(now);
    switch (this.#tariff(now)) {
      case "2018":
      case "2022":
        return "2022";
      case "2023":
        return today < "2024-08-01" ? "2023-06" : "2024-10";
      case "2024-11":
        return "2024-10";
      case "2025-07":
        return today < "2026-07-01" ? "2025-07" : "2026-07";
      default:
        return "2026-10";
    }
  }
}

function inside(id: number, opened: { readonly id: number; readonly category: string }): Bill {
  const { category } = opened;
  return { id, amount: 0, category, reason: "inside-conversation", openedBy: opened.id };
}

function base(category: string): string {
  return category.replace("-international", "");
}

function market(country: Country, card: string): string {
  return country === "KZ" && card !== "2026-10" ? "RU" : country;
}

function samePair(one: Happening | undefined, other: Happening): boolean {
  return one?.pair.number === other.pair.number && one.pair.country === other.pair.country;
}

function day(happening: Happening): string {
  const offset = NUMBERS[happening.pair.number]?.offset ?? 0;
  return new Date(happening.at + offset).toISOString().slice(0, 10);
}

function month(happening: Happening): string {
  return day(happening).slice(0, 7);
}

// The subject: the same history, lived through by a world.

type Stage = { readonly world: World; readonly wabaIds: readonly string[] };

/** Two accounts of one portfolio with the numbers of `NUMBERS`. */
function setStage(): Stage {
  const { world } = buildWorld(new Database(":memory:"), { machineClock: () => 0 });
  world.clock.freeze(true);
  const wabaIds = ["7100", "4300"].map((id) => {
    const waba = addWaba(world, { name: id, id, portfolioId: "1" });
    const timezoneId = id === "7100" ? "71" : "43";
    return world.kinds.wabas.put(id, { ...waba, timezoneId }).id;
  });
  for (const [index, { waba }] of NUMBERS.entries()) {
    addNumber(world, {
      wabaId: wabaIds[waba] ?? "",
      digits: `1202555010${index}`,
      verifiedName: "Test",
      connected: true,
      id: String(index),
    });
  }
  return { world, wabaIds };
}

const TABLES = ["sends", "windows", "bill_lines", "bill_pairs", "bill_counters"];

function worldBill(stage: Stage, history: History): readonly Bill[] {
  const { world } = stage;
  for (const table of TABLES) world.db.run(`delete from ${table}`);
  forgetWindows(world.db);
  world.kinds.settings.put("settings", { ...world.settings(), tariff: history.tariff });
  world.kinds.portfolioBilling.put("1", {
    primaryBusinessLocation: "DE",
    internationalFrom: history.internationalFrom,
    exceptions: [],
  });
  countBefore(stage, history);
  world.db.forget();
  for (const happening of history.happenings) live(world, happening);
  const lines = listBillLines(world.db, {}, { after: 0, limit: 10_000 });
  return lines.map((line) => asBill(line, lines));
}

function live(world: World, happening: Happening): void {
  const { at, pair } = happening;
  const phoneNumberId = String(pair.number);
  world.clock.set(at);
  if (happening.kind !== "delivery") {
    openWindow(world.db, phoneNumberId, pair.country, at);
    if (happening.kind === "entry") noteEntryPoint(world, phoneNumberId, pair.country);
    return;
  }
  const { category, acceptedAt, id } = happening.sent;
  const sendId = insertSend(world.db, {
    wamid: `wamid.${id}`,
    phoneNumberId,
    recipient: PEOPLE[pair.country],
    personId: pair.country,
    type: category === "service" ? "text" : "template",
    templateId: null,
    category,
    callbackData: null,
    acceptedAt,
    answered: true,
    status: "sent",
    errorCode: null,
    body: "{}",
  });
  const send = findSend(world.db, sendId);
  const waba = world.kinds.wabas.find(world.kinds.numbers.find(phoneNumberId)?.wabaId ?? "");
  assert.ok(send !== null && waba !== null);
  const billed = { send, waba, digits: PEOPLE[pair.country] };
  billDelivery(world, billed);
  // A status that is reported twice is charged once.
  billDelivery(world, billed);
}

/** Makes as if the months of the history had been busy before it begins. */
function countBefore({ world, wabaIds }: Stage, history: History): void {
  const set = (name: string, value: number) =>
    world.db.run("insert or replace into bill_counters (name, value) values (?, ?)", name, value);
  for (const day of new Set(history.happenings.map((it) => `${month(it)}-01`))) {
    for (const wabaId of wabaIds) {
      set(conversationCounter({ wabaId, day }), history.before);
      set(serviceConversationCounter({ wabaId, day }), history.before);
    }
    for (const phoneNumberId of NUMBERS.keys()) {
      set(serviceCounter({ phoneNumberId: String(phoneNumberId), day }), history.before);
    }
    for (const market of COUNTRIES) {
      for (const category of ["utility", "authentication"] as const) {
        set(tierCounter({ portfolioId: "1", market, day }, category), history.tierBefore);
      }
    }
  }
}

function asBill(line: BillLine, lines: readonly BillLine[]): Bill {
  const opener = lines.find((it) => it.opens && it.conversationId === line.conversationId);
  return {
    id: idOf(line),
    amount: line.amountMicros,
    category: line.category,
    reason: line.reason,
    openedBy: line.conversationId === null || opener === undefined ? null : idOf(opener),
  };
}

function idOf(line: BillLine): number {
  return Number(line.wamid.slice("wamid.".length));
}

// Histories.

// Round steps, so that windows are met at their very ends too.
const step = fc.record({
  gapMinutes: fc.oneof(
    fc.constantFrom(0, 1, 30, 60, 240, 720, 1440, 1530),
    fc.integer({ min: 1, max: 200 }),
    fc.integer({ min: 1, max: 1600 }),
  ),
  number: fc.constantFrom(0, 0, 0, 1, 2),
  who: fc.constantFrom(0, 0, 0, 1),
  what: fc.constantFrom("inbound", "entry", "send", "send", "send", "send"),
  category: fc.constantFrom<Category[]>(
    "marketing",
    "utility",
    "authentication",
    "service",
    "service",
  ),
  delaySeconds: fc.oneof(
    fc.constantFrom(0, 60, 3600, 86_400),
    fc.integer({ min: 1, max: 30 }),
    fc.integer({ min: 60, max: 200_000 }),
  ),
  fails: fc.integer({ min: 0, max: 9 }).map((it) => it === 0),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function historyOf(tariff: TariffChoice, starts: readonly string[]): fc.Arbitrary<History> {
  return fc
    .record({
      start: fc.constantFrom(...starts),
      countries: fc.tuple(fc.constantFrom(...COUNTRIES), fc.constantFrom(...COUNTRIES)),
      steps: fc.array(step, { minLength: 1, maxLength: 80, size: "max" }),
      before: fc.constantFrom(0, 997, 999, 1000, 5000),
      tierBefore: fc.constantFrom(0, 99_998, 249_998, 300_000),
      internationalAfter: fc.option(fc.integer({ min: 0, max: 10 })),
    })
    .map(({ start, countries, steps, before, tierBefore, internationalAfter }) => {
      const at = Date.parse(start);
      return {
        tariff,
        happenings: timeLine(at, countries, steps),
        before,
        tierBefore,
        internationalFrom: internationalAfter === null ? null : at + internationalAfter * DAY,
      };
    });
}

/** Everything in the order in which it happens; what fails is never delivered. */
function timeLine(
  start: number,
  countries: readonly [Country, Country],
  steps: readonly Step[],
): readonly Happening[] {
  let now = start;
  const all = steps.flatMap((given, id): readonly Happening[] => {
    now += given.gapMinutes * MINUTE;
    const pair = { number: given.number, country: countries[given.who === 0 ? 0 : 1] };
    if (given.what !== "send") {
      return [{ kind: given.what === "entry" ? "entry" : "inbound", at: now, pair }];
    }
    if (given.fails) return [];
    const sent = { id, category: given.category, acceptedAt: now };
    return [{ kind: "delivery", at: now + given.delaySeconds * 1000, pair, sent }];
  });
  return all.toSorted((a, b) => a.at - b.at);
}

const LATER = ["2026-11-08T12:00:00Z"];
const CHOICES: Readonly<Record<TariffChoice, readonly string[]>> = {
  "2018": LATER,
  "2022": ["2022-03-05T00:00:00Z", "2022-11-20T00:00:00Z", ...LATER],
  "2023": LATER,
  "2024-11": LATER,
  "2025-07": LATER,
  "2026-10": ["2026-10-20T00:00:00Z", "2027-01-20T00:00:00Z"],
  "by-date": [
    "2022-01-25T00:00:00Z",
    "2023-05-25T00:00:00Z",
    "2024-10-25T00:00:00Z",
    "2025-06-24T00:00:00Z",
    "2026-09-24T00:00:00Z",
  ],
};

describe("billDelivery", () => {
  for (const [tariff, starts] of Object.entries(CHOICES)) {
    it(`charges as the reference does under "${tariff}", to the micro`, () => {
      const stage = setStage();
      const choice = parseChoice(tariff);
      fc.assert(
        fc.property(historyOf(choice, starts), (history) => {
          const byId = (bills: readonly Bill[]) => bills.toSorted((a, b) => a.id - b.id);
          assert.deepEqual(byId(worldBill(stage, history)), byId(referenceBill(history)));
        }),
        { numRuns: 80, seed: 20261123 },
      );
    });
  }
});

function parseChoice(text: string): TariffChoice {
  const choices: readonly TariffChoice[] = [
    "2018",
    "2022",
    "2023",
    "2024-11",
    "2025-07",
    "2026-10",
  ];
  return choices.find((it) => it === text) ?? "by-date";
}
