import type { Period } from "@galka/core/figures/period";
import type { QueueHour } from "@galka/core/figures/waits-told";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { unreachable } from "@galka/core/kernel/unreachable";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../database.ts";
import type { Scope } from "./counts.ts";

/** Half, nine of ten and nineteen of twenty took at most so long. */
export type Spread = { readonly p50Ms: number; readonly p90Ms: number; readonly p95Ms: number };

export type Times = {
  readonly count: number;
  readonly wall: Spread | null;
  /** By the office's hours; null when nothing of it is measured. */
  readonly office: Spread | null;
};

type Row = {
  kind: "first" | "next" | "resolution";
  count: number;
  wall: number[] | null;
  office: number[] | null;
};

export type AnswerTimes = Readonly<Record<Row["kind"], Times>>;

const SHARES = sql`array[0.5, 0.9, 0.95]`;

/** How long contacts waited who asked in the period, and how long what was closed in it had taken. */
export async function loadAnswerTimes(
  tx: Tx,
  workspaceId: WorkspaceId,
  scope: Scope,
  period: Period,
): Promise<AnswerTimes> {
  const { rows } = await sql<Row>`
    select case when w.is_first then 'first' else 'next' end as kind, count(*)::int as count,
           percentile_disc(${SHARES}) within group (order by date_part('epoch', w.answered_at - w.asked_at) * 1000) as wall,
           percentile_disc(${SHARES}) within group (order by w.office_ms::float8) as office
      from waits w
     where w.workspace_id = ${workspaceId} and w.answered_at is not null
       and w.asked_at >= ${startOf(workspaceId, period.from)} and w.asked_at < ${endOf(workspaceId, period.to)}
       ${ofScope("w", scope)}
     group by 1
    union all
    select 'resolution', count(*)::int,
           percentile_disc(${SHARES}) within group (order by date_part('epoch', w.closed_at - w.began_at) * 1000),
           percentile_disc(${SHARES}) within group (order by w.office_ms::float8)
      from closings w
     where w.workspace_id = ${workspaceId}
       and w.closed_at >= ${startOf(workspaceId, period.from)} and w.closed_at < ${endOf(workspaceId, period.to)}
       ${scope.part === "member" ? sql`and false` : ofScope("w", scope)}`.execute(tx);
  const of = (kind: Row["kind"]) => timesOf(rows.find((row) => row.kind === kind));
  return { first: of("first"), next: of("next"), resolution: of("resolution") };
}

function timesOf(row: Row | undefined): Times {
  if (!row) return { count: 0, wall: null, office: null };
  return { count: row.count, wall: spreadOf(row.wall), office: spreadOf(row.office) };
}

function spreadOf(values: readonly (number | null)[] | null): Spread | null {
  const [p50Ms, p90Ms, p95Ms] = values ?? [];
  if (typeof p50Ms !== "number" || typeof p90Ms !== "number" || typeof p95Ms !== "number")
    return null;
  return { p50Ms, p90Ms, p95Ms };
}

export type MemberTimes = {
  readonly memberId: string;
  readonly count: number;
  readonly p50Ms: number;
};

/** How long those waited whom each member answered: half at most so long, by the wall clock. */
export async function listMemberTimes(
  tx: Tx,
  workspaceId: WorkspaceId,
  period: Period,
): Promise<MemberTimes[]> {
  const { rows } = await sql<MemberTimes>`
    select w.member_id as "memberId", count(*)::int as count,
           percentile_disc(0.5) within group (order by date_part('epoch', w.answered_at - w.asked_at) * 1000) as "p50Ms"
      from waits w
     where w.workspace_id = ${workspaceId} and w.answered_at is not null and w.member_id is not null
       and w.asked_at >= ${startOf(workspaceId, period.from)} and w.asked_at < ${endOf(workspaceId, period.to)}
     group by 1`.execute(tx);
  return rows;
}

/**
 * How many contacts waited at the beginning of each hour of the week, on average
 * over the period. Whoever waits longer than two days is no queue any more and is left out.
 */
export async function listQueueHours(
  tx: Tx,
  workspaceId: WorkspaceId,
  scope: Scope,
  period: Period,
): Promise<QueueHour[]> {
  const { rows } = await sql<QueueHour>`
    with changes as (
      select date_trunc('hour', v.at at time zone (select figure_zone(${workspaceId}))) as local, sum(v.change)::int as change
        from waits w
       cross join lateral (values (w.asked_at, 1), (w.answered_at, -1)) v (at, change)
       where w.workspace_id = ${workspaceId} and w.answered_at < w.asked_at + interval '2 days'
         and w.asked_at >= ${startOf(workspaceId, period.from)} - interval '2 days'
         and w.asked_at < ${endOf(workspaceId, period.to)}
         ${ofScope("w", scope)}
       group by 1
    ), hours as (
      select h.local, sum(coalesce(c.change, 0)) over (order by h.local rows between unbounded preceding and 1 preceding) as waiting
        from generate_series(${period.from}::timestamp - interval '2 days', ${period.to}::timestamp + interval '23 hours',
                             interval '1 hour') as h (local)
        left join changes c on c.local = h.local
    )
    select (extract(isodow from local) - 1)::int as weekday, extract(hour from local)::int as hour,
           round(avg(coalesce(waiting, 0)), 1)::float8 as waiting
      from hours where local >= ${period.from}::timestamp
     group by 1, 2 order by 1, 2`.execute(tx);
  return rows;
}

/** The first moment of a local day, and the first after one. */
export function startOf(workspaceId: WorkspaceId, day: string): RawBuilder<Date> {
  return sql`(${day}::timestamp at time zone (select figure_zone(${workspaceId})))`;
}
export function endOf(workspaceId: WorkspaceId, day: string): RawBuilder<Date> {
  return sql`((${day}::timestamp + interval '1 day') at time zone (select figure_zone(${workspaceId})))`;
}

/** Of a team or label the conversations that are theirs at this moment. */
export function ofScope(table: string, { part, partId }: Scope): RawBuilder<unknown> {
  const it = sql.table(table);
  switch (part) {
    case "workspace":
      return sql``;
    case "channel":
      return sql`and ${it}.channel_id = ${partId}`;
    case "member":
      return sql`and ${it}.member_id = ${partId}`;
    case "team":
      return sql`and exists (select from conversations c where c.workspace_id = ${it}.workspace_id
        and c.id = ${it}.conversation_id and c.team_id = ${partId})`;
    case "label":
      return sql`and exists (select from conversation_labels c where c.workspace_id = ${it}.workspace_id
        and c.conversation_id = ${it}.conversation_id and c.label_id = ${partId})`;
    default:
      return unreachable(part);
  }
}
