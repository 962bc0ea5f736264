import { type Rating, wordOf } from "./rating.ts";
import type { SatisfactionSettings } from "./settings.ts";

const DAY_MS = 86_400_000;

/** So long after the question a tap still counts, and a second one changes the first. */
export const ANSWERABLE_MS = 7 * DAY_MS;

/** So long after it what a contact writes is the comment that they were asked for. */
export const COMMENT_MS = DAY_MS;

/** What is known of a question when a tap on it comes in. */
export type Asked = {
  readonly askedAt: Date;
  /** When the answer that counts was given; null while there is none. */
  readonly answeredAt: Date | null;
  /** Whether the contact was thanked, or asked why: each once. */
  readonly hasThanked: boolean;
  readonly hasAskedWhy: boolean;
};

export type Tap = { readonly rating: Rating; readonly at: Date };

/** What is said to a contact after their answer. */
export type Afterwards = "thanks" | "why";

export type TapDecision =
  /** Too late, or overtaken by a later tap that came in earlier: what is recorded stays. */
  { readonly counts: false } | { readonly counts: true; readonly afterwards: Afterwards | null };

/**
 * What a tap changes. The latest by the contact's clock counts, in whatever order
 * they come; a change of mind is not thanked for again, but whoever changes it to
 * a bad rating is asked why.
 */
export function receiveTap(
  settings: Pick<SatisfactionSettings, "asksWhy">,
  asked: Asked,
  { rating, at }: Tap,
): TapDecision {
  const isLate = at.getTime() - asked.askedAt.getTime() > ANSWERABLE_MS;
  const isOvertaken = asked.answeredAt !== null && at <= asked.answeredAt;
  if (isLate || isOvertaken) return { counts: false };
  if (settings.asksWhy && wordOf(rating) === "bad") {
    return { counts: true, afterwards: asked.hasAskedWhy ? null : "why" };
  }
  const isFirst = !asked.hasThanked && !asked.hasAskedWhy;
  return { counts: true, afterwards: isFirst ? "thanks" : null };
}
