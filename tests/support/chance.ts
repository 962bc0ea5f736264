/** Wider than anything that a seed has ever brought: one test in a million fails by chance alone. */
const CERTAIN = 1e-6;

/**
 * Whether `hits` of `count` can be by chance what a share of `expected` brings:
 * as far from it as that, or farther, it comes more often than once in a million.
 */
export function isByChance(hits: number, count: number, expected: number): boolean {
  const each = probabilities(count, expected);
  const atMost = sum(each.slice(0, hits + 1));
  const atLeast = sum(each.slice(hits));
  return Math.min(atMost, atLeast) * 2 > CERTAIN;
}

/** Of each number of hits from none to all. */
function probabilities(count: number, share: number): readonly number[] {
  let logOfChoices = 0;
  return Array.from({ length: count + 1 }, (_, hits) => {
    if (hits > 0) logOfChoices += Math.log((count - hits + 1) / hits);
    return Math.exp(logOfChoices + hits * Math.log(share) + (count - hits) * Math.log(1 - share));
  });
}

function sum(all: readonly number[]): number {
  return all.reduce((total, it) => total + it, 0);
}
