import type {
  BubbleContent,
  CardContent,
  ChatJson,
  ChatMessageJson,
  MediaContent,
  PersonJson,
} from "@galka/emulator/wire/control";

/** A person, with only what matters to a test said. */
export function person(over: Partial<PersonJson> = {}): PersonJson {
  return {
    id: "anna",
    name: "Anna",
    waId: "4915100000001",
    bsuid: "DE.1",
    username: null,
    online: true,
    readReceipts: true,
    onWhatsApp: true,
    phoneHidden: false,
    autoReadMs: null,
    blocked: [],
    ...over,
  };
}

export function businessChat(over: Partial<ChatJson> = {}): ChatJson {
  return {
    id: "business-1",
    personId: "anna",
    peer: {
      kind: "business",
      id: "1",
      name: "Linden Bakery",
      phone: "+49 30 5550100",
      official: true,
      profile: {
        about: "Bread since 1990",
        address: "Kastanienallee 12",
        description: "",
        email: "",
        websites: [],
        vertical: "GROCERY",
        pictureUrl: null,
      },
    },
    lastMessage: null,
    unreadCount: 0,
    open: false,
    blocked: false,
    typingUntil: null,
    ...over,
  };
}

export function message(over: Partial<ChatMessageJson> = {}): ChatMessageJson {
  return {
    id: "m1",
    chatId: "business-1",
    personId: "anna",
    direction: "in",
    sentAt: "2026-11-22T10:00:00.000Z",
    content: text("Hello"),
    replyTo: null,
    forwarded: false,
    reactions: [],
    ticks: over.direction === "out" ? "sent" : null,
    played: false,
    edited: false,
    tappedActionId: null,
    ...over,
  };
}

export function text(body: string): BubbleContent {
  return { kind: "text", body, previewUrl: false };
}

export function media(kind: MediaContent["kind"], over: Partial<MediaContent> = {}): MediaContent {
  return {
    kind,
    mediaId: "media-1",
    url: "/_emulator/media/media-1",
    mimeType: "image/png",
    sizeBytes: 2_048,
    caption: null,
    filename: null,
    voice: false,
    ...over,
  };
}

export function card(over: Partial<CardContent> = {}): CardContent {
  return {
    kind: "card",
    origin: "interactive",
    type: "button",
    header: null,
    body: "Shall we?",
    footer: null,
    actions: [],
    list: null,
    cards: [],
    ...over,
  };
}
