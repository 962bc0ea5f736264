import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** So many more, or fewer, of a campaign's people are in a state. `variant` -1 is without a template yet. */
export type Tally = {
  readonly campaignId: string;
  readonly step: number;
  readonly variant: number;
  readonly what: string;
  readonly delta: number;
};

/** Notes changes of the figures, in the transaction of what has changed. Nobody waits for anybody. */
export async function addTallies(
  tx: Tx,
  workspaceId: WorkspaceId,
  tallies: readonly Tally[],
): Promise<void> {
  if (tallies.length === 0) return;
  await sql`
    insert into campaign_tallies (workspace_id, campaign_id, step, variant, what, delta)
    select ${workspaceId}, t."campaignId", t.step, t.variant, t.what, sum(t.delta)
      from jsonb_to_recordset(${JSON.stringify(tallies)}::jsonb)
           as t ("campaignId" uuid, step smallint, variant smallint, what text, delta integer)
     group by t."campaignId", t.step, t.variant, t.what
    having sum(t.delta) <> 0`.execute(tx);
}

/** What is also kept by the minute in which it happened: `queued` is moved to the sender. */
const TIMED = ["queued", "out", "read", "answered"] as const;

/**
 * Adds the changes up; answers the campaigns whose figures have changed. Of
 * several processes one does it. What is not added up yet is read all the same.
 */
export async function foldTallies(tx: Tx, workspaceId: WorkspaceId, now: Date): Promise<string[]> {
  const { rows: turn } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('galka.tallies'), hashtext(${workspaceId})) as mine`.execute(
    tx,
  );
  if (!turn[0]?.mine) return [];
  const { rows } = await sql<{ id: string }>`
    with gone as (
      delete from campaign_tallies
       where workspace_id = ${workspaceId}
         and id in (select id from campaign_tallies
                     where workspace_id = ${workspaceId} order by id limit 20000)
      returning campaign_id, step, variant, what, delta
    ), added as (
      insert into campaign_counts as c (workspace_id, campaign_id, step, variant, what, count)
      select ${workspaceId}, campaign_id, step, variant, what, sum(delta)
        from gone group by 2, 3, 4, 5
      on conflict (workspace_id, campaign_id, step, variant, what) do update
         set count = c.count + excluded.count
    ), timed as (
      insert into campaign_minutes as m (workspace_id, campaign_id, minute, what, count)
      select ${workspaceId}, campaign_id, date_trunc('minute', ${now}::timestamptz), what, sum(delta)
        from gone where delta > 0 and what = any(${[...TIMED]}::text[]) group by 2, 4
      on conflict (workspace_id, campaign_id, minute, what) do update
         set count = m.count + excluded.count
    )
    select distinct campaign_id as id from gone`.execute(tx);
  return rows.map(({ id }) => id);
}

export type Count = {
  readonly campaignId: string;
  readonly step: number;
  readonly variant: number;
  readonly what: string;
  readonly count: number;
};

/** How many people of these campaigns are in which state. No person is looked at for it. */
export async function readCounts(
  tx: Tx,
  workspaceId: WorkspaceId,
  campaignIds: readonly string[],
): Promise<Count[]> {
  const ids = [...campaignIds];
  const { rows } = await sql<Count>`
    select campaign_id as "campaignId", step, variant, what, sum(count)::int as count
      from (
        select campaign_id, step, variant, what, count from campaign_counts
         where workspace_id = ${workspaceId} and campaign_id = any(${ids}::uuid[])
        union all
        select campaign_id, step, variant, what, delta from campaign_tallies
         where workspace_id = ${workspaceId} and campaign_id = any(${ids}::uuid[])) c
     group by 1, 2, 3, 4 having sum(count) <> 0
     order by 1, 2, 3, 4`.execute(tx);
  return rows;
}

export type Minute = {
  readonly at: Date;
  readonly what: (typeof TIMED)[number];
  readonly count: number;
};

/** The course of a campaign since a moment, in spans of a minute or of an hour. */
export async function readCourse(
  tx: Tx,
  workspaceId: WorkspaceId,
  campaignId: string,
  { since, by }: { readonly since: Date; readonly by: "minute" | "hour" },
): Promise<Minute[]> {
  const { rows } = await sql<Minute>`
    select date_trunc(${by}, minute) as at, what, sum(count)::int as count from campaign_minutes
     where workspace_id = ${workspaceId} and campaign_id = ${campaignId}
       and minute >= date_trunc('minute', ${since}::timestamptz)
     group by 1, 2 order by 1, 2`.execute(tx);
  return rows;
}
