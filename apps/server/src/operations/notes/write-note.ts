import type { ConversationId, MessageId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type NoteDraft, type NoteRefused, writeNote } from "@galka/core/messages/note";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { type NewEvent, appendEvents } from "@galka/postgres/stores/events";
import { listMembers } from "@galka/postgres/stores/members";
import { findMessageOfClient, findTarget } from "@galka/postgres/stores/outgoing/outgoing-messages";
import { lockThread } from "@galka/postgres/stores/receiving/threads";
import { type KeptNote, lockNote } from "@galka/postgres/stores/thread/notes";
import type { App } from "../../app.ts";
import { type NoteDesk, keepChangedNote, keepNote, takeNoteBack } from "./keep-note.ts";

export type NoteWish = NoteDraft & {
  readonly conversationId: ConversationId;
  readonly clientId: string;
  readonly replyTo?: MessageId;
};

type Refusals = NoteRefused | Refused<"forbidden"> | Refused<"not-found">;

/**
 * Writes a note into a conversation, for the team alone.
 *
 * It is a row among the messages, so it is shown and found like them, and it is
 * nothing else: no send, no change of the last message, of the unread or of the
 * state. Asked twice with the same `clientId` it answers with the same note.
 */
export async function addNote(
  app: App,
  member: Member,
  wish: NoteWish,
): Promise<{ readonly messageId: string } | Refusals> {
  const { workspaceId } = member;
  const added = await inWorkspace(app.db, workspaceId, async (tx) => {
    const note = await addNoteWithin(app, tx, member, wish);
    if ("refused" in note) return note;
    await appendEvents(tx, workspaceId, app.clock.now(), note.events);
    return { messageId: note.messageId };
  });
  app.wake.tell("events", workspaceId);
  return added;
}

/** A note that stands, and what is to be told of it; nothing when it had stood before. */
export type Added = { readonly messageId: string; readonly events: readonly NewEvent[] };

/** `addNote` as a part of a larger transaction. Whoever calls it appends the events, last of all. */
export async function addNoteWithin(
  app: App,
  tx: Tx,
  member: Member,
  wish: NoteWish,
): Promise<Added | Refusals> {
  if (!may(member, "conversations.reply")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const thread = await lockThread(tx, workspaceId, wish.conversationId);
  if (!thread) return { refused: "not-found" };
  const { clientId, replyTo } = wish;
  const before = await findMessageOfClient(tx, workspaceId, clientId);
  if (before !== null) return { messageId: before, events: [] };
  const content = writeNote(wish, await teamOf(tx, member));
  if ("refused" in content) return content;
  const quoted = replyTo && (await findTarget(tx, workspaceId, replyTo));
  if (replyTo && quoted?.conversationId !== thread.id) return { refused: "not-found" };
  const kept = { clientId, replyToId: quoted?.id ?? null, content };
  const { messageId, event } = await keepNote(deskOf(app, tx, member), thread, kept);
  return { messageId, events: [event] };
}

/** Writes one's own note anew; who is mentioned only now is told now. Nobody puts words into another's note. */
export function changeNote(
  app: App,
  member: Member,
  id: MessageId,
  draft: NoteDraft,
): Promise<{ readonly done: true } | Refusals> {
  return onNote(app, member, id, async (tx, note) => {
    if (note.authorMemberId !== member.id) return { refused: "forbidden" };
    const content = writeNote(draft, await teamOf(tx, member));
    if ("refused" in content) return content;
    await keepChangedNote(deskOf(app, tx, member), note, content);
    return { done: true };
  });
}

/**
 * Takes a note back: its place stays, its words go, from the search too.
 *
 * Whoever wrote it may, and whoever distributes the work may take back anybody's.
 */
export function deleteNote(
  app: App,
  member: Member,
  id: MessageId,
): Promise<{ readonly done: true } | Refusals> {
  return onNote(app, member, id, async (tx, note) => {
    const isOwn = note.authorMemberId === member.id;
    if (!isOwn && !may(member, "conversations.assign")) return { refused: "forbidden" };
    await takeNoteBack(deskOf(app, tx, member), note);
    return { done: true };
  });
}

function deskOf(app: App, tx: Tx, { workspaceId, id }: Member): NoteDesk {
  return { app, tx, workspaceId, author: { by: "member", id } };
}

async function onNote(
  app: App,
  member: Member,
  id: MessageId,
  work: (tx: Tx, note: KeptNote) => Promise<{ readonly done: true } | Refusals>,
): Promise<{ readonly done: true } | Refusals> {
  const { workspaceId } = member;
  if (!may(member, "conversations.reply")) return { refused: "forbidden" };
  const changed = await inWorkspace(app.db, workspaceId, async (tx) => {
    const note = await lockNote(tx, workspaceId, id);
    if (!note || note.isDeleted) return { refused: "not-found" } as const;
    return work(tx, note);
  });
  app.wake.tell("events", workspaceId);
  return changed;
}

async function teamOf(tx: Tx, { workspaceId }: Member): Promise<ReadonlySet<string>> {
  const members = await listMembers(tx, workspaceId);
  return new Set(members.filter((it) => !it.deactivatedAt).map(({ id }) => id));
}
