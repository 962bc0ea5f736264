import { fontFor } from "./pdf-fonts.ts";

/** What makes one picture of several emoji: joiners, skin tones, the wish for colour, tags. */
const EMOJI_JOINTS = /\u200d|\ufe0e|\ufe0f|[\u{1f3fb}-\u{1f3ff}]|[\u{e0020}-\u{e007f}]/gu;
/** What has no width and would be drawn as a box: marks of direction, soft hyphens, controls. */
const UNSEEN = /[\p{Cc}\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const FLAG = /[\u{1f1e6}-\u{1f1ff}]{2}/gu;
const FIRST_FLAG_LETTER = 0x1_f1_e6;

/**
 * A text as it can be printed. A character that no font has a sign for is told by
 * its number, a flag by its letters: nothing is left out, and nothing is a box.
 */
export function printable(text: string): string {
  const plain = text
    .toWellFormed()
    .normalize("NFC")
    .replaceAll("\t", "    ")
    .replace(FLAG, lettersOf)
    .replace(EMOJI_JOINTS, "")
    .replace(UNSEEN, "");
  return Array.from(plain, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint === 0x20 || fontFor(codePoint, "plain") !== null) return character;
    return /\s/u.test(character) ? " " : `{U+${codePoint.toString(16).toUpperCase()}}`;
  }).join("");
}

function lettersOf(flag: string): string {
  const letters = Array.from(flag, (letter) =>
    String.fromCodePoint(0x41 + (letter.codePointAt(0) ?? 0) - FIRST_FLAG_LETTER),
  );
  return `[${letters.join("")}]`;
}
