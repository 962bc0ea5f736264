import type { Period } from "@galka/core/figures/period";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { unreachable } from "@galka/core/kernel/unreachable";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../database.ts";
import { endOf, startOf } from "../figures/answer-times.ts";
import type { Scope } from "../figures/counts.ts";

export type SatisfactionCounts = {
  readonly closed: number;
  readonly asked: number;
  readonly answered: number;
  readonly satisfied: number;
  readonly points: number;
};

/** `pointsOf` of the core. */
const POINTS = sql`(1 + (r.score - 1) * 4.0 / (r.score_of - 1))`;

const COUNTS = sql`
  count(*)::int as closed, count(*) filter (where r.state = 'asked')::int as asked,
  count(r.score)::int as answered,
  count(*) filter (where rating_word(r.score, r.score_of) = 'good')::int as satisfied,
  coalesce(sum(${POINTS}) filter (where r.score is not null), 0)::float8 as points`;

/** What has been decided; what still waits is not there yet. */
export function answersOf(workspaceId: WorkspaceId, period: Period, scope: Scope) {
  return sql`
    satisfaction_requests r
     where r.workspace_id = ${workspaceId} and r.state <> 'waiting'
       and r.closed_at >= ${startOf(workspaceId, period.from)}
       and r.closed_at < ${endOf(workspaceId, period.to)} ${ofScope(scope)}`;
}

export async function loadSatisfactionCounts(
  tx: Tx,
  workspaceId: WorkspaceId,
  scope: Scope,
  period: Period,
): Promise<SatisfactionCounts> {
  const { rows } = await sql<SatisfactionCounts>`
    select ${COUNTS} from ${answersOf(workspaceId, period, scope)}`.execute(tx);
  return rows[0] ?? { closed: 0, asked: 0, answered: 0, satisfied: 0, points: 0 };
}

/** The days on which anything was closed, in order. */
export async function listSatisfactionDays(
  tx: Tx,
  workspaceId: WorkspaceId,
  scope: Scope,
  period: Period,
): Promise<(SatisfactionCounts & { readonly day: string })[]> {
  const { rows } = await sql<SatisfactionCounts & { day: string }>`
    select to_char(r.closed_at at time zone figure_zone(${workspaceId}), 'YYYY-MM-DD') as day, ${COUNTS}
      from ${answersOf(workspaceId, period, scope)}
     group by 1 order by 1`.execute(tx);
  return rows;
}

/** How many answers have 1, 2, 3, 4 and 5 points. */
export async function listSatisfactionPoints(
  tx: Tx,
  workspaceId: WorkspaceId,
  scope: Scope,
  period: Period,
): Promise<number[]> {
  const { rows } = await sql<{ points: number; count: number }>`
    select ${POINTS}::int as points, count(*)::int as count
      from ${answersOf(workspaceId, period, scope)} and r.score is not null
     group by 1`.execute(tx);
  const countOf = new Map(rows.map((row) => [row.points, row.count]));
  return [1, 2, 3, 4, 5].map((points) => countOf.get(points) ?? 0);
}

export type SatisfactionPart = SatisfactionCounts & {
  readonly part: "channel" | "member" | "team";
  readonly partId: string;
  readonly name: string | null;
};

/** Each channel, member and team whose conversations were closed, under the name it has at this moment. */
export async function listSatisfactionParts(
  tx: Tx,
  workspaceId: WorkspaceId,
  scope: Scope,
  period: Period,
): Promise<SatisfactionPart[]> {
  const { rows } = await sql<SatisfactionPart>`
    select p.*, coalesce(c.name, m.name, t.name) as name
      from (
        select x.part, x.part_id as "partId", ${COUNTS}
          from (select * from ${answersOf(workspaceId, period, scope)}) r
         cross join lateral (values ('channel', r.channel_id), ('member', r.member_id), ('team', r.team_id))
                            as x (part, part_id)
         where x.part_id is not null
         group by 1, 2) p
      left join channels c on p.part = 'channel' and c.workspace_id = ${workspaceId} and c.id = p."partId"
      left join members m on p.part = 'member' and m.workspace_id = ${workspaceId} and m.id = p."partId"
      left join teams t on p.part = 'team' and t.workspace_id = ${workspaceId} and t.id = p."partId"
     order by p.answered desc, p.asked desc, p.closed desc, p."partId"`.execute(tx);
  return rows;
}

export async function listSkipped(
  tx: Tx,
  workspaceId: WorkspaceId,
  scope: Scope,
  period: Period,
): Promise<{ readonly because: string; readonly count: number }[]> {
  const { rows } = await sql<{ because: string; count: number }>`
    select r.skipped_because as because, count(*)::int as count
      from ${answersOf(workspaceId, period, scope)} and r.state = 'skipped'
     group by 1 order by 2 desc, 1`.execute(tx);
  return rows;
}

/** Team and member are those of the closing; labels those that the conversation has at this moment. */
function ofScope({ part, partId }: Scope): RawBuilder<unknown> {
  switch (part) {
    case "workspace":
      return sql``;
    case "channel":
      return sql`and r.channel_id = ${partId}`;
    case "member":
      return sql`and r.member_id = ${partId}`;
    case "team":
      return sql`and r.team_id = ${partId}`;
    case "label":
      return sql`and exists (select from conversation_labels l where l.workspace_id = r.workspace_id
        and l.conversation_id = r.conversation_id and l.label_id = ${partId})`;
    default:
      return unreachable(part);
  }
}
