import { idOf } from "@galka/core/kernel/ids";
import {
  markConversationRead,
  markConversationUnread,
} from "../../operations/conversations/mark-read.ts";
import { startConversation } from "../../operations/conversations/start-conversation.ts";
import { listInbox, readConversation } from "../../operations/conversations/read-inbox.ts";
import { parseTimeCursor, presentTimeCursor } from "../cursor.ts";
import { handle } from "../handle.ts";
import { parseWhere } from "../parse/parse-where.ts";
import { presentConversation } from "../present/conversation.ts";

const USUAL_LIMIT = 50;

export const conversationRoutes = {
  listConversations: handle("listConversations", async ({ app, member, query }) => {
    const page = await listInbox(app, member, {
      limit: query.limit ?? USUAL_LIMIT,
      unreadOnly: query.filter === "unread",
      ...(query.channelId ? { channelId: query.channelId } : {}),
      ...(query.contactId ? { contactId: query.contactId } : {}),
      ...(query.view ? { view: query.view } : {}),
      ...(query.where ? { filter: parseWhere(query.where) } : {}),
      ...(query.labelId ? { labelId: query.labelId } : {}),
      ...(query.status ? { status: query.status } : {}),
      ...(query.assignee ? { assigneeId: assigneeOf(query.assignee, member.id) } : {}),
      ...(query.teamId ? { teamId: query.teamId } : {}),
      ...(query.cursor ? { after: parseTimeCursor(query.cursor) } : {}),
    });
    if ("refused" in page) return page;
    return {
      seq: page.seq,
      items: page.items.map(presentConversation),
      next: presentTimeCursor(page.next),
    };
  }),

  getConversation: handle("getConversation", async ({ app, member, params }) => {
    const found = await readConversation(app, member, idOf(params.id));
    if ("refused" in found) return found;
    return { seq: found.seq, conversation: presentConversation(found.conversation) };
  }),

  startConversation: handle("startConversation", async ({ app, member, body }) => {
    const wish = { ...body, channelId: idOf<"channel">(body.channelId) };
    const started = await startConversation(app, member, wish);
    return "refused" in started ? started : presentConversation(started);
  }),

  markRead: handle("markRead", ({ app, member, params }) =>
    markConversationRead(app, member, idOf(params.id)),
  ),

  markUnread: handle("markUnread", ({ app, member, params }) =>
    markConversationUnread(app, member, idOf(params.id)),
  ),
};

/** Null means the conversations that nobody has. */
function assigneeOf(asked: string, ownId: string): string | null {
  if (asked === "none") return null;
  return asked === "me" ? ownId : asked;
}
