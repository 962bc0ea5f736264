/**
 * The control API's words: what `/_emulator/*` takes, answers and streams.
 *
 * Types only, so the phones page and tests import them without any code. Every
 * instant is an ISO 8601 string on the emulator's clock. An error is always a
 * `ControlError` with a 4xx status.
 *
 * README.md has the table of paths, `/_emulator/openapi.json` their description.
 *
 * `{person}` in a path is a person's id, phone number or business-scoped user id. `{chat}`
 * is a `ChatId`; a bare phone number id, or a person's id, is understood too.
 */

import type { TariffChoice } from "./bill.ts";
import type { PhysicsJson, ReferralRequest } from "./standing.ts";
import type { TemplateDeskJson } from "./templates.ts";

export type * from "./faults.ts";
export type * from "./happenings.ts";
export type * from "./bill.ts";
export type * from "./standing.ts";
export type * from "./templates.ts";
export type * from "./flows.ts";
export type * from "./marketing.ts";

/** Why a control call was refused, and what to do about it. */
export type ControlError = {
  readonly error: {
    /** `no-key`: the control API was asked without its key. */
    readonly code: "bad-request" | "not-found" | "conflict" | "no-key";
    readonly message: string;
  };
};

/** A call that has nothing to report but that it was done. */
export type OkJson = { readonly ok: true };

/** A page of things. `next` goes into `after` (or `before`) to get the following page. */
export type ListJson<T> = { readonly data: readonly T[]; readonly next: string | null };

/** Everything a page needs to draw itself before it listens to the events. */
export type WorldJson = {
  readonly clock: ClockJson;
  readonly settings: SettingsJson;
  readonly app: AppJson;
  readonly wabas: readonly WabaJson[];
  readonly numbers: readonly NumberJson[];
  readonly people: readonly PersonJson[];
};

/** The emulator's clock. All timers, windows and retries follow it and not the machine's. */
export type ClockJson = {
  readonly now: string;
  /** How far the emulator is ahead of the machine's clock; it may be negative. */
  readonly offsetMs: number;
  readonly frozen: boolean;
  /** Seconds that pass in one of the machine's; 1 unless it was changed. */
  readonly speed: number;
  /** When the next thing is due; `null` when nothing waits. */
  readonly nextAt: string | null;
};

/** One of them at a time; what became due is run before the answer is given. */
export type ClockPatch =
  /** So many times to the next instant at which something is due. */
  | { readonly steps: number }
  /** How fast it runs when it is not frozen. */
  | { readonly speed: number }
  | { readonly advanceMs: number }
  | { readonly offsetMs: number }
  | { readonly now: string }
  | { readonly frozen: boolean };

/** How webhook bodies are written. `meta` is what Meta sends; the others are for receivers' tests. */
export type EscapingStyle = "meta" | "escaped" | "raw";

/**
 * How webhooks travel. `calm`: prompt, in order, once. `real`: as from Meta, now
 * and then late, repeated, out of order, without `delivered` where `read` says
 * it too. `hostile`: the same, as bad as it may ever be. Nothing is lost in any
 * of them, and all of it follows from the seed.
 */
export type Weather = "calm" | "real" | "hostile";

export type SettingsJson = PhysicsJson & {
  /** How long a template waits for the reviewer. */
  readonly reviewDelayMs: number;
  /** Off: templates stay PENDING until decided at the desk. */
  readonly reviewer: boolean;
  /** How long updates are collected into one webhook. */
  readonly batchDelayMs: number;
  readonly escaping: EscapingStyle;
  /** Meta's one message per six seconds to one person, with a burst of 45. */
  readonly pairRate: boolean;
  /** `by-level`: 80 sends a second of a STANDARD number, 1,000 of a HIGH one. */
  readonly throughput: "by-level" | "unlimited";
  /** A number nobody has: `absent` fails with 131026, `join` makes a person for it. */
  readonly unknownNumbers: "absent" | "join";
  /** From acceptance to the status `sent`. */
  readonly sentDelayMs: number;
  /** From `sent` to the phone of somebody who is online. */
  readonly arrivalDelayMs: number;
  /** How long a webhook receiver may take. */
  readonly webhookTimeoutMs: number;
  /** How long Meta keeps repeating a webhook. */
  readonly webhookRetentionMs: number;
  /** Where media URLs point; `null` is the emulator itself. */
  readonly mediaBaseUrl: string | null;
  /** Free service messages per number and month (1,000 since 2026-10-01). */
  readonly freeServiceMessages: number;
  /** How long after its approval a template is unknown to Marketing Messages (134101); Meta: up to ten minutes. */
  readonly templateSyncMs: number;
  /** How orderly webhooks come. */
  readonly weather: Weather;
  /** By which of Meta's tariffs messages are billed; `by-date` follows the clock. */
  readonly tariff: TariffChoice;
  /** Graph's calls an hour on management edges: 200, or 5,000 with a registered number. */
  readonly graphLimits: boolean;
};

export type SettingsPatch = Partial<SettingsJson>;

export type AppJson = {
  readonly id: string;
  readonly name: string;
  readonly secret: string;
  readonly callbackUrl: string | null;
  readonly fields: readonly string[];
};

export type WabaJson = {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly country: string;
  readonly accountReviewStatus: "APPROVED" | "PENDING" | "REJECTED";
  readonly businessVerificationStatus: "verified" | "not_verified" | "pending";
  readonly paymentMethod: boolean;
  /** Apps whose webhooks hear of this account. */
  readonly subscribed: boolean;
  readonly overrideCallbackUri: string | null;
  readonly restricted: boolean;
  /** The business portfolio whose messaging limit the account shares. */
  readonly portfolioId: string;
};

export type NewWaba = {
  readonly name: string;
  readonly id?: string;
  /** Default: a portfolio of its own. */
  readonly portfolioId?: string;
};

export type WabaPatch = Partial<
  Pick<
    WabaJson,
    | "name"
    | "accountReviewStatus"
    | "businessVerificationStatus"
    | "paymentMethod"
    | "subscribed"
    | "restricted"
  >
>;

/** What a person sees when they open the business's card. */
export type ProfileJson = {
  readonly about: string;
  readonly address: string;
  readonly description: string;
  readonly email: string;
  readonly websites: readonly string[];
  readonly vertical: string;
  readonly pictureUrl: string | null;
};

/** A business phone number. */
export type NumberJson = {
  readonly id: string;
  readonly wabaId: string;
  readonly displayPhoneNumber: string;
  /** Digits only, as in `metadata.display_phone_number` of a webhook. */
  readonly waId: string;
  readonly verifiedName: string;
  readonly status: "CONNECTED" | "PENDING" | "DISCONNECTED" | "BANNED" | "RESTRICTED" | "FLAGGED";
  readonly qualityRating: "GREEN" | "YELLOW" | "RED" | "UNKNOWN";
  readonly nameStatus:
    | "APPROVED"
    | "AVAILABLE_WITHOUT_REVIEW"
    | "DECLINED"
    | "EXPIRED"
    | "PENDING_REVIEW"
    | "NONE";
  readonly codeVerificationStatus: "VERIFIED" | "NOT_VERIFIED" | "EXPIRED";
  readonly messagingLimit:
    | "TIER_250"
    | "TIER_2K"
    | "TIER_10K"
    | "TIER_100K"
    | "TIER_UNLIMITED"
    | "UNTIERED";
  readonly throughputLevel: "STANDARD" | "HIGH";
  /** A public test number may write only to `allowList`. */
  readonly testNumber: boolean;
  readonly allowList: readonly string[];
  readonly officialBusinessAccount: boolean;
  /** The code that SMS would bring; `null` when none was requested. */
  readonly verificationCode: string | null;
  readonly profile: ProfileJson;
};

export type NewNumber = {
  /** International form. */
  readonly phone: string;
  readonly verifiedName: string;
  readonly wabaId?: string;
  readonly id?: string;
  /** Default true: registered and ready to send. */
  readonly connected?: boolean;
  readonly testNumber?: boolean;
};

export type NumberPatch = Partial<
  Pick<
    NumberJson,
    | "verifiedName"
    | "status"
    | "qualityRating"
    | "nameStatus"
    | "codeVerificationStatus"
    | "messagingLimit"
    | "throughputLevel"
    | "testNumber"
    | "allowList"
    | "officialBusinessAccount"
  >
>;

export type TokenJson = {
  readonly token: string;
  readonly kind: "system-user" | "user" | "app";
  readonly scopes: readonly string[];
  readonly expiresAt: string | null;
  readonly revoked: boolean;
  /** Accounts the token reaches; empty is all of them. */
  readonly wabaIds: readonly string[];
};

export type NewToken = {
  readonly token?: string;
  readonly kind?: "system-user" | "user";
  readonly scopes?: readonly string[];
  readonly expiresInMs?: number;
  readonly wabaIds?: readonly string[];
};

/** Someone with a phone. */
export type PersonJson = {
  readonly id: string;
  readonly name: string;
  /** Digits of the phone number, as WhatsApp writes it. */
  readonly waId: string;
  /** Business-scoped user id, e.g. `RU.1349…`. */
  readonly bsuid: string;
  readonly username: string | null;
  readonly online: boolean;
  readonly readReceipts: boolean;
  /** False: messages to this number fail with 131026. */
  readonly onWhatsApp: boolean;
  /** True: webhooks carry the BSUID and no phone number. */
  readonly phoneHidden: boolean;
  /** The person reads by themselves so long after a message arrives; `null` is never. */
  readonly autoReadMs: number | null;
  /** Chats this person has blocked. */
  readonly blocked: readonly ChatId[];
};

export type NewPerson = {
  readonly name: string;
  /** International form; a free demo number is taken when absent. */
  readonly phone?: string;
  readonly username?: string;
  readonly online?: boolean;
  readonly readReceipts?: boolean;
  readonly onWhatsApp?: boolean;
  readonly phoneHidden?: boolean;
  readonly autoReadMs?: number | null;
};

export type PersonPatch = Partial<
  Pick<
    PersonJson,
    "name" | "username" | "online" | "readReceipts" | "onWhatsApp" | "phoneHidden" | "autoReadMs"
  >
>;

/** `business-<phone number id>` or `person-<person id>`. */
export type ChatId = string;

/** Who is at the other end. */
export type PeerJson =
  | {
      readonly kind: "business";
      readonly id: string;
      readonly name: string;
      readonly phone: string;
      readonly official: boolean;
      readonly profile: ProfileJson;
    }
  | {
      readonly kind: "person";
      readonly id: string;
      readonly name: string;
      readonly phone: string;
      readonly online: boolean;
    };

/** A line of the phone's chat list. Every business and every person met so far has one. */
export type ChatJson = {
  readonly id: ChatId;
  readonly personId: string;
  readonly peer: PeerJson;
  readonly lastMessage: ChatMessageJson | null;
  readonly unreadCount: number;
  /** The chat is on the person's screen: what arrives is read at once. */
  readonly open: boolean;
  readonly blocked: boolean;
  /** The peer is typing until then; `null` when not. */
  readonly typingUntil: string | null;
};

/**
 * Ticks of what the person wrote. `waiting`: the phone is offline, it goes out
 * when it is back. `sent`: one tick. `delivered`: two. `read`, `played`: blue.
 */
export type Ticks = "waiting" | "sent" | "delivered" | "read" | "played";

/** A bubble. */
export type ChatMessageJson = {
  readonly id: string;
  readonly chatId: ChatId;
  readonly personId: string;
  /** Seen from the person: `out` is what they wrote themselves. */
  readonly direction: "in" | "out";
  readonly sentAt: string;
  readonly content: BubbleContent;
  readonly replyTo: QuoteJson | null;
  readonly forwarded: boolean;
  /** At most one of each side. */
  readonly reactions: readonly { readonly by: "me" | "peer"; readonly emoji: string }[];
  /** Of the person's own messages. `null` on those that came in. */
  readonly ticks: Ticks | null;
  /** The person has heard this voice note. Only on those that came in. */
  readonly played: boolean;
  readonly edited: boolean;
  /** The action the person chose on this message, to be shown as chosen. */
  readonly tappedActionId: string | null;
};

/** The quoted message; `content` is `null` when it is not on the phone. */
export type QuoteJson = {
  readonly id: string;
  readonly by: "me" | "peer";
  readonly content: BubbleContent | null;
};

export type MediaContent = {
  readonly kind: "image" | "video" | "audio" | "document" | "sticker";
  readonly mediaId: string;
  /** Path on the emulator; no token needed. */
  readonly url: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly caption: string | null;
  readonly filename: string | null;
  /** A voice note and not a music file. Only for `audio`. */
  readonly voice: boolean;
};

export type LocationContent = {
  readonly kind: "location";
  readonly latitude: number;
  readonly longitude: number;
  readonly name: string | null;
  readonly address: string | null;
};

export type ContactsContent = {
  readonly kind: "contacts";
  readonly contacts: readonly SharedContact[];
  /** The person's own number, which the business asked for. */
  readonly requested?: boolean;
};

/** A thing in a business's catalog. */
export type ProductReference = { readonly catalogId: string; readonly productId: string };

/** What the person put into the cart. */
export type OrderedItem = {
  readonly productId: string;
  readonly quantity: number;
  /** In the currency's own unit. */
  readonly price: number;
  readonly currency: string;
};

export type SharedContact = {
  readonly name: string;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly organization: string | null;
};

/** What stands above the body of a card. */
export type CardHeader =
  | { readonly kind: "text"; readonly text: string }
  | MediaContent
  | LocationContent
  | { readonly kind: "product"; readonly productId: string };

/**
 * Something that can be tapped. Those with `answers: true` send a message back
 * (POST …/tap with the `actionId`); the others act on the phone alone.
 */
export type CardAction = {
  readonly actionId: string;
  readonly kind:
    | "reply"
    | "list-row"
    | "url"
    | "call"
    | "copy-code"
    | "send-location"
    | "flow"
    | "catalog"
    | "product"
    | "voice-call"
    | "share-contact"
    | "call-permission"
    | "address";
  readonly title: string;
  readonly description: string | null;
  /** The link, the number to call, the code to copy; the id or payload that an answer carries. */
  readonly value: string | null;
  readonly answers: boolean;
};

/** Interactive messages and templates look alike on a phone: a card with things to tap. */
export type CardContent = {
  readonly kind: "card";
  readonly origin: "interactive" | "template";
  /** `button`, `list`, `cta_url`, `flow`, …; for a template its name. */
  readonly type: string;
  readonly header: CardHeader | null;
  readonly body: string;
  readonly footer: string | null;
  readonly actions: readonly CardAction[];
  /** Present on a list message: the sheet that its button opens. */
  readonly list: {
    readonly button: string;
    readonly sections: readonly {
      readonly title: string | null;
      readonly rows: readonly CardAction[];
    }[];
  } | null;
  /** Present on a carousel. */
  readonly cards: readonly {
    readonly header: CardHeader | null;
    readonly body: string;
    readonly actions: readonly CardAction[];
  }[];
};

export type BubbleContent =
  | {
      readonly kind: "text";
      readonly body: string;
      readonly previewUrl: boolean;
      /** The product of the business that the message is about. */
      readonly product?: ProductReference;
    }
  | MediaContent
  | LocationContent
  | ContactsContent
  | CardContent
  /** What the person tapped, ordered or filled in, as their own bubble. */
  | {
      readonly kind: "choice";
      readonly title: string;
      readonly description: string | null;
      readonly by: "button" | "list" | "template" | "order" | "form" | "address";
      /** The id or payload that the business hears; JSON of what was ordered or filled in. */
      readonly value: string;
    }
  /** Something the Cloud API cannot carry (a poll, a view-once photo). */
  | { readonly kind: "unsupported"; readonly type: string }
  | { readonly kind: "deleted" };

export type WriteContent =
  | { readonly kind: "text"; readonly body: string; readonly product?: ProductReference }
  /** A cart is sent. */
  | {
      readonly kind: "order";
      readonly catalogId: string;
      readonly text?: string;
      readonly items: readonly OrderedItem[];
    }
  /** A flow is finished, or an address is given; `replyTo` is the card that asked for it. */
  | {
      readonly kind: "form";
      readonly of: "flow" | "address";
      readonly body?: string;
      readonly values: Readonly<Record<string, unknown>>;
    }
  | {
      readonly kind: "image" | "video" | "audio" | "document" | "sticker";
      readonly mediaId: string;
      readonly caption?: string;
      readonly filename?: string;
      /** `audio` only: recorded on the phone. */
      readonly voice?: boolean;
    }
  | {
      readonly kind: "location";
      readonly latitude: number;
      readonly longitude: number;
      readonly name?: string;
      readonly address?: string;
    }
  | { readonly kind: "contacts"; readonly contacts: readonly SharedContact[] }
  /** A kind that reaches a business as `unsupported`. */
  | {
      readonly kind: "unsupported";
      readonly type:
        | "poll_creation"
        | "gif"
        | "group_invite"
        | "keep_in_chat"
        | "media_placeholder"
        | "pin"
        | "product"
        | "link_preview"
        | "errors"
        | "poll_update";
    };

export type WriteRequest = {
  readonly content: WriteContent;
  /** Id of the quoted message. */
  readonly replyTo?: string;
  readonly forwarded?: boolean;
  readonly frequentlyForwarded?: boolean;
  /** The person came from an advertisement; Meta tells so once, in this message. */
  readonly referral?: ReferralRequest;
};

/** Which action of a card: by its id, or by the words on it. */
export type TapRequest = { readonly actionId: string } | { readonly title: string };

/** `null` takes the reaction away. */
export type ReactionRequest = { readonly emoji: string | null };

export type EditRequest = { readonly body: string };

export type MediaJson = {
  readonly mediaId: string;
  readonly url: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly filename: string | null;
};

/** Filters; all are optional query parameters. */
export type LedgerQuery = {
  readonly callbackData?: string;
  readonly to?: string;
  readonly phoneNumberId?: string;
  readonly wamid?: string;
  /** Only what was accepted after the entry of this id. */
  readonly after?: string;
  readonly limit?: number;
};

/** One send that the emulator accepted, whether or not its answer reached the caller. */
export type LedgerEntryJson = {
  readonly id: number;
  readonly wamid: string;
  readonly phoneNumberId: string;
  /** Digits of the recipient's number, or the BSUID that was given. */
  readonly to: string;
  readonly type: string;
  /** Id of the template that was sent; `null` for other kinds of messages. */
  readonly templateId: string | null;
  readonly callbackData: string | null;
  readonly acceptedAt: string;
  /** False: a fault destroyed the connection after acceptance. */
  readonly answered: boolean;
  readonly status: "accepted" | "sent" | "delivered" | "read" | "played" | "failed";
  readonly errorCode: number | null;
  readonly body: unknown;
};

export type LedgerCountJson = {
  readonly count: number;
  /** Id of the newest of them, 0 when there is none: whoever asks for those after it counts on from here. */
  readonly newest: number;
  readonly distinctCallbackData: number;
  readonly unanswered: number;
};

/** Sends that share a callback data; more than one is a message sent twice. */
export type LedgerGroupJson = { readonly callbackData: string | null; readonly count: number };

export type DeliveryJson = {
  readonly id: string;
  readonly url: string;
  readonly field: string;
  readonly updateCount: number;
  readonly state: "waiting" | "delivered" | "given-up";
  readonly attemptCount: number;
  readonly createdAt: string;
  readonly nextAttemptAt: string | null;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
};

export type DeliveryDetailJson = DeliveryJson & {
  /** Exactly the bytes that are signed and sent (they are ASCII but for the `raw` style). */
  readonly body: string;
  readonly signature: string;
  readonly attempts: readonly {
    readonly at: string;
    readonly status: number | null;
    readonly error: string | null;
    readonly durationMs: number;
  }[];
};

export type DeliveryCountJson = {
  /** Deliveries to be tried, and updates that no delivery has been made of yet. */
  readonly waiting: number;
  readonly delivered: number;
  readonly givenUp: number;
};

/**
 * What the stream says. Each SSE message has `id:` (a growing number) and
 * `data:` with one of these. After a reconnect or a `reset`, fetch the world
 * and the chats again: events missed meanwhile are not repeated.
 */
export type EmulatorEvent =
  | { readonly type: "hello"; readonly clock: ClockJson }
  /** A bubble appeared or changed (ticks, reaction, edit, deletion). Same id: replace it. */
  | {
      readonly type: "message";
      readonly personId: string;
      readonly chat: ChatJson;
      readonly message: ChatMessageJson;
    }
  /** The line of the chat list changed: unread, open, blocked, typing. */
  | { readonly type: "chat"; readonly personId: string; readonly chat: ChatJson }
  | { readonly type: "person"; readonly personId: string; readonly person: PersonJson }
  | { readonly type: "person-removed"; readonly personId: string }
  | { readonly type: "number"; readonly number: NumberJson }
  | { readonly type: "template"; readonly template: TemplateDeskJson }
  | { readonly type: "clock"; readonly clock: ClockJson }
  | { readonly type: "settings"; readonly settings: SettingsJson }
  | { readonly type: "reset" };
