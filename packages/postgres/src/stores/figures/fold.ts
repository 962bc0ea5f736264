import type { WorkspaceId } from "@galka/core/kernel/ids";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../database.ts";

/**
 * Adds up what was counted since the last time; afterwards the figures are as new as this transaction.
 *
 * Called twice, or by two at once, it adds everything once: what is added up is
 * deleted in the same statement.
 */
export async function foldFigures(tx: Tx, workspaceId: WorkspaceId): Promise<void> {
  const { rows } = await sql<{ any: boolean }>`
    select exists (select from figure_deltas where workspace_id = ${workspaceId}) as any`.execute(
    tx,
  );
  if (rows[0]?.any !== true) return;
  await sql`select pg_advisory_xact_lock(hashtext('galka.figures.fold'), hashtext(${workspaceId}::text))`.execute(
    tx,
  );
  await fold(
    tx,
    sql`delete from figure_deltas where workspace_id = ${workspaceId}
        returning workspace_id, day, hour, whole, channel_id, member_id, team_id, label_ids,
                  incoming, outgoing, sent, delivered, read, failed, reads`,
  );
}

/** Adds `counted`, a statement that answers rows like those of figure_deltas, to the days and hours. */
async function fold(tx: Tx, counted: RawBuilder<unknown>): Promise<void> {
  await sql`
    with counted as (${counted}), spread as (
      select c.workspace_id, p.part, p.part_id, c.day, c.hour, c.incoming, c.outgoing, c.sent,
             c.delivered, c.read, c.failed, c.reads
        from counted c
       cross join lateral (
         select 'workspace' as part, c.workspace_id as part_id where c.whole
         union all select 'channel', c.channel_id where c.channel_id is not null
         union all select 'member', c.member_id where c.member_id is not null
         union all select 'team', c.team_id where c.team_id is not null
         union all select 'label', l from unnest(c.label_ids) l) p
    ), hours as (
      insert into figure_hours as f (workspace_id, part, part_id, day, hour, incoming, outgoing, reads)
      select workspace_id, part, part_id, day, hour, sum(incoming), sum(outgoing), sum(reads)
        from spread where part in ('workspace', 'channel', 'team')
       group by 1, 2, 3, 4, 5
      on conflict (workspace_id, part, part_id, day, hour) do update
         set incoming = f.incoming + excluded.incoming, outgoing = f.outgoing + excluded.outgoing,
             reads = f.reads + excluded.reads
    )
    insert into figure_days as f (workspace_id, part, day, part_id, incoming, outgoing, sent, delivered, read, failed)
    select workspace_id, part, day, part_id, sum(incoming), sum(outgoing), sum(sent), sum(delivered), sum(read), sum(failed)
      from spread
     group by 1, 2, 3, 4
    having (sum(incoming), sum(outgoing), sum(sent), sum(delivered), sum(read), sum(failed)) <> (0, 0, 0, 0, 0, 0)
    on conflict (workspace_id, part, day, part_id) do update
       set incoming = f.incoming + excluded.incoming, outgoing = f.outgoing + excluded.outgoing,
           sent = f.sent + excluded.sent, delivered = f.delivered + excluded.delivered,
           read = f.read + excluded.read, failed = f.failed + excluded.failed`.execute(tx);
}

/**
 * Counts one day anew from the messages themselves.
 *
 * Nothing is counted by anyone else meanwhile, so the day is exact, whatever
 * stood there before and whatever happens at the same moment.
 */
export async function recountDay(tx: Tx, workspaceId: WorkspaceId, day: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('galka.figures'), hashtext(${workspaceId}::text))`.execute(
    tx,
  );
  await foldFigures(tx, workspaceId);
  await sql`delete from figure_days where workspace_id = ${workspaceId} and day = ${day}::date`.execute(
    tx,
  );
  await sql`delete from figure_hours where workspace_id = ${workspaceId} and day = ${day}::date`.execute(
    tx,
  );
  await fold(tx, dayAsCounted(workspaceId, day, await boundsOf(tx, workspaceId, day)));
}

type Bounds = { readonly zone: string; readonly begins: Date; readonly ends: Date };

/** Asked for by itself: within the count, PostgreSQL would ask for the zone at every message. */
async function boundsOf(tx: Tx, workspaceId: WorkspaceId, day: string): Promise<Bounds> {
  const { rows } = await sql<Bounds>`
    select z.zone, ${day}::timestamp at time zone z.zone as begins,
           (${day}::timestamp + interval '1 day') at time zone z.zone as ends
      from (select figure_zone(${workspaceId}) as zone) z`.execute(tx);
  const [bounds] = rows;
  if (!bounds) throw new Error("The bounds of a day were not answered.");
  return bounds;
}

/**
 * Each message's conversation is looked up by itself (`offset 0`): a day has few
 * messages, and PostgreSQL takes them for so many that it would read all conversations.
 */
function dayAsCounted(
  workspaceId: WorkspaceId,
  day: string,
  { zone, begins, ends }: Bounds,
): RawBuilder<unknown> {
  return sql`
    select k.workspace_id, ${day}::date as day, extract(hour from k.moment at time zone ${zone})::smallint as hour,
           true as whole, k.channel_id, k.member_id, c.team_id,
           array(select cl.label_id from conversation_labels cl
                  where cl.workspace_id = m.workspace_id and cl.conversation_id = m.conversation_id) as label_ids,
           k.incoming, k.outgoing, k.sent, k.delivered, k.read, k.failed, k.reads
      from (
       select m.* from messages m
        where m.workspace_id = ${workspaceId} and m.at >= ${begins} and m.at < ${ends}
       union all
       select m.* from messages m
        where m.workspace_id = ${workspaceId} and m.status in ('read', 'played')
          and m.status_at >= ${begins} and m.status_at < ${ends}
          and not (m.at >= ${begins} and m.at < ${ends})) m
     cross join lateral counts_of(1, m.workspace_id, m.conversation_id, m.channel_id, m.author_member_id,
       m.direction, m.source, m.content ->> 'kind', m.status, m.at, m.status_at) k
     cross join lateral (
       select c.team_id from conversations c
        where c.workspace_id = m.workspace_id and c.id = m.conversation_id offset 0) c
     where k.moment >= ${begins} and k.moment < ${ends}`;
}
