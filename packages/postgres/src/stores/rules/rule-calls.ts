import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { MessageContent } from "@galka/core/messages/content";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import { type Page, type TimeCursor, pageOf } from "../views/page.ts";

export type NewCall = {
  readonly id: string;
  readonly ruleId: string;
  readonly firingId: string;
  readonly conversationId: string;
  readonly messageId: string;
  readonly url: string;
};

export async function insertCall(
  tx: Tx,
  workspaceId: WorkspaceId,
  call: NewCall,
  now: Date,
): Promise<void> {
  await sql`
    insert into rule_calls (workspace_id, id, rule_id, firing_id, conversation_id, message_id, url, state, created_at)
    values (${workspaceId}, ${call.id}, ${call.ruleId}, ${call.firingId}, ${call.conversationId},
            ${call.messageId}, ${call.url}, 'waiting', ${now})`.execute(tx);
}

export type CallView = {
  readonly id: string;
  readonly conversationId: string;
  readonly url: string;
  readonly state: "waiting" | "delivered" | "failed";
  readonly attempts: number;
  readonly statusCode: number | null;
  readonly problem: string | null;
  readonly createdAt: Date;
  readonly triedAt: Date | null;
};

/** The rule's calls, the latest first. */
export async function listCalls(
  tx: Tx,
  workspaceId: WorkspaceId,
  query: { readonly ruleId: string; readonly after?: TimeCursor; readonly limit: number },
): Promise<Page<CallView, TimeCursor>> {
  const place = query.after
    ? sql`and (created_at, id) < (${query.after.at}::timestamptz, ${query.after.id}::uuid)`
    : sql``;
  const { rows } = await sql<CallView>`
    select id, conversation_id as "conversationId", url, state, attempts,
           status_code as "statusCode", problem, created_at as "createdAt", tried_at as "triedAt"
      from rule_calls
     where workspace_id = ${workspaceId} and rule_id = ${query.ruleId} ${place}
     order by created_at desc, id desc limit ${query.limit + 1}`.execute(tx);
  return pageOf(rows, query.limit, ({ createdAt, id }) => ({ at: createdAt, id }));
}

/** A call that waits, with what it tells. */
export type WaitingCall = {
  readonly id: string;
  readonly ruleId: string;
  readonly ruleName: string;
  readonly secret: Uint8Array | null;
  readonly url: string;
  readonly kind: string;
  readonly firedAt: Date;
  readonly conversationId: string;
  readonly channelId: string;
  readonly contactId: string;
  readonly contactName: string | null;
  readonly phone: string | null;
  readonly messageId: string;
  readonly content: MessageContent;
  readonly messageAt: Date;
};

/** Null when the call is done with, or what it would tell is gone. */
export async function findWaitingCall(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<WaitingCall | null> {
  const { rows } = await sql<WaitingCall>`
    select k.id, k.rule_id as "ruleId", r.name as "ruleName", r.secret, k.url, f.kind,
           f.at as "firedAt", c.id as "conversationId", c.channel_id as "channelId",
           c.contact_id as "contactId", coalesce(ct.name, ct.profile_name) as "contactName",
           (select i.value from contact_identities i
             where i.workspace_id = c.workspace_id and i.contact_id = c.contact_id and i.kind = 'phone'
             order by i.seen_at desc, i.id desc limit 1) as phone,
           m.id as "messageId", m.content, m.at as "messageAt"
      from rule_calls k
      join rules r on r.workspace_id = k.workspace_id and r.id = k.rule_id
      join rule_firings f on f.workspace_id = k.workspace_id and f.id = k.firing_id
      join conversations c on c.workspace_id = k.workspace_id and c.id = k.conversation_id
      join contacts ct on ct.workspace_id = c.workspace_id and ct.id = c.contact_id
      join messages m on m.workspace_id = k.workspace_id and m.id = k.message_id
     where k.workspace_id = ${workspaceId} and k.id = ${id} and k.state = 'waiting'`.execute(tx);
  return rows[0] ?? null;
}

export type CallOutcome = {
  readonly state: CallView["state"];
  readonly statusCode: number | null;
  readonly problem: string | null;
};

export async function saveCallOutcome(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  outcome: CallOutcome & { readonly at: Date },
): Promise<void> {
  await sql`
    update rule_calls
       set state = ${outcome.state}, status_code = ${outcome.statusCode}, problem = ${outcome.problem},
           tried_at = ${outcome.at}, attempts = attempts + 1
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}
