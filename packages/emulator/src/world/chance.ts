/**
 * A number from 0 up to 1 that follows from the seed and what it is about, and
 * from nothing else: the same world is dealt the same luck, whatever else
 * happens in it and however often it is started again.
 */
export function chance(seed: string, ...about: readonly (string | number)[]): number {
  return mixed(hash(seed, about)) / 2 ** 32;
}

/** FNV-1a over everything, with a separator so that "a", "bc" is not "ab", "c". */
function hash(seed: string, about: readonly (string | number)[]): number {
  let value = add(0x811c9dc5, seed);
  for (const part of about) value = add(add(value, "\u0000"), String(part));
  return value;
}

function add(start: number, text: string): number {
  let value = start;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value;
}

/** The finish of MurmurHash3, so that neighbours share nothing. */
function mixed(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
