import type { Purpose } from "../../sends/send.ts";

/** What a template is charged as; anything else is `service`. */
export type BilledCategory =
  | "marketing"
  | "marketing_lite"
  | "utility"
  | "authentication"
  | "service";

/**
 * A message that has reached a phone, with everything that its price can
 * depend on under any tariff. Kept once, so that the same history can be
 * charged by every tariff there is.
 */
export type Delivery = {
  readonly id: string;
  /** When it was delivered, which is when it is charged. */
  readonly atMs: number;
  readonly acceptedAtMs: number;
  readonly category: BilledCategory;
  /** Of the person, in two letters. */
  readonly country: string;
  /** The number it was sent from. */
  readonly numberId: string;
  /** Who got it, as that number knows them. */
  readonly personId: string;
  readonly accountId: string;
  /** When the person last wrote before it was delivered; null for never. */
  readonly lastInboundAtMs: number | null;
  /** When the person last came by an advertisement or a page's button; null for never. */
  readonly entryAtMs: number | null;
};

const WINDOW_MS = 24 * 60 * 60 * 1000;

/** Whether the service window was open when it was delivered. */
export function inWindow({ atMs, lastInboundAtMs }: Delivery): boolean {
  return lastInboundAtMs !== null && atMs < lastInboundAtMs + WINDOW_MS;
}

/** A template of a category that is not known is charged as marketing. */
export function templateCategory(
  category: BilledCategory,
): "marketing" | "utility" | "authentication" {
  return category === "utility" || category === "authentication" ? category : "marketing";
}

/** What it was sent for. A tariff may charge it as something else: a conversation by whoever began it. */
export function purposeOf({ category }: Pick<Delivery, "category">): Purpose {
  return category === "service" ? category : templateCategory(category);
}
