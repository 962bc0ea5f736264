import type { Quality } from "@galka/core/health/facts";
import type { Standing } from "@galka/core/health/account-word";
import type { FailureSign } from "@galka/core/health/signal";
import type { BillingAccount } from "@galka/core/billing/charging/account";
import type { ToldCharge } from "@galka/core/billing/reconcile";
import type { Attachment, MessageContent } from "@galka/core/messages/content";
import type { Incoming } from "@galka/core/messages/incoming";
import type { TemplateText } from "@galka/core/templates/lint/finding";
import type { Template } from "@galka/core/templates/template";

/** A number as its gateway needs it; the secrets are open here and nowhere else. */
export type ChannelAccess = {
  readonly channelId: string;
  readonly baseUrl: string;
  readonly apiVersion: string;
  readonly appId: string | null;
  readonly wabaId: string;
  readonly phoneNumberId: string;
  readonly accessToken: string;
  readonly appSecret: string;
};

/** Whom it goes to: at least one is there. */
export type Recipient = { readonly phone?: string; readonly bsuid?: string };

/** What a channel is asked to carry out, in core words. */
export type Outgoing =
  | {
      readonly kind: "message";
      readonly to: Recipient;
      readonly content: MessageContent;
      readonly replyToWamid?: string;
      /** The channel's own ids of the files, by ours: they were uploaded before. */
      readonly remoteIds: ReadonlyMap<string, string>;
    }
  | {
      readonly kind: "reaction";
      readonly to: Recipient;
      readonly wamid: string;
      /** Null takes the reaction back. */
      readonly emoji: string | null;
    }
  | { readonly kind: "read-receipt"; readonly wamid: string; readonly typing: boolean };

/** How an attempt ended, as far as anyone can know. */
export type SendOutcome =
  | { readonly outcome: "accepted"; readonly wamid: string | null; readonly waId: string | null }
  /** Not a byte was written: DNS, refused, TLS, no free connection. */
  | { readonly outcome: "not-sent"; readonly reason: string }
  | { readonly outcome: "rejected"; readonly failure: GatewayFailure }
  /** Bytes may have gone out and no readable answer came. */
  | { readonly outcome: "ambiguous"; readonly reason: string };

/** What to do about a refusal of the channel's. */
export type GatewayRemedy =
  | { readonly kind: "retry-after"; readonly ms: number }
  | { readonly kind: "wait-for-pair" }
  | { readonly kind: "slow-down" }
  | { readonly kind: "pause-template" }
  | { readonly kind: "pause-channel" }
  | { readonly kind: "pause-everything" }
  | { readonly kind: "give-up" }
  | { readonly kind: "never-again" };

export type GatewayFailure = {
  readonly code: number | null;
  readonly title: string;
  readonly detail: string | null;
  readonly remedy: GatewayRemedy;
  /** What it means and what one can do, for people. */
  readonly explanation: { readonly en: string; readonly ru: string };
  readonly advice: { readonly en: string; readonly ru: string };
  /** What the channel answered, whole, for whoever wants to read it. */
  readonly raw: unknown;
  /** What it says of the number's health; left out when it says nothing. */
  readonly sign?: FailureSign;
};

/** How a number stands, as the channel itself says. */
export type NumberStanding = {
  readonly quality: Quality;
  /** Left out while the channel does not tell. */
  readonly tier?: string;
  readonly throughputPerSecond: number;
  readonly standing: Standing;
};

export type FetchedFile = {
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly claimedType: string | null;
  readonly sizeBytes: number | null;
};

/** One kind of channel. WhatsApp's is channels/whatsapp; each method translates foreign errors once. */
export interface ChannelGateway {
  /** `callbackData` comes back in the status webhooks; never throws. */
  send(access: ChannelAccess, outgoing: Outgoing, callbackData: string): Promise<SendOutcome>;
  /** Uploads a stored file so that a message can carry it; answers its remote id. */
  upload(access: ChannelAccess, file: UploadableFile): Promise<string>;
  fetchFile(access: ChannelAccess, remoteId: string): Promise<FetchedFile>;
  listTemplates(access: ChannelAccess): Promise<readonly Template[]>;
  /** Hands a template in for review, or an edit of one. */
  submitTemplate(access: ChannelAccess, submission: Submission): Promise<SubmittedTemplate>;
  /** Deletes the template with this id, or without one the name in every language. */
  deleteTemplate(
    access: ChannelAccess,
    template: { readonly name: string; readonly id?: string },
  ): Promise<void>;
  /** Uploads a file for the reviewer of a template; answers the handle that names it. */
  uploadSample(
    access: ChannelAccess & { readonly appId: string },
    file: UploadableFile,
  ): Promise<string>;
  /** Has the number hear a person no more, or again; either twice changes nothing. */
  setBlocked(access: ChannelAccess, person: Recipient, blocked: boolean): Promise<void>;
  /** Whether the channel would tell us what happens: asked of the channel itself. */
  isSubscribed(access: ChannelAccess): Promise<boolean>;
  readStanding(access: ChannelAccess): Promise<NumberStanding>;
  /** What the prices of the account depend on. */
  readBillingAccount(access: ChannelAccess): Promise<BillingAccount>;
  /** What the channel says it has charged, by day, country, category and type; since 2025-07 alone. */
  readCharges(access: ChannelAccess, range: ChargeRange): Promise<readonly ToldCharge[]>;
  /** Reads one delivery that was received at `receivedAt`, in its order. Never throws, loses nothing. */
  read(body: unknown, receivedAt: Date): readonly Told[];
}

/** A template as it is handed in. */
export type Submission = {
  readonly text: TemplateText;
  /** Which template it edits; null for one that there is not yet. */
  readonly templateId: string | null;
  /** The channel's handles of the samples, by our files' ids. */
  readonly handles: ReadonlyMap<string, string>;
  readonly mayChangeCategory: boolean;
};

export type SubmittedTemplate = Pick<Template, "id" | "status" | "category">;
/** From the beginning of one moment up to another, of one time zone's days. */
export type ChargeRange = { readonly from: Date; readonly until: Date };

/** One thing that a delivery told, and which number or account it is about. */
export type Told = {
  readonly phoneNumberId: string | null;
  readonly wabaId: string | null;
  readonly incoming: Incoming;
  /** As it came, for whoever has to look at what could not be applied. */
  readonly raw: unknown;
};

/** Thrown by the calls that are not sends, with what the channel said of it. */
export class GatewayError extends Error {
  override readonly name = "GatewayError";
  readonly failure: GatewayFailure | null;

  constructor(message: string, failure: GatewayFailure | null) {
    super(message);
    this.failure = failure;
  }
}

export type UploadableFile = {
  readonly attachment: Attachment;
  readonly mediaType: string;
  readonly name: string;
  readonly bytes: Uint8Array;
};

export type ChannelGateways = (kind: "whatsapp") => ChannelGateway;
