import type { Rate, RateCard, RateKind } from "../cards/rate-card.ts";
import { unreachable } from "../../kernel/unreachable.ts";
import { type Market, OTHER_MARKET } from "../markets.ts";
import type { EntryPointHours, FreeCount, Tariff, TariffRules } from "./tariff.ts";

/** A price as the workspace wrote it down. */
export type OwnPrice = {
  /** A country or region of Meta's cards; `other` is whatever has no price of its own. */
  readonly market: Market;
  readonly kind: RateKind;
  readonly micros: number;
};

/** What a workspace pays when it is not by Meta's card: a partner's prices, or those of an article. */
export type OwnTariff = {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly unit: TariffRules["unit"];
  /** Of the month: conversations, service conversations or answers, as the unit has it. */
  readonly free: FreeCount;
  readonly freeUtilityInWindow: boolean;
  readonly entryPointHours: number;
  readonly prices: readonly OwnPrice[];
};

const ALWAYS = "2000-01-01";

/** The prices that a unit needs, in the order in which people fill them in. */
export function kindsOfUnit(unit: TariffRules["unit"]): readonly RateKind[] {
  if (unit === "notification") return ["notification"];
  if (unit === "conversation-by-initiator") return ["business-initiated", "user-initiated"];
  return ["marketing", "utility", "authentication", "authentication-international", "service"];
}

/** An own tariff as the rules can apply it. */
export function tariffOfOwn(own: OwnTariff): Tariff {
  return {
    id: own.id,
    from: ALWAYS,
    currency: own.currency,
    rules: rulesOf(own),
    cards: [ownCard(own)],
  };
}

function rulesOf({ unit, free, freeUtilityInWindow, entryPointHours }: OwnTariff): TariffRules {
  const entryPoint: EntryPointHours =
    entryPointHours === 0 ? [] : [{ from: ALWAYS, hours: entryPointHours }];
  switch (unit) {
    case "notification":
      return { unit };
    case "conversation-by-initiator":
      return { unit, freeConversations: free === "all" ? Infinity : free, entryPoint };
    case "conversation-by-category":
      return { unit, freeService: free, entryPoint };
    case "message":
      return { unit, freeService: free, freeUtilityInWindow, volumeTiers: false, entryPoint };
    default:
      return unreachable(unit);
  }
}

/** A market that has a price of its own for one kind has those of `other` for the rest. */
function ownCard({ currency, prices }: OwnTariff): RateCard {
  const general = new Map<RateKind, Rate>();
  for (const price of prices) if (price.market === OTHER_MARKET) set(general, price);
  const rates = new Map<Market, Map<RateKind, Rate>>([[OTHER_MARKET, general]]);
  for (const price of prices) {
    if (price.market === OTHER_MARKET) continue;
    const kinds = rates.get(price.market) ?? new Map(general);
    set(kinds, price);
    rates.set(price.market, kinds);
  }
  return { from: ALWAYS, currency, rates };
}

function set(kinds: Map<RateKind, Rate>, { kind, micros }: OwnPrice): void {
  kinds.set(kind, { micros, standing: "published" });
}

/**
 * The prices that articles of 2022 give in roubles: 4 for a conversation that
 * the person began and 6 for one that the business began, a thousand a month free.
 */
export const ROUBLES_OF_2022: Omit<OwnTariff, "id" | "name"> = {
  currency: "RUB",
  unit: "conversation-by-initiator",
  free: 1000,
  freeUtilityInWindow: false,
  entryPointHours: 24,
  prices: [
    { market: OTHER_MARKET, kind: "user-initiated", micros: 4_000_000 },
    { market: OTHER_MARKET, kind: "business-initiated", micros: 6_000_000 },
  ],
};
