import { type BillingAccount, unknownAccount } from "@galka/core/billing/charging/account";
import { openBill } from "@galka/core/billing/charging/book-history";
import { dayTeller } from "@galka/core/billing/charging/day-of";
import {
  type ReconciledLine,
  type ReconciledTotal,
  reconcile,
  totalsOf,
} from "@galka/core/billing/reconcile";
import { BY_DATE } from "@galka/core/billing/tariffs/tariff-ids";
import type { Period } from "@galka/core/figures/period";
import { openZone } from "@galka/core/hours/zone";
import type { ChannelId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { findAccountOf } from "@galka/postgres/stores/billing/asked-conversation";
import { loadPriceAccounts } from "@galka/postgres/stores/billing/price-accounts";
import type { App } from "../../app.ts";
import { type ChannelAccess, type ChargeRange, GatewayError } from "../../channels/gateway.ts";
import { openNumber } from "../channels/open-number.ts";
import { historyBefore, readHistory } from "./booking/read-history.ts";

export type ReconcileWish = { readonly channelId: ChannelId; readonly period: Period };

export type Reconciliation = {
  readonly lines: readonly ReconciledLine[];
  readonly totals: readonly ReconciledTotal[];
};

type ReconcileRefused =
  | Refused<"forbidden">
  | Refused<"not-found">
  | Refused<"channel-not-connected">
  | Refused<"meta-unreachable", { readonly reason: string }>;

const DAY_MS = 86_400_000;

/**
 * Compares what was booked of a number's account with what Meta says it has
 * charged. By Meta's own tariff, whatever the workspace is charged by.
 */
export async function readReconciliation(
  app: App,
  member: Member,
  { channelId, period }: ReconcileWish,
): Promise<Reconciliation | ReconcileRefused> {
  if (!may(member, "statistics.read")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const found = await inWorkspace(app.db, workspaceId, async (tx) => {
    const wabaId = await findAccountOf(tx, workspaceId, channelId);
    if (wabaId === null) return null;
    const account = (await loadPriceAccounts(tx, workspaceId)).get(wabaId);
    return { account: account ?? unknownAccount(wabaId) };
  });
  if (!found) return { refused: "not-found" };
  const access = await openNumber(app, { workspaceId, channelId });
  if (!access) return { refused: "channel-not-connected" };
  const { account } = found;
  const zone = openZone(account.timeZone);
  const from = new Date(zone.instantMsOf(Date.parse(period.from)));
  const until = new Date(zone.instantMsOf(Date.parse(period.to) + DAY_MS));
  const told = await chargesOf(app, access, { from, until });
  if ("refused" in told) return told;
  const ours = await inWorkspace(app.db, workspaceId, (tx) =>
    linesOf(tx, member, { account, period }),
  );
  const dayIn = dayTeller();
  const { currency, timeZone } = account;
  const lines = reconcile(ours, told, { currency, dayOf: (ms) => dayIn(timeZone, ms) });
  return { lines, totals: totalsOf(lines) };
}

async function chargesOf(app: App, access: ChannelAccess, range: ChargeRange) {
  try {
    return await app.gateways("whatsapp").readCharges(access, range);
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    return { refused: "meta-unreachable", reason: error.message } as const;
  }
}

/** The account's lines of the period, by Meta's own tariff of each day. */
async function linesOf(
  tx: Tx,
  { workspaceId }: Member,
  { account, period }: { readonly account: BillingAccount; readonly period: Period },
) {
  const bill = openBill(BY_DATE, new Map([[account.id, account]]));
  const lines = [];
  for await (const { delivery } of readHistory(tx, workspaceId, historyBefore(period.from))) {
    if (delivery.accountId !== account.id) continue;
    const line = bill.book(delivery);
    if (line.day > period.to) break;
    if (line.day >= period.from) lines.push(line);
  }
  return lines;
}
