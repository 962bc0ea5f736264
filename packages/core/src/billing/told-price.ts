import type { Charge } from "./charging/charge.ts";

/** What Meta itself says of a message's price, in its own words. */
export type ToldPrice = {
  readonly billable: boolean | null;
  readonly model: string | null;
  readonly type: string | null;
  readonly category: string | null;
};

/** What Meta's words and ours differ in. */
export type Disagreement = "billable" | "type" | "category";

/**
 * Where what Meta told differs from what was booked. Nothing it left out is a difference.
 *
 * Before 2025-07 there was no `type`, and Meta's example of that time still calls
 * a free conversation billable: it stands on the bill, at no cost.
 */
export function disagreements(
  charge: Pick<Charge, "billable" | "type" | "category" | "model">,
  told: ToldPrice,
): readonly Disagreement[] {
  const differs: Disagreement[] = [];
  if (told.billable !== null && told.billable !== charge.billable) differs.push("billable");
  if (told.type !== null && told.type !== charge.type) differs.push("type");
  if (told.category !== null && named(told.category) !== named(charge.category)) {
    differs.push("category");
  }
  return differs;
}

/** Meta writes the same category with a dash and with an underscore. */
function named(category: string): string {
  return category.replaceAll("_", "-");
}
