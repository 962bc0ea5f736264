import { z } from "zod";
import { portfolioBilling } from "../../bill/portfolio.ts";
import { cardAt, tariffAt } from "../../bill/tariffs.ts";
import { dayIn, zoneName } from "../../bill/time-zone.ts";
import {
  type GroupKey,
  groupBillLines,
  type LineFilter,
  listBillLines,
} from "../../store/bill/bill-lines.ts";
import type { Waba } from "../../store/kinds.ts";
import { tariffChoice } from "../../store/kinds/billing.ts";
import type { BillGroupKey, BillJson } from "../../wire/bill.ts";
import {
  presentBillLine,
  presentCard,
  presentPortfolioBilling,
  presentStatement,
  presentTotal,
} from "../present-bill.ts";
import {
  type ControlCall,
  ControlRefusal,
  type ControlRoute,
  instant,
  notFound,
  whole,
} from "../route.ts";
import { wabaNamed } from "./load.ts";

const FILTERS = [
  "wabaId",
  "phoneNumberId",
  "templateId",
  "to",
  "wamid",
  "day",
  "month",
  "category",
  "country",
  "market",
  "charge",
  "reason",
  "conversationId",
  "since",
  "until",
] as const;

const PAGE_MAX = 10_000;

const billingPatch = z.strictObject({
  primaryBusinessLocation: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .exactOptional(),
  internationalFrom: z.iso.datetime({ offset: true }).nullable().exactOptional(),
  exceptions: z
    .array(
      z.strictObject({
        country: z.string().regex(/^[A-Z]{2}$/),
        from: z.iso.datetime({ offset: true }),
      }),
    )
    .exactOptional(),
});

/** What the messages have cost. */
export const billRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/bill",
    summary: "What delivered messages cost, added up; `by` groups them",
    query: [...FILTERS, "by"],
    answer: "BillJson",
    handle: readBill,
  },
  {
    method: "GET",
    path: "/bill/lines",
    summary: "One line per delivered message, with its price and the reason for it",
    query: [...FILTERS, "after", "limit"],
    answer: "ListJson<BillLineJson>",
    handle: listLines,
  },
  {
    method: "GET",
    path: "/bill/statement",
    summary: "What an account owes for a month; this month's when none is given",
    query: ["wabaId", "month"],
    answer: "StatementJson",
    handle: readStatement,
  },
  {
    method: "GET",
    path: "/bill/rates",
    summary: "The rate card in force, or that of a tariff or day, and how well each rate is known",
    query: ["tariff", "day", "currency"],
    answer: "RateCardJson",
    handle: readRates,
  },
  {
    method: "GET",
    path: "/portfolios/{portfolio}/billing",
    summary: "What the authentication-international rate of a portfolio depends on",
    answer: "PortfolioBillingJson",
    handle: ({ world, path }) => {
      const id = path["portfolio"] ?? "";
      return presentPortfolioBilling(id, portfolioBilling(world, id));
    },
  },
  {
    method: "PATCH",
    path: "/portfolios/{portfolio}/billing",
    summary: "Makes a portfolio eligible for authentication-international rates, or moves it",
    body: billingPatch,
    answer: "PortfolioBillingJson",
    handle: changeBilling,
  },
];

function filterOf(call: ControlCall): LineFilter {
  const { query } = call;
  const { since, until } = { ...instant(call, "since"), ...instant(call, "until") };
  return {
    wabaId: query.wabaId,
    phoneNumberId: query.phoneNumberId,
    templateId: query.templateId,
    recipient: query.to?.replace(/^\+/, ""),
    wamid: query.wamid,
    day: query.day,
    month: query.month,
    category: query.category,
    country: query.country,
    market: query.market,
    charge: query.charge === undefined ? undefined : query.charge === "free" ? "free" : "regular",
    reason: query.reason,
    conversationId: query.conversationId,
    from: since,
    to: until,
  };
}

function readBill(call: ControlCall): BillJson {
  const { world, query } = call;
  const filter = filterOf(call);
  const by = (query.by ?? "")
    .split(",")
    .filter((it) => it !== "")
    .map(groupKey);
  return {
    totals: groupBillLines(world.db, filter, []).map(presentTotal),
    groups:
      by.length === 0
        ? []
        : groupBillLines(world.db, filter, by).map((group) => ({
            keys: group.keys,
            ...presentTotal(group),
          })),
  };
}

const GROUP_KEYS: readonly (BillGroupKey & GroupKey)[] = [
  "waba",
  "number",
  "day",
  "month",
  "category",
  "country",
  "market",
  "tariff",
  "type",
  "reason",
  "tier",
  "standing",
  "template",
];

function groupKey(word: string): BillGroupKey & GroupKey {
  const found = GROUP_KEYS.find((it) => it === word);
  if (found !== undefined) return found;
  throw new ControlRefusal(
    "bad-request",
    `A bill cannot be grouped by "${word}". Use ${GROUP_KEYS.join(", ")}, with commas between.`,
  );
}

function listLines(call: ControlCall) {
  const limit = Math.min(whole(call, "limit", 100), PAGE_MAX);
  const after = whole(call, "after", 0);
  const lines = listBillLines(call.world.db, filterOf(call), { after, limit });
  const last = lines.at(-1);
  const more = last !== undefined && lines.length === limit;
  return { data: lines.map(presentBillLine), next: more ? String(last.sendId) : null };
}

function readStatement(call: ControlCall) {
  const { world, query } = call;
  const waba = billedWaba(call);
  const month = query.month ?? today(call, waba).slice(0, 7);
  const groups = groupBillLines(world.db, { wabaId: waba.id, month }, [
    "market",
    "category",
    "type",
    "tariff",
    "tier",
    "standing",
    "unit",
  ]);
  return presentStatement(waba, month, groups);
}

function readRates(call: ControlCall) {
  const { world, query } = call;
  const waba = firstWaba(call);
  const day = query.day ?? today(call, waba);
  const choice = tariffChoice.parse(query.tariff ?? world.settings().tariff);
  const tariff = tariffAt(choice, day);
  const currency = query.currency ?? "USD";
  const card = cardAt(tariff, currency, day);
  if (card !== null) return presentCard(tariff.id, card);
  throw new ControlRefusal(
    "not-found",
    `The tariff ${tariff.id} has no rates in ${currency} that are known. USD has.`,
  );
}

function changeBilling(call: ControlCall) {
  const { world, path } = call;
  const id = path["portfolio"] ?? "";
  if (!world.kinds.wabas.list().some((it) => it.portfolioId === id)) {
    throw notFound("portfolio", id, "/_emulator/wabas");
  }
  const patch = billingPatch.parse(call.body);
  const before = portfolioBilling(world, id);
  const from = patch.internationalFrom;
  const billing = world.kinds.portfolioBilling.put(id, {
    primaryBusinessLocation:
      patch.primaryBusinessLocation === undefined
        ? before.primaryBusinessLocation
        : patch.primaryBusinessLocation,
    internationalFrom:
      from === undefined ? before.internationalFrom : from === null ? null : Date.parse(from),
    exceptions:
      patch.exceptions?.map((it) => ({ country: it.country, from: Date.parse(it.from) })) ??
      before.exceptions,
  });
  return presentPortfolioBilling(id, billing);
}

function billedWaba(call: ControlCall): Waba {
  const id = call.query.wabaId;
  return id === undefined ? firstWaba(call) : wabaNamed(call, id);
}

function firstWaba(call: ControlCall): Waba {
  const waba = call.world.kinds.wabas.list()[0];
  if (waba === undefined) throw new ControlRefusal("not-found", "There is no account to bill.");
  return waba;
}

function today(call: ControlCall, waba: Waba): string {
  return dayIn(zoneName(waba.timezoneId), call.world.clock.now());
}
