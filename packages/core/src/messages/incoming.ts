import type { ToldPrice } from "../billing/told-price.ts";
import type { TemplateCategory, TemplateQuality, TemplateStatus } from "../templates/template.ts";
import type { Alert, Ban, Restriction, Violation } from "../health/account-word.ts";
import type { FailureSign } from "../health/signal.ts";
import type { FileId } from "../kernel/ids.ts";
import type { MessageContent } from "./content.ts";
import type { MessageStatus, ReportedStatus } from "./status.ts";

/** A person as a channel names them this time. Any of it may be absent, but not all of the first three. */
export type PersonSeen = {
  /** Digits. */
  readonly phone: string | null;
  readonly bsuid: string | null;
  readonly username: string | null;
  /** What they call themselves. */
  readonly name: string | null;
};

/** A file that a message brought, to be fetched. */
export type WantedFile = {
  readonly fileId: FileId;
  readonly remoteId: string;
  readonly claimedType: string | null;
  readonly name: string | null;
};

/** Why a message failed: the channel's words, and what they mean, for people in two languages. */
export type Failure = {
  readonly code: number | null;
  readonly title: string;
  readonly explanation: { readonly en: string; readonly ru: string };
  readonly advice: { readonly en: string; readonly ru: string };
  readonly raw: unknown;
  /** What it says of the number's health; left out when it says nothing. */
  readonly sign?: FailureSign;
};

/**
 * One thing that a channel told, in our words.
 *
 * Each may come late, twice or before what it is about; applying it must not
 * depend on when it comes.
 */
export type Incoming =
  | IncomingMessage
  | IncomingReaction
  | IncomingEdit
  | IncomingRevoke
  | IncomingStatus
  | IncomingIdentity
  | IncomingName
  | IncomingTemplate
  | IncomingFact
  | IncomingStranger;

/** By what somebody came who writes. */
export type EntrySource = "advertisement" | "page";

export type IncomingMessage = {
  readonly kind: "message";
  /** `out` was written by the business somewhere else: in the app of its phone. */
  readonly direction: "in" | "out";
  readonly person: PersonSeen;
  readonly wamid: string;
  readonly at: Date;
  readonly content: MessageContent;
  readonly files: readonly WantedFile[];
  readonly replyToWamid: string | null;
  readonly status: MessageStatus;
  /** Whether the contact said something: only that opens the window and asks for an answer. */
  readonly speaks: boolean;
  /** `afterwards` is what was said before the number was connected here: nobody waits for an answer to it. */
  readonly told: "live" | "afterwards";
  /** The person came by an advertisement or a page's button, which makes an answer free. */
  readonly entry?: EntrySource;
  /** Of a notice: what the contact has set in the messenger for marketing of this business. */
  readonly preference?: "stop" | "resume";
};

export type IncomingReaction = {
  readonly kind: "reaction";
  readonly by: "contact" | "business";
  readonly person: PersonSeen;
  /** The channel's id of the reaction itself. */
  readonly reportId: string;
  readonly target: string;
  /** Null takes it back. */
  readonly emoji: string | null;
  readonly at: Date;
};

export type IncomingEdit = {
  readonly kind: "edit";
  readonly person: PersonSeen;
  readonly reportId: string;
  readonly target: string;
  readonly content: MessageContent;
  readonly files: readonly WantedFile[];
  readonly at: Date;
};

export type IncomingRevoke = {
  readonly kind: "revoke";
  readonly person: PersonSeen;
  readonly reportId: string;
  readonly target: string;
  readonly at: Date;
};

export type IncomingStatus = {
  readonly kind: "status";
  readonly wamid: string;
  readonly status: ReportedStatus;
  readonly at: Date;
  /** What we gave the attempt to carry. */
  readonly tag: string | null;
  readonly failure: Failure | null;
  /** What the channel says that it charges; only some statuses tell. */
  readonly price?: ToldPrice;
  /** The failure is the number's or the account's, not this person's: nothing else will go out either. */
  readonly stopsChannel: boolean;
  /** It failed because the person has stopped marketing in the messenger. */
  readonly stopsMarketing: boolean;
};

/** Somebody is known by another id or number than before. */
export type IncomingIdentity = {
  readonly kind: "identity";
  readonly person: PersonSeen;
  readonly before: PersonSeen;
  readonly at: Date;
  /** What the channel says about it in the thread. */
  readonly notice: { readonly wamid: string; readonly text: string } | null;
};

/** The business's own address book names somebody. */
export type IncomingName = {
  readonly kind: "name";
  readonly person: PersonSeen;
  readonly at: Date;
};

export type IncomingTemplate = {
  readonly kind: "template";
  readonly name: string;
  readonly language: string;
  readonly at: Date;
  readonly change: {
    readonly status?: TemplateStatus;
    readonly category?: TemplateCategory;
    /** What it will be counted as, and from when on. */
    readonly nextCategory?: { readonly category: TemplateCategory; readonly at: Date | null };
    readonly quality?: TemplateQuality;
    /** Why it cannot be used: what the reviewer said, or why it is paused. */
    readonly rejectedReason?: string | null;
    readonly isGone?: boolean;
    readonly isStale?: boolean;
  };
};

/** Something about the number or its account. `topic` is kept with the latest value. */
export type IncomingFact = {
  readonly kind: "fact";
  readonly topic: string;
  readonly at: Date;
  readonly value: unknown;
  /** The number it is about, as it is displayed; null is about the account and all its numbers. */
  readonly displayPhone: string | null;
  readonly quality?: string;
  readonly tier?: string;
  readonly verifiedName?: string;
  readonly throughputPerSecond?: number;
  readonly restriction?: Restriction;
  readonly ban?: Ban;
  readonly violation?: Violation;
  readonly alert?: Alert;
  /** Why nothing can be sent any more; null takes that back. */
  readonly stops?: { readonly en: string; readonly ru: string } | null;
};

/** What belongs in nobody's thread and to nothing that is known here: kept, and shown where such things are. */
export type IncomingStranger = { readonly kind: "stranger"; readonly what: string };
