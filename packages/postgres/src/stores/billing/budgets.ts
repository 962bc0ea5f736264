import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import type { Budget, BudgetState } from "@galka/core/billing/budget";

const COLUMNS = sql`
  b.id, b.channel_id as "channelId", b.purpose, b.period, b.currency,
  b.limit_micros::float8 as "limitMicros", b.alarm_percent as "alarmPercent", b.stops`;

/**
 * Every budget with what is spent of it in the period that `today` is in, and
 * what messages on their way are likely to add.
 */
export async function listBudgets(
  tx: Tx,
  workspaceId: WorkspaceId,
  today: string,
  expectedSince: Date,
): Promise<BudgetState[]> {
  const { rows } = await sql<BudgetState>`
    select ${COLUMNS}, p.since::text as since,
           (select coalesce(sum(s.amount_micros), 0)::float8 from spending_days s
             where s.workspace_id = ${workspaceId} and s.day >= p.since and s.day <= p.until
               and s.currency = b.currency
               and (b.channel_id is null or s.channel_id = b.channel_id)
               and (b.purpose is null or s.purpose = b.purpose)) as "spentMicros",
           (select coalesce(sum(e.amount_micros), 0)::float8 from expected_costs e
             where e.workspace_id = ${workspaceId} and e.at >= ${expectedSince}
               and e.currency = b.currency
               and (b.channel_id is null or e.channel_id = b.channel_id)
               and (b.purpose is null or e.purpose = b.purpose)) as "expectedMicros"
      from budgets b
     cross join lateral (
       select case when b.period = 'day' then ${today}::date
                   else date_trunc('month', ${today}::date)::date end as since,
              case when b.period = 'day' then ${today}::date
                   else (date_trunc('month', ${today}::date) + interval '1 month - 1 day')::date end as until) p
     where b.workspace_id = ${workspaceId}
     order by b.created_at, b.id`.execute(tx);
  return rows;
}

/** Whether there is any budget at all; most workspaces have none. */
export async function hasBudgets(tx: Tx, workspaceId: WorkspaceId): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from budgets where workspace_id = ${workspaceId}) as has`.execute(tx);
  return rows[0]?.has === true;
}

/** Whether any budget has messages refused. */
export async function hasStoppingBudgets(tx: Tx, workspaceId: WorkspaceId): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from budgets where workspace_id = ${workspaceId} and stops) as has`.execute(
    tx,
  );
  return rows[0]?.has === true;
}

/** Whoever holds this is the only one to take of the workspace's budgets until `tx` ends. */
export async function lockBudgets(tx: Tx, workspaceId: WorkspaceId): Promise<void> {
  await sql`
    select from budgets where workspace_id = ${workspaceId} and stops
     order by id for no key update`.execute(tx);
}

export async function saveBudget(
  tx: Tx,
  workspaceId: WorkspaceId,
  budget: Budget,
  now: Date,
): Promise<void> {
  await sql`
    insert into budgets (workspace_id, id, channel_id, purpose, period, currency, limit_micros,
                         alarm_percent, stops, created_at, updated_at)
    values (${workspaceId}, ${budget.id}, ${budget.channelId}, ${budget.purpose}, ${budget.period},
            ${budget.currency}, ${budget.limitMicros}, ${budget.alarmPercent}, ${budget.stops}, ${now}, ${now})
    on conflict (workspace_id, id) do update
       set channel_id = excluded.channel_id, purpose = excluded.purpose, period = excluded.period,
           currency = excluded.currency, limit_micros = excluded.limit_micros,
           alarm_percent = excluded.alarm_percent, stops = excluded.stops,
           updated_at = excluded.updated_at`.execute(tx);
  // What was told of the old limit says nothing of the other one.
  await sql`
    delete from budget_alarms where workspace_id = ${workspaceId} and budget_id = ${budget.id}`.execute(
    tx,
  );
}

export async function findBudget(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<Budget | null> {
  const { rows } = await sql<Budget>`
    select ${COLUMNS} from budgets b
     where b.workspace_id = ${workspaceId} and b.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

export async function deleteBudget(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<void> {
  await sql`delete from budgets where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

/** Answers those of these alarms that had not been raised in their period. */
export async function raiseAlarms(
  tx: Tx,
  workspaceId: WorkspaceId,
  alarms: readonly { readonly budgetId: string; readonly since: string; readonly kind: string }[],
  now: Date,
): Promise<number> {
  if (alarms.length === 0) return 0;
  const { rows } = await sql<object>`
    insert into budget_alarms (workspace_id, budget_id, since, kind, at)
    select ${workspaceId}, a.id, a.since, a.kind, ${now}
      from unnest(${alarms.map(({ budgetId }) => budgetId)}::uuid[],
                  ${alarms.map(({ since }) => since)}::date[],
                  ${alarms.map(({ kind }) => kind)}::text[]) as a (id, since, kind)
    on conflict do nothing returning budget_id`.execute(tx);
  return rows.length;
}
