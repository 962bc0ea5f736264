/**
 * How often each content key was seen, in bounded memory.
 *
 * Exact for the last 262,144 entries, which is six times what WhatsApp puts into
 * one export; beyond that the oldest are forgotten. Keys are kept as numbers, so
 * long messages cost no memory. Two keys that share a number only make the
 * second one's count start at two, in every export alike.
 */
export type Occurrences = Map<number, number>;

const MOST_KEYS = 262_144;

/** Counts `key` in place and returns how often it has come, this time included. */
export function countOccurrence(seen: Occurrences, key: string): number {
  const number = numberOf(key);
  const count = (seen.get(number) ?? 0) + 1;
  seen.set(number, count);
  if (seen.size > MOST_KEYS) {
    const oldest = seen.keys().next();
    if (oldest.done !== true) seen.delete(oldest.value);
  }
  return count;
}

/** Two 32-bit FNV-1a walks with different starts, joined to the 53 bits a number holds exactly. */
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
