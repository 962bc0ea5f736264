import { objectsAt, textAt } from "../../json.ts";
import type { Template } from "../../store/kinds.ts";
import { buttonsOf, componentOf, footerTextOf } from "../template-text.ts";

/** What the reviewer says. */
export type Verdict =
  | { readonly decision: "approve" }
  | { readonly decision: "recategorize"; readonly category: "MARKETING" }
  | {
      readonly decision: "reject";
      readonly reason: string;
      readonly explanation: string;
      readonly recommendation: string;
    };

const ABUSE =
  /\b(idiots?|morons?|stupid|threaten|legal action against you|kill|идиот\w*|дурак\w*|угрож\w*)\b/iu;

const SCAM =
  /\b(lottery winner|wire transfer fee|card number|cvv|full card|account password|passport number|номер карты|пароль от банка)\b/iu;

const PROMOTION =
  /(\d+\s?%\s?(off|discount)|\bdiscounts?\b|\bpromo\b|\bsale\b|\bspecial offers?\b|\blimited time\b|\bbuy now\b|\bshop now\b|\bfree gift\b|\bcoupon\b|скидк|акци[яию]|распродаж|купите|промокод)/iu;

const VARIABLES_SIDE_BY_SIDE = /\}\}\s*\{\{/;

const LANGUAGES_WRITTEN_IN_CYRILLIC = /^(ru|uk|bg|mk|sr|kk|be_BY|ky_KG)/;

/**
 * Decides about a template whose form is right.
 *
 * Follows the reasons that Meta publishes: what a person would find abusive or
 * fraudulent, badly placed variables, a text in another language than it says,
 * and promotion that calls itself utility, which Meta moves to marketing.
 * Meta: docs/…/templates/template-review, read 2026-11.
 */
export function reviewTemplate(template: Template): Verdict {
  const text = allText(template);
  if (ABUSE.test(text)) {
    return reject(
      "ABUSIVE_CONTENT",
      "Your template has abusive or threatening content.",
      "Remove it.",
    );
  }
  if (SCAM.test(text)) {
    return reject(
      "SCAM",
      "Your template asks for sensitive data or looks like a fraud.",
      "Do not ask for card numbers, passwords or fees.",
    );
  }
  if (VARIABLES_SIDE_BY_SIDE.test(text) || /\{\{[^{}]*[#$%][^{}]*\}\}/.test(text)) {
    return reject(
      "INVALID_FORMAT",
      "Your template has parameters placed next to each other, or with special characters.",
      "Put words between the parameters and name them without # $ %.",
    );
  }
  if (isWrongLanguage(template.language, text)) {
    return reject(
      "TAG_CONTENT_MISMATCH",
      "The language of the text is not the language of the template.",
      "Choose the language in which the text is written.",
    );
  }
  if (template.category !== "UTILITY" || !PROMOTION.test(text)) return { decision: "approve" };
  return { decision: "recategorize", category: "MARKETING" };
}

function reject(reason: string, explanation: string, recommendation: string): Verdict {
  return { decision: "reject", reason, explanation, recommendation };
}

function allText(template: Template): string {
  const cards = objectsAt(componentOf(template.components, "CAROUSEL") ?? {}, "cards");
  const parts = [template.components, ...cards.map((card) => objectsAt(card, "components"))];
  const texts = parts.flatMap((components) => [
    ...["HEADER", "BODY"].map((type) => textAt(componentOf(components, type) ?? {}, "text")),
    ...buttonsOf(components).map((button) => textAt(button, "text")),
  ]);
  return [...texts, footerTextOf(template)]
    .filter((it) => it !== undefined && it !== null)
    .join("\n");
}

/** Only scripts are compared: half of the letters or more in a script the language does not have. */
function isWrongLanguage(language: string, text: string): boolean {
  const letters = text.replaceAll(/\{\{[^{}]*\}\}/g, "").match(/\p{L}/gu) ?? [];
  if (letters.length < 20) return false;
  const cyrillic = letters.filter((it) => /\p{Script=Cyrillic}/u.test(it)).length / letters.length;
  const writtenInCyrillic = LANGUAGES_WRITTEN_IN_CYRILLIC.test(language);
  if (writtenInCyrillic && !language.startsWith("sr")) return cyrillic < 0.2;
  return !writtenInCyrillic && language !== "uz" && cyrillic > 0.5;
}
