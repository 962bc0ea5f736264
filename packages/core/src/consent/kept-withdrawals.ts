import { phoneForms } from "../contacts/phone-forms.ts";
import type { Identity } from "../contacts/identity.ts";
import type { ConsentRecord } from "./consent.ts";

/**
 * What of a ledger has to outlive its contact's erasure: the withdrawals that
 * still hold.
 *
 * Otherwise the same person would be a recipient again as soon as an old list is
 * imported. A withdrawal that the contact lifted themselves later is not kept.
 */
export function withdrawalsToKeep<R extends ConsentRecord>(records: readonly R[]): readonly R[] {
  const holding = records.filter(
    (it) => it.decision === "withdrawn" && !records.some((other) => lifts(other, it)),
  );
  // Of several that say the same, the latest says it best.
  return holding.filter((it) => !holding.some((other) => says(other, it) && isAfter(other, it)));
}

function lifts(grant: ConsentRecord, withdrawal: ConsentRecord): boolean {
  return (
    grant.decision === "granted" &&
    grant.purpose === withdrawal.purpose &&
    isPreference(grant) === isPreference(withdrawal) &&
    (grant.channelId === null || grant.channelId === withdrawal.channelId) &&
    grant.at > withdrawal.at
  );
}

function says(one: ConsentRecord, other: ConsentRecord): boolean {
  return (
    one.purpose === other.purpose &&
    one.channelId === other.channelId &&
    isPreference(one) === isPreference(other)
  );
}

function isAfter(one: ConsentRecord, other: ConsentRecord): boolean {
  const later = one.at.getTime() - other.at.getTime();
  return later > 0 || (later === 0 && one.id > other.id);
}

function isPreference({ way }: ConsentRecord): boolean {
  return way === "meta-preference";
}

/**
 * By which text a person is found again; null for what may be somebody else's
 * tomorrow, as a user name. All forms of one number are one text.
 */
export function lastingKey({ kind, value }: Identity): string | null {
  if (kind === "username") return null;
  const form = kind === "phone" ? (phoneForms(value).toSorted()[0] ?? value) : value;
  return `${kind} ${form}`;
}
