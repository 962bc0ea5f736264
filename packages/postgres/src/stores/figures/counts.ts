import type { Period } from "@galka/core/figures/period";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

export type Part = "workspace" | "channel" | "member" | "team" | "label";

/** What figures are about: the workspace, or one part of it. */
export type Scope = { readonly part: Part; readonly partId: string };

export type Counts = {
  readonly incoming: number;
  readonly outgoing: number;
  readonly sent: number;
  readonly delivered: number;
  readonly read: number;
  readonly failed: number;
};
export type DayCounts = Counts & { readonly day: string };
/** With the name that the part has at this moment; null for one that is gone. */
export type PartCounts = Counts & {
  readonly part: Part;
  readonly partId: string;
  readonly name: string | null;
};

const SUMS = sql`
  sum(incoming)::int as incoming, sum(outgoing)::int as outgoing, sum(sent)::int as sent,
  sum(delivered)::int as delivered, sum(read)::int as read, sum(failed)::int as failed`;

/** The days of a period on which anything was counted, in order. */
export async function listDayCounts(
  tx: Tx,
  workspaceId: WorkspaceId,
  { part, partId }: Scope,
  { from, to }: Period,
): Promise<DayCounts[]> {
  const { rows } = await sql<DayCounts>`
    select day, incoming, outgoing, sent, delivered, read, failed from figure_days
     where workspace_id = ${workspaceId} and part = ${part} and part_id = ${partId}
       and day between ${from}::date and ${to}::date
     order by day`.execute(tx);
  return rows;
}

/** What each channel, member, team and label counts in a period. */
export async function listPartCounts(
  tx: Tx,
  workspaceId: WorkspaceId,
  { from, to }: Period,
): Promise<PartCounts[]> {
  const { rows } = await sql<PartCounts>`
    select p.*, coalesce(c.name, m.name, t.name, l.name) as name
      from (
        select part, part_id as "partId", ${SUMS} from figure_days
         where workspace_id = ${workspaceId} and part = any('{channel,member,team,label}'::text[])
           and day between ${from}::date and ${to}::date
         group by part, part_id
        having (sum(incoming), sum(outgoing)) <> (0, 0)) p
      left join channels c on p.part = 'channel' and c.workspace_id = ${workspaceId} and c.id = p."partId"
      left join members m on p.part = 'member' and m.workspace_id = ${workspaceId} and m.id = p."partId"
      left join teams t on p.part = 'team' and t.workspace_id = ${workspaceId} and t.id = p."partId"
      left join labels l on p.part = 'label' and l.workspace_id = ${workspaceId} and l.id = p."partId"
     order by p.incoming + p.outgoing desc, p."partId"`.execute(tx);
  return rows;
}

/** An hour of the week, Monday as 0, over a period. */
export type HourCounts = {
  readonly weekday: number;
  readonly hour: number;
  readonly incoming: number;
  readonly outgoing: number;
  readonly reads: number;
};

/** Sums by the hour of the week; of a part that has no hours of its own nothing. */
export async function listHourCounts(
  tx: Tx,
  workspaceId: WorkspaceId,
  { part, partId }: Scope,
  { from, to }: Period,
): Promise<HourCounts[]> {
  const { rows } = await sql<HourCounts>`
    select (extract(isodow from day) - 1)::int as weekday, hour, sum(incoming)::int as incoming,
           sum(outgoing)::int as outgoing, sum(reads)::int as reads
      from figure_hours
     where workspace_id = ${workspaceId} and part = ${part} and part_id = ${partId}
       and day between ${from}::date and ${to}::date
     group by 1, 2 order by 1, 2`.execute(tx);
  return rows;
}
