import type { ChatEntry, ChatMessage, ChatSender, Language, UnreadLine } from "./entry.ts";
import type { LineRead } from "./read-chat.ts";
import { compareWallClocks, type WallClock } from "./dates/wall-clock.ts";

/** One person of a chat. */
export type Participant = {
  readonly sender: ChatSender;
  messageCount: number;
  first: WallClock;
  last: WallClock;
};

/**
 * What was understood of a file, to be shown before it is imported.
 *
 * The unread lines are counted here and named to whoever reads the file; only the first
 * hundred are kept, so that a file that is no chat at all does not fill the memory.
 */
export type ChatSummary = {
  readonly participants: Map<string, Participant>;
  readonly kinds: Map<ChatMessage["kind"] | "system", number>;
  readonly languages: Map<Language, number>;
  readonly unreadReasons: Map<UnreadLine["reason"], number>;
  readonly firstUnread: UnreadLine[];
  entryCount: number;
  editedCount: number;
  unreadCount: number;
  first: WallClock | null;
  last: WallClock | null;
};

const KEPT_UNREAD = 100;

/** Nothing understood yet. */
export function startSummary(): ChatSummary {
  return {
    participants: new Map(),
    kinds: new Map(),
    languages: new Map(),
    unreadReasons: new Map(),
    firstUnread: [],
    entryCount: 0,
    editedCount: 0,
    unreadCount: 0,
    first: null,
    last: null,
  };
}

/** Adds what one line completed, in place. */
export function addToSummary(
  summary: ChatSummary,
  read: Pick<LineRead, "entries" | "unread">,
): void {
  for (const entry of read.entries) addEntry(summary, entry);
  for (const line of read.unread) {
    summary.unreadCount += 1;
    increment(summary.unreadReasons, line.reason);
    if (summary.firstUnread.length < KEPT_UNREAD) summary.firstUnread.push(line);
  }
}

/** The people of the chat, the most talkative first. */
export function participantsOf(summary: ChatSummary): readonly Participant[] {
  return [...summary.participants.values()].sort((a, b) => b.messageCount - a.messageCount);
}

function addEntry(summary: ChatSummary, entry: ChatEntry): void {
  summary.entryCount += 1;
  summary.first = earlier(summary.first, entry.at);
  summary.last = later(summary.last, entry.at);
  increment(summary.kinds, entry.type === "system" ? "system" : entry.kind);
  if (entry.language !== null) increment(summary.languages, entry.language);
  if (entry.type === "system") return;
  if (entry.edited) summary.editedCount += 1;
  addParticipant(summary.participants, entry);
}

function addParticipant(participants: Map<string, Participant>, { sender, at }: ChatMessage): void {
  const known = participants.get(sender.name);
  if (known === undefined) {
    participants.set(sender.name, { sender, messageCount: 1, first: at, last: at });
    return;
  }
  known.messageCount += 1;
  known.first = earlier(known.first, at);
  known.last = later(known.last, at);
}

function earlier(known: WallClock | null, at: WallClock): WallClock {
  return known !== null && compareWallClocks(known, at) <= 0 ? known : at;
}

function later(known: WallClock | null, at: WallClock): WallClock {
  return known !== null && compareWallClocks(known, at) >= 0 ? known : at;
}

function increment<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
