import { unreachable } from "../../kernel/unreachable.ts";
import { lengthOf } from "../../messages/draft-flaw.ts";
import type { TemplateHeader } from "../parts.ts";
import { variableKeys } from "../variables.ts";
import { checkWords } from "./check-review.ts";
import { type TextFinding, checkPlaces, checkText, tooLong } from "./check-texts.ts";
import { type LintPlace, type TemplateText, occurrences } from "./finding.ts";

const HEADER_MAX = 60;
const BODY_MAX = 1024;
const OFFER_BODY_MAX = 600;
const OFFER_MAX = 16;
const CARD_BODY_MAX = 160;
const FOOTER_MAX = 60;

/** The texts of a template, part by part. A template with a code has none of its own. */
export function checkParts(template: TemplateText): TextFinding[] {
  if (template.code) return [];
  const { header, footer, offer, parameterFormat: format, cards = [] } = template;
  const body = {
    at: { part: "body" as const },
    text: template.body,
    max: offer ? OFFER_BODY_MAX : BODY_MAX,
    format,
    examples: template.bodyExamples ?? {},
  };
  return [
    ...(header ? checkHeader(header, { part: "header" }, template) : []),
    ...checkText(body),
    ...checkPlaces(body.at, body.text),
    ...checkWords(body.at, body.text),
    ...(footer === null ? [] : checkFooter(footer)),
    ...(offer && lengthOf(offer.text) > OFFER_MAX
      ? [tooLong({ part: "offer" }, lengthOf(offer.text), OFFER_MAX)]
      : []),
    ...(offer?.text.trim() === ""
      ? [{ rule: "text-missing" as const, at: { part: "offer" as const } }]
      : []),
    ...cards.flatMap((card, index) => [
      ...checkHeader(card.header, { part: "header", card: index }, template),
      ...(card.body === null ? [] : checkCardBody(template, index)),
    ]),
  ];
}

function checkCardBody(template: TemplateText, index: number): TextFinding[] {
  const card = template.cards?.[index];
  const text = card?.body ?? "";
  const at = { part: "body", card: index } as const;
  const examples = card?.bodyExamples ?? {};
  const given = { at, text, max: CARD_BODY_MAX, format: template.parameterFormat, examples };
  return [...checkText(given), ...checkPlaces(at, text), ...checkWords(at, text)];
}

function checkHeader(
  header: TemplateHeader,
  at: LintPlace,
  { parameterFormat: format }: TemplateText,
): TextFinding[] {
  switch (header.kind) {
    case "text":
      return checkHeading(header, at, format);
    case "image":
    case "video":
    case "document":
      // What Meta shows of a sample is no sample for another review: it wants a file of ours again.
      return header.sample?.from === "file" ? [] : [{ rule: "sample-missing", at }];
    case "location":
    case "product":
      return [];
    case "other":
      return at.card === undefined
        ? [{ rule: "header-unknown", at, facts: { what: header.what } }]
        : [];
    default:
      return unreachable(header);
  }
}

function checkHeading(
  { text, example }: Extract<TemplateHeader, { kind: "text" }>,
  at: LintPlace,
  format: TemplateText["parameterFormat"],
): TextFinding[] {
  const found = occurrences(text);
  const plain = text.replaceAll(/\{\{[^{}]*\}\}/gu, "");
  const [key] = variableKeys(text);
  const examples = key === undefined || example === undefined ? {} : { [key]: example };
  return [
    ...checkText({ at, text, max: HEADER_MAX, format, examples }),
    ...(found.length > 1 ? [{ rule: "header-variables" as const, at }] : []),
    ...(/[\n*_~]|\p{Extended_Pictographic}/u.test(plain)
      ? [{ rule: "header-not-plain" as const, at }]
      : []),
    ...checkWords(at, text),
  ];
}

function checkFooter(text: string): TextFinding[] {
  const at = { part: "footer" } as const;
  if (text.trim() === "") return [{ rule: "text-missing", at }];
  const length = lengthOf(text);
  return [
    ...(length > FOOTER_MAX ? [tooLong(at, length, FOOTER_MAX)] : []),
    ...(/\n|\{\{/u.test(text) ? [{ rule: "footer-not-plain" as const, at }] : []),
    ...checkWords(at, text),
  ];
}
