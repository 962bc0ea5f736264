import { type ConsentLack, type ConsentPurpose, decideConsent } from "@galka/core/consent/consent";
import type { Refused } from "@galka/core/kernel/refused";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Purpose } from "@galka/core/sends/send";
import type { Tx } from "@galka/postgres/database";
import { listConsents } from "@galka/postgres/stores/consent/ledger";
import { isAllowed } from "./record-consents.ts";

/** Names what is missing, so that whoever wants to send knows what would allow it. */
export type NoConsent = Refused<
  "no-consent",
  {
    readonly purpose: ConsentPurpose;
    readonly missing: ConsentLack;
    /** The record in the way, if there is one. */
    readonly recordId: string | null;
  }
>;

export type PurposeRefused = NoConsent;

export type AboutToSend = {
  readonly purpose: Purpose;
  readonly channelId: string;
  readonly contactId: string;
  readonly now: Date;
};

/**
 * Whether something may be sent to a contact for its purpose; answers the record
 * that allows it, where one is needed.
 *
 * Marketing needs a record. A notice needs none, but is not sent to somebody who
 * has said that they want none. What answers a contact, and a code that they
 * asked for, is theirs to have.
 */
export async function guardPurpose(
  tx: Tx,
  workspaceId: WorkspaceId,
  { purpose, channelId, contactId, now }: AboutToSend,
): Promise<{ readonly consentId: string | null } | PurposeRefused> {
  if (purpose !== "marketing" && purpose !== "utility") return { consentId: null };
  const records = await listConsents(tx, workspaceId, [contactId]);
  const verdict = decideConsent(records, { purpose, channelId, now });
  if (verdict.valid) return { consentId: verdict.recordId };
  if (isAllowed(purpose, verdict)) return { consentId: null };
  const { missing, recordId } = verdict;
  return { refused: "no-consent", purpose, missing, recordId };
}
