import { idOf } from "@galka/core/kernel/ids";
import { listMentions, readMentions } from "../../../operations/notes/read-mentions.ts";
import { addNote, changeNote, deleteNote } from "../../../operations/notes/write-note.ts";
import { parseTimeCursor, presentTimeCursor } from "../../cursor.ts";
import { handle } from "../../handle.ts";

const USUAL_LIMIT = 50;

export const noteRoutes = {
  addNote: handle("addNote", ({ app, member, params, body: { replyTo, ...note } }) =>
    addNote(app, member, {
      conversationId: idOf(params.id),
      ...note,
      ...(replyTo ? { replyTo: idOf<"message">(replyTo) } : {}),
    }),
  ),
  changeNote: handle("changeNote", ({ app, member, params, body }) =>
    changeNote(app, member, idOf(params.id), body),
  ),
  deleteNote: handle("deleteNote", ({ app, member, params }) =>
    deleteNote(app, member, idOf(params.id)),
  ),
  listMentions: handle("listMentions", async ({ app, member, query }) => {
    const page = await listMentions(app, member, {
      limit: query.limit ?? USUAL_LIMIT,
      ...(query.cursor ? { after: parseTimeCursor(query.cursor) } : {}),
    });
    if ("refused" in page) return page;
    return {
      items: page.items.map((it) => ({
        ...it,
        at: it.at.toISOString(),
        readAt: it.readAt?.toISOString() ?? null,
      })),
      next: presentTimeCursor(page.next),
      unreadCount: page.unreadCount,
    };
  }),
  readMentions: handle("readMentions", ({ app, member, body }) =>
    readMentions(app, member, body.messageIds ?? null),
  ),
};
