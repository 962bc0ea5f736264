import type { Rule } from "@galka/core/automations/rule";
import type { RuleId, WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import { jsonText } from "../../json-text.ts";

/** A rule with what its page shows beside it. */
export type RuleView = Rule & {
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** How often it fired in the last seven days, and how often a guard held it. */
  readonly firedInWeek: number;
  readonly heldInWeek: number;
};

const COLUMNS = sql`
  r.id, r.name, r.is_on as "isOn", r.trigger, r.conditions, r.actions,
  r.rest_minutes as "restMinutes", r.most_per_hour as "mostPerHour", r.is_last as "isLast"`;

/** The rules that are on, in the order in which they are asked. */
export async function listRulesThatAreOn(tx: Tx, workspaceId: WorkspaceId): Promise<Rule[]> {
  const { rows } = await sql<Rule>`
    select ${COLUMNS} from rules r
     where r.workspace_id = ${workspaceId} and r.is_on order by r.place, r.id`.execute(tx);
  return rows;
}

/** All rules in their order. `weekAgo` is since when what they did is counted. */
export async function listRules(
  tx: Tx,
  workspaceId: WorkspaceId,
  weekAgo: Date,
): Promise<RuleView[]> {
  const { rows } = await sql<RuleView>`
    select ${COLUMNS}, r.created_at as "createdAt", r.updated_at as "updatedAt",
           coalesce(f.fired, 0) as "firedInWeek", coalesce(f.held, 0) as "heldInWeek"
      from rules r
      left join lateral (
        select count(*) filter (where outcome = 'fired')::int as fired,
               count(*) filter (where outcome <> 'fired')::int as held
          from rule_firings f
         where f.workspace_id = r.workspace_id and f.rule_id = r.id and f.at > ${weekAgo}) f on true
     where r.workspace_id = ${workspaceId} order by r.place, r.id`.execute(tx);
  return rows;
}

/** Locks the order of the rules until `tx` ends, so that two members change it one after the other. */
export async function lockRules(tx: Tx, workspaceId: WorkspaceId): Promise<Rule[]> {
  const { rows } = await sql<Rule>`
    select ${COLUMNS} from rules r
     where r.workspace_id = ${workspaceId} order by r.place, r.id for update`.execute(tx);
  return rows;
}

export async function insertRule(
  tx: Tx,
  workspaceId: WorkspaceId,
  rule: Rule & { readonly place: number },
  now: Date,
): Promise<void> {
  await sql`
    insert into rules (workspace_id, id, name, is_on, place, trigger, conditions, actions,
                       rest_minutes, most_per_hour, is_last, created_at, updated_at)
    values (${workspaceId}, ${rule.id}, ${rule.name}, ${rule.isOn}, ${rule.place},
            ${jsonText(rule.trigger)}, ${jsonText(rule.conditions)}, ${jsonText(rule.actions)},
            ${rule.restMinutes}, ${rule.mostPerHour}, ${rule.isLast}, ${now}, ${now})`.execute(tx);
}

export async function updateRule(
  tx: Tx,
  workspaceId: WorkspaceId,
  rule: Rule,
  now: Date,
): Promise<void> {
  await sql`
    update rules
       set name = ${rule.name}, is_on = ${rule.isOn}, trigger = ${jsonText(rule.trigger)},
           conditions = ${jsonText(rule.conditions)}, actions = ${jsonText(rule.actions)},
           rest_minutes = ${rule.restMinutes}, most_per_hour = ${rule.mostPerHour},
           is_last = ${rule.isLast}, updated_at = ${now}
     where workspace_id = ${workspaceId} and id = ${rule.id}`.execute(tx);
}

/** Puts the rules into this order; those that are not named come after them as they were. */
export async function orderRules(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<void> {
  await sql`
    update rules r set place = o.place
      from (select id, row_number() over (order by array_position(${[...ids]}::uuid[], id), place, id) as place
              from rules where workspace_id = ${workspaceId}) o
     where r.workspace_id = ${workspaceId} and r.id = o.id`.execute(tx);
}

/** Takes a rule away with the record of what it did. What it wrote stays, with its name. */
export async function deleteRule(tx: Tx, workspaceId: WorkspaceId, id: RuleId): Promise<boolean> {
  const result = await sql`
    delete from rules where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
  return (result.numAffectedRows ?? 0n) > 0n;
}

/** What the rule's calls are signed with, sealed; null while it has none. */
export async function findRuleSecret(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<Uint8Array | null> {
  const { rows } = await sql<{ secret: Uint8Array | null }>`
    select secret from rules where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
  return rows[0]?.secret ?? null;
}

/** Keeps a secret for a rule that has none yet. */
export async function saveRuleSecret(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  secret: Uint8Array,
): Promise<void> {
  await sql`
    update rules set secret = ${Buffer.from(secret)}
     where workspace_id = ${workspaceId} and id = ${id} and secret is null`.execute(tx);
}
