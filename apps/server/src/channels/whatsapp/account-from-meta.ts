import type { AccountEvent } from "@galka/cloud-api";
import type { Incoming, IncomingFact, IncomingTemplate } from "@galka/core/messages/incoming";
import type { TemplateStatus } from "@galka/core/templates/template";
import { CATEGORY, QUALITY, STATUS } from "./template-from-meta.ts";
import { tierIn, wordsOfAlert, wordsOfUpdate } from "./account-words-from-meta.ts";

/** What Meta tells about templates, numbers and the account. */
export function accountFromMeta(event: AccountEvent, at: Date): Incoming {
  switch (event.kind) {
    case "template-status":
      return template(event.update, at, statusChange(event.update));
    case "template-quality": {
      const quality = QUALITY[event.update.new_quality_score.toUpperCase()] ?? "unknown";
      return template(event.update, at, { quality });
    }
    case "template-category":
      return template(event.update, at, { ...categoryChange(event.update), isStale: true });
    case "template-components":
      return template(event.update, at, { isStale: true });
    default:
      return factFrom(event, at);
  }
}

type Mentioned = {
  readonly message_template_name: string;
  readonly message_template_language: string;
};

function template(
  about: Mentioned,
  at: Date,
  change: IncomingTemplate["change"],
): IncomingTemplate {
  return {
    kind: "template",
    name: about.message_template_name,
    // Meta writes en-US here and en_US everywhere else.
    language: about.message_template_language.replace("-", "_"),
    at,
    change,
  };
}

const STATUS_OF_EVENT: Readonly<Record<string, TemplateStatus>> = {
  ...STATUS,
  FLAGGED: "approved",
  REINSTATED: "approved",
  UNLOCKED: "approved",
  UNARCHIVED: "approved",
  UNPAUSED: "approved",
  LOCKED: "disabled",
};

type StatusUpdate = Extract<AccountEvent, { kind: "template-status" }>["update"];

function statusChange(update: StatusUpdate): IncomingTemplate["change"] {
  const { event } = update;
  if (event === "DELETED") return { isGone: true };
  const status = STATUS_OF_EVENT[event] ?? "other";
  const because = status === "approved" || status === "pending" ? null : reasonOf(update);
  return { status, rejectedReason: because, isStale: true };
}

/** What the reviewer said in words is worth more than the word that stands for it. */
function reasonOf(update: StatusUpdate): string | null {
  const { reason, rejection_info: rejection, other_info: other } = update;
  const told = rejection?.reason ?? other?.description ?? other?.title ?? reason ?? null;
  return told === "NONE" || told === "" ? null : told;
}

type CategoryUpdate = Extract<AccountEvent, { kind: "template-category" }>["update"];

/** With `correct_category` it is a notice of what will be; the change itself comes later. */
function categoryChange(update: CategoryUpdate): IncomingTemplate["change"] {
  const { new_category: now, correct_category: correct } = update;
  if (correct === undefined) {
    const category = CATEGORY[now.toUpperCase()];
    return category === undefined ? {} : { category };
  }
  const category = CATEGORY[correct.toUpperCase()];
  if (category === undefined || category === CATEGORY[now.toUpperCase()]) return {};
  const seconds = update.category_update_timestamp;
  const at = seconds === undefined ? null : new Date(Number(seconds) * 1000);
  return { nextCategory: { category, at } };
}

type FactEvent = Exclude<AccountEvent, { kind: `template-${string}` }>;

function factFrom(event: FactEvent, at: Date): IncomingFact {
  const plain: IncomingFact = {
    kind: "fact",
    topic: event.kind,
    at,
    value: event.update,
    displayPhone: event.displayPhoneNumber,
  };
  switch (event.kind) {
    case "phone-quality": {
      const { event: what, current_limit, max_daily_conversations_per_business } = event.update;
      return {
        ...plain,
        ...tierIn(current_limit ?? max_daily_conversations_per_business),
        ...(what === "FLAGGED" && { quality: "red" }),
        ...(what === "UNFLAGGED" && { quality: "green" }),
        // Meta: "throughput … 1,000 messages per second", docs/…/throughput, read 2026-11.
        ...(what === "THROUGHPUT_UPGRADE" && { throughputPerSecond: 1000 }),
      };
    }
    case "phone-name": {
      const { decision, requested_verified_name: name } = event.update;
      return {
        ...plain,
        ...(decision === "APPROVED" && name !== undefined && { verifiedName: name }),
      };
    }
    case "account-update": {
      const stops = whyStopped(event.update);
      // These have one field and nothing else in common: each is kept beside the others.
      const topic = `${event.kind}: ${event.update.event}`;
      const words = wordsOfUpdate(event.update, at);
      return { ...plain, topic, ...words, ...(stops !== undefined && { stops }) };
    }
    case "account-alert":
      return { ...plain, ...wordsOfAlert(event.update, at) };
    case "account-capability":
      return { ...plain, ...tierIn(event.update.max_daily_conversations_per_business) };
    default:
      return plain;
  }
}

const DELETED = {
  en: "Meta says that the WhatsApp Business account was deleted.",
  ru: "Meta сообщает, что аккаунт WhatsApp Business удалён.",
};
const DISABLED = {
  en: "Meta has disabled the WhatsApp Business account.",
  ru: "Meta отключила аккаунт WhatsApp Business.",
};

function whyStopped(update: {
  readonly event: string;
  readonly ban_info?: { readonly waba_ban_state?: string };
}): IncomingFact["stops"] {
  if (update.event === "ACCOUNT_DELETED") return DELETED;
  if (update.event !== "DISABLED_UPDATE") return undefined;
  switch (update.ban_info?.waba_ban_state) {
    case "DISABLE":
      return DISABLED;
    case "REINSTATE":
      return null;
    default:
      return undefined;
  }
}
