import { type Rating, type Scale, isScale } from "./rating.ts";

/** What a tap on a question carries: which question it answers, and with what. */
export type Answered = Rating & { readonly token: string };

const MARK = "galka-rating";
const TOKEN = /^[A-Za-z0-9_-]{22,64}$/u;

/** The id of one answer of a question. `token` is known to the contact's phone and to us alone. */
export function payloadOf(token: string, { score, of }: Rating): string {
  return `${MARK}:${token}:${score}/${of}`;
}

/** The answer that a tapped id says; null for the id of anything else. */
export function readPayload(id: string): Answered | null {
  const [mark, token = "", answer = "", ...more] = id.split(":");
  if (mark !== MARK || more.length > 0 || !TOKEN.test(token)) return null;
  const [score, of] = numbersOf(answer);
  if (!isScale(of) || score < 1 || score > of) return null;
  return { token, score, of };
}

function numbersOf(answer: string): [number, number] {
  const [, score, of] = /^([1-5])\/([35])$/u.exec(answer) ?? [];
  return [Number(score ?? 0), Number(of ?? 0)];
}

/** Every score of a scale, the best first: the order in which a contact is offered them. */
export function scoresOf(scale: Scale): number[] {
  return Array.from({ length: scale }, (_, index) => scale - index);
}
