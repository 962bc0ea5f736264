import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** Conversations whose waits are derived at once. */
const AT_ONCE = 2_000;

/**
 * Derives the waits of some conversations anew from their messages, in the order
 * of ids from `after` on; answers where to go on, null when all are done.
 */
export async function recountWaits(
  tx: Tx,
  workspaceId: WorkspaceId,
  after: string | null,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from conversations
     where workspace_id = ${workspaceId} ${after === null ? sql`` : sql`and id > ${after}::uuid`}
     order by id limit ${AT_ONCE}`.execute(tx);
  const ids = rows.map(({ id }) => id);
  await sql`
    select derive_waits(array_agg(${workspaceId}::uuid), array_agg(id), array_agg('-infinity'::timestamptz))
      from unnest(${ids}::uuid[]) id`.execute(tx);
  return rows.length < AT_ONCE ? null : (ids.at(-1) ?? null);
}

/** A span of time that is to be measured by the office's hours. */
export type Unmeasured = {
  readonly kind: "wait" | "closing";
  readonly conversationId: string;
  readonly from: Date;
  readonly to: Date;
  readonly channelId: string;
  readonly teamId: string | null;
};

/** What has come to an end and is not measured yet. */
export async function listUnmeasured(
  tx: Tx,
  workspaceId: WorkspaceId,
  limit: number,
): Promise<Unmeasured[]> {
  const { rows } = await sql<Unmeasured>`
    (select 'wait' as kind, w.conversation_id as "conversationId", w.asked_at as "from", w.answered_at as "to",
            w.channel_id as "channelId", c.team_id as "teamId"
       from waits w join conversations c on c.workspace_id = w.workspace_id and c.id = w.conversation_id
      where w.workspace_id = ${workspaceId} and w.answered_at is not null and w.office_ms is null
      limit ${limit})
    union all
    (select 'closing', l.conversation_id, l.began_at, l.closed_at, l.channel_id, c.team_id
       from closings l join conversations c on c.workspace_id = l.workspace_id and c.id = l.conversation_id
      where l.workspace_id = ${workspaceId} and l.office_ms is null
      limit ${limit})`.execute(tx);
  return rows;
}

export type Measured = {
  readonly kind: "wait" | "closing";
  readonly conversationId: string;
  readonly from: Date;
  readonly to: Date;
  readonly officeMs: number;
};

/** Writes down how long the office was open; what has changed its end meanwhile is left to be measured again. */
export async function saveMeasured(
  tx: Tx,
  workspaceId: WorkspaceId,
  measured: readonly Measured[],
): Promise<void> {
  const json = JSON.stringify(measured);
  await sql`
    update waits w set office_ms = m."officeMs"
      from jsonb_to_recordset(${json}::jsonb)
           as m (kind text, "conversationId" uuid, "from" timestamptz, "to" timestamptz, "officeMs" bigint)
     where m.kind = 'wait' and w.workspace_id = ${workspaceId} and w.conversation_id = m."conversationId"
       and date_trunc('milliseconds', w.asked_at) = m."from" and date_trunc('milliseconds', w.answered_at) = m."to"`.execute(
    tx,
  );
  await sql`
    update closings l set office_ms = m."officeMs"
      from jsonb_to_recordset(${json}::jsonb)
           as m (kind text, "conversationId" uuid, "from" timestamptz, "to" timestamptz, "officeMs" bigint)
     where m.kind = 'closing' and l.workspace_id = ${workspaceId} and l.conversation_id = m."conversationId"
       and date_trunc('milliseconds', l.began_at) = m."from" and date_trunc('milliseconds', l.closed_at) = m."to"`.execute(
    tx,
  );
}
