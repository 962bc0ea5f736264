import type { Purpose } from "../sends/send.ts";

/** How much may be spent in a day or a month, on what. */
export type Budget = {
  readonly id: string;
  /** Null is every number. */
  readonly channelId: string | null;
  /** Null is every purpose, answers too. */
  readonly purpose: Purpose | null;
  readonly period: "day" | "month";
  readonly currency: string;
  readonly limitMicros: number;
  /** From which share of it on people are told. */
  readonly alarmPercent: number;
  /** Whether messages are refused once it is spent; else people are told alone. */
  readonly stops: boolean;
};

/** A budget in its present period. */
export type BudgetState = Budget & {
  /** First day of the period. */
  readonly since: string;
  readonly spentMicros: number;
  /** What messages on their way are likely to add. */
  readonly expectedMicros: number;
};

/** What a message is that asks for money. */
export type Asking = {
  readonly channelId: string;
  readonly purpose: Purpose;
  readonly currency: string;
};

/** The budget that leaves the least, and how much that is. */
export type Room = { readonly budget: BudgetState; readonly roomMicros: number };

/**
 * What the budgets leave to a message; null when none has a say.
 *
 * A budget counts what is spent and what is on its way. Only those that stop
 * have a say, and only in their own currency.
 */
export function roomOf(budgets: readonly BudgetState[], asking: Asking): Room | null {
  const rooms = budgets
    .filter((budget) => budget.stops && concerns(budget, asking))
    .map((budget) => ({
      budget,
      roomMicros: Math.max(0, budget.limitMicros - budget.spentMicros - budget.expectedMicros),
    }));
  return rooms.toSorted((one, other) => one.roomMicros - other.roomMicros)[0] ?? null;
}

/** What something that waits for money could not pay. */
export type Lack = Asking & { readonly amountMicros: number };

/** A failed message gives its money back: of so small a share of a budget nothing begins anew. */
const LEAST_SHARE = 0.01;

/**
 * Whether what waits for money may go on.
 *
 * It does so for a hundredth of the budget at least, and for one message at
 * least: else a campaign would begin and rest again for each message of it that
 * fails and gives its money back.
 */
export function isRoomAgain(budgets: readonly BudgetState[], lack: Lack): boolean {
  const room = roomOf(budgets, lack);
  if (room === null) return true;
  return room.roomMicros >= Math.max(lack.amountMicros, room.budget.limitMicros * LEAST_SHARE);
}

function concerns({ channelId, purpose, currency }: Budget, asking: Asking): boolean {
  return (
    currency === asking.currency &&
    (channelId === null || channelId === asking.channelId) &&
    (purpose === null || purpose === asking.purpose)
  );
}

/** What there is to tell of a budget: that it is nearly spent, or wholly. */
export function alarmOf(budget: BudgetState): "near" | "spent" | null {
  const { limitMicros, spentMicros, alarmPercent } = budget;
  if (spentMicros >= limitMicros) return "spent";
  return spentMicros * 100 >= limitMicros * alarmPercent ? "near" : null;
}
