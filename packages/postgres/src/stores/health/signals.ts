import type { Seen } from "@galka/core/health/facts";
import { NO_SIGNALS, SIGNALS, type Signal, type SignalCounts } from "@galka/core/health/signal";
import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

export type FailedMessage = {
  readonly id: string;
  readonly conversationId: string;
  /** Whether the person was reached by this number before, or wrote to it. */
  readonly wasReached: boolean;
};

/** What is known of those who could not be reached. */
export async function describeFailed(
  tx: Tx,
  workspaceId: WorkspaceId,
  messageIds: readonly string[],
): Promise<FailedMessage[]> {
  if (messageIds.length === 0) return [];
  const { rows } = await sql<FailedMessage>`
    select m.id, m.conversation_id as "conversationId",
           exists (
             select from messages o
              where o.workspace_id = ${workspaceId} and o.conversation_id = m.conversation_id
                and (o.direction = 'in' or o.status in ('delivered', 'read', 'played'))) as "wasReached"
      from messages m
     where m.workspace_id = ${workspaceId} and m.id = any(${[...messageIds]}::uuid[])
     order by m.id`.execute(tx);
  return rows;
}

export type Counted = {
  readonly channelId: string;
  readonly what: Signal | "no-consent";
  readonly count: number;
};

/** Adds to the counts of this hour, in the order of their keys so that two who count wait for each other in turn. */
export async function countSignals(
  tx: Tx,
  workspaceId: WorkspaceId,
  now: Date,
  counted: readonly Counted[],
): Promise<void> {
  if (counted.length === 0) return;
  await sql`
    insert into health_counts as h (workspace_id, channel_id, hour, what, count)
    select ${workspaceId}, c."channelId", date_trunc('hour', ${now}::timestamptz), c.what, c.count
      from jsonb_to_recordset(${JSON.stringify(counted)}::jsonb) as c ("channelId" uuid, what text, count int)
     order by c."channelId", c.what
    on conflict (workspace_id, channel_id, hour, what) do update set count = h.count + excluded.count`.execute(
    tx,
  );
}

export type SeenThing = {
  readonly channelId: string;
  readonly what: Signal | "no-consent";
  readonly conversationId: string;
};

/** Remembers in whose chat it was to be seen. */
export async function keepSeen(
  tx: Tx,
  workspaceId: WorkspaceId,
  now: Date,
  seen: readonly SeenThing[],
): Promise<void> {
  if (seen.length === 0) return;
  await sql`
    insert into health_seen (workspace_id, channel_id, what, conversation_id, at)
    select distinct on (s."channelId", s.what, s."conversationId")
           ${workspaceId}, s."channelId", s.what, s."conversationId", ${now}
      from jsonb_to_recordset(${JSON.stringify(seen)}::jsonb)
           as s ("channelId" uuid, what text, "conversationId" uuid)
     order by s."channelId", s.what, s."conversationId"
    on conflict (workspace_id, channel_id, what, conversation_id) do update set at = excluded.at`.execute(
    tx,
  );
}

/** What was counted in the day before `now`, to the hour. */
export async function sumSignals(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  now: Date,
): Promise<{ readonly signals: SignalCounts; readonly noConsent: number }> {
  const { rows } = await sql<{ what: string; count: number }>`
    select what, sum(count)::int as count from health_counts
     where workspace_id = ${workspaceId} and channel_id = ${channelId}
       and hour > ${now}::timestamptz - interval '24 hours'
     group by what`.execute(tx);
  const of = new Map(rows.map(({ what, count }) => [what, count]));
  const counts = SIGNALS.map((signal) => [signal, of.get(signal) ?? 0] as const);
  const signals = { ...NO_SIGNALS, ...Object.fromEntries(counts) };
  return { signals, noConsent: of.get("no-consent") ?? 0 };
}

/** The last few in whose chats something was to be seen in the day before `now`, to the hour as it is counted. */
export async function listSeen(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  { what, now }: { readonly what: Signal | "no-consent"; readonly now: Date },
): Promise<Seen[]> {
  const { rows } = await sql<Seen>`
    select s.conversation_id as "conversationId", coalesce(p.name, p.profile_name) as name
      from health_seen s
      join conversations c on c.workspace_id = ${workspaceId} and c.id = s.conversation_id
      join contacts p on p.workspace_id = ${workspaceId} and p.id = c.contact_id
     where s.workspace_id = ${workspaceId} and s.channel_id = ${channelId} and s.what = ${what}
       and date_trunc('hour', s.at) > ${now}::timestamptz - interval '24 hours'
     order by s.at desc, s.conversation_id limit 5`.execute(tx);
  return rows;
}

export type DaySignals = { readonly day: string; readonly what: string; readonly count: number };

/** What was counted, by the day of `timeZone`. */
export async function listDaySignals(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  { since, timeZone }: { readonly since: Date; readonly timeZone: string },
): Promise<DaySignals[]> {
  const { rows } = await sql<DaySignals>`
    select to_char(hour at time zone ${timeZone}, 'YYYY-MM-DD') as day, what, sum(count)::int as count
      from health_counts
     where workspace_id = ${workspaceId} and channel_id = ${channelId} and hour >= ${since}
     group by 1, 2 order by 1, 2`.execute(tx);
  return rows;
}

/** Forgets what no picture shows any more. */
export async function forgetSignals(tx: Tx, workspaceId: WorkspaceId, now: Date): Promise<void> {
  await sql`
    delete from health_counts
     where workspace_id = ${workspaceId} and hour < ${now}::timestamptz - interval '90 days'`.execute(
    tx,
  );
  await sql`
    delete from health_seen
     where workspace_id = ${workspaceId} and at < ${now}::timestamptz - interval '7 days'`.execute(
    tx,
  );
}
