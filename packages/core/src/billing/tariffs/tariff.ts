import type { RateCard } from "../cards/rate-card.ts";

/** How many are free of charge in a calendar month of the account; `all` is without end. */
export type FreeCount = number | "all";

/** For how long an answer to somebody from an advertisement makes everything free, since which day. */
export type EntryPointHours = readonly { readonly from: string; readonly hours: number }[];

/**
 * What a tariff charges for.
 *
 * `notification`: each delivered template; answers are free.
 *
 * `conversation-by-initiator`: 24 hours between a number and a person, begun by
 * whoever wrote first. A template inside the service window answers the person.
 *
 * `conversation-by-category`: 24 hours of one category. A template opens one of
 * its own unless it is open; an answer belongs to the one opened last, and
 * opens one of service where there is none.
 *
 * `message`: each delivered template, and answers beyond the free ones.
 */
export type TariffRules =
  | { readonly unit: "notification" }
  | {
      readonly unit: "conversation-by-initiator";
      /** Of either kind, by account and month. */
      readonly freeConversations: number;
      readonly entryPoint: EntryPointHours;
    }
  | {
      readonly unit: "conversation-by-category";
      /** Service conversations, by account and month. */
      readonly freeService: FreeCount;
      readonly entryPoint: EntryPointHours;
    }
  | {
      readonly unit: "message";
      /** Answers, by number and month. */
      readonly freeService: FreeCount;
      readonly freeUtilityInWindow: boolean;
      /** Whether many charged messages of a month make the next ones cheaper. */
      readonly volumeTiers: boolean;
      readonly entryPoint: EntryPointHours;
    };

/** A way of charging with its dated prices: one of Meta's, or a workspace's own. */
export type Tariff = {
  /** One of Meta's ids, or the id that the workspace's own tariff has. */
  readonly id: string;
  /** First day it was in force, by the account's time zone. */
  readonly from: string;
  readonly rules: TariffRules;
  readonly cards: readonly RateCard[];
  /** The currency of a card that every account is charged by; Meta's accounts have their own. */
  readonly currency: string;
};
