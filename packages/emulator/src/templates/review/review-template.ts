import { objectsAt, textAt } from "../../json.ts";
import type { Template } from "../../store/kinds.ts";
import { bodyTextOf, buttonsOf, componentOf, footerTextOf } from "../template-text.ts";
import { type Rejection, rejection, type RejectReason } from "./reject-reasons.ts";

/** What the reviewer says. */
export type Verdict =
  | { readonly decision: "approve" }
  | { readonly decision: "recategorize"; readonly category: "MARKETING" }
  | ({ readonly decision: "reject" } & Rejection);

const ABUSE =
  /\b(idiots?|morons?|stupid|threaten|legal action against you|kill|идиот\w*|дурак\w*|угрож\w*)\b/iu;

const SCAM =
  /\b(lottery winner|wire transfer fee|card number|cvv|full card|account password|passport number|номер карты|пароль от банка)\b/iu;

const PROMOTION =
  /(\d+\s?%\s?(off|discount)|\bdiscounts?\b|\bpromo\b|\bsale\b|\bspecial offers?\b|\blimited time\b|\bbuy now\b|\bshop now\b|\bfree gift\b|\bcoupon\b|скидк|акци[яию]|распродаж|купите|промокод)/iu;

const VARIABLES_SIDE_BY_SIDE = /\}\}\s*\{\{/;

const LANGUAGES_WRITTEN_IN_CYRILLIC = /^(ru|uk|bg|mk|sr|kk|be_BY|ky_KG)/;

/**
 * Decides about a template whose form is right; `others` are those of its account.
 *
 * Follows the reasons that Meta publishes: what a person would find abusive or
 * fraudulent, badly placed variables, the words of another template again, a
 * text in another language than it says, and promotion that calls itself
 * utility, which Meta moves to marketing.
 * Meta: docs/…/templates/template-review, read 2026-11.
 */
export function reviewTemplate(template: Template, others: readonly Template[] = []): Verdict {
  const text = allText(template);
  if (isAbusive(text)) return reject("ABUSIVE_CONTENT");
  if (isFraud(text)) return reject("SCAM");
  if (VARIABLES_SIDE_BY_SIDE.test(text)) {
    return reject("INVALID_FORMAT", {
      explanation: "Your template has parameters placed next to each other.",
      recommendation: "Put words between the parameters.",
    });
  }
  if (others.some((other) => isSameText(template, other))) {
    return reject("INVALID_FORMAT", {
      explanation: "Another template of this account has the same body and footer.",
      recommendation: "Use that template, or change the words.",
    });
  }
  if (isWrongLanguage(template.language, text)) return reject("TAG_CONTENT_MISMATCH");
  if (template.category !== "UTILITY" || !promotes(text)) return { decision: "approve" };
  return { decision: "recategorize", category: "MARKETING" };
}

/** Whether a text breaks WhatsApp's policy, wherever it stands. */
export function breaksPolicy(text: string): boolean {
  return isAbusive(text) || isFraud(text);
}

/** Whether a text wants to sell something. */
export function promotes(text: string): boolean {
  return PROMOTION.test(text);
}

function isAbusive(text: string): boolean {
  return ABUSE.test(text);
}

function isFraud(text: string): boolean {
  return SCAM.test(text);
}

function reject(reason: RejectReason, words: Partial<Rejection> = {}): Verdict {
  return { decision: "reject", ...rejection(reason, words) };
}

function isSameText(template: Template, other: Template): boolean {
  if (other.id === template.id || other.language !== template.language) return false;
  if (template.category === "AUTHENTICATION" || other.category === "AUTHENTICATION") return false;
  if (other.status !== "APPROVED" && other.status !== "PAUSED") return false;
  return (
    bodyTextOf(other) === bodyTextOf(template) && footerTextOf(other) === footerTextOf(template)
  );
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
