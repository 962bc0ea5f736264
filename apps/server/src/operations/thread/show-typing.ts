import { windowAt } from "@galka/core/conversations/window";
import type { ConversationId } from "@galka/core/kernel/ids";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { findLastHeard } from "@galka/postgres/stores/outgoing/outgoing-messages";
import { insertSend } from "@galka/postgres/stores/outgoing/queued-sends";
import { lockThread } from "@galka/postgres/stores/receiving/threads";
import { loadShowsTyping } from "@galka/postgres/stores/thread/typing-setting";
import { findChannelView } from "@galka/postgres/stores/views/channel-list";
import type { App } from "../../app.ts";
import type { OutgoingPayload } from "../sends/outgoing-payload.ts";

/**
 * Shows the contact that somebody writes to them.
 *
 * The channel shows it with a read receipt and takes it away by itself, so it
 * is asked for again while somebody goes on writing; whoever calls this sees to
 * the pace. Nothing is asked of a number that is not connected, outside the
 * window, or where the workspace does not want it.
 */
export async function showTyping(app: App, member: Member, id: ConversationId): Promise<void> {
  if (!may(member, "conversations.reply")) return;
  const { workspaceId } = member;
  const channelId = await inWorkspace(app.db, workspaceId, async (tx) => {
    if (!(await loadShowsTyping(tx, workspaceId))) return null;
    const thread = await lockThread(tx, workspaceId, id);
    const now = app.clock.now();
    if (!thread || !windowAt(now, thread.lastInboundAt).open) return null;
    const channel = await findChannelView(tx, workspaceId, thread.channelId);
    const wamid = await findLastHeard(tx, workspaceId, id);
    if (channel?.status !== "connected" || wamid === null) return null;
    const send = {
      id: app.ids.next<"send">(),
      channelId: thread.channelId,
      messageId: null,
      kind: "read-receipt",
      lane: "utility",
      purpose: "service",
      recipient: `receipt ${thread.contactId}`,
      payload: { kind: "read-receipt", wamid, typing: true } satisfies OutgoingPayload,
    } as const;
    await insertSend(tx, workspaceId, send, now);
    return thread.channelId;
  });
  if (channelId !== null) app.wake.tell("sends", channelId);
}
