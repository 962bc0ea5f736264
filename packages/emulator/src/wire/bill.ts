/** The control API's words about money. Amounts are micros: millionths of the currency's unit. */

/** A tariff of Meta's, named after the day it began; `by-date` follows the emulator's clock. */
export type TariffChoice = "2018" | "2022" | "2023" | "2024-11" | "2025-07" | "2026-10" | "by-date";

/** How well a rate is known: Meta's own card, computed back from another, or the closest that is known. */
export type RateStanding = "published" | "derived" | "nearest" | "unknown";

/** Filters; all are optional query parameters. */
export type BillQuery = {
  readonly wabaId?: string;
  readonly phoneNumberId?: string;
  readonly templateId?: string;
  /** Digits of the recipient's number, or the BSUID. */
  readonly to?: string;
  readonly wamid?: string;
  /** `2026-11-23` and `2026-11`, in the account's time zone. */
  readonly day?: string;
  readonly month?: string;
  /** As a status's `pricing.category` has it. */
  readonly category?: string;
  /** ISO code of the recipient's country. */
  readonly country?: string;
  readonly market?: string;
  readonly charge?: "regular" | "free";
  readonly reason?: BillReason;
  readonly conversationId?: string;
  /** Instants of delivery, ISO 8601. */
  readonly since?: string;
  readonly until?: string;
};

/** Why a delivered message costs what it does. */
export type BillReason =
  /** Charged: the message itself, or the conversation that it opens. */
  | "notification"
  | "conversation-opened"
  | "message"
  /** Free. */
  | "session-message"
  | "inside-conversation"
  | "free-tier"
  | "free-service"
  | "free-entry-point"
  | "free-utility-in-window"
  | "free-allowance";

/** One delivered message. */
export type BillLineJson = {
  readonly wamid: string;
  readonly wabaId: string;
  readonly phoneNumberId: string;
  readonly to: string;
  readonly country: string;
  /** ISO code or the region of Meta's card, e.g. `REST_OF_AFRICA`. */
  readonly market: string;
  readonly deliveredAt: string;
  readonly day: string;
  readonly tariff: TariffChoice;
  /** First day of the rate card. */
  readonly cardFrom: string;
  readonly category: string;
  readonly type: "regular" | "free_customer_service" | "free_entry_point" | "free_tier";
  readonly billable: boolean;
  readonly reason: BillReason;
  /** The reason in a sentence. */
  readonly because: string;
  /** What the rate is for; `null` when nothing is charged. */
  readonly rate: string | null;
  readonly amountMicros: number;
  /** The same in units of the currency. */
  readonly amount: string;
  readonly currency: string;
  readonly standing: RateStanding;
  /** `0:100000`, where volume tiers apply. */
  readonly tier: string | null;
  readonly conversation: {
    readonly id: string;
    readonly category: string;
    readonly openedByThis: boolean;
  } | null;
  readonly templateId: string | null;
};

/** Lines added up; always by currency, since sums of two are none. */
export type BillTotalJson = {
  readonly currency: string;
  readonly amountMicros: number;
  readonly amount: string;
  readonly messageCount: number;
  readonly chargedCount: number;
  readonly freeCount: number;
  readonly conversationCount: number;
};

/** What lines are counted by: `GET /bill?by=day,category`. */
export type BillGroupKey =
  | "waba"
  | "number"
  | "day"
  | "month"
  | "category"
  | "country"
  | "market"
  | "tariff"
  | "type"
  | "reason"
  | "tier"
  | "standing"
  | "template";

export type BillJson = {
  readonly totals: readonly BillTotalJson[];
  /** Only with `by`. */
  readonly groups: readonly (BillTotalJson & {
    readonly keys: Readonly<Partial<Record<BillGroupKey, string>>>;
  })[];
};

/** What an account owes for a month, in its time zone. */
export type StatementJson = {
  readonly wabaId: string;
  readonly month: string;
  readonly timeZone: string;
  readonly rows: readonly {
    readonly market: string;
    readonly marketName: string;
    readonly category: string;
    readonly type: string;
    readonly tariff: string;
    readonly tier: string | null;
    readonly standing: RateStanding;
    readonly currency: string;
    readonly unitMicros: number;
    readonly count: number;
    readonly amountMicros: number;
    readonly amount: string;
  }[];
  /** The only place where money is rounded: a total to its minor unit, a half upwards. */
  readonly totals: readonly {
    readonly currency: string;
    readonly amountMicros: number;
    readonly totalMinor: number;
    readonly total: string;
  }[];
};

/** The card in force. */
export type RateCardJson = {
  readonly tariff: TariffChoice;
  readonly from: string;
  readonly currency: string;
  readonly rates: readonly {
    readonly market: string;
    readonly marketName: string;
    readonly kind: string;
    readonly micros: number;
    readonly amount: string;
    readonly standing: RateStanding;
  }[];
};

/** What the authentication-international rate of a portfolio depends on. */
export type PortfolioBillingJson = {
  readonly portfolioId: string;
  /** ISO code of the country in which the business is based; `null` is not verified. */
  readonly primaryBusinessLocation: string | null;
  /** `null` while the business is not eligible. */
  readonly internationalFrom: string | null;
  readonly exceptions: readonly { readonly country: string; readonly from: string }[];
};

export type PortfolioBillingPatch = Partial<Omit<PortfolioBillingJson, "portfolioId">>;
