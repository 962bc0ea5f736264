import type { Period } from "@galka/core/figures/period";
import type { Buckets, WaitsTold } from "@galka/core/figures/waits-told";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import { endOf, startOf } from "./answer-times.ts";

/** Days that are counted in one statement. */
const AT_ONCE = 31;

/** Whether more contacts waited in a period than can be put in order at every look. */
export async function hasManyWaits(
  tx: Tx,
  workspaceId: WorkspaceId,
  { from, to }: Period,
  many: number,
): Promise<boolean> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from waits w
       where w.workspace_id = ${workspaceId} and w.asked_at >= ${startOf(workspaceId, from)}
         and w.asked_at < ${endOf(workspaceId, to)}
       limit ${many + 1}) as waited`.execute(tx);
  return (rows[0]?.count ?? 0) > many;
}

/** Forgets what the days came to on which something has changed since. */
export async function forgetChangedDays(tx: Tx, workspaceId: WorkspaceId): Promise<void> {
  const { rows } = await sql<{ any: boolean }>`
    select exists (select from figure_wait_marks where workspace_id = ${workspaceId}) as any`.execute(
    tx,
  );
  if (rows[0]?.any !== true) return;
  await lockDays(tx, workspaceId);
  await sql`
    with changed as (delete from figure_wait_marks where workspace_id = ${workspaceId} returning day)
    delete from figure_wait_days
     where workspace_id = ${workspaceId} and day in (select day from changed)`.execute(tx);
}

/** Forgets what all days came to: they begin at another hour. */
export async function forgetAllDays(tx: Tx, workspaceId: WorkspaceId): Promise<void> {
  await lockDays(tx, workspaceId);
  await sql`delete from figure_wait_days where workspace_id = ${workspaceId}`.execute(tx);
}

/**
 * Counts the days of a period that are not counted, at most so many; answers whether that is all of them.
 *
 * A wait that is committed meanwhile is in the count, or its mark has the day counted again.
 */
export async function countDays(
  tx: Tx,
  workspaceId: WorkspaceId,
  { from, to }: Period,
): Promise<"done" | "more"> {
  await forgetChangedDays(tx, workspaceId);
  const { rows } = await sql<{ day: string }>`
    select d::date as day from generate_series(${from}::date, ${to}::date, interval '1 day') d
     where not exists (select from figure_wait_days w
                        where w.workspace_id = ${workspaceId} and w.day = d::date and w.part = 'workspace')
     order by d desc limit ${AT_ONCE}`.execute(tx);
  if (rows.length === 0) return "done";
  await lockDays(tx, workspaceId);
  const days = rows.map(({ day }) => day);
  await insertDays(tx, workspaceId, days);
  return rows.length < AT_ONCE ? "done" : "more";
}

/** Two who count at once wait for each other; who counts nothing waits for nobody. */
async function lockDays(tx: Tx, workspaceId: WorkspaceId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('galka.figures.waits'), hashtext(${workspaceId}::text))`.execute(
    tx,
  );
}

async function insertDays(
  tx: Tx,
  workspaceId: WorkspaceId,
  days: readonly string[],
): Promise<void> {
  await sql`
    with zone as materialized (
      select figure_zone(${workspaceId}) as name
    ), days as materialized (
      select d as day, d::timestamp as local, d::timestamp at time zone z.name as begins,
             (d + 1)::timestamp at time zone z.name as ends, z.name as zone
        from unnest(${[...days]}::date[]) d cross join zone z
    ), lasted as materialized (
      select d.day, w.channel_id, w.member_id, case when w.is_first then 'first' else 'next' end as kind,
             wait_bucket(w.answered_at - w.asked_at) as wall, wait_bucket(w.office_ms * interval '1 ms') as office,
             case when w.answered_at < w.asked_at + interval '2 days'
                  then wait_hour(w.asked_at at time zone d.zone - d.local) end as came,
             case when w.answered_at < w.asked_at + interval '2 days'
                  then wait_hour(w.answered_at at time zone d.zone - d.local) end as went
        from days d join waits w on w.workspace_id = ${workspaceId} and w.asked_at >= d.begins and w.asked_at < d.ends
       where w.answered_at is not null
      union all
      select d.day, l.channel_id, null, 'resolution', wait_bucket(l.closed_at - l.began_at),
             wait_bucket(l.office_ms * interval '1 ms'), null, null
        from days d join closings l on l.workspace_id = ${workspaceId} and l.closed_at >= d.begins and l.closed_at < d.ends
    ), counted as (
      select w.day, p.part, p.id, n.name, n.bucket, sum(n.change)::int as count
        from lasted w
       cross join lateral (values ('workspace', ${workspaceId}::uuid), ('channel', w.channel_id)) p (part, id)
       cross join lateral (values (w.kind || '-wall', w.wall, 1), (w.kind || '-office', w.office, 1),
                                  ('queue', w.came, 1), ('queue', w.went, -1)) n (name, bucket, change)
       where n.bucket is not null
       group by 1, 2, 3, 4, 5
    ), named as (
      select day, part, id, name, ('[' || string_agg(bucket || ',' || count, ',') || ']')::json as buckets
        from counted group by 1, 2, 3, 4
    ), told as (
      select day, part, id, json_object_agg(name, buckets) as told from named group by 1, 2, 3
      union all
      select day, 'member', member_id, ('[' || string_agg(wall || ',' || count, ',') || ']')::json
        from (select day, member_id, wall, count(*)::int as count from lasted
               where member_id is not null group by 1, 2, 3) m
       group by 1, 3
    )
    insert into figure_wait_days (workspace_id, day, part, told)
    select ${workspaceId}, d.day, p.part, coalesce(json_object_agg(t.id, t.told) filter (where t.id is not null), '{}')::text
      from days d cross join (values ('workspace'), ('channel'), ('member')) p (part)
      left join told t on t.day = d.day and t.part = p.part
     group by d.day, p.part
    on conflict (workspace_id, day, part) do nothing`.execute(tx);
}

/** What each counted day of a period comes to for the workspace or one channel. */
export async function listWaitDays(
  tx: Tx,
  workspaceId: WorkspaceId,
  { part, partId }: { readonly part: "workspace" | "channel"; readonly partId: string },
  { from, to }: Period,
): Promise<ReadonlyMap<string, WaitsTold>> {
  const { rows } = await sql<{ day: string; told: WaitsTold | null }>`
    select day, told::json -> ${partId} as told from figure_wait_days
     where workspace_id = ${workspaceId} and part = ${part} and day between ${from}::date and ${to}::date`.execute(
    tx,
  );
  return new Map(rows.map(({ day, told }) => [day, told ?? {}]));
}

/** Of each counted day of a period how long those waited whom each member answered. */
export async function listMemberDays(
  tx: Tx,
  workspaceId: WorkspaceId,
  { from, to }: Period,
): Promise<Readonly<Record<string, Buckets>>[]> {
  const { rows } = await sql<{ told: Record<string, Buckets> }>`
    select told::json as told from figure_wait_days
     where workspace_id = ${workspaceId} and part = 'member' and day between ${from}::date and ${to}::date`.execute(
    tx,
  );
  return rows.map(({ told }) => told);
}
