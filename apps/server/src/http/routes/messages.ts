import { idOf } from "@galka/core/kernel/ids";
import { type ThreadQuery, readThread } from "../../operations/messages/read-thread.ts";
import { parseTimeCursor, presentTimeCursor } from "../cursor.ts";
import { handle } from "../handle.ts";
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
    };
  }),
};

function startOf({ cursor, around, direction }: Asked): ThreadQuery["start"] {
  if (around) return { kind: "around", messageId: idOf(around) };
  if (!cursor) return { kind: "newest" };
  return { kind: direction ?? "older", cursor: parseTimeCursor(cursor) };
}
