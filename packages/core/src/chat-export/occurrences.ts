/**
 * How often each content key was seen, in bounded memory.
 *
 * Exact for the last 131,072 different entries at least, which is three times what
 * WhatsApp puts into one export; older ones are forgotten a generation at a
 * time. Keys are kept as numbers, so long messages cost no memory. Two keys that
 * share a number only make the second one's count start at two, in every export
 * alike.
 */
export type Occurrences = { recent: Map<number, number>; older: Map<number, number> };

const GENERATION = 131_072;

/** Nothing seen yet. */
export function startOccurrences(): Occurrences {
  return { recent: new Map(), older: new Map() };
}

/** Counts `key` in place and returns how often it has come, this time included. */
export function countOccurrence(seen: Occurrences, key: string): number {
  const number = numberOf(key);
  const count = (seen.recent.get(number) ?? seen.older.get(number) ?? 0) + 1;
  if (seen.recent.size >= GENERATION && !seen.recent.has(number)) {
    seen.older = seen.recent;
    seen.recent = new Map();
  }
  seen.recent.set(number, count);
  return count;
}

/** Two different 32-bit walks over the key, joined to the 53 bits that a number holds exactly. */
function numberOf(key: string): number {
  let high = 0x811c9dc5;
  let low = 0x01000193;
  for (let index = 0; index < key.length; index += 1) {
    const unit = key.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x5bd1e995) ^ (low >>> 15);
  }
  return (high >>> 11) * 0x1_0000_0000 + (low >>> 0);
}
