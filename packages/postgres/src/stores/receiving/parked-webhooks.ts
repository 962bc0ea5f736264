import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** A member of a webhook that could not be applied, and why. */
export type ParkedMember = {
  readonly id: string;
  readonly workspaceId: string | null;
  readonly channelId: string | null;
  readonly position: number;
  readonly receivedAt: Date;
  readonly reason: string;
  readonly detail: string;
  readonly member: unknown;
};

/**
 * Parks members of the workspace that the transaction is in; the same member is
 * parked once while it waits. (The offset has each looked up by the index,
 * however many are parked.)
 */
export async function parkMembers(
  tx: Tx,
  members: readonly ParkedMember[],
  now: Date,
): Promise<void> {
  if (members.length === 0) return;
  const rows = members.map((member) => ({ ...member, member: member.member ?? null }));
  await sql`
    insert into parked_webhooks (id, workspace_id, channel_id, position, received_at, reason, detail, member, parked_at)
    select p.id, p."workspaceId", p."channelId", p.position, p."receivedAt", p.reason, p.detail,
           coalesce(p.member, 'null'), ${now}
      from (select *, md5(coalesce(member, 'null')::text) as digest
              from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
                   as r (id uuid, "workspaceId" uuid, "channelId" uuid, position bigint,
                         "receivedAt" timestamptz, reason text, detail text, member jsonb)
            offset 0) as p
     where not exists (
       select from parked_webhooks w
        where w.workspace_id is not distinct from p."workspaceId" and w.resolved_at is null
          and w.member_md5 = p.digest offset 0)`.execute(tx);
}

export async function lockParked(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<{ readonly position: number; readonly reason: string } | null> {
  const { rows } = await sql<{ position: number; reason: string }>`
    select position, reason from parked_webhooks
     where id = ${id} and workspace_id = ${workspaceId} and resolved_at is null for update`.execute(
    tx,
  );
  return rows[0] ?? null;
}

/** Whether something that was told of a number could not be applied, and still waits. */
export async function hasFailedMembers(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: string,
): Promise<boolean> {
  const { rows } = await sql`
    select from parked_webhooks
     where workspace_id = ${workspaceId} and channel_id = ${channelId}
       and resolved_at is null and reason in ('failed', 'too-slow') limit 1`.execute(tx);
  return rows.length > 0;
}

/** Why that which is parked under `id` could not be applied this time; null when it is not among these. */
export async function findDetailOf(
  tx: Tx,
  id: string,
  failed: readonly Pick<ParkedMember, "detail" | "member">[],
): Promise<string | null> {
  const rows = failed.map(({ detail, member }) => ({ detail, member: member ?? null }));
  const { rows: found } = await sql<{ detail: string }>`
    select f.detail
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f (detail text, member jsonb)
      join parked_webhooks p on p.member_md5 = md5(coalesce(f.member, 'null')::text)
     where p.id = ${id} limit 1`.execute(tx);
  return found[0]?.detail ?? null;
}

/** Notes how another try ended: `problem` null settles it. */
export async function noteRetry(
  tx: Tx,
  id: string,
  problem: string | null,
  now: Date,
): Promise<void> {
  await sql`
    update parked_webhooks
       set attempts = attempts + 1, detail = coalesce(${problem}, detail),
           resolved_at = case when ${problem}::text is null then ${now}::timestamptz end
     where id = ${id}`.execute(tx);
}

export type Receipts = {
  readonly day: string;
  readonly hint: string;
  readonly accepted: number;
  readonly applied: number;
  readonly parked: number;
};

export async function countReceipts(tx: Tx, receipts: readonly Receipts[]): Promise<void> {
  if (receipts.length === 0) return;
  await sql`
    insert into receipt_counts (day, hint, accepted, applied, parked)
    select r.day, r.hint, r.accepted, r.applied, r.parked
      from jsonb_to_recordset(${JSON.stringify(receipts)}::jsonb)
           as r (day date, hint text, accepted bigint, applied bigint, parked bigint)
     order by r.day, r.hint
    on conflict (day, hint) do update
       set accepted = receipt_counts.accepted + excluded.accepted,
           applied = receipt_counts.applied + excluded.applied,
           parked = receipt_counts.parked + excluded.parked`.execute(tx);
}
