import { guessCategory } from "../category/guess.ts";
import { TEMPLATE_LANGUAGES, scriptOf } from "../languages.ts";
import type { TemplateCategory } from "../template.ts";
import type { Finding, LintContext, TemplateText } from "./finding.ts";
import type { NAME_RULES } from "./rules-of-names.ts";
import type { TextFinding } from "./check-texts.ts";

type NameFinding = Finding<keyof typeof NAME_RULES>;

// Meta: the samples that every account has, docs/…/templates/overview, read 2026-11.
const SAMPLES: readonly string[] = [
  "hello_world",
  "sample_flight_confirmation",
  "sample_happy_hour_announcement",
  "sample_issue_resolution",
  "sample_movie_ticket_confirmation",
  "sample_purchase_feedback",
  "sample_shipping_confirmation",
];

/** What is said about a template, rather than by it. */
export function checkNames(
  template: TemplateText,
  context: LintContext,
): (NameFinding | TextFinding)[] {
  return [
    ...checkName(template, context),
    ...checkLanguage(template),
    ...checkCategory(template, context),
    ...checkTtl(template),
    ...checkOriginal(template, context),
  ];
}

function checkName({ name, language }: TemplateText, context: LintContext): NameFinding[] {
  const { others, editedId, blocked, now } = context;
  const at = { part: "name" } as const;
  if (!/^[a-z0-9_]{1,512}$/u.test(name)) return [{ rule: "name-format", at }];
  if (SAMPLES.includes(name)) return [{ rule: "name-of-sample", at }];
  if (editedId !== null) return [];
  if (others.some((it) => it.name === name && it.language === language)) {
    return [{ rule: "name-taken", at }];
  }
  const held = blocked.find((it) => it.name === name && it.language === language && it.until > now);
  const until = held?.until.toISOString().slice(0, 10);
  return until === undefined ? [] : [{ rule: "name-blocked", at, facts: { until } }];
}

const LETTERS_ENOUGH = 20;
const SHARE = 0.5;

/** Only letters are compared: half of them or more in a script that the language does not have. */
function checkLanguage({ language, body, code }: TemplateText): NameFinding[] {
  const at = { part: "language" } as const;
  const facts = { language };
  if (!TEMPLATE_LANGUAGES.includes(language)) return [{ rule: "language-unknown", at, facts }];
  const script = scriptOf(language);
  const letters = body.replaceAll(/\{\{[^{}]*\}\}/gu, "").match(/\p{L}/gu) ?? [];
  if (code || script === null || letters.length < LETTERS_ENOUGH) return [];
  const share = (pattern: RegExp) =>
    letters.filter((letter) => pattern.test(letter)).length / letters.length;
  const cyrillic = share(/\p{Script=Cyrillic}/u);
  const latin = share(/\p{Script=Latin}/u);
  const isOdd =
    (script !== "cyrillic" && cyrillic > SHARE) ||
    (script === "cyrillic" && latin > SHARE) ||
    (script === "other" && latin > 0.9);
  return isOdd ? [{ rule: "language-of-text", at, facts }] : [];
}

function checkCategory(template: TemplateText, { others, editedId }: LintContext): NameFinding[] {
  const { name, category, language } = template;
  const at = { part: "category" } as const;
  const before = others.find(({ id }) => id === editedId);
  if (before?.status === "approved" && before.category !== category) {
    return [{ rule: "category-of-approved", at }];
  }
  const other = others.find(
    (it) => it.name === name && it.language !== language && it.category !== category,
  );
  if (other) return [{ rule: "category-of-name", at, facts: { category: other.category } }];
  if (category !== "utility") return [];
  const guess = guessCategory(template);
  if (guess.category !== "marketing" || guess.certainty !== "likely") return [];
  const words = guess.reasons.map((it) => it.words).filter((it) => it !== "");
  return [{ rule: "category-unlikely", at, facts: { words: [...new Set(words)].join(", ") } }];
}

/** Meta: docs/…/templates/time-to-live, read 2026-11. */
const TTL: Readonly<Record<TemplateCategory, readonly [number, number]>> = {
  authentication: [30, 900],
  utility: [30, 43_200],
  marketing: [43_200, 2_592_000],
};
const THIRTY_DAYS = -1;

function checkTtl({ ttlSeconds, category }: TemplateText): NameFinding[] {
  if (ttlSeconds === undefined || ttlSeconds === THIRTY_DAYS) return [];
  const [least, most] = TTL[category];
  if (ttlSeconds >= least && ttlSeconds <= most) return [];
  return [{ rule: "ttl-range", at: { part: "ttl" }, facts: { least, most } }];
}

/** Codes all say the same, so they alone may repeat. */
function checkOriginal(
  { language, body, footer, code }: TemplateText,
  { others, editedId }: LintContext,
): TextFinding[] {
  if (code || body.trim() === "") return [];
  const twin = others.find(
    (it) =>
      it.id !== editedId &&
      it.category !== "authentication" &&
      it.language === language &&
      (it.status === "approved" || it.status === "paused") &&
      it.body === body &&
      it.footer === footer,
  );
  return twin
    ? [{ rule: "words-of-another", at: { part: "body" }, facts: { name: twin.name } }]
    : [];
}
