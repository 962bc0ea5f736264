import type { TemplateText } from "../lint/finding.ts";
import type { TemplateCategory } from "../template.ts";
import { MARKETING_SIGNS, type SignName, UTILITY_SIGNS } from "./signs.ts";

export type CategoryReason = {
  readonly sign: SignName | "offer" | "carousel" | "catalog" | "coupon" | "code" | "nothing-asked";
  /** The words that say so; empty where it is a part of the template, or what is missing. */
  readonly words: string;
};

/** As what Meta is likely to count a template, and why. */
export type CategoryGuess = {
  readonly category: TemplateCategory;
  readonly certainty: "certain" | "likely" | "possible";
  readonly reasons: readonly CategoryReason[];
};

type Guessed = Pick<
  TemplateText,
  "header" | "body" | "footer" | "buttons" | "offer" | "cards" | "code"
>;

/**
 * Meta counts as utility what answers something that the person did or asked
 * for, and nothing else beside it; whatever also promotes, and whatever is
 * neither, is marketing.
 *
 * Meta: docs/…/templates/template-categorization, read 2026-11. Which words
 * give it away is our reading of the examples there.
 */
export function guessCategory(template: Guessed): CategoryGuess {
  if (template.code) {
    return {
      category: "authentication",
      certainty: "certain",
      reasons: [{ sign: "code", words: "" }],
    };
  }
  const parts = partSigns(template);
  const text = allText(template);
  const marketing = [...parts, ...signsIn(text, MARKETING_SIGNS)];
  if (marketing.length > 0) {
    const certainty = parts.length > 0 ? "certain" : "likely";
    return { category: "marketing", certainty, reasons: marketing };
  }
  const utility = signsIn(text, UTILITY_SIGNS);
  if (utility.length > 0) return { category: "utility", certainty: "likely", reasons: utility };
  const reasons = [{ sign: "nothing-asked" as const, words: "" }];
  return { category: "marketing", certainty: "possible", reasons };
}

/** Parts that only marketing has. */
function partSigns({ offer, cards, buttons }: Guessed): CategoryReason[] {
  const all = [...buttons, ...(cards ?? []).flatMap((card) => card.buttons)];
  const sells = all.some(
    ({ kind }) => kind === "catalog" || kind === "products" || kind === "product",
  );
  return [
    ...(offer ? [{ sign: "offer" as const, words: "" }] : []),
    ...(cards ? [{ sign: "carousel" as const, words: "" }] : []),
    ...(sells ? [{ sign: "catalog" as const, words: "" }] : []),
    ...(all.some(({ kind }) => kind === "copy-code")
      ? [{ sign: "coupon" as const, words: "" }]
      : []),
  ];
}

function signsIn(
  text: string,
  signs: readonly { readonly name: SignName; readonly pattern: RegExp }[],
): CategoryReason[] {
  return signs.flatMap(({ name, pattern }) => {
    const found = pattern.exec(text);
    return found ? [{ sign: name, words: found[0] }] : [];
  });
}

function allText({ header, body, footer, buttons, cards = [] }: Guessed): string {
  return [
    header?.kind === "text" ? header.text : "",
    body,
    footer ?? "",
    ...buttons.map(({ title }) => title),
    ...cards.flatMap((card) => [card.body ?? "", ...card.buttons.map(({ title }) => title)]),
  ].join("\n");
}
