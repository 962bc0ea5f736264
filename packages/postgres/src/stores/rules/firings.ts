import type { WorkspaceId } from "@galka/core/kernel/ids";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../database.ts";
import { jsonText } from "../../json-text.ts";
import type { NewOccurrence } from "./occurrences.ts";
import { type Page, type TimeCursor, pageOf } from "../views/page.ts";

/** An action and what became of it. */
export type FiredAction = {
  readonly kind: string;
  readonly became: "done" | "left-out" | "refused";
  /** Why it was left out or refused. */
  readonly because?: string;
  /** The message that was sent, the label, the member, the call. */
  readonly otherId?: string;
};

export type NewFiring = {
  readonly id: string;
  readonly ruleId: string;
  readonly conversationId: string;
  readonly messageId: string;
  readonly kind: NewOccurrence["kind"];
  readonly at: Date;
  readonly outcome: "fired" | "held" | "failed";
  readonly because: string | null;
};

/** Keeps what a rule makes of an occurrence; false when it has made something of it before. */
export async function insertFiring(
  tx: Tx,
  workspaceId: WorkspaceId,
  it: NewFiring,
): Promise<boolean> {
  const result = await sql`
    insert into rule_firings (workspace_id, id, rule_id, conversation_id, message_id, kind, at,
                              outcome, because, actions)
    values (${workspaceId}, ${it.id}, ${it.ruleId}, ${it.conversationId}, ${it.messageId},
            ${it.kind}, ${it.at}, ${it.outcome}, ${it.because}, '[]')
    on conflict (workspace_id, rule_id, message_id, kind) do nothing`.execute(tx);
  return (result.numAffectedRows ?? 0n) > 0n;
}

export async function saveFiredActions(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  actions: readonly FiredAction[],
): Promise<void> {
  await sql`
    update rule_firings set actions = ${jsonText(actions)}
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

export type FiringView = NewFiring & {
  readonly ruleName: string;
  readonly contactName: string | null;
  readonly actions: readonly FiredAction[];
};

export type FiringQuery = {
  readonly ruleId?: string;
  readonly outcome?: "fired" | "held" | "failed";
  readonly after?: TimeCursor;
  readonly limit: number;
};

/** What rules did and why they did not, the latest first. */
export async function listFirings(
  tx: Tx,
  workspaceId: WorkspaceId,
  query: FiringQuery,
): Promise<Page<FiringView, TimeCursor>> {
  const conditions: RawBuilder<unknown>[] = [sql`f.workspace_id = ${workspaceId}`];
  if (query.ruleId) conditions.push(sql`f.rule_id = ${query.ruleId}`);
  if (query.outcome) conditions.push(sql`f.outcome = ${query.outcome}`);
  if (query.after) {
    conditions.push(sql`(f.at, f.id) < (${query.after.at}::timestamptz, ${query.after.id}::uuid)`);
  }
  const { rows } = await sql<FiringView>`
    select f.id, f.rule_id as "ruleId", r.name as "ruleName", f.conversation_id as "conversationId",
           f.message_id as "messageId", f.kind, f.at, f.outcome, f.because, f.actions,
           coalesce(ct.name, ct.profile_name) as "contactName"
      from rule_firings f
      join rules r on r.workspace_id = f.workspace_id and r.id = f.rule_id
      join conversations c on c.workspace_id = f.workspace_id and c.id = f.conversation_id
      join contacts ct on ct.workspace_id = c.workspace_id and ct.id = c.contact_id
     where ${sql.join(conditions, sql` and `)}
     order by f.at desc, f.id desc limit ${query.limit + 1}`.execute(tx);
  return pageOf(rows, query.limit, ({ at, id }) => ({ at, id }));
}

export type ConversationMemory = {
  readonly conversationId: string;
  readonly firedAt: readonly Date[];
  readonly sentAt: readonly Date[];
  readonly lastFiredAt: ReadonlyMap<string, Date>;
};

/** What rules did in these conversations: the guards count it. */
export async function loadConversationMemories(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
  dayAgo: Date,
): Promise<ConversationMemory[]> {
  const which = sql`workspace_id = ${workspaceId} and conversation_id = any(${[...ids]}::uuid[])`;
  const fired = await sql<{ conversationId: string; ruleId: string; at: Date }>`
    select conversation_id as "conversationId", rule_id as "ruleId", at
      from rule_firings where ${which} and outcome = 'fired' and at > ${dayAgo}`.execute(tx);
  const lasts = await sql<{ conversationId: string; ruleId: string; at: Date }>`
    select conversation_id as "conversationId", rule_id as "ruleId", max(at) as at
      from rule_firings where ${which} and outcome = 'fired' group by 1, 2`.execute(tx);
  const sent = await sql<{ conversationId: string; at: Date }>`
    select conversation_id as "conversationId", at
      from messages where ${which} and author_rule_id is not null and direction = 'out'
       and at > ${dayAgo}`.execute(tx);
  return ids.map((conversationId) => {
    const ofIt = <Row extends { conversationId: string; at: Date }>(rows: readonly Row[]) =>
      rows.filter((row) => row.conversationId === conversationId);
    return {
      conversationId,
      firedAt: ofIt(fired.rows).map(({ at }) => at),
      sentAt: ofIt(sent.rows).map(({ at }) => at),
      lastFiredAt: new Map(ofIt(lasts.rows).map(({ ruleId, at }) => [ruleId, at])),
    };
  });
}

/** How often each rule fired since then, in all conversations. */
export async function countFirings(
  tx: Tx,
  workspaceId: WorkspaceId,
  since: Date,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ ruleId: string; count: number }>`
    select r.id as "ruleId", (
             select count(*)::int from rule_firings f
              where f.workspace_id = r.workspace_id and f.rule_id = r.id
                and f.outcome = 'fired' and f.at > ${since}) as count
      from rules r where r.workspace_id = ${workspaceId} and r.is_on`.execute(tx);
  return new Map(rows.map(({ ruleId, count }) => [ruleId, count]));
}

export type Forgetting = {
  readonly before: Date;
  /** Until then it is kept when a rule last fired in a conversation: its rest is counted from it. */
  readonly restBefore: Date;
  readonly atMost: number;
};

/** Forgets what rules did long ago, the oldest first; answers how much. */
export async function forgetFirings(
  tx: Tx,
  workspaceId: WorkspaceId,
  { before, restBefore, atMost }: Forgetting,
): Promise<number> {
  const firings = await sql`
    delete from rule_firings where workspace_id = ${workspaceId} and id in (
      select f.id from rule_firings f
       where f.workspace_id = ${workspaceId} and f.at < ${before}
         and (f.outcome <> 'fired' or f.at < ${restBefore} or exists (
           select from rule_firings n
            where n.workspace_id = f.workspace_id and n.conversation_id = f.conversation_id
              and n.rule_id = f.rule_id and n.outcome = 'fired' and n.at > f.at))
       order by f.at limit ${atMost} for update skip locked)`.execute(tx);
  const calls = await sql`
    delete from rule_calls where workspace_id = ${workspaceId} and id in (
      select id from rule_calls
       where workspace_id = ${workspaceId} and created_at < ${before}
       limit ${atMost} for update skip locked)`.execute(tx);
  return Number((firings.numAffectedRows ?? 0n) + (calls.numAffectedRows ?? 0n));
}
