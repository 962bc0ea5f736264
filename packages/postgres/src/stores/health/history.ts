import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import { jsonText } from "../../json-text.ts";

/** What the history of a number tells of. */
export type HealthEventKind =
  | "quality"
  | "tier"
  | "throughput"
  | "template"
  | "alarm"
  | "brake"
  | "overruled"
  | "overrule-ended"
  | "account";

export type HealthEvent = {
  readonly id: string;
  readonly channelId: string;
  readonly at: Date;
  readonly kind: HealthEventKind;
  readonly before: unknown;
  readonly after: unknown;
  readonly memberId: string | null;
};

export async function insertHealthEvents(
  tx: Tx,
  workspaceId: WorkspaceId,
  events: readonly HealthEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await sql`
    insert into health_history (workspace_id, channel_id, id, at, kind, before, after, member_id)
    select ${workspaceId}, e."channelId", e.id, e.at, e.kind, e.before, e.after, e."memberId"
      from jsonb_to_recordset(${jsonText(events)}::jsonb) as e (
           "channelId" uuid, id uuid, at timestamptz, kind text, before jsonb, after jsonb, "memberId" uuid)`.execute(
    tx,
  );
}

export type ToldHealthEvent = HealthEvent & { readonly memberName: string | null };

/** The latest first; `before` is the id of the last one that is known already. */
export async function listHealthEvents(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  { limit, before = null }: { readonly limit: number; readonly before?: string | null },
): Promise<ToldHealthEvent[]> {
  const { rows } = await sql<ToldHealthEvent>`
    select h.id, h.channel_id as "channelId", h.at, h.kind, h.before, h.after,
           h.member_id as "memberId", m.name as "memberName"
      from health_history h
      left join members m on m.workspace_id = ${workspaceId} and m.id = h.member_id
     where h.workspace_id = ${workspaceId} and h.channel_id = ${channelId}
       and (${before}::uuid is null or (h.at, h.id) < (
             select b.at, b.id from health_history b
              where b.workspace_id = ${workspaceId} and b.channel_id = ${channelId} and b.id = ${before}))
     order by h.at desc, h.id desc limit ${limit}`.execute(tx);
  return rows;
}

export type QualityChange = {
  readonly at: Date;
  readonly before: string | null;
  readonly after: string | null;
};

/** How the quality went since then, the oldest first. */
export async function listQualityChanges(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  since: Date,
): Promise<QualityChange[]> {
  const { rows } = await sql<QualityChange>`
    select at, before #>> '{}' as before, after #>> '{}' as after from health_history
     where workspace_id = ${workspaceId} and channel_id = ${channelId}
       and kind = 'quality' and at >= ${since}
     order by at, id`.execute(tx);
  return rows;
}
