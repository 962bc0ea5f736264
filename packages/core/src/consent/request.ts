import type { ConsentDecision } from "./consent.ts";

/** What a tap on a question for consent carries: which question it is of, and the answer. */
export type ConsentTap = { readonly token: string; readonly decision: ConsentDecision };

const MARK = "galka-consent";
const TOKEN = /^[A-Za-z0-9_-]{22,64}$/u;

/** What the buttons of a question give back: the first agrees, every other one does not. */
export function consentReplies(token: string, buttonCount: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: buttonCount }, (_, index) => [
      String(index),
      `${MARK}:${token}:${index === 0 ? "yes" : `no${index}`}`,
    ]),
  );
}

/** The answer that a tapped id says; null for the id of anything else. */
export function readConsentTap(id: string): ConsentTap | null {
  const [mark, token = "", answer = "", ...more] = id.split(":");
  if (mark !== MARK || more.length > 0 || !TOKEN.test(token)) return null;
  if (answer === "yes") return { token, decision: "granted" };
  return /^no\d$/u.test(answer) ? { token, decision: "withdrawn" } : null;
}
