import type { ConsentDecision, ConsentPurpose } from "@galka/core/consent/consent";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** A question for consent that a contact was sent as a template with buttons. */
export type ConsentRequest = {
  readonly id: string;
  readonly contactId: string;
  readonly conversationId: string;
  readonly channelId: string;
  readonly purpose: ConsentPurpose;
  /** Null asks for every channel. */
  readonly forChannelId: string | null;
  readonly wordingId: string;
  readonly wording: string;
  readonly token: string;
  readonly messageId: string;
  readonly askedBy: string | null;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
  readonly answer: ConsentDecision | null;
};

const COLUMNS = sql`
  q.id, q.contact_id as "contactId", q.conversation_id as "conversationId",
  q.channel_id as "channelId", q.purpose, q.for_channel_id as "forChannelId",
  q.wording_id as "wordingId", w.text as wording, q.token, q.message_id as "messageId",
  q.asked_by as "askedBy", q.asked_at as "askedAt", q.answered_at as "answeredAt", q.answer`;

const WORDING = sql`
  join consent_wordings w on w.workspace_id = q.workspace_id and w.id = q.wording_id`;

export async function insertConsentRequest(
  tx: Tx,
  workspaceId: WorkspaceId,
  it: Omit<ConsentRequest, "wording" | "answeredAt" | "answer">,
): Promise<void> {
  await sql`
    insert into consent_requests (workspace_id, id, contact_id, conversation_id, channel_id, purpose,
                                  for_channel_id, wording_id, token, message_id, asked_by, asked_at)
    values (${workspaceId}, ${it.id}, ${it.contactId}, ${it.conversationId}, ${it.channelId}, ${it.purpose},
            ${it.forChannelId}, ${it.wordingId}, ${it.token}, ${it.messageId}, ${it.askedBy}, ${it.askedAt})`.execute(
    tx,
  );
}

/** The questions that these tokens are of, locked in the order of their ids. */
export async function lockConsentRequests(
  tx: Tx,
  workspaceId: WorkspaceId,
  tokens: readonly string[],
): Promise<ConsentRequest[]> {
  if (tokens.length === 0) return [];
  const { rows } = await sql<ConsentRequest>`
    select ${COLUMNS} from consent_requests q ${WORDING}
     where q.workspace_id = ${workspaceId} and q.token = any(${[...tokens]}::text[])
     order by q.id for update of q`.execute(tx);
  return rows;
}

export async function answerConsentRequest(
  tx: Tx,
  workspaceId: WorkspaceId,
  { id, answer, at }: { readonly id: string; readonly answer: ConsentDecision; readonly at: Date },
): Promise<void> {
  await sql`
    update consent_requests set answer = ${answer}, answered_at = ${at}
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

/** What a contact was asked, the latest first. */
export async function listConsentRequests(
  tx: Tx,
  workspaceId: WorkspaceId,
  contactId: string,
): Promise<ConsentRequest[]> {
  const { rows } = await sql<ConsentRequest>`
    select ${COLUMNS} from consent_requests q ${WORDING}
     where q.workspace_id = ${workspaceId} and q.contact_id = ${contactId}
     order by q.asked_at desc, q.id desc limit 50`.execute(tx);
  return rows;
}
