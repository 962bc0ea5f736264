import type { Place, TemplateValues } from "@galka/core/messages/content";
import { fillTemplate } from "@galka/core/templates/fill";
import { type Variable, templateVariables, variableName } from "@galka/core/templates/variables";
import type { MessageContentJson } from "@galka/contract/json/content";
import type { DraftValuesJson, FileJson } from "@galka/contract/json/message";
import type { TemplateJson } from "@galka/contract/json/templates/template";
import { toTemplate } from "./templates-query.ts";

export type FilledContent = Extract<MessageContentJson, { kind: "template" }>;

/** What a member has filled in: texts and files, by the variable and the part of it. */
export type TemplateAnswers = {
  readonly texts: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, FileJson>>;
};

/** One key for a variable, or for one part of what it asks for, wherever in the template it stands. */
export function answerKey(variable: Variable, part = ""): string {
  return part === "" ? variableName(variable) : `${variableName(variable)} ${part}`;
}

/** The variables that a template asks for. */
export function questionsOf(template: TemplateJson): readonly Variable[] {
  return templateVariables(toTemplate(template));
}

/** What goes to the server: values by place, files by their ids. */
export function valuesOf(template: TemplateJson, answers: TemplateAnswers): DraftValuesJson {
  const questions = questionsOf(template);
  const place = placeOf(answers);
  const offerEnd = Date.parse(textOf(answers, { place: "offer-end", key: "" }));
  const products = questions.filter((it) => it.place === "products");
  return {
    header: textsAt(questions, answers, "header"),
    ...sideOf(questions, answers),
    ...(place && { headerPlace: place }),
    ...(products.length > 0 && { products: productsOf(products, answers) }),
    ...(!Number.isNaN(offerEnd) && { offerEndsAt: new Date(offerEnd).toISOString() }),
    ...(template.cards && {
      cards: template.cards.map((_, card) => sideOf(questions, answers, card)),
    }),
  };
}

/** The values as the core's rules take them. */
export function coreValues(values: DraftValuesJson, answers: TemplateAnswers): TemplateValues {
  const files = Object.values(answers.files);
  const fileOf = (id: string | undefined) => {
    const name = files.find((file) => file.id === id)?.name;
    return id === undefined ? {} : { headerFile: { fileId: id, ...(name ? { name } : {}) } };
  };
  const { headerFileId, cards, ...rest } = values;
  return {
    ...rest,
    ...fileOf(headerFileId),
    ...(cards && {
      cards: cards.map(({ headerFileId: own, ...card }) => ({ ...card, ...fileOf(own) })),
    }),
  };
}

/** The message as it will be sent, or null while something is missing or would be refused. */
export function filledContent(
  template: TemplateJson,
  answers: TemplateAnswers,
): FilledContent | null {
  const filled = fillTemplate(
    toTemplate(template),
    coreValues(valuesOf(template, answers), answers),
  );
  // The core's contents are read-only; the contract's say the same without the word.
  return "refused" in filled ? null : structuredClone(filled as FilledContent);
}

/** What the message itself and each card are filled with alike. */
function sideOf(questions: readonly Variable[], answers: TemplateAnswers, card?: number) {
  const own = questions.filter((it) => it.card === card);
  const file = own.find(({ place }) => place === "header-file");
  const fileId = file && answers.files[answerKey(file)]?.id;
  const product = own.find(({ place }) => place === "header-product");
  return {
    body: textsAt(own, answers, "body"),
    buttons: textsAt(own, answers, "button"),
    ...(fileId !== undefined && { headerFileId: fileId }),
    ...(product && productOf(product, answers)),
  };
}

function textsAt(
  questions: readonly Variable[],
  answers: TemplateAnswers,
  place: Variable["place"],
): Record<string, string> {
  return Object.fromEntries(
    questions
      .filter((variable) => variable.place === place)
      .map((variable) => [variable.key, textOf(answers, variable)])
      .filter(([, text]) => text !== ""),
  );
}

function textOf(answers: TemplateAnswers, variable: Variable, part = ""): string {
  return answers.texts[answerKey(variable, part)]?.trim() ?? "";
}

function placeOf(answers: TemplateAnswers): Place | null {
  const asked = { place: "header-place", key: "" } as const;
  const degrees = (part: string) => Number(textOf(answers, asked, part).replace(",", ".") || "no");
  const [latitude, longitude] = [degrees("latitude"), degrees("longitude")];
  const isPlace = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  if (!isPlace) return null;
  const [name, address] = [textOf(answers, asked, "name"), textOf(answers, asked, "address")];
  return { latitude, longitude, ...(name && { name }), ...(address && { address }) };
}

function productOf(variable: Variable, answers: TemplateAnswers) {
  const catalogId = textOf(answers, variable, "catalog");
  const productId = textOf(answers, variable, "product");
  return catalogId && productId ? { headerProduct: { catalogId, productId } } : {};
}

function productsOf(questions: readonly Variable[], answers: TemplateAnswers) {
  return Object.fromEntries(
    questions.flatMap((variable) => {
      const productIds = textOf(answers, variable)
        .split(/[\s,;]+/u)
        .filter(Boolean);
      const [thumbnailId] = productIds;
      if (thumbnailId === undefined) return [];
      const title = textOf(answers, variable, "title").slice(0, 24);
      return [[variable.key, { thumbnailId, sections: [{ title, productIds }] }]];
    }),
  );
}
