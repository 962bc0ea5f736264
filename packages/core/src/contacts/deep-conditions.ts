import type { RecipientState } from "../campaigns/recipient.ts";
import { type ConsentPurpose, type ConsentRecord, decideConsent } from "../consent/consent.ts";
import type { Asking } from "../filters/filter.ts";
import { unreachable } from "../kernel/unreachable.ts";
import { type Speaker, languagesOf } from "./language.ts";

/**
 * What can be asked of a contact and does not stand in a row of the table of
 * contacts: the page leaves these to the server.
 */
export type DeepCondition =
  /** One of these languages; `none` means that none is known. */
  | { readonly field: "language"; readonly in: readonly string[] }
  /** A member of one of these lists. */
  | { readonly field: "list"; readonly in: readonly string[] }
  /** Wrote to us no longer ago than that, to any of our numbers. */
  | { readonly field: "last-inbound"; readonly minutes: number }
  /** Was written to no longer ago than that. */
  | { readonly field: "last-outbound"; readonly minutes: number }
  /** So many messages of one direction in the last days, both ends included. */
  | {
      readonly field: "message-count";
      readonly way: "in" | "out";
      readonly days: number;
      readonly from?: number;
      readonly to?: number;
    }
  /** The customer-service window with this number of ours, or with any. */
  | {
      readonly field: "window";
      readonly is: "open" | "closed" | "never-open";
      readonly channelId?: string;
    }
  /** What holds of their consent to a purpose on a channel. */
  | {
      readonly field: "consent";
      readonly purpose: ConsentPurpose;
      readonly channelId: string;
      readonly is: ConsentState;
    }
  /** What became of a campaign's message to them: of any campaign, or one of these; in the last days, or ever. */
  | {
      readonly field: "campaign";
      readonly did: CampaignDeed;
      readonly in?: readonly string[];
      readonly days?: number;
      /** Of a failure: its code, as the channel says it. */
      readonly code?: string;
    };

/** `withdrawn` in WhatsApp itself counts too; `never` is also whoever agreed for another channel alone. */
export const CONSENT_STATES = ["valid", "withdrawn", "expired", "never"] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

export const CAMPAIGN_DEEDS = ["got", "read", "tapped", "answered", "opted-out", "failed"] as const;
export type CampaignDeed = (typeof CAMPAIGN_DEEDS)[number];

export type DeepField = DeepCondition["field"];

/** What the deep conditions look at. */
export type DeepFacts = Speaker & {
  readonly listIds: readonly string[];
  /** When they last wrote, number by number of ours. */
  readonly threads: readonly {
    readonly channelId: string;
    readonly lastInboundAt: string | null;
  }[];
  readonly messages: readonly { readonly way: "in" | "out"; readonly at: string }[];
  readonly consents: readonly ConsentRecord[];
  readonly campaigns: readonly CampaignFacts[];
};

/** What became of one message of a campaign to them. */
export type CampaignFacts = {
  readonly campaignId: string;
  readonly state: RecipientState;
  readonly problem: string | null;
  readonly tapped: boolean;
  readonly answered: boolean;
  readonly optedOut: boolean;
  /** When it was given to the sender, or what is known of it changed if it never was. */
  readonly at: string;
};

const DEEP = {
  language: true,
  list: true,
  "last-inbound": true,
  "last-outbound": true,
  "message-count": true,
  window: true,
  consent: true,
  campaign: true,
} as const satisfies Record<DeepField, true>;

export function isDeep<C extends { readonly field: string }>(
  condition: C,
): condition is Extract<C, { field: DeepField }> {
  return Object.hasOwn(DEEP, condition.field);
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Whether what is asked holds, whatever `not` says. Must agree with `deepCondition` in PostgreSQL. */
export function deepHolds(condition: DeepCondition, it: DeepFacts, { now }: Asking): boolean {
  switch (condition.field) {
    case "language": {
      const spoken = languagesOf(it);
      return spoken.length === 0
        ? condition.in.includes("none")
        : spoken.some((language) => condition.in.includes(language));
    }
    case "list":
      return it.listIds.some((id) => condition.in.includes(id));
    case "last-inbound": {
      const sinceMs = now.getTime() - condition.minutes * MINUTE_MS;
      return it.threads.some((thread) => lastInboundMs(thread) >= sinceMs);
    }
    case "last-outbound":
      return it.messages.some(isSince("out", now.getTime() - condition.minutes * MINUTE_MS));
    case "message-count": {
      const since = isSince(condition.way, now.getTime() - condition.days * DAY_MS);
      const count = it.messages.filter(since).length;
      return count >= (condition.from ?? 0) && count <= (condition.to ?? Infinity);
    }
    case "window":
      return windowHolds(condition, it, now.getTime());
    case "consent":
      return consentStateOf(it.consents, { ...condition, now }) === condition.is;
    case "campaign":
      return it.campaigns.some((one) => campaignHolds(condition, one, now.getTime()));
    default:
      return unreachable(condition);
  }
}

function consentStateOf(
  records: readonly ConsentRecord[],
  question: Parameters<typeof decideConsent>[1],
): ConsentState {
  const verdict = decideConsent(records, question);
  if (verdict.valid) return "valid";
  switch (verdict.missing) {
    case "withdrawn":
    case "stopped-in-whatsapp":
      return "withdrawn";
    case "expired":
      return "expired";
    case "nothing-recorded":
    case "other-channel":
      return "never";
    default:
      return unreachable(verdict.missing);
  }
}

function campaignHolds(
  condition: Extract<DeepCondition, { field: "campaign" }>,
  it: CampaignFacts,
  now: number,
): boolean {
  const { did, days, code } = condition;
  if (condition.in && !condition.in.includes(it.campaignId)) return false;
  if (days !== undefined && Date.parse(it.at) < now - days * DAY_MS) return false;
  switch (did) {
    case "got":
      return it.state === "delivered" || it.state === "read";
    case "read":
      return it.state === "read";
    case "tapped":
      return it.tapped;
    case "answered":
      return it.answered;
    case "opted-out":
      return it.optedOut;
    case "failed":
      return it.state === "failed" && (code === undefined || it.problem === code);
    default:
      return unreachable(did);
  }
}

function isSince(way: "in" | "out", ms: number) {
  return (message: DeepFacts["messages"][number]) =>
    message.way === way && Date.parse(message.at) >= ms;
}

/** By the last that they wrote: a window that is open with one number counts before those that are closed. */
function windowHolds(
  { is, channelId }: Extract<DeepCondition, { field: "window" }>,
  { threads }: DeepFacts,
  now: number,
): boolean {
  const asked = threads.filter((it) => channelId === undefined || it.channelId === channelId);
  const lastMs = Math.max(-Infinity, ...asked.map(lastInboundMs));
  if (lastMs === -Infinity) return is === "never-open";
  return is === (lastMs > now - DAY_MS ? "open" : "closed");
}

/** Before all times for whoever has never written there. */
function lastInboundMs({ lastInboundAt }: DeepFacts["threads"][number]): number {
  return lastInboundAt === null ? -Infinity : Date.parse(lastInboundAt);
}
