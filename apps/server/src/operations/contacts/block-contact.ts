import type { ConversationId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { appendEvents } from "@galka/postgres/stores/events";
import { findRecipient } from "@galka/postgres/stores/outgoing/outgoing-messages";
import { type Thread, lockThread } from "@galka/postgres/stores/receiving/threads";
import { deleteBlock, insertBlock } from "@galka/postgres/stores/thread/blocks";
import type { App } from "../../app.ts";
import { GatewayError, type Recipient } from "../../channels/gateway.ts";
import { openNumber } from "../channels/open-number.ts";

type Words = { readonly en: string; readonly ru: string };

export type BlockRefused =
  | Refused<"forbidden">
  | Refused<"not-found">
  | Refused<"no-identity">
  | Refused<"channel-not-connected">
  | Refused<"meta-unreachable">
  | Refused<
      "meta-refused",
      { readonly reason: string; readonly explanation: Words; readonly advice: Words }
    >;

type Done = { readonly done: true };

/**
 * Has the channel hear a contact no more, or again.
 *
 * The channel is asked first, outside of any transaction, and asking twice does
 * no harm; only what it agreed to is shown as blocked.
 */
export async function blockContact(
  app: App,
  member: Member,
  id: ConversationId,
  blocked: boolean,
): Promise<Done | BlockRefused> {
  if (!may(member, "conversations.organize")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const found = await inWorkspace(app.db, workspaceId, async (tx) => {
    const thread = await lockThread(tx, workspaceId, id);
    return thread && { thread, to: await findRecipient(tx, workspaceId, thread.contactId) };
  });
  if (!found) return { refused: "not-found" };
  if (!found.to) return { refused: "no-identity" };
  const refused = await askChannel(app, member, { ...found, to: found.to }, blocked);
  if (refused) return refused;
  await remember(app, member, found.thread, blocked);
  return { done: true };
}

type Asked = { readonly thread: Thread; readonly to: Recipient };

async function askChannel(
  app: App,
  { workspaceId }: Member,
  { thread, to }: Asked,
  blocked: boolean,
): Promise<BlockRefused | null> {
  const access = await openNumber(app, { workspaceId, channelId: thread.channelId });
  if (!access) return { refused: "channel-not-connected" };
  try {
    await app.gateways("whatsapp").setBlocked(access, to, blocked);
    return null;
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    if (!error.failure) return { refused: "meta-unreachable" };
    const { title, explanation, advice } = error.failure;
    return { refused: "meta-refused", reason: title, explanation, advice };
  }
}

async function remember(
  app: App,
  member: Member,
  { id: conversationId, channelId, contactId }: Thread,
  blocked: boolean,
): Promise<void> {
  const { workspaceId } = member;
  await inWorkspace(app.db, workspaceId, async (tx) => {
    await lockThread(tx, workspaceId, conversationId);
    const at = app.clock.now();
    const block = { channelId, contactId, memberId: member.id, at };
    const isNews = blocked
      ? await insertBlock(tx, workspaceId, block)
      : await deleteBlock(tx, workspaceId, block);
    if (!isNews) return;
    const action = blocked ? ("contact-blocked" as const) : ("contact-unblocked" as const);
    const entry = { id: app.ids.next<"audit">(), by: byMember(member), action, conversationId };
    await recordAudit(tx, workspaceId, at, [{ ...entry, subjectId: contactId }]);
    await appendEvents(tx, workspaceId, at, [{ kind: "conversation-changed", conversationId }]);
  });
  app.wake.tell("events", workspaceId);
}
