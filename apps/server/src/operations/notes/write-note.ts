import type { ConversationId, MessageId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Note, type NoteDraft, type NoteRefused, writeNote } from "@galka/core/messages/note";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { type EventKind, appendEvents } from "@galka/postgres/stores/events";
import { listMembers } from "@galka/postgres/stores/members";
import { findMessageOfClient, findTarget } from "@galka/postgres/stores/outgoing/outgoing-messages";
import { saveTexts } from "@galka/postgres/stores/receiving/received-messages";
import { type Thread, lockThread } from "@galka/postgres/stores/receiving/threads";
import { saveMentions } from "@galka/postgres/stores/thread/mentions";
import { emptyNote, insertNote, lockNote, rewriteNote } from "@galka/postgres/stores/thread/notes";
import type { App } from "../../app.ts";

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
  if (!may(member, "conversations.reply")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const added = await inWorkspace(app.db, workspaceId, async (tx) => {
    const thread = await lockThread(tx, workspaceId, wish.conversationId);
    if (!thread) return { refused: "not-found" } as const;
    const before = await findMessageOfClient(tx, workspaceId, wish.clientId);
    if (before !== null) return { messageId: before };
    const content = writeNote(wish, await teamOf(tx, member));
    if ("refused" in content) return content;
    return insert({ app, tx, member }, thread, wish, content);
  });
  app.wake.tell("events", workspaceId);
  return added;
}

/** Writes one's own note anew; who is mentioned only now is told now. */
export function changeNote(
  app: App,
  member: Member,
  id: MessageId,
  draft: NoteDraft,
): Promise<{ readonly done: true } | Refusals> {
  return onOwnNote(app, member, id, async (tx, note) => {
    const content = writeNote(draft, await teamOf(tx, member));
    if ("refused" in content) return content;
    const now = app.clock.now();
    await rewriteNote(tx, member.workspaceId, { id, content }, now);
    await follow({ app, tx, member }, note, content, "message-changed");
    return { done: true };
  });
}

/** Takes back one's own note: its place stays, its words go, from the search too. */
export function deleteNote(
  app: App,
  member: Member,
  id: MessageId,
): Promise<{ readonly done: true } | Refusals> {
  return onOwnNote(app, member, id, async (tx, { conversationId }) => {
    const { workspaceId } = member;
    const now = app.clock.now();
    await emptyNote(tx, workspaceId, id, now);
    await saveMentions(tx, workspaceId, { messageId: id, conversationId, memberIds: [], at: now });
    const entry = { id: app.ids.next<"audit">(), by: byMember(member), subjectId: id };
    await recordAudit(tx, workspaceId, now, [{ ...entry, action: "note-deleted" }]);
    await appendEvents(tx, workspaceId, now, [
      { kind: "message-changed", messageId: id, conversationId },
    ]);
    return { done: true };
  });
}

type Placed = { readonly id: string; readonly conversationId: ConversationId; readonly at: Date };

async function onOwnNote(
  app: App,
  member: Member,
  id: MessageId,
  work: (tx: Tx, note: Placed) => Promise<{ readonly done: true } | Refusals>,
): Promise<{ readonly done: true } | Refusals> {
  const { workspaceId } = member;
  if (!may(member, "conversations.reply")) return { refused: "forbidden" };
  const changed = await inWorkspace(app.db, workspaceId, async (tx) => {
    const note = await lockNote(tx, workspaceId, id);
    if (!note || note.isDeleted) return { refused: "not-found" } as const;
    if (note.authorMemberId !== member.id) return { refused: "forbidden" } as const;
    return work(tx, note);
  });
  app.wake.tell("events", workspaceId);
  return changed;
}

async function teamOf(tx: Tx, { workspaceId }: Member): Promise<ReadonlySet<string>> {
  const members = await listMembers(tx, workspaceId);
  return new Set(members.filter((it) => !it.deactivatedAt).map(({ id }) => id));
}

type Desk = { readonly app: App; readonly tx: Tx; readonly member: Member };

async function insert(
  desk: Desk,
  { id: conversationId, channelId }: Thread,
  { clientId, replyTo }: NoteWish,
  content: Note,
): Promise<{ readonly messageId: string } | Refused<"not-found">> {
  const { app, tx, member } = desk;
  const { workspaceId } = member;
  const quoted = replyTo && (await findTarget(tx, workspaceId, replyTo));
  if (replyTo && quoted?.conversationId !== conversationId) return { refused: "not-found" };
  const at = app.clock.now();
  const id = app.ids.next<"message">();
  const place = { id, conversationId, at };
  const note = {
    ...place,
    channelId,
    authorMemberId: member.id,
    clientId,
    replyToId: quoted?.id ?? null,
    content,
  };
  if (!(await insertNote(tx, workspaceId, note))) {
    throw new Error(`The client id ${clientId} was used for two messages.`);
  }
  await follow(desk, place, content, "message-added");
  return { messageId: id };
}

/** What is kept and told beside a note. */
async function follow(
  { app, tx, member }: Desk,
  { id, conversationId, at }: Placed,
  { text, mentions }: Note,
  kind: Extract<EventKind, "message-added" | "message-changed">,
): Promise<void> {
  const { workspaceId } = member;
  const now = app.clock.now();
  await saveTexts(tx, workspaceId, [{ messageId: id, conversationId, at, body: text }]);
  // Nobody is told of what they wrote themselves.
  const memberIds = mentions.filter((it) => it !== member.id);
  await saveMentions(tx, workspaceId, { messageId: id, conversationId, memberIds, at: now });
  const action = kind === "message-added" ? "note-added" : "note-changed";
  const entry = { id: app.ids.next<"audit">(), by: byMember(member), action, subjectId: id };
  await recordAudit(tx, workspaceId, now, [{ ...entry, after: { mentions } }]);
  await appendEvents(tx, workspaceId, now, [{ kind, messageId: id, conversationId }]);
}
