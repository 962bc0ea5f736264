import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Note } from "@galka/core/messages/note";
import type { Tx } from "@galka/postgres/database";
import { type Actor, recordAudit } from "@galka/postgres/stores/audit";
import { type NewEvent, appendEvents } from "@galka/postgres/stores/events";
import { saveTexts } from "@galka/postgres/stores/receiving/received-messages";
import type { Thread } from "@galka/postgres/stores/receiving/threads";
import { saveMentions } from "@galka/postgres/stores/thread/mentions";
import { emptyNote, insertNote, rewriteNote } from "@galka/postgres/stores/thread/notes";
import type { App } from "../../app.ts";
import type { MessageAuthor } from "../messages/queue-message.ts";

/** Where notes are kept, and who keeps them. */
export type NoteDesk = {
  readonly app: App;
  readonly tx: Tx;
  readonly workspaceId: WorkspaceId;
  readonly author: MessageAuthor;
};

export type KeptWish = {
  readonly clientId: string;
  readonly replyToId: string | null;
  readonly content: Note;
};

/** A note, and where it stands. */
export type PlacedNote = {
  readonly id: string;
  readonly conversationId: string;
  readonly at: Date;
};

/** Puts a note into its conversation, with what is found by its words and who is named; the caller appends the event. */
export async function keepNote(
  desk: NoteDesk,
  thread: Pick<Thread, "id" | "channelId">,
  wish: KeptWish,
): Promise<{ readonly messageId: string; readonly event: NewEvent }> {
  const { app, tx, workspaceId, author } = desk;
  const place = {
    id: app.ids.next<"message">(),
    conversationId: thread.id,
    at: app.clock.now(),
  };
  const note = { ...place, ...wish, author, channelId: thread.channelId };
  if (!(await insertNote(tx, workspaceId, note))) {
    throw new Error(`The client id ${wish.clientId} was used for two messages.`);
  }
  await follow(desk, place, wish.content);
  await remember(desk, "note-added", place, { after: { mentions: wish.content.mentions } });
  const event = { kind: "message-added", messageId: place.id, conversationId: thread.id } as const;
  return { messageId: place.id, event };
}

/** Writes a note anew. That it was done, by whom and who is named stands in the thread; never what it said. */
export async function keepChangedNote(
  desk: NoteDesk,
  note: PlacedNote & { readonly mentions: readonly string[] },
  content: Note,
): Promise<void> {
  const { app, tx, workspaceId } = desk;
  const { id, conversationId } = note;
  const now = app.clock.now();
  await rewriteNote(tx, workspaceId, { id, content }, now);
  await follow(desk, note, content);
  const before = { mentions: note.mentions };
  await remember(desk, "note-changed", note, { before, after: { mentions: content.mentions } });
  await appendEvents(tx, workspaceId, now, [
    { kind: "message-changed", messageId: id, conversationId },
  ]);
}

/** Leaves the place of a note and nothing of what it said, in the search and in whose mentions it stood as well. */
export async function takeNoteBack(
  desk: NoteDesk,
  note: PlacedNote & { readonly authorMemberId: string | null },
): Promise<void> {
  const { app, tx, workspaceId } = desk;
  const { id, conversationId, authorMemberId } = note;
  const now = app.clock.now();
  await emptyNote(tx, workspaceId, id, now);
  await saveMentions(tx, workspaceId, { messageId: id, conversationId, memberIds: [], at: now });
  await remember(desk, "note-deleted", note, { before: { authorMemberId } });
  await appendEvents(tx, workspaceId, now, [
    { kind: "message-changed", messageId: id, conversationId },
  ]);
}

async function follow(
  { app, tx, workspaceId, author }: NoteDesk,
  { id, conversationId, at }: PlacedNote,
  { text, mentions }: Note,
): Promise<void> {
  await saveTexts(tx, workspaceId, [{ messageId: id, conversationId, at, body: text }]);
  // Nobody is told of what they wrote themselves.
  const memberIds = mentions.filter((it) => author.by !== "member" || it !== author.id);
  const now = app.clock.now();
  await saveMentions(tx, workspaceId, { messageId: id, conversationId, memberIds, at: now });
}

type Change = {
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
};

/** A note that is added stands in the thread itself; that one was changed or taken back is a line of it. */
async function remember(
  { app, tx, workspaceId, author }: NoteDesk,
  action: "note-added" | "note-changed" | "note-deleted",
  { id, conversationId }: PlacedNote,
  change: Change,
): Promise<void> {
  const by: Actor = { actor: author.by, actorId: author.id };
  const line = action === "note-added" ? {} : { conversationId };
  await recordAudit(tx, workspaceId, app.clock.now(), [
    { id: app.ids.next<"audit">(), by, action, subjectId: id, ...line, ...change },
  ]);
}
