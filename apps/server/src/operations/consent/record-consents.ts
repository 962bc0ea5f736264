import {
  type ConsentRecord,
  type ConsentVerdict,
  decideConsent,
} from "@galka/core/consent/consent";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Tx } from "@galka/postgres/database";
import {
  type NewConsent,
  insertConsents,
  listConsents,
} from "@galka/postgres/stores/consent/ledger";
import {
  type WaitingSend,
  cancelWaiting,
  listWaitingSends,
} from "@galka/postgres/stores/consent/waiting-sends";
import { noteOptOuts } from "@galka/postgres/stores/campaigns/follow-campaigns";
import type { NewEvent } from "@galka/postgres/stores/events";
import { failCancelled } from "../sends/fail-cancelled.ts";
import { failedWithoutConsent } from "./failed-without-consent.ts";

export type LedgerDesk = {
  readonly tx: Tx;
  readonly workspaceId: WorkspaceId;
  readonly now: Date;
};

export type Recorded = {
  /** The ids of what was not recorded before. */
  readonly added: ReadonlySet<string>;
  /** To be appended by whoever asked, last of all. */
  readonly events: readonly NewEvent[];
};

/**
 * Adds to the ledger, and takes back what waits for somebody who does not agree
 * to it any more. The same source is recorded once, however often it comes.
 *
 * What is under way by then ends as it ends.
 */
export async function recordConsents(
  { tx, workspaceId, now }: LedgerDesk,
  records: readonly NewConsent[],
): Promise<Recorded> {
  const added = await insertConsents(tx, workspaceId, records, now);
  const fresh = records.filter(({ id }) => added.has(id));
  const events: NewEvent[] = [...new Set(fresh.map(({ contactId }) => contactId))].map(
    (contactId) => ({ kind: "contact-changed", contactId }),
  );
  const withdrawing = fresh.filter(({ decision }) => decision === "withdrawn");
  const optedOut = withdrawing.flatMap((it) => (it.purpose === "marketing" ? [it.contactId] : []));
  await noteOptOuts(tx, workspaceId, [...new Set(optedOut)], now);
  const ended = await cancelUnwanted({ tx, workspaceId, now }, withdrawing);
  return { added, events: [...ended, ...events] };
}

async function cancelUnwanted(
  { tx, workspaceId, now }: LedgerDesk,
  withdrawing: readonly NewConsent[],
): Promise<NewEvent[]> {
  const contactIds = [...new Set(withdrawing.map(({ contactId }) => contactId))];
  const waiting = await listWaitingSends(tx, workspaceId, contactIds);
  if (waiting.length === 0) return [];
  const ledger = await listConsents(tx, workspaceId, contactIds);
  const unwanted = waiting.filter((send) => {
    const records = ledger.filter(({ contactId }) => contactId === send.contactId);
    return isUnwanted(send, records, now);
  });
  const ids = unwanted.map(({ id }) => id);
  const messageIds = await cancelWaiting(tx, workspaceId, ids, now);
  const failed = messageIds.map((messageId) => failedWithoutConsent(messageId, now));
  return failCancelled({ tx, workspaceId }, failed);
}

function isUnwanted(send: WaitingSend, records: readonly ConsentRecord[], now: Date): boolean {
  const { purpose, channelId } = send;
  if (purpose !== "marketing" && purpose !== "utility") return false;
  return !isAllowed(purpose, decideConsent(records, { purpose, channelId, now }));
}

/** Marketing needs to be agreed to; a notice only not to be declined. */
export function isAllowed(purpose: "marketing" | "utility", verdict: ConsentVerdict): boolean {
  return verdict.valid || (purpose === "utility" && verdict.missing !== "withdrawn");
}
