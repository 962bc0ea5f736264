import { decideConsent } from "@galka/core/consent/consent";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Purpose } from "@galka/core/sends/send";
import type { Tx } from "@galka/postgres/database";
import { countSignals } from "@galka/postgres/stores/health/signals";
import { listConsents } from "@galka/postgres/stores/consent/ledger";
import { type MarketingRefused, type NoConsent, guardMarketing } from "./guard-marketing.ts";
import { isAllowed } from "./record-consents.ts";

export type PurposeRefused = NoConsent | MarketingRefused;

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
 * asked for, is theirs to have. A refusal counts for the number's health.
 */
export async function guardPurpose(
  tx: Tx,
  workspaceId: WorkspaceId,
  { purpose, channelId, contactId, now }: AboutToSend,
): Promise<{ readonly consentId: string | null } | PurposeRefused> {
  if (purpose === "marketing") {
    const wish = { channelId, contactIds: [contactId], now };
    const verdict = (await guardMarketing(tx, workspaceId, wish)).get(contactId);
    if (!verdict) throw new Error("Nothing was said of a contact who was asked about.");
    if ("refused" in verdict && verdict.refused === "no-consent") await count();
    return verdict;
  }
  if (purpose !== "utility") return { consentId: null };
  const records = await listConsents(tx, workspaceId, [contactId]);
  const verdict = decideConsent(records, { purpose, channelId, now });
  if (verdict.valid) return { consentId: verdict.recordId };
  if (isAllowed(purpose, verdict)) return { consentId: null };
  await count();
  const { missing, recordId } = verdict;
  return { refused: "no-consent", purpose, missing, recordId };

  function count(): Promise<void> {
    return countSignals(tx, workspaceId, now, [{ channelId, what: "no-consent", count: 1 }]);
  }
}
