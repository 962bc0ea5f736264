import { plainWords } from "../characters.ts";
import type { ChatSender } from "../entry.ts";

/** WhatsApp allows far shorter names; what is longer before a colon is a sentence. */
const MAX_NAME_LENGTH = 120;
const COLON = /:(?=[ \u00a0\u202f\u200e]|$)/u;
const PHONE = /^\+[\d ()./-]{6,30}$/u;

/** Where a name ends and the text begins. */
export type SenderSplit = { readonly name: string; readonly text: string };

/**
 * The name and the text of "Name: text", or null when there is no name.
 *
 * The first colon with a space behind it ends the name, unless the line begins
 * with one of `namesWithColon`.
 */
export function splitSender(
  rest: string,
  namesWithColon: readonly string[] = [],
): SenderSplit | null {
  for (const name of namesWithColon) {
    if (rest.startsWith(`${name}:`)) return splitAt(rest, name.length);
  }
  const start = rest.slice(0, MAX_NAME_LENGTH + 2);
  const at = start.search(COLON);
  if (at <= 0 || at > MAX_NAME_LENGTH) return null;
  return splitAt(rest, at);
}

/**
 * Whether the colon that ends the supposed name stands inside quotation marks: then it is
 * in the title of a group, and the line is the app's ("Ana changed the subject to “Sale: today”").
 */
export function isInsideQuotes(name: string): boolean {
  return (name.match(/["“”„«»]/gu)?.length ?? 0) % 2 === 1;
}

/** The person behind a written name: its marks removed, a phone number and a `~` recognized. */
export function senderFrom(written: string): ChatSender {
  const shown = plainWords(written).replaceAll("\u2011", "-");
  const pushed = /^~ ?(?=.)/u.test(shown);
  const name = pushed ? shown.replace(/^~ ?/u, "") : shown;
  const digits = PHONE.test(name) ? name.replace(/\D/gu, "") : "";
  if (digits.length >= 6) return { name, kind: "phone", phone: `+${digits}` };
  return { name, kind: pushed ? "pushed-name" : "name", phone: null };
}

function splitAt(rest: string, at: number): SenderSplit | null {
  const name = rest.slice(0, at);
  if (plainWords(name) === "") return null;
  const behind = rest.slice(at + 1);
  return { name, text: /^[ \u00a0\u202f]/u.test(behind) ? behind.slice(1) : behind };
}
