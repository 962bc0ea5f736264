import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../database.ts";
import { PLAN_KEPT } from "../kept-plans.ts";
import { followCampaigns, noteAnswers } from "./campaigns/follow-campaigns.ts";
import { settleBy } from "./sla/settle-clocks.ts";
import { listSlaPolicies } from "./sla/sla-policies.ts";

export type EventKind =
  | "message-added"
  | "message-changed"
  | "conversation-changed"
  | "conversation-removed"
  | "conversation-refilled"
  | "activity-added"
  | "contact-changed"
  | "contact-removed"
  | "channel-changed"
  | "channel-removed"
  | "templates-changed"
  | "member-changed"
  | "collection-changed"
  | "import-changed"
  | "campaign-changed";

/** Something that happened, by the ids of what it happened to. A message's event names its conversation too. */
export type NewEvent = {
  readonly kind: EventKind;
  readonly conversationId?: string;
  readonly messageId?: string;
  readonly contactId?: string;
  readonly channelId?: string;
  /** A member, an import, a campaign; of `collection-changed` the collection's name. */
  readonly otherId?: string;
};

/**
 * Appends to the workspace's log, in the transaction of the change that is told.
 *
 * The workspace's row stays locked until the transaction ends, so seq has no
 * holes and its order is that of the commits. Call it last.
 *
 * The clocks of the conversations that are told of are set before, so what is
 * told of them is true, and nothing that is done with a conversation can forget
 * them. In the same way the people of campaigns follow their messages.
 */
export async function appendEvents(
  tx: Tx,
  workspaceId: WorkspaceId,
  now: Date,
  events: readonly NewEvent[],
): Promise<void> {
  const [told, policies] = await Promise.all([
    withoutQuiet(tx, workspaceId, now, events),
    movedIn(events).length > 0 ? listSlaPolicies(tx, workspaceId) : [],
  ]);
  if (told.length === 0) return;
  if (policies.length > 0) await settleBy(policies, { tx, workspaceId, now }, movedIn(told));
  await sql`${PLAN_KEPT}
    with counted as (
      update workspaces set last_seq = last_seq + ${told.length}
       where id = ${workspaceId} returning last_seq - ${told.length} as before
    )
    insert into events (workspace_id, seq, kind, conversation_id, message_id, contact_id, channel_id, other_id, at)
    select ${workspaceId}, counted.before + e.n, e.kind, e."conversationId", e."messageId",
           e."contactId", e."channelId", e."otherId", ${now}
      from counted, rows from (jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as (
             kind text, "conversationId" uuid, "messageId" uuid, "contactId" uuid,
             "channelId" uuid, "otherId" text)) with ordinality
           as e (kind, "conversationId", "messageId", "contactId", "channelId", "otherId", n)`.execute(
    tx,
  );
}

/** Has campaigns follow their messages, and leaves out what is on nobody's desk. */
async function withoutQuiet(
  tx: Tx,
  workspaceId: WorkspaceId,
  now: Date,
  events: readonly NewEvent[],
): Promise<readonly NewEvent[]> {
  const ofKind = (kind: EventKind) =>
    events.flatMap((it) => (it.kind === kind && it.messageId !== undefined ? [it.messageId] : []));
  const added = ofKind("message-added");
  const [, quiet] = await Promise.all([
    noteAnswers(tx, workspaceId, added),
    followCampaigns(tx, workspaceId, [...added, ...ofKind("message-changed")], now),
  ]);
  if (quiet.size === 0) return events;
  return events.filter(({ messageId }) => messageId === undefined || !quiet.has(messageId));
}

/** Kinds of events with which a conversation's clocks may have moved. */
const MOVING: readonly EventKind[] = [
  "message-added",
  "conversation-changed",
  "conversation-refilled",
];

function movedIn(events: readonly NewEvent[]): string[] {
  const moved = events.filter(({ kind }) => MOVING.includes(kind));
  return [...new Set(moved.flatMap(({ conversationId }) => conversationId ?? []))];
}
