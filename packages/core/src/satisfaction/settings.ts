import type { Scale } from "./rating.ts";

/** What a contact is told in one language. */
export type SatisfactionTexts = {
  /** "en", "ru", "pt": without a country. */
  readonly language: string;
  readonly question: string;
  /** Empty thanks are not sent. */
  readonly thanks: string;
  /** What is asked after a bad rating. */
  readonly why: string;
  /** Opens the list of five; buttons do not need it. */
  readonly listButton: string;
  /** The answers, the best first: as many as the scale has. */
  readonly answers: readonly string[];
};

/** The template that asks when the service window has closed. */
export type SatisfactionTemplate = {
  readonly name: string;
  readonly language: string;
  /** What each of its reply buttons says, in their order. */
  readonly scores: readonly number[];
};

/** Whether, when and how contacts are asked how they were served. */
export type SatisfactionSettings = {
  readonly isOn: boolean;
  /** Null is every number. */
  readonly channelIds: readonly string[] | null;
  readonly scale: Scale;
  /** How long after a conversation is closed; who writes meanwhile is not asked. */
  readonly waitMinutes: number;
  /** Nobody is asked twice in so many days; 0 asks after every closing. */
  readonly restDays: number;
  readonly asksWhy: boolean;
  /** The first is for contacts whose language is not among them, or not known. */
  readonly texts: readonly SatisfactionTexts[];
  /** Null: outside the window nobody is asked. */
  readonly template: SatisfactionTemplate | null;
};

// Meta: lengths of interactive messages, docs/…/messages/interactive-reply-buttons-messages and
// …/interactive-list-messages, read 2026-11.
export const LIMITS = {
  question: 1024,
  text: 1024,
  listButton: 20,
  answer: { 3: 20, 5: 24 },
  waitMinutes: 60,
  restDays: 365,
  languages: 20,
} as const;

/** The first thing that keeps these settings from working: where, and why. */
export type SettingsProblem = {
  readonly field: string;
  readonly why: "empty" | "too-long" | "same" | "count" | "range";
};

export function settingsProblem(settings: SatisfactionSettings): SettingsProblem | null {
  const { waitMinutes, restDays, texts, channelIds } = settings;
  if (!isWithin(waitMinutes, LIMITS.waitMinutes)) return { field: "waitMinutes", why: "range" };
  if (!isWithin(restDays, LIMITS.restDays)) return { field: "restDays", why: "range" };
  if (channelIds?.length === 0) return { field: "channelIds", why: "empty" };
  if (texts.length === 0 || texts.length > LIMITS.languages)
    return { field: "texts", why: "count" };
  const languages = new Set(texts.map(({ language }) => language));
  if (languages.size < texts.length) return { field: "language", why: "same" };
  for (const one of texts) {
    const problem = textsProblem(settings, one);
    if (problem) return problem;
  }
  return templateProblem(settings);
}

function isWithin(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= most;
}

function textsProblem(
  { scale, asksWhy }: SatisfactionSettings,
  texts: SatisfactionTexts,
): SettingsProblem | null {
  const { answers, language } = texts;
  const at = (field: string) => `${language}.${field}`;
  if (!/^[a-z]{2,3}$/u.test(language)) return { field: "language", why: "empty" };
  if (answers.length !== scale) return { field: at("answers"), why: "count" };
  if (new Set(answers.map((it) => it.trim())).size < scale) {
    return { field: at("answers"), why: "same" };
  }
  return (
    lengthProblem(at("question"), texts.question, 1, LIMITS.question) ??
    lengthProblem(at("thanks"), texts.thanks, 0, LIMITS.text) ??
    lengthProblem(at("why"), texts.why, asksWhy ? 1 : 0, LIMITS.text) ??
    lengthProblem(at("listButton"), texts.listButton, scale === 5 ? 1 : 0, LIMITS.listButton) ??
    answers
      .map((answer) => lengthProblem(at("answers"), answer, 1, LIMITS.answer[scale]))
      .find((it) => it !== null) ??
    null
  );
}

/** Meta counts characters as a reader does, not as a computer stores them. */
function lengthProblem(
  field: string,
  text: string,
  least: 0 | 1,
  most: number,
): SettingsProblem | null {
  if (text.trim().length < least) return { field, why: "empty" };
  return Array.from(text).length > most ? { field, why: "too-long" } : null;
}

function templateProblem({ template, scale }: SatisfactionSettings): SettingsProblem | null {
  if (template === null) return null;
  const { scores } = template;
  const isUsable = scores.every((it) => Number.isInteger(it) && it >= 1 && it <= scale);
  if (!isUsable || scores.length < 2) return { field: "template", why: "range" };
  return new Set(scores).size < scores.length ? { field: "template", why: "same" } : null;
}

/** The texts for a contact's language, of which the country does not matter; the first for any other. */
export function textsFor(
  { texts }: Pick<SatisfactionSettings, "texts">,
  language: string | null,
): SatisfactionTexts {
  const wanted = baseLanguage(language);
  const found = texts.find((it) => it.language === wanted) ?? texts[0];
  if (!found) throw new Error("Settings without texts are refused where they are saved.");
  return found;
}

/** "pt-BR" and "pt_BR" are "pt". */
export function baseLanguage(language: string | null): string {
  return (language ?? "").trim().toLowerCase().split(/[-_]/u, 1)[0] ?? "";
}
