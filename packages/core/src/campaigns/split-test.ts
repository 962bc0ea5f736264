import { type Share, chanceOf, shareOf } from "./proportions.ts";

/** How one of the competing templates did among those whom it reached. */
export type Rival = { readonly variant: number; readonly share: Share };

export type TestResult =
  | {
      readonly verdict: "winner";
      readonly variant: number;
      /** How probable it is that chance alone made the difference, corrected for the number of rivals. */
      readonly chance: number;
    }
  /** The difference may be chance, or too few people have been reached. */
  | { readonly verdict: "not-enough"; readonly leader: number | null; readonly chance: number };

const MOST_CHANCE = 0.05;
/** Below this the test of two proportions promises more than it knows. */
const LEAST_HITS = 5;
const LEAST_PEOPLE = 30;

/**
 * Which of several templates did better, and whether that can be told.
 *
 * The leader must beat every other one. Comparing it with several makes a lucky
 * day likelier, so each chance is multiplied by the number of comparisons that
 * could have been made (Bonferroni over all pairs, since the leader was chosen
 * by looking).
 */
export function decideTest(rivals: readonly Rival[]): TestResult {
  const sorted = rivals.toSorted((one, other) => shareOf(other.share) - shareOf(one.share));
  const [leader, ...others] = sorted;
  if (!leader || others.length === 0) return { verdict: "not-enough", leader: null, chance: 1 };
  const pairs = (rivals.length * (rivals.length - 1)) / 2;
  const chances = others.map((it) => Math.min(1, chanceOf(leader.share, it.share) * pairs));
  const chance = Math.max(...chances);
  const isKnown = sorted.every(({ share }) => canJudge(share));
  if (isKnown && chance < MOST_CHANCE)
    return { verdict: "winner", variant: leader.variant, chance };
  const isAhead = others.every((it) => shareOf(it.share) < shareOf(leader.share));
  return { verdict: "not-enough", leader: isAhead ? leader.variant : null, chance };
}

function canJudge({ of, hits }: Share): boolean {
  return of >= LEAST_PEOPLE && Math.max(hits, of - hits) >= LEAST_HITS;
}
