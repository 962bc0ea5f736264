import { type Dice, pickOne, pickWeighted } from "./dice.ts";
import { arabic } from "./phrases/ar.ts";
import { german } from "./phrases/de.ts";
import { english } from "./phrases/en.ts";
import { spanish } from "./phrases/es.ts";
import { french } from "./phrases/fr.ts";
import { hindi } from "./phrases/hi.ts";
import { indonesian } from "./phrases/id.ts";
import { italian } from "./phrases/it.ts";
import type { Phrases } from "./phrases/phrases.ts";
import { portuguese } from "./phrases/pt.ts";
import { russian } from "./phrases/ru.ts";
import { turkish } from "./phrases/tr.ts";

/** What somebody wants to say. */
export type Mood = keyof Phrases;

/** What messages of a business are about, as far as it changes the answer. */
export type Topic = "marketing" | "utility" | "authentication" | "service";

const PHRASES: Readonly<Record<string, Phrases>> = {
  ar: arabic,
  de: german,
  en: english,
  es: spanish,
  fr: french,
  hi: hindi,
  id: indonesian,
  it: italian,
  pt: portuguese,
  ru: russian,
  tr: turkish,
};

/** Who is offered something asks or agrees; who is told of an order gives thanks or complains. */
const MOODS: Readonly<Record<Topic, Readonly<Record<string, number>>>> = {
  marketing: { question: 50, answer: 40, complaint: 10 },
  utility: { thanks: 45, question: 40, complaint: 15 },
  authentication: { question: 70, complaint: 30 },
  service: { answer: 40, thanks: 30, question: 25, complaint: 5 },
};

/** Something of the mood in the language, English when the language is not spoken here. */
export function say(dice: Dice, language: string, mood: Mood): string {
  return pickOne(dice, (PHRASES[language] ?? english)[mood]);
}

/** An answer to a message about `topic`. */
export function sayAbout(dice: Dice, language: string, topic: Topic): string {
  const mood = pickWeighted(dice, MOODS[topic]);
  return say(dice, language, MOOD_NAMES.find((it) => it === mood) ?? "answer");
}

const MOOD_NAMES: readonly Mood[] = ["question", "answer", "thanks", "complaint"];
