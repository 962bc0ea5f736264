import { unknownAccount } from "@galka/core/billing/charging/account";
import { type Estimate, type EstimateGroup, estimateCost } from "@galka/core/billing/estimate-cost";
import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { findAccountOf } from "@galka/postgres/stores/billing/asked-conversation";
import { loadCounts } from "@galka/postgres/stores/billing/sums";
import type { App } from "../../app.ts";
import { monthsOf, openBooks } from "./booking/books.ts";

/** What is planned to be sent over a number. */
export type PlanWish = {
  readonly channelId: ChannelId;
  readonly groups: readonly EstimateGroup[];
  /** The least share of messages that will arrive, from 0 to 1. */
  readonly leastDelivered: number;
};

export async function readEstimate(
  app: App,
  member: Member,
  wish: PlanWish,
): Promise<Estimate | Refused<"forbidden"> | Refused<"not-found">> {
  if (!may(member, "statistics.read")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(
    app.db,
    workspaceId,
    async (tx) =>
      (await estimatePlan(tx, workspaceId, app.clock.now(), wish)) ??
      ({ refused: "not-found" } as const),
  );
}

/**
 * What a plan would cost by the tariff in force, with what the month has had
 * already; null when the workspace has no such number.
 */
export async function estimatePlan(
  tx: Tx,
  workspaceId: WorkspaceId,
  now: Date,
  plan: PlanWish,
): Promise<Estimate | null> {
  const nowMs = now.getTime();
  const counts = await loadCounts(tx, workspaceId, monthsOf(nowMs, nowMs));
  return estimateAfter(tx, workspaceId, now, { ...plan, counts });
}

/** The same for a plan that is a whole month of its own: nothing of its free ones and volume tiers is used up. */
export function estimateMonth(
  tx: Tx,
  workspaceId: WorkspaceId,
  now: Date,
  plan: PlanWish,
): Promise<Estimate | null> {
  return estimateAfter(tx, workspaceId, now, { ...plan, counts: new Map() });
}

async function estimateAfter(
  tx: Tx,
  workspaceId: WorkspaceId,
  now: Date,
  { channelId, ...plan }: PlanWish & { readonly counts: ReadonlyMap<string, number> },
): Promise<Estimate | null> {
  const wabaId = await findAccountOf(tx, workspaceId, channelId);
  if (wabaId === null) return null;
  const { choice, accounts } = await openBooks(tx, workspaceId);
  return estimateCost(now, {
    choice,
    account: accounts.get(wabaId) ?? unknownAccount(wabaId),
    numberId: channelId,
    ...plan,
  });
}
