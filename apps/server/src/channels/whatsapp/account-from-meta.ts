import type { AccountEvent } from "@galka/cloud-api";
import type { Incoming, IncomingFact, IncomingTemplate } from "@galka/core/messages/incoming";
import { STATUS } from "./template-from-meta.ts";

/** What Meta tells about templates, numbers and the account. */
export function accountFromMeta(event: AccountEvent, at: Date): Incoming {
  switch (event.kind) {
    case "template-status":
      return template(event.update, at, {
        ...statusChange(event.update.event),
        ...(event.update.event === "REJECTED" && { rejectedReason: reasonOf(event.update) }),
      });
    case "template-quality":
      return template(event.update, at, { quality: event.update.new_quality_score.toLowerCase() });
    case "template-category":
      // With `correct_category` it is a notice of what will be; the change itself comes later.
      return template(event.update, at, {
        ...(event.update.correct_category === undefined && {
          category: event.update.new_category.toLowerCase(),
        }),
        isStale: true,
      });
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

const STATUS_OF_EVENT: Readonly<Record<string, string>> = {
  ...STATUS,
  FLAGGED: "approved",
  REINSTATED: "approved",
  UNLOCKED: "approved",
  UNARCHIVED: "approved",
  UNPAUSED: "approved",
  LOCKED: "disabled",
};

function statusChange(event: string): IncomingTemplate["change"] {
  if (event === "DELETED") return { isGone: true };
  return { status: STATUS_OF_EVENT[event] ?? "other", isStale: true };
}

function reasonOf(update: {
  readonly reason?: string | null;
  readonly rejection_info?: { readonly reason?: string };
}): string | null {
  return update.rejection_info?.reason ?? update.reason ?? null;
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
      const { event: what, current_limit: tier } = event.update;
      return {
        ...plain,
        ...(tier !== undefined && { tier }),
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
      return { ...plain, topic, ...(stops !== undefined && { stops }) };
    }
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
