/** What a contact said about how they were served: `score` of `of`, of which `of` is the best and 1 the worst. */
export type Rating = { readonly score: number; readonly of: Scale };

/** Three buttons, or a list of five. */
export type Scale = 3 | 5;

export const RATING_WORDS = ["good", "ok", "bad"] as const;
export type RatingWord = (typeof RATING_WORDS)[number];

/**
 * A rating from 1 to 5 on whichever scale it was given, so that ratings from
 * before and after a change of the scale can be counted together: of three
 * buttons the best counts 5, the middle 3 and the worst 1.
 */
export function pointsOf({ score, of }: Rating): number {
  return 1 + ((score - 1) * 4) / (of - 1);
}

/** Four and five points are good, one and two are bad. `rating_word` in PostgreSQL says the same. */
export function wordOf(rating: Rating): RatingWord {
  const points = pointsOf(rating);
  if (points >= 4) return "good";
  return points <= 2 ? "bad" : "ok";
}

export function isScale(of: number): of is Scale {
  return of === 3 || of === 5;
}
