import type { CheckJson } from "@galka/contract/json/connection";
import type { Refused } from "@galka/core/kernel/refused";
import type { ChannelAccess } from "./gateway.ts";

/** Enough to ask an account what it has. */
export type AccountAccess = Pick<
  ChannelAccess,
  "baseUrl" | "apiVersion" | "accessToken" | "wabaId"
>;

/** What Meta says of a number. */
export type NumberFacts = {
  readonly phoneNumberId: string;
  readonly displayPhone: string;
  readonly verifiedName: string;
  readonly quality: "green" | "yellow" | "red" | "unknown";
  readonly throughputPerSecond: number;
};

export type AccountRefused =
  | Refused<"token-invalid", { readonly reason: string }>
  | Refused<"number-unreachable", { readonly reason: string }>
  | Refused<"meta-unreachable", { readonly reason: string }>
  | Refused<
      "meta-refused",
      {
        readonly reason: string;
        readonly explanation: { readonly en: string; readonly ru: string };
        readonly advice: { readonly en: string; readonly ru: string };
      }
    >;

/** Where Meta has to deliver, and the word by which it recognises us. */
export type Webhook = { readonly url: string; readonly verifyToken: string };

/** What the doctor needs to know of a channel beside its access. */
export type Patient = {
  readonly access: ChannelAccess;
  readonly webhook: Webhook;
  readonly lastHeardAt: Date | null;
};

/**
 * What is done with an account of Meta's and not with a message: connecting,
 * subscribing, examining. Translates foreign errors once, as a gateway does.
 */
export interface ChannelAccounts {
  /** Where Meta has to deliver what is for this channel. */
  webhookUrl(channelId: string): string;
  listNumbers(access: AccountAccess): Promise<readonly NumberFacts[] | AccountRefused>;
  /** Has Meta deliver the account's webhooks to us. Meta asks us back before it answers. */
  subscribe(access: ChannelAccess, webhook: Webhook): Promise<AccountRefused | null>;
  /** Has Meta deliver to `url` no more: what is for the number, and as the last of its account what is for that. */
  unsubscribe(
    access: ChannelAccess,
    ours: { readonly url: string; readonly isLast: boolean },
  ): Promise<AccountRefused | null>;
  /** Has the number deliver to `webhook`, whatever its account says. */
  setCallback(access: ChannelAccess, webhook: Webhook): Promise<AccountRefused | null>;
  register(access: ChannelAccess, pin: string): Promise<AccountRefused | null>;
  /** Tests each prerequisite live, in the order in which one needs the one before. Never throws. */
  examine(patient: Patient): Promise<readonly CheckJson[]>;
}
