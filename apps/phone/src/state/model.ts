import type {
  BubbleContent,
  ChatId,
  ChatJson,
  ChatMessageJson,
  ClockJson,
  NumberJson,
  PersonJson,
  QuoteJson,
  SettingsJson,
  WriteContent,
} from "@galka/emulator/wire/control";

/**
 * What the page knows of the emulator.
 *
 * Chats and threads are kept only for the people whose phones lie on the desk;
 * everything about anyone else is fetched when their phone is picked up.
 */
export type Phones = {
  /** `lost`: the stream broke; what is shown may be old until it is back. */
  readonly link: "connecting" | "live" | "lost";
  readonly clock: ClockJson;
  /** `null` until the world was fetched. */
  readonly settings: SettingsJson | null;
  /** Grows whenever the emulator tells of something that is kept nowhere here. */
  readonly news: number;
  readonly numbers: readonly NumberJson[];
  readonly people: readonly PersonJson[];
  readonly chats: ReadonlyMap<string, ReadonlyMap<ChatId, ChatJson>>;
  readonly threads: ReadonlyMap<ThreadKey, Thread>;
  readonly pending: readonly Pending[];
  readonly notices: readonly Notice[];
  /** When a chat was last cleared on its phone; what was sent until then is not shown. */
  readonly cleared: ReadonlyMap<ThreadKey, string>;
};

/** A person and one of their chats. */
export type ThreadKey = `${string}|${string}`;

export type Thread = {
  /** Oldest first. */
  readonly messages: readonly ChatMessageJson[];
  /** Where older messages begin; `null` when all are here. */
  readonly older: string | null;
};

/** What was written here and is not yet known to the emulator. */
export type Pending = {
  readonly key: string;
  readonly personId: string;
  readonly chatId: ChatId;
  readonly writtenAt: string;
  readonly shown: BubbleContent;
  readonly replyTo: QuoteJson | null;
  readonly outgoing: Outgoing;
  readonly state: "sending" | "failed";
};

/** What is needed to send, or to send again after a failure. */
export type Outgoing =
  | { readonly kind: "content"; readonly content: WriteContent }
  | { readonly kind: "file"; readonly file: Blob; readonly attachment: Attachment };

export type Attachment = {
  readonly kind: "image" | "video" | "audio" | "document" | "sticker";
  readonly filename: string;
  readonly caption: string;
  readonly voice: boolean;
};

/** Something that went wrong, to be said once. */
export type Notice = { readonly id: string; readonly text: string };

export function threadKey(personId: string, chatId: ChatId): ThreadKey {
  return `${personId}|${chatId}`;
}

export const NOTHING: Phones = {
  link: "connecting",
  clock: { now: new Date(0).toISOString(), offsetMs: 0, frozen: false, speed: 1, nextAt: null },
  settings: null,
  news: 0,
  numbers: [],
  people: [],
  chats: new Map(),
  threads: new Map(),
  pending: [],
  notices: [],
  cleared: new Map(),
};
