import type { ConsentRecord } from "@galka/core/consent/consent";
import { lastingKey, withdrawalsToKeep } from "@galka/core/consent/kept-withdrawals";
import type { Identity } from "@galka/core/contacts/identity";
import type { PeopleChanges } from "@galka/core/contacts/people-book";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { NewConsent } from "@galka/postgres/stores/consent/ledger";
import {
  type KeptWithdrawal,
  findKeptWithdrawals,
  hasKeptWithdrawals,
  keepWithdrawals,
} from "@galka/postgres/stores/consent/kept-withdrawals";
import type { NewEvent } from "@galka/postgres/stores/events";
import type { App } from "../../app.ts";
import { type LedgerDesk, recordConsents } from "./record-consents.ts";

/** Somebody by one of the things that they are known by. */
export type Holder = Identity & { readonly contactId: string };

/**
 * Keeps what a person has taken back while everything else of them is erased:
 * under a keyed hash of their number and their user id, of which nobody who has
 * only the database can tell whose it is.
 */
export async function keepWhatWasTakenBack(
  app: App,
  { tx, workspaceId, now }: LedgerDesk,
  identities: readonly Identity[],
  records: readonly ConsentRecord[],
): Promise<number> {
  const lasting = withdrawalsToKeep(records);
  const hashes = identities.flatMap((it) => hashesOf(app, workspaceId, it).slice(0, 1));
  const kept = hashes.flatMap((hash) =>
    lasting.map(({ purpose, channelId, way, at }) => ({
      hash,
      purpose,
      channelId,
      way,
      at,
      keptAt: now,
    })),
  );
  await keepWithdrawals(tx, workspaceId, kept);
  return lasting.length;
}

/**
 * Writes into the ledger of people who have just become known what they had
 * taken back before they were erased: from then on it decides as it did, and only
 * what they agree to later counts. Costs one question where nothing is kept.
 */
export async function rememberTakenBack(
  app: App,
  desk: LedgerDesk,
  holders: readonly Holder[],
): Promise<readonly NewEvent[]> {
  const kept = await findTakenBack(app, desk, holders);
  const records = kept.map(({ contactId, purpose, channelId, way, at, keptAt }): NewConsent => ({
    id: app.ids.next(),
    contactId,
    purpose,
    channelId,
    decision: "withdrawn",
    way,
    at,
    expiresAt: null,
    wording: null,
    wordingId: null,
    evidence: { keptSince: keptAt.toISOString() },
    memberId: null,
    source: `kept:${contactId}:${purpose}:${channelId ?? "every"}:${way}`,
  }));
  if (records.length === 0) return [];
  return (await recordConsents(desk, records)).events;
}

/** What people had taken back before they were erased, by what they are known by. */
export async function findTakenBack(
  app: App,
  { tx, workspaceId }: Pick<LedgerDesk, "tx" | "workspaceId">,
  holders: readonly Holder[],
): Promise<readonly (KeptWithdrawal & Pick<Holder, "contactId">)[]> {
  if (holders.length === 0 || !(await hasKeptWithdrawals(tx, workspaceId))) return [];
  const byHash = new Map(
    holders.flatMap((it) => hashesOf(app, workspaceId, it).map((hash) => [hash, it] as const)),
  );
  const kept = await findKeptWithdrawals(tx, workspaceId, [...byHash.keys()]);
  return kept.flatMap((it) => {
    const contactId = byHash.get(it.hash)?.contactId;
    return contactId === undefined ? [] : [{ ...it, contactId }];
  });
}

/** Who has become known by something, of what a people book found out. */
export function newHolders({ identities, added, gained }: PeopleChanges): Holder[] {
  const fresh = new Set([...added.map(({ contactId }) => contactId), ...gained]);
  return identities.filter(({ contactId }) => fresh.has(contactId));
}

/** By every key that is known here, the one in use first. */
function hashesOf(app: App, workspaceId: WorkspaceId, identity: Identity): readonly string[] {
  const key = lastingKey(identity);
  return key === null ? [] : app.sealer.fingerprints(`withdrawal ${workspaceId} ${key}`);
}
