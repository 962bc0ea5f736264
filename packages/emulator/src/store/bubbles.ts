import { isObject, parseJson } from "../json.ts";
import type { BubbleContent, Ticks } from "../wire/control.ts";
import { flag, int, intOrNull, text, textOrNull } from "./row.ts";
import type { Database, Row } from "./sqlite.ts";

/** A message as one phone holds it. Two people who chat hold one each. */
export type Bubble = {
  readonly seq: number;
  readonly personId: string;
  readonly chatId: string;
  readonly wamid: string;
  readonly direction: "in" | "out";
  readonly sentAt: number;
  readonly content: BubbleContent;
  readonly replyTo: string | null;
  readonly forwarded: boolean;
  readonly myReaction: string | null;
  readonly peerReaction: string | null;
  readonly ticks: Ticks | null;
  readonly read: boolean;
  readonly played: boolean;
  readonly edited: boolean;
  readonly tapped: string | null;
};

export type NewBubble = Pick<
  Bubble,
  | "personId"
  | "chatId"
  | "wamid"
  | "direction"
  | "sentAt"
  | "content"
  | "replyTo"
  | "forwarded"
  | "ticks"
>;

export function insertBubble(db: Database, bubble: NewBubble): void {
  db.run(
    "insert or ignore into bubbles (person_id, chat_id, wamid, direction, sent_at, content, reply_to, forwarded, ticks) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    bubble.personId,
    bubble.chatId,
    bubble.wamid,
    bubble.direction,
    bubble.sentAt,
    JSON.stringify(bubble.content),
    bubble.replyTo,
    Number(bubble.forwarded),
    bubble.ticks,
  );
}

/** The chats with businesses that anything was written in. */
export function businessChats(db: Database, personId: string): readonly string[] {
  const sql =
    "select distinct chat_id from bubbles where person_id = ? and chat_id like 'business-%' order by chat_id";
  return db.all(sql, personId).map((row) => text(row, "chat_id"));
}

export function saveBubble(db: Database, bubble: Bubble): void {
  db.run(
    "update bubbles set content = ?, sent_at = ?, my_reaction = ?, peer_reaction = ?, ticks = ?, is_read = ?, played = ?, edited = ?, tapped = ? where seq = ?",
    JSON.stringify(bubble.content),
    bubble.sentAt,
    bubble.myReaction,
    bubble.peerReaction,
    bubble.ticks,
    Number(bubble.read),
    Number(bubble.played),
    Number(bubble.edited),
    bubble.tapped,
    bubble.seq,
  );
}

export function findBubble(db: Database, personId: string, wamid: string): Bubble | null {
  const row = db.get("select * from bubbles where wamid = ? and person_id = ?", wamid, personId);
  return row === undefined ? null : fromRow(row);
}

/** The bubble of `wamid` on whichever phone has it in a chat with the business. */
export function findBusinessBubble(db: Database, chatId: string, wamid: string): Bubble | null {
  const row = db.get("select * from bubbles where wamid = ? and chat_id = ?", wamid, chatId);
  return row === undefined ? null : fromRow(row);
}

export function lastBubble(db: Database, personId: string, chatId: string): Bubble | null {
  const sql = "select * from bubbles where person_id = ? and chat_id = ? order by seq desc limit 1";
  const row = db.get(sql, personId, chatId);
  return row === undefined ? null : fromRow(row);
}

/** What the person got last in the chat. */
export function lastIncoming(db: Database, personId: string, chatId: string): Bubble | null {
  const sql =
    "select * from bubbles where person_id = ? and chat_id = ? and direction = 'in' order by seq desc limit 1";
  const row = db.get(sql, personId, chatId);
  return row === undefined ? null : fromRow(row);
}

/** What the person wrote last in the chat. */
export function lastOutgoing(db: Database, personId: string, chatId: string): Bubble | null {
  const sql =
    "select * from bubbles where person_id = ? and chat_id = ? and direction = 'out' order by seq desc limit 1";
  const row = db.get(sql, personId, chatId);
  return row === undefined ? null : fromRow(row);
}

/** The latest bubble of all phones. */
export function lastSeq(db: Database): number {
  const row = db.get("select max(seq) as seq from bubbles");
  return row === undefined ? 0 : (intOrNull(row, "seq") ?? 0);
}

/** What came into the chat after the bubble `seq`, oldest first. */
export function listBubblesAfter(
  db: Database,
  personId: string,
  chatId: string,
  seq: number,
): readonly Bubble[] {
  const sql = "select * from bubbles where person_id = ? and chat_id = ? and seq > ? order by seq";
  return db.all(sql, personId, chatId, seq).map(fromRow);
}

const LOOK_BACK = 100;

/** The latest of the chat's last hundred bubbles that fits. */
export function lastBubbleWhere(
  db: Database,
  personId: string,
  chatId: string,
  fits: (bubble: Bubble) => boolean,
): Bubble | null {
  const page = { before: null, limit: LOOK_BACK };
  return listBubbles(db, personId, chatId, page).findLast(fits) ?? null;
}

/** How many messages the person ever got: in a chat, and in all of them. */
export function countArrived(
  db: Database,
  personId: string,
  chatId: string,
): { readonly here: number; readonly everywhere: number } {
  const sql =
    "select coalesce(sum(chat_id = ?), 0) as here, count(*) as everywhere from bubbles where person_id = ? and direction = 'in'";
  const row = db.get(sql, chatId, personId);
  if (row === undefined) return { here: 0, everywhere: 0 };
  return { here: int(row, "here"), everywhere: int(row, "everywhere") };
}

/** The page of bubbles before `before`, oldest first. */
export function listBubbles(
  db: Database,
  personId: string,
  chatId: string,
  page: { readonly before: number | null; readonly limit: number },
): readonly Bubble[] {
  const sql =
    "select * from bubbles where person_id = ? and chat_id = ? and seq < ? order by seq desc limit ?";
  const before = page.before ?? Number.MAX_SAFE_INTEGER;
  return db.all(sql, personId, chatId, before, page.limit).map(fromRow).reverse();
}

export function unreadCount(db: Database, personId: string, chatId: string): number {
  const sql =
    "select count(*) as count from bubbles where person_id = ? and chat_id = ? and direction = 'in' and is_read = 0";
  const row = db.get(sql, personId, chatId);
  return row === undefined ? 0 : int(row, "count");
}

export function unreadBubbles(db: Database, personId: string, chatId: string): readonly Bubble[] {
  const sql =
    "select * from bubbles where person_id = ? and chat_id = ? and direction = 'in' and is_read = 0 order by seq";
  return db.all(sql, personId, chatId).map(fromRow);
}

/** What the person wrote while offline. */
export function waitingBubbles(db: Database, personId: string): readonly Bubble[] {
  const sql = "select * from bubbles where person_id = ? and ticks = 'waiting' order by seq";
  return db.all(sql, personId).map(fromRow);
}

/** What people wrote into their chat with somebody who was offline then. */
export function unreachedBubbles(db: Database, chatId: string): readonly Bubble[] {
  const sql = "select * from bubbles where chat_id = ? and ticks = 'sent' order by seq";
  return db.all(sql, chatId).map(fromRow);
}

/** The person's own bubbles up to `seq` that the other side has not read yet. */
export function unreadByPeer(
  db: Database,
  personId: string,
  chatId: string,
  seq: number,
): readonly Bubble[] {
  const sql =
    "select * from bubbles where person_id = ? and chat_id = ? and direction = 'out' and seq <= ? and ticks in ('sent', 'delivered') order by seq";
  return db.all(sql, personId, chatId, seq).map(fromRow);
}

export function chatIdsOf(db: Database, personId: string): readonly string[] {
  return db
    .all("select distinct chat_id from bubbles where person_id = ?", personId)
    .map((row) => text(row, "chat_id"));
}

function fromRow(row: Row): Bubble {
  const ticks = textOrNull(row, "ticks");
  return {
    seq: int(row, "seq"),
    personId: text(row, "person_id"),
    chatId: text(row, "chat_id"),
    wamid: text(row, "wamid"),
    direction: text(row, "direction") === "out" ? "out" : "in",
    sentAt: int(row, "sent_at"),
    content: contentFrom(text(row, "content")),
    replyTo: textOrNull(row, "reply_to"),
    forwarded: flag(row, "forwarded"),
    myReaction: textOrNull(row, "my_reaction"),
    peerReaction: textOrNull(row, "peer_reaction"),
    ticks: TICKS.find((it) => it === ticks) ?? null,
    read: flag(row, "is_read"),
    played: flag(row, "played"),
    edited: flag(row, "edited"),
    tapped: textOrNull(row, "tapped"),
  };
}

const TICKS: readonly Ticks[] = ["waiting", "sent", "delivered", "read", "played"];

function contentFrom(json: string): BubbleContent {
  const value = parseJson(json);
  return isContent(value) ? value : { kind: "deleted" };
}

/** Only `insertBubble` and `saveBubble` write this column, and they take a `BubbleContent`. */
function isContent(value: unknown): value is BubbleContent {
  return isObject(value) && typeof value["kind"] === "string";
}
