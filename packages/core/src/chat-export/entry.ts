import { minuteOf, type WallClock } from "./dates/wall-clock.ts";

/** The languages whose exports are understood word for word. */
export type Language = "en" | "ru" | "de" | "pt" | "es";

/** Lines of the file, counted from one, both ends included. */
export type LineRange = { readonly from: number; readonly to: number };

/** Who wrote a message, as far as the export tells. */
export type ChatSender = {
  /** As shown on the phone, without direction marks and without the `~` before it. */
  readonly name: string;
  /** `pushed-name` is what a stranger calls themselves: the phone's owner had not saved them. */
  readonly kind: "name" | "pushed-name" | "phone";
  /** `+` and digits, when the name is a phone number. */
  readonly phone: string | null;
};

export type MediaKind =
  | "image"
  | "video"
  | "audio"
  | "document"
  | "sticker"
  | "gif"
  | "contact-card"
  | "video-note"
  | "unknown";

export type Coordinates = { readonly latitude: number; readonly longitude: number };

/** What a person said. `text` of a message with media is its caption. */
export type MessageContent = {
  readonly kind:
    | "text"
    | "media-omitted"
    | "attachment"
    | "location"
    | "poll"
    | "call"
    | "deleted"
    /** The export has a sender and nothing behind it: a photo to be seen once. */
    | "empty";
  readonly text: string;
  /** Null unless the message has media. */
  readonly media: MediaKind | null;
  /** A file name, never a path: what stood before the last slash is taken off. */
  readonly attachmentName: string | null;
  readonly coordinates: Coordinates | null;
  readonly edited: boolean;
};

export type ChatMessage = MessageContent & {
  readonly type: "message";
  readonly at: WallClock;
  readonly sender: ChatSender;
  /** The language of the words the app wrote, when it wrote any that are of one language only. */
  readonly language: Language | null;
  /** One for the first message of this minute, sender and content in the file, two for the next. */
  readonly occurrence: number;
  readonly lines: LineRange;
};

export type SystemEventKind =
  | "encryption"
  | "security-code-changed"
  | "group-created"
  | "group-changed"
  | "member-added"
  | "member-removed"
  | "member-left"
  | "member-joined"
  | "number-changed"
  | "disappearing-messages"
  | "missed-call"
  | "pinned"
  | "blocked"
  | "other";

/** What the app wrote into the chat by itself. */
export type ChatEvent = {
  readonly type: "system";
  readonly event: SystemEventKind;
  readonly at: WallClock;
  /** The name an iPhone files the line under: the contact, or the group itself. */
  readonly under: string | null;
  readonly text: string;
  readonly language: Language | null;
  readonly occurrence: number;
  readonly lines: LineRange;
};

export type ChatEntry = ChatMessage | ChatEvent;

/**
 * A line that is in no entry.
 *
 * `nothing-to-continue`: no message stands before it. `impossible-date`: it begins
 * like a message of this file, on a day or at an hour that does not exist, which
 * happens when the order of day and month was chosen wrongly.
 * `follows-unread-line`: it continues such a line. `too-long`: it, or the message
 * it continues, is longer than any message.
 */
export type UnreadLine = {
  readonly line: number;
  readonly reason: "nothing-to-continue" | "impossible-date" | "follows-unread-line" | "too-long";
  readonly excerpt: string;
};

/** An entry before it is known how many like it came before. */
export type Uncounted = Omit<ChatMessage, "occurrence"> | Omit<ChatEvent, "occurrence">;

/**
 * What makes an entry the same entry in a later export of the same chat.
 *
 * The seconds, the edited mark and the name of a file are left out: Android has no
 * seconds, a mark appears later, an iPhone numbers its files anew in each
 * export, and a chat exported without media first and with media later is still
 * one chat. Two photos of one minute are told apart by `occurrence`.
 */
export function contentKeyOf(entry: Uncounted): string {
  const minute = minuteOf(entry.at);
  if (entry.type === "system") return `${minute}\u001fsystem\u001f\u001f${entry.text}`;
  const kind = entry.kind === "media-omitted" || entry.kind === "attachment" ? "media" : entry.kind;
  return `${minute}\u001f${kind}\u001f${entry.sender.name}\u001f${entry.text}`;
}

/** The text to be hashed, together with the chat, into a key that survives a repeated import. */
export function fingerprintInput(entry: ChatEntry): string {
  return `${contentKeyOf(entry)}\u001f${entry.occurrence}`;
}
