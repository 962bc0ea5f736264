import type { Period } from "@galka/core/figures/period";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { SlaTarget } from "@galka/core/sla/sla-policy";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../database.ts";
import { endOf, ofScope, startOf } from "./answer-times.ts";
import type { Scope } from "./counts.ts";

export type SlaOutcome = "kept" | "broken";
export type SlaCount = {
  readonly target: SlaTarget;
  readonly outcome: SlaOutcome;
  readonly count: number;
};

/** How many clocks were kept and broken in the period, by their targets. */
export async function countSla(
  tx: Tx,
  workspaceId: WorkspaceId,
  scope: Scope,
  period: Period,
): Promise<SlaCount[]> {
  const { rows } = await sql<SlaCount>`
    select k.target, k.outcome, count(*)::int as count
      from sla_clocks k
     where ${decidedIn(workspaceId, scope, period)}
     group by 1, 2`.execute(tx);
  return rows;
}

/** The conversations behind such a count, those in which it was decided last first. */
export async function listBehindSla(
  tx: Tx,
  workspaceId: WorkspaceId,
  wish: {
    readonly scope: Scope;
    readonly period: Period;
    readonly outcome: SlaOutcome;
    readonly target: SlaTarget | null;
  },
  limit: number,
): Promise<string[]> {
  const { scope, period, outcome, target } = wish;
  const { rows } = await sql<{ id: string }>`
    select k.conversation_id as id from sla_clocks k
     where ${decidedIn(workspaceId, scope, period)} and k.outcome = ${outcome}
       and k.target = coalesce(${target}, k.target)
     group by 1 order by max(k.decided_at) desc, 1 limit ${limit}`.execute(tx);
  return rows.map(({ id }) => id);
}

function decidedIn(workspaceId: WorkspaceId, scope: Scope, period: Period): RawBuilder<unknown> {
  return sql`
    k.workspace_id = ${workspaceId} and k.decided_at is not null
    and k.decided_at >= ${startOf(workspaceId, period.from)} and k.decided_at < ${endOf(workspaceId, period.to)}
    ${ofScope("k", scope)}`;
}
