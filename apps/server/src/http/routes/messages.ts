import { idOf } from "@galka/core/kernel/ids";
import { reactToMessage } from "../../operations/messages/react-to-message.ts";
import { type ThreadQuery, readThread } from "../../operations/messages/read-thread.ts";
import { sendMessage } from "../../operations/messages/send-message.ts";
import { listUnknownSends, settleUnknown } from "../../operations/sends/settle-unknown.ts";
import { parseTimeCursor, presentTimeCursor } from "../cursor.ts";
import { handle } from "../handle.ts";
import { presentActivity } from "../present/activity.ts";
import { presentMessage } from "../present/message.ts";

const USUAL_LIMIT = 50;

type Asked = {
  readonly cursor?: string;
  readonly around?: string;
  readonly direction?: "older" | "newer";
};

export const messageRoutes = {
  listMessages: handle("listMessages", async ({ app, member, params, query }) => {
    const piece = await readThread(app, member, {
      conversationId: idOf(params.id),
      limit: query.limit ?? USUAL_LIMIT,
      start: startOf(query),
    });
    if ("refused" in piece) return piece;
    return {
      seq: piece.seq,
      items: piece.items.map(presentMessage),
      // `next` goes on in the direction that was asked for, as in every list.
      next: presentTimeCursor(query.direction === "newer" ? piece.newer : piece.older),
      newer: presentTimeCursor(piece.newer),
      activity: piece.activity.map(presentActivity),
    };
  }),

  sendMessage: handle("sendMessage", ({ app, member, params, body }) =>
    sendMessage(app, member, {
      conversationId: idOf(params.id),
      clientId: body.clientId,
      draft: body.draft,
      ...(body.quickReplyId ? { quickReplyId: body.quickReplyId } : {}),
      asksFirst: body.afterAnswer !== true,
      ...(body.replyTo ? { replyTo: idOf<"message">(body.replyTo) } : {}),
    }),
  ),

  reactToMessage: handle("reactToMessage", ({ app, member, params, body }) =>
    reactToMessage(app, member, { messageId: idOf(params.id), emoji: body.emoji }),
  ),

  settleUnknown: handle("settleUnknown", ({ app, member, params, body }) =>
    settleUnknown(app, member, { messageId: idOf(params.id), decision: body.decision }),
  ),

  listUnknownSends: handle("listUnknownSends", async ({ app, member }) => {
    const unknown = await listUnknownSends(app, member);
    if ("refused" in unknown) return unknown;
    return {
      items: unknown.items.map((it) => ({ ...it, dispatchedAt: it.dispatchedAt.toISOString() })),
    };
  }),
};

function startOf({ cursor, around, direction }: Asked): ThreadQuery["start"] {
  if (around) return { kind: "around", messageId: idOf(around) };
  if (!cursor) return { kind: "newest" };
  return { kind: direction ?? "older", cursor: parseTimeCursor(cursor) };
}
