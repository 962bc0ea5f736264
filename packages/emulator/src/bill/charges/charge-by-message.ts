import { type Charge, type Delivered, FREE, type Terms } from "./charge.ts";
import { templateCategory } from "./charge-by-category.ts";
import { insideConversation } from "./charge-conversation.ts";
import { openAt, type PairState } from "./conversation.ts";
import { discounted } from "../money.ts";
import { type Rate, type RateKind, rateOf, type Standing } from "../rate-card.ts";
import { tierOf, type VolumeTier } from "../volume-tiers.ts";

/**
 * The tariffs of 2025-07 and 2026-10: every delivered template message is
 * charged. Until 2026-10 utility inside the window and all of service are free;
 * since then utility is charged everywhere, and service after a number's first
 * thousand of the month.
 *
 * Meta: docs/…/pricing, copies of 2026-03 and 2026-09, read 2026-11.
 */
export function chargeByMessage(message: Delivered, pair: PairState, terms: Terms): Charge {
  if (!message.template) return chargeService(pair, terms);
  const category = templateCategory(message);
  if (category === "utility" && terms.tariff === "2025-07") {
    // Meta: a utility conversation from before 2025-07-01 lasts until it expires, docs/…/pricing
    // ("Edge case"), read 2026-11.
    const left = openAt(pair, message.at).findLast((it) => it.category === "utility");
    if (left !== undefined) return insideConversation(left, pair);
    if (message.windowOpen) return freeMessage("utility", "free-utility-in-window", pair);
  }
  if (category === "marketing") {
    const rate = rateOf(terms.card, terms.market, "marketing");
    const name = message.category === "marketing_lite" ? "marketing_lite" : "marketing";
    return regular(pair, { kind: "marketing", category: name, ...rate });
  }
  return chargeInTiers(category, message, pair, terms);
}

function chargeService(pair: PairState, terms: Terms): Charge {
  if (terms.tariff === "2025-07") return freeMessage("service", "free-service", pair);
  const counter = serviceCounter(terms);
  if (terms.countOf(counter) < terms.freeServiceMessages) {
    return { ...freeMessage("service", "free-allowance", pair), counter };
  }
  const rate = rateOf(terms.card, terms.market, "service");
  return { ...regular(pair, { kind: "service", category: "service", ...rate }), counter };
}

/**
 * Only charged messages count towards the tiers, all accounts of a portfolio
 * together; authentication goes on counting when its international rate begins.
 */
function chargeInTiers(
  category: "utility" | "authentication",
  message: Delivered,
  pair: PairState,
  terms: Terms,
): Charge {
  const kind: RateKind =
    category === "authentication" && message.international
      ? "authentication-international"
      : category;
  const counter = tierCounter(terms, category);
  const tier = tierOf(terms.tiers(category), terms.countOf(counter) + 1);
  const rate = rateOf(terms.card, terms.market, kind);
  const priced = tier.discountPercent === 0 ? rate : reduced(rate, tier);
  return { ...regular(pair, { kind, category: kind, ...priced }), tier, counter };
}

export function serviceCounter({
  phoneNumberId,
  day,
}: Pick<Terms, "phoneNumberId" | "day">): string {
  return `service ${phoneNumberId} ${day.slice(0, 7)}`;
}

export function tierCounter(
  terms: Pick<Terms, "portfolioId" | "market" | "day">,
  category: "utility" | "authentication",
): string {
  return `tier ${terms.portfolioId} ${terms.market} ${category} ${terms.day.slice(0, 7)}`;
}

function reduced(rate: Rate, tier: VolumeTier): Rate {
  const standing: Standing = rate.standing === "unknown" ? "unknown" : tier.standing;
  return { micros: discounted(rate.micros, tier.discountPercent), standing };
}

function regular(
  pair: PairState,
  of: { readonly kind: RateKind; readonly category: string } & Rate,
): Charge {
  return {
    ...FREE,
    model: "PMP",
    type: "regular",
    category: of.category,
    billable: true,
    reason: "message",
    rate: of.kind,
    amountMicros: of.micros,
    standing: of.standing,
    pair,
  };
}

function freeMessage(
  category: "utility" | "service",
  reason: "free-utility-in-window" | "free-service" | "free-allowance",
  pair: PairState,
): Charge {
  return {
    ...FREE,
    model: "PMP",
    type: "free_customer_service",
    category,
    billable: false,
    reason,
    pair,
  };
}
