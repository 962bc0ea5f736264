import { STOP_WORDS } from "./stop-words.ts";

/** What a message asks for by its words alone. `maybe-stop` stops only as an answer to marketing. */
export type SaidWord = "stop" | "maybe-stop" | "start";

/** A workspace's own words beside those that Galka knows. */
export type OwnWords = {
  readonly stopWords: readonly string[];
  readonly startWords: readonly string[];
};

/** Longer messages are no command: nobody's word for stopping has so many letters. */
const LONGEST = 80;

const KNOWN: ReadonlyMap<string, SaidWord> = new Map([
  ...STOP_WORDS.flatMap(({ start }) => keyed(start, "start")),
  ...STOP_WORDS.flatMap(({ stopAfterMarketing }) => keyed(stopAfterMarketing, "maybe-stop")),
  ...STOP_WORDS.flatMap(({ stop }) => keyed(stop, "stop")),
]);

/**
 * Whether a whole message is a word that stops marketing or brings it back.
 *
 * Case, accents, punctuation, emoji and blanks around do not matter; a word
 * within a sentence is none: "Can I stop by tomorrow?" asks for something else.
 * A workspace's own words go before those that are known, stopping before starting.
 */
export function readStopWord(text: string, own: OwnWords): SaidWord | null {
  if (text.length > LONGEST) return null;
  const said = wordKey(text);
  if (said === "") return null;
  if (own.stopWords.some((word) => wordKey(word) === said)) return "stop";
  if (own.startWords.some((word) => wordKey(word) === said)) return "start";
  return KNOWN.get(said) ?? null;
}

/** What two ways to write one word have in common. */
export function wordKey(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replaceAll("ı", "i")
    .replace(/['’ʼ`]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function keyed(words: readonly string[], said: SaidWord): [string, SaidWord][] {
  return words.map((word) => [wordKey(word), said]);
}
