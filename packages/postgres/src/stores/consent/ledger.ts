import type {
  ConsentDecision,
  ConsentPurpose,
  ConsentRecord,
  ConsentWay,
} from "@galka/core/consent/consent";
import type { ContactId, WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import { jsonText } from "../../json-text.ts";

export type NewConsent = {
  readonly id: string;
  readonly contactId: string;
  readonly purpose: ConsentPurpose;
  readonly channelId: string | null;
  readonly decision: ConsentDecision;
  readonly way: ConsentWay;
  readonly at: Date;
  readonly expiresAt: Date | null;
  /** The exact words that were agreed to. */
  readonly wording: string | null;
  readonly wordingId: string | null;
  readonly evidence: object;
  readonly memberId: string | null;
  /** What it is recorded from; the same is recorded once. */
  readonly source: string;
};

/** A record with all that proves it. */
export type ConsentView = ConsentRecord & {
  readonly contactId: string;
  readonly wording: string | null;
  readonly wordingId: string | null;
  readonly wordingName: string | null;
  readonly wordingVersion: number | null;
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly memberId: string | null;
  readonly memberName: string | null;
  readonly source: string;
};

/** Adds to the ledger; answers the ids of what was not recorded before. */
export async function insertConsents(
  tx: Tx,
  workspaceId: WorkspaceId,
  records: readonly NewConsent[],
  now: Date,
): Promise<Set<string>> {
  if (records.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    insert into consent_records (workspace_id, id, contact_id, purpose, channel_id, decision, way, at,
                                 recorded_at, expires_at, wording, wording_id, evidence, member_id, source)
    select ${workspaceId}, r.id, r."contactId", r.purpose, r."channelId", r.decision, r.way, r.at,
           ${now}, r."expiresAt", r.wording, r."wordingId", r.evidence, r."memberId", r.source
      from jsonb_to_recordset(${jsonText(records)}::jsonb)
           as r (id uuid, "contactId" uuid, purpose text, "channelId" uuid, decision text, way text,
                 at timestamptz, "expiresAt" timestamptz, wording text, "wordingId" uuid,
                 evidence jsonb, "memberId" uuid, source text)
    on conflict (workspace_id, source) do nothing
    returning id`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

const COLUMNS = sql`
  r.id, r.contact_id as "contactId", r.purpose, r.channel_id as "channelId", r.decision, r.way, r.at,
  r.recorded_at as "recordedAt", r.expires_at as "expiresAt", r.wording, r.wording_id as "wordingId",
  w.name as "wordingName", w.version as "wordingVersion", r.evidence, r.member_id as "memberId",
  m.name as "memberName", r.source`;

const JOINS = sql`
  left join consent_wordings w on w.workspace_id = r.workspace_id and w.id = r.wording_id
  left join members m on m.workspace_id = r.workspace_id and m.id = r.member_id`;

/** The ledger of some contacts, the latest first. */
export async function listConsents(
  tx: Tx,
  workspaceId: WorkspaceId,
  contactIds: readonly string[],
): Promise<ConsentView[]> {
  const { rows } = await sql<ConsentView>`
    select ${COLUMNS} from consent_records r ${JOINS}
     where r.workspace_id = ${workspaceId} and r.contact_id = any(${[...contactIds]}::uuid[])
     order by r.at desc, r.decision = 'withdrawn' desc, r.recorded_at desc, r.id desc`.execute(tx);
  return rows;
}

/** What was recorded from this already; null when nothing was. */
export async function findConsentOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  source: string,
): Promise<ConsentView | null> {
  const { rows } = await sql<ConsentView>`
    select ${COLUMNS} from consent_records r ${JOINS}
     where r.workspace_id = ${workspaceId} and r.source = ${source}`.execute(tx);
  return rows[0] ?? null;
}

/** In which language a contact is spoken to; null when nobody has said. */
export async function findLanguageOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  contactId: ContactId,
): Promise<string | null> {
  const { rows } = await sql<{ language: string | null }>`
    select language from contacts where workspace_id = ${workspaceId} and id = ${contactId}`.execute(
    tx,
  );
  return rows[0]?.language ?? null;
}

/** Locks a contact's row until `tx` ends; false when there is no such contact. */
export async function lockSubject(
  tx: Tx,
  workspaceId: WorkspaceId,
  contactId: ContactId,
): Promise<boolean> {
  const { rows } = await sql`
    select from contacts where workspace_id = ${workspaceId} and id = ${contactId} for share`.execute(
    tx,
  );
  return rows.length > 0;
}
