import { type RateKind, rateOf } from "../cards/rate-card.ts";
import { discounted } from "../money.ts";
import type { TariffRules } from "../tariffs/tariff.ts";
import { tierOf } from "../tariffs/volume-tiers.ts";
import { codeRate, monthOf, within } from "./by-conversation.ts";
import { type Charge, NOTHING_CHARGED } from "./charge.ts";
import { type Delivery, inWindow, templateCategory } from "./delivery.ts";
import type { Before, Terms } from "./terms.ts";

type MessageRules = Extract<TariffRules, { readonly unit: "message" }>;

/** Every delivered template is charged, and answers beyond the free ones. */
export function chargeByMessage(
  rules: MessageRules,
  delivery: Delivery,
  before: Before,
  terms: Terms,
): Charge {
  if (delivery.category === "service") return chargeAnswer(rules, delivery, before, terms);
  const category = templateCategory(delivery.category);
  if (category === "marketing") {
    const told = delivery.category === "marketing_lite" ? "marketing_lite" : "marketing";
    return charged(terms, "marketing", told);
  }
  if (category === "utility" && rules.freeUtilityInWindow) {
    // Meta: a utility conversation opened before 2025-07-01 is honored until it expires,
    // docs/…/pricing ("Edge case"), read 2026-11.
    const open = before.open.findLast((it) => it.category === "utility");
    if (open) return within(open);
    if (inWindow(delivery)) return free("utility", "free-utility-in-window");
  }
  const rate = category === "authentication" ? codeRate(delivery, terms) : category;
  const price = charged(terms, rate, rate);
  return rules.volumeTiers ? inTier(price, category, before, terms) : price;
}

function chargeAnswer(
  { freeService }: MessageRules,
  { numberId }: Delivery,
  before: Before,
  terms: Terms,
): Charge {
  if (freeService === "all") return free("service", "free-service");
  const counter = answerCounter(numberId, terms);
  if (before.countOf(counter) < freeService) return { ...free("service", "free-answer"), counter };
  return { ...charged(terms, "service", "service"), counter };
}

export const FREE_ANSWER_PREFIX = "answers ";

/** The answers of a number in a month, of which the first are free. */
export function answerCounter(numberId: string, terms: Pick<Terms, "day">): string {
  return `${FREE_ANSWER_PREFIX}${numberId} ${monthOf(terms)}`;
}

/** Only charged messages count; codes from abroad count with the others of their market. */
function inTier(
  price: Charge,
  category: "utility" | "authentication",
  before: Before,
  terms: Terms,
): Charge {
  const { market, account } = terms;
  const counter = `tier ${account.portfolioId} ${market} ${category} ${monthOf(terms)}`;
  const tier = tierOf(market, category, before.countOf(counter) + 1);
  if (tier.percentOff === 0) return { ...price, tier, counter };
  const amountMicros = discounted(price.amountMicros, tier.percentOff);
  const standing = price.standing === "unknown" ? "unknown" : tier.standing;
  return { ...price, amountMicros, standing, tier, counter };
}

function charged({ card, market }: Terms, rate: RateKind, category: string): Charge {
  const { micros, standing } = rateOf(card, market, rate);
  return {
    ...NOTHING_CHARGED,
    model: "PMP",
    type: "regular",
    category,
    billable: true,
    reason: "message",
    rate,
    amountMicros: micros,
    standing,
  };
}

function free(
  category: "utility" | "service",
  reason: "free-utility-in-window" | "free-service" | "free-answer",
): Charge {
  return {
    ...NOTHING_CHARGED,
    model: "PMP",
    type: "free_customer_service",
    category,
    billable: false,
    reason,
  };
}
