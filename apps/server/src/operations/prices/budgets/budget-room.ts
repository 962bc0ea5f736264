import { type BudgetState, type Lack, roomOf } from "@galka/core/billing/budget";
import { countryOfDigits } from "@galka/core/billing/countries";
import { nextPeriodDay } from "@galka/core/billing/next-period";
import { type ChannelId, type WorkspaceId, idOf } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import type { Purpose } from "@galka/core/sends/send";
import type { Tx } from "@galka/postgres/database";
import { hasStoppingBudgets, lockBudgets } from "@galka/postgres/stores/billing/budgets";
import { type ExpectedCost, insertExpected } from "@galka/postgres/stores/billing/expected-costs";
import { estimatePlan } from "../estimate-plan.ts";
import { loadBudgets } from "./load-budgets.ts";

/** What is about to be sent. */
export type SpendingWish = {
  readonly workspaceId: WorkspaceId;
  readonly channelId: string;
  readonly purpose: Purpose;
  readonly now: Date;
};

export type BudgetSpent = Refused<
  "budget-spent",
  {
    readonly budget: {
      readonly id: string;
      readonly period: "day" | "month";
      readonly limitMicros: number;
      readonly currency: string;
    };
    /** The first day on which there is something to spend again, by the account's calendar. */
    readonly until: string;
  }
>;

/** How many of the messages the budgets have room for, the first ones, and what each is likely to cost. */
export type Room = {
  readonly fits: number;
  readonly costs: readonly Pick<ExpectedCost, "currency" | "amountMicros">[];
  /** Why the next one does not; null when all fit. */
  readonly spent: BudgetSpent | null;
  /** What the next one would have cost; null when all fit. */
  readonly lack: Lack | null;
};

/**
 * What the budgets leave to messages to these phones, in their order.
 *
 * Holds the budgets until the transaction ends, so that two who ask at once do
 * not spend the same money; whoever sends then says so with `expectCosts`.
 * What costs nothing always fits, and nothing is held where no budget stops.
 */
export async function budgetRoom(
  tx: Tx,
  wish: SpendingWish,
  phones: readonly (string | null)[],
): Promise<Room> {
  const { workspaceId, now } = wish;
  const all: Room = { fits: phones.length, costs: [], spent: null, lack: null };
  if (phones.length === 0 || !(await hasStoppingBudgets(tx, workspaceId))) return all;
  await lockBudgets(tx, workspaceId);
  const prices = await pricesOf(tx, wish, new Set(phones.map(countryOf)));
  const { today, budgets } = await loadBudgets(tx, workspaceId, now);
  return fit(budgets, wish, { today, costs: phones.map((phone) => costOf(prices, phone)) });
}

function countryOf(phone: string | null): string {
  return countryOfDigits(phone?.replace(/\D/gu, "") ?? null);
}

type Cost = { readonly currency: string; readonly amountMicros: number };

function costOf(prices: ReadonlyMap<string, Cost>, phone: string | null): Cost {
  return prices.get(countryOf(phone)) ?? { currency: "", amountMicros: 0 };
}

/** The most that one message to each country can cost. */
async function pricesOf(
  tx: Tx,
  { workspaceId, channelId, purpose, now }: SpendingWish,
  countries: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Cost>> {
  const groups = [...countries].map((country) => ({
    country,
    category: purpose,
    count: 1,
    inWindow: purpose === "service" ? 1 : 0,
    inFreeEntry: 0,
  }));
  const plan = {
    channelId: idOf<"channel">(channelId) satisfies ChannelId,
    groups,
    leastDelivered: 1,
  };
  const estimate = await estimatePlan(tx, workspaceId, now, plan);
  return new Map(
    (estimate?.lines ?? []).map(({ country, currency, mostMicros }) => [
      country,
      { currency, amountMicros: mostMicros },
    ]),
  );
}

function fit(
  budgets: readonly BudgetState[],
  { channelId, purpose }: SpendingWish,
  { today, costs }: { readonly today: string; readonly costs: readonly Cost[] },
): Room {
  const used = new Map<string, number>();
  for (const [index, { currency, amountMicros }] of costs.entries()) {
    const room = roomOf(budgets, { channelId, purpose, currency });
    const before = used.get(currency) ?? 0;
    if (room && amountMicros > 0 && before + amountMicros > room.roomMicros) {
      return {
        fits: index,
        costs: costs.slice(0, index),
        spent: spentOf(room.budget, today),
        lack: { channelId, purpose, currency, amountMicros },
      };
    }
    used.set(currency, before + amountMicros);
  }
  return { fits: costs.length, costs, spent: null, lack: null };
}

function spentOf({ id, period, limitMicros, currency }: BudgetState, today: string): BudgetSpent {
  return {
    refused: "budget-spent",
    budget: { id, period, limitMicros, currency },
    until: nextPeriodDay(today, period),
  };
}

/** Notes what messages on their way are likely to cost: `messages` in the order in which `room` was asked for. */
export async function expectCosts(
  tx: Tx,
  { workspaceId, channelId, purpose, now }: SpendingWish,
  room: Room,
  messageIds: readonly string[],
): Promise<void> {
  const costs = messageIds.flatMap((messageId, index) => {
    const cost = room.costs[index];
    return cost && cost.amountMicros > 0 ? [{ messageId, channelId, purpose, ...cost }] : [];
  });
  await insertExpected(tx, workspaceId, costs, now);
}
