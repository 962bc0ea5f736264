/**
 * The invisible half of a chat export.
 *
 * WhatsApp writes direction marks around names, numbers and its own words, and
 * narrow or unbreakable spaces in dates. People write the same characters in
 * right-to-left text, where they carry meaning, so only what the app itself
 * wrote is normalized, and a person's text is left as it was.
 */

/** The mark an iPhone puts before every word that the app wrote and no person did. */
export const APP_MARK = "\u200e";

/** A longer line is not a message: WhatsApp allows 65,536 characters, and this is four times that. */
export const MAX_LINE_LENGTH = 262_144;

const MARKS = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
const JOINING_MARKS = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
const SPACES = /[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]/gu;
const EXCERPT_LENGTH = 120;

/**
 * One line as it is kept: without byte order mark and carriage return, and storable.
 *
 * A NUL and half of a surrogate pair cannot be stored as text by PostgreSQL, so
 * each becomes U+FFFD, which shows that something was there.
 */
export function cleanLine(line: string): string {
  let from = 0;
  while (line.charCodeAt(from) === 0xfeff) from += 1;
  let to = line.length;
  if (to > from && line.charCodeAt(to - 1) === 0x0d) to -= 1;
  const inner = from === 0 && to === line.length ? line : line.slice(from, to);
  return (inner.includes("\u0000") ? inner.replaceAll("\u0000", "\ufffd") : inner).toWellFormed();
}

/** Words of the app in the form the phrase tables use: no marks, plain spaces, lower case, no final stop. */
export function plainPhrase(text: string): string {
  return text.replace(MARKS, "").replace(SPACES, " ").trim().replace(/\.$/u, "").toLowerCase();
}

/** Words of the app as they are shown: no marks, plain spaces. Joiners stay, since emoji in names need them. */
export function plainWords(text: string): string {
  return text.replace(JOINING_MARKS, "").replace(SPACES, " ").trim();
}

/** The beginning of a line that could not be read, short enough to be listed by the thousand. */
export function excerptOf(line: string): string {
  return Array.from(line.slice(0, EXCERPT_LENGTH * 2))
    .slice(0, EXCERPT_LENGTH)
    .join("")
    .toWellFormed();
}
