import type { ConversationId, MessageId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { loadConversationViews } from "@galka/postgres/stores/views/conversation-list";
import { loadLastSeq } from "@galka/postgres/stores/views/event-list";
import {
  type MessageView,
  findPlaceOfMessage,
  listMessages,
} from "@galka/postgres/stores/views/message-list";
import type { TimeCursor } from "@galka/postgres/stores/views/page";
import {
  type ActivityView,
  type Stretch,
  listActivities,
} from "@galka/postgres/stores/thread/activities";
import type { App } from "../../app.ts";

export type ThreadQuery = {
  readonly conversationId: ConversationId;
  readonly limit: number;
  readonly start:
    | { readonly kind: "newest" }
    | { readonly kind: "older" | "newer"; readonly cursor: TimeCursor }
    /** This message in the middle. */
    | { readonly kind: "around"; readonly messageId: MessageId };
};

/** A piece of a thread, newest first, and where it goes on in both directions. */
export type ThreadPiece = {
  readonly seq: number;
  readonly items: readonly MessageView[];
  readonly older: TimeCursor | null;
  readonly newer: TimeCursor | null;
  /** What was done with the conversation in the time of these messages, oldest first. */
  readonly activity: readonly ActivityView[];
};

/** Reads a piece of a conversation. A message that is not in it is not found. */
export async function readThread(
  app: App,
  member: Member,
  query: ThreadQuery,
): Promise<ThreadPiece | Refused<"not-found"> | Refused<"forbidden">> {
  if (!may(member, "conversations.read")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const seq = await loadLastSeq(tx, workspaceId);
    const [conversation] = await loadConversationViews(tx, workspaceId, [query.conversationId]);
    if (!conversation) return { refused: "not-found" };
    const piece = await readPiece(tx, member, query);
    if ("refused" in piece) return piece;
    const stretch = stretchOf(query.start, piece);
    const { conversationId } = query;
    const activity = await listActivities(tx, workspaceId, conversationId, stretch);
    return { seq, ...piece, activity };
  });
}

type Piece = Omit<ThreadPiece, "seq" | "activity">;

/**
 * The time that a piece covers: up to the messages at its ends, or without end
 * where the conversation has one. Beside a place it begins at the place, so
 * pieces that touch leave nothing out between them.
 */
function stretchOf(start: ThreadQuery["start"], { items, older, newer }: Piece): Stretch {
  const from = older === null ? null : (items.at(-1)?.at ?? null);
  const to = newer === null ? null : (items[0]?.at ?? null);
  if (start.kind === "older") return { from, to: start.cursor.at };
  if (start.kind === "newer") return { from: start.cursor.at, to };
  return { from, to };
}

async function readPiece(
  tx: Tx,
  member: Member,
  query: ThreadQuery,
): Promise<Piece | Refused<"not-found">> {
  const { conversationId, limit, start } = query;
  if (start.kind === "around") return readAround(tx, member, query, start.messageId);

  const from =
    start.kind === "newest" ? {} : { from: { cursor: start.cursor, direction: start.kind } };
  const page = await listMessages(tx, member.workspaceId, { conversationId, limit, ...from });
  if (start.kind === "newer") {
    return { items: page.items, older: placeOf(page.items.at(-1)), newer: page.next };
  }
  const newer = start.kind === "older" ? placeOf(page.items[0]) : null;
  return { items: page.items, older: page.next, newer };
}

async function readAround(
  tx: Tx,
  member: Member,
  { conversationId, limit }: ThreadQuery,
  messageId: MessageId,
): Promise<Piece | Refused<"not-found">> {
  const { workspaceId } = member;
  const cursor = await findPlaceOfMessage(tx, workspaceId, { conversationId, messageId });
  if (!cursor) return { refused: "not-found" };

  const half = Math.max(1, Math.floor(limit / 2));
  const newer = await listMessages(tx, workspaceId, {
    conversationId,
    limit: half,
    from: { cursor, direction: "newer" },
  });
  // The older half begins below the oldest of the newer ones, so it begins with the message itself.
  const from = newer.items.at(-1) ?? null;
  const older = await listMessages(tx, workspaceId, {
    conversationId,
    limit: half + 1,
    ...(from
      ? { from: { cursor: { at: from.at, id: from.id }, direction: "older" } as const }
      : {}),
  });
  return { items: [...newer.items, ...older.items], older: older.next, newer: newer.next };
}

function placeOf(message: MessageView | undefined): TimeCursor | null {
  return message ? { at: message.at, id: message.id } : null;
}
