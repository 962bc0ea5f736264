import { ReadCache } from "./cache/read-cache.ts";
import { flag, intOrNull, text } from "./row.ts";
import type { Database } from "./sqlite.ts";

/** What a phone remembers of a chat besides its bubbles. */
export type ChatState = {
  readonly open: boolean;
  readonly blocked: boolean;
  readonly typingUntil: number | null;
};

const recent = new ReadCache<string, ChatState>();

export function chatState(db: Database, personId: string, chatId: string): ChatState {
  return recent.read(db, `${personId} ${chatId}`, () => readState(db, personId, chatId));
}

/** What is remembered of chats was changed elsewhere. */
export function forgetChats(db: Database): void {
  recent.clear(db);
}

function readState(db: Database, personId: string, chatId: string): ChatState {
  const row = db.get(
    "select is_open, blocked, typing_until from chats where person_id = ? and chat_id = ?",
    personId,
    chatId,
  );
  if (row === undefined) return { open: false, blocked: false, typingUntil: null };
  return {
    open: flag(row, "is_open"),
    blocked: flag(row, "blocked"),
    typingUntil: intOrNull(row, "typing_until"),
  };
}

/** Whether the person ever had anything to do with the chat. */
export function hasChatState(db: Database, personId: string, chatId: string): boolean {
  const sql = "select 1 from chats where person_id = ? and chat_id = ?";
  return db.get(sql, personId, chatId) !== undefined;
}

export function saveChatState(
  db: Database,
  personId: string,
  chatId: string,
  state: ChatState,
): void {
  db.run(
    "insert or replace into chats (person_id, chat_id, is_open, blocked, typing_until) values (?, ?, ?, ?, ?)",
    personId,
    chatId,
    Number(state.open),
    Number(state.blocked),
    state.typingUntil,
  );
  recent.put(db, `${personId} ${chatId}`, state);
}

export function blockedChats(db: Database, personId: string): readonly string[] {
  return db
    .all("select chat_id from chats where person_id = ? and blocked = 1", personId)
    .map((row) => text(row, "chat_id"));
}

/** A phone shows one chat at a time, so opening one closes the others. */
export function closeChats(db: Database, personId: string): readonly string[] {
  const open = db
    .all("select chat_id from chats where person_id = ? and is_open = 1", personId)
    .map((row) => text(row, "chat_id"));
  db.run("update chats set is_open = 0 where person_id = ?", personId);
  for (const chatId of open) recent.drop(db, `${personId} ${chatId}`);
  return open;
}
