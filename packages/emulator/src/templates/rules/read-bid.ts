import { GraphError, invalidParameter } from "../../graph/error.ts";
import { Params } from "../../graph/params.ts";
import { isObject, type JsonObject, parseJson } from "../../json.ts";
import type { Template } from "../../store/kinds.ts";

const STRATEGIES = ["LOWEST_COST_WITH_BID_CAP"] as const;
const AMOUNT_MAX = 2 ** 31 - 1;

/**
 * The most that a marketing message may cost: so much for 1,000 deliveries, in
 * the smallest unit of the account's currency. `null` when nothing is said.
 *
 * Meta: docs/…/marketing-messages/pricing, read 2026-11.
 *
 * @throws GraphError 100
 */
export function readBid(params: Params, category: Template["category"]): JsonObject | null {
  if (!params.has("bid_spec")) return null;
  if (category !== "MARKETING") {
    throw invalidParameter("Param bid_spec is supported for MARKETING templates only.");
  }
  const given = params.values["bid_spec"];
  const value = typeof given === "string" ? parseJson(given) : given;
  if (!isObject(value)) throw invalidParameter("Param bid_spec must be a JSON object.");
  const bid = new Params(value, "bid_spec");
  const amount = Number(bid.text("bid_amount"));
  if (!Number.isInteger(amount) || amount <= 0 || amount > AMOUNT_MAX) {
    throw invalidParameter(`Param ${bid.pathOf("bid_amount")} must be a positive integer.`);
  }
  const strategy = bid.oneOf("bid_strategy", STRATEGIES, STRATEGIES[0]);
  return { bid_strategy: strategy, bid_amount: amount };
}

/**
 * Checks what a send says about the template's bid.
 *
 * @throws GraphError 100
 */
export function checkMultiplier(body: Params): void {
  const text = body.optionalObject("bid_spec")?.optionalText("per_message_bid_multiplier");
  if (text === undefined || Number(text) > 0) return;
  throw invalidParameter("Param bid_spec['per_message_bid_multiplier'] must be a positive number.");
}

/** Meta's words to who sends a template with a bid before accepting the terms. */
export function termsNotSigned(): GraphError {
  return new GraphError({
    code: 100,
    message: "You need to sign the testing legal agreement before sending out messages.",
  });
}
