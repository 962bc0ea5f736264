import { FREE_ANSWER_PREFIX } from "@galka/core/billing/charging/by-message";
import { tariffOn } from "@galka/core/billing/charging/terms";
import { dayTeller } from "@galka/core/billing/charging/day-of";
import { forecastMonth } from "@galka/core/billing/forecast";
import type { Period } from "@galka/core/figures/period";
import { openZone } from "@galka/core/hours/zone";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import {
  type BookingQuery,
  countDisagreeing,
  pageBookings,
} from "@galka/postgres/stores/billing/booking-list";
import { type PriceSettings, findPriceSettings } from "@galka/postgres/stores/billing/ledger";
import { loadPriceAccounts } from "@galka/postgres/stores/billing/price-accounts";
import {
  type LinePart,
  type SpendingSum,
  sumDays,
  sumLines,
} from "@galka/postgres/stores/billing/spending";
import { loadCounts } from "@galka/postgres/stores/billing/sums";
import type { App } from "../../app.ts";
import { openBooks } from "./booking/books.ts";

/** A sum with what the workspace puts on top of it. */
export type MarkedUp<Sum> = Sum & { readonly markedUpMicros: number };

export type SpendingBy = "day" | "category" | "country" | "channel" | LinePart;

export type Spending = {
  readonly totals: readonly MarkedUp<Money>[];
  readonly parts: readonly MarkedUp<SpendingSum>[];
};

type Money = Omit<SpendingSum, "key" | "name">;

const MOST_PARTS = 1_000;

/** What delivered messages have cost, in all and by one part. */
export async function readSpending(
  app: App,
  member: Member,
  { period, by }: { readonly period: Period; readonly by: SpendingBy },
): Promise<Spending | Refused<"forbidden">> {
  if (!may(member, "statistics.read")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const settings = await findPriceSettings(tx, workspaceId);
    const parts = await partsOf(tx, workspaceId, period, by);
    const days = by === "day" ? parts : await sumDays(tx, workspaceId, period, "day");
    return {
      totals: totalsOf(days).map((sum) => markedUp(settings, sum)),
      parts: parts.map((sum) => markedUp(settings, sum)),
    };
  });
}

function partsOf(tx: Tx, workspaceId: WorkspaceId, period: Period, by: SpendingBy) {
  switch (by) {
    case "day":
    case "category":
    case "country":
    case "channel":
      return sumDays(tx, workspaceId, period, by);
    default:
      return sumLines(tx, workspaceId, period, { by, most: MOST_PARTS });
  }
}

function totalsOf(sums: readonly SpendingSum[]): Money[] {
  const byCurrency = Map.groupBy(sums, ({ currency }) => currency);
  return [...byCurrency].map(([currency, own]) => ({
    currency,
    messageCount: own.reduce((all, { messageCount }) => all + messageCount, 0),
    chargedCount: own.reduce((all, { chargedCount }) => all + chargedCount, 0),
    amountMicros: own.reduce((all, { amountMicros }) => all + amountMicros, 0),
  }));
}

const WHOLE = 10_000;

function markedUp<Sum extends Money>(
  { markupBasisPoints, markupFixedMicros }: PriceSettings,
  sum: Sum,
): MarkedUp<Sum> {
  const share = Math.round((sum.amountMicros * markupBasisPoints) / WHOLE);
  const fixed = sum.chargedCount * markupFixedMicros;
  return { ...sum, markedUpMicros: sum.amountMicros + share + fixed };
}

export type PriceMonth = {
  readonly month: string;
  readonly today: string;
  readonly totals: readonly (MarkedUp<Money> & { readonly forecastMicros: number | null })[];
  readonly freeAnswers: readonly {
    readonly channelId: string;
    readonly usedCount: number;
    readonly freeCount: number;
  }[];
  readonly disagreeingCount: number;
  readonly isRebooking: boolean;
};

const DAY_MS = 86_400_000;
const LOOK_BACK_MS = 28 * DAY_MS;

/** What this month has cost so far, by the calendar of the first account, and where it is heading. */
export async function readPriceMonth(
  app: App,
  member: Member,
): Promise<PriceMonth | Refused<"forbidden">> {
  if (!may(member, "statistics.read")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const now = app.clock.now();
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const zone = await zoneOf(tx, workspaceId);
    const today = dayTeller()(zone, now.getTime());
    const month = today.slice(0, 7);
    const settings = await findPriceSettings(tx, workspaceId);
    const from = new Date(Date.parse(today) - LOOK_BACK_MS).toISOString().slice(0, 10);
    const since = from < `${month}-01` ? from : `${month}-01`;
    const days = await sumDays(tx, workspaceId, { from: since, to: today }, "day");
    const dayShare = (openZone(zone).wallMsAt(now.getTime()) % DAY_MS) / DAY_MS;
    const inMonth = totalsOf(days.filter(({ key }) => key.startsWith(month)));
    return {
      month,
      today,
      totals: inMonth.map((sum) => ({
        ...markedUp(settings, sum),
        forecastMicros: forecastMonth(today, dayShare, spentByDay(days, sum.currency)),
      })),
      freeAnswers: await freeAnswersOf(tx, workspaceId, today),
      disagreeingCount: await countDisagreeing(tx, workspaceId, `${month}-01`),
      isRebooking: settings.rebookFrom !== null,
    };
  });
}

function spentByDay(days: readonly SpendingSum[], currency: string): ReadonlyMap<string, number> {
  const own = days.filter((sum) => sum.currency === currency);
  return new Map(own.map(({ key, amountMicros }) => [key, amountMicros]));
}

async function zoneOf(tx: Tx, workspaceId: WorkspaceId): Promise<string> {
  const accounts = await loadPriceAccounts(tx, workspaceId);
  const [first] = [...accounts.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return first?.timeZone ?? "UTC";
}

async function freeAnswersOf(tx: Tx, workspaceId: WorkspaceId, today: string) {
  const { choice } = await openBooks(tx, workspaceId);
  const { rules } = tariffOn(choice, today);
  const free = rules.unit === "message" ? rules.freeService : "all";
  if (free === "all") return [];
  const counts = await loadCounts(tx, workspaceId, [today.slice(0, 7)]);
  return [...counts].flatMap(([counter, usedCount]) => {
    if (!counter.startsWith(FREE_ANSWER_PREFIX)) return [];
    const channelId = counter.slice(FREE_ANSWER_PREFIX.length, -8);
    return [{ channelId, usedCount: Math.min(usedCount, free), freeCount: free }];
  });
}

/** Lines with their reasons, the latest first. */
export async function readBookings(app: App, member: Member, query: BookingQuery) {
  if (!may(member, "statistics.read")) return { refused: "forbidden" } as const;
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, (tx) => pageBookings(tx, workspaceId, query));
}
