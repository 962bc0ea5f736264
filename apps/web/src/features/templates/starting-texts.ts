import type {
  TemplateTextJson,
  TemplateViewJson,
} from "@galka/contract/json/templates/template-library";
import { codeFooter, codeText } from "@galka/core/templates/code-texts";

const PLAIN: TemplateTextJson = {
  name: "",
  language: "en_US",
  category: "utility",
  parameterFormat: "positional",
  header: null,
  body: "",
  footer: null,
  buttons: [],
};

const CARD = {
  header: { kind: "image" as const },
  body: "",
  buttons: [{ kind: "reply" as const, title: "" }],
};

export const STARTS = ["plain", "offer", "carousel", "code"] as const;
export type Start = (typeof STARTS)[number];

/** What a template begins as. */
export function startingText(start: Start, language: string): TemplateTextJson {
  const plain = { ...PLAIN, language };
  switch (start) {
    case "offer":
      return {
        ...plain,
        category: "marketing",
        offer: { text: "", ends: true },
        buttons: [{ kind: "copy-code", title: "" }],
      };
    case "carousel":
      return { ...plain, category: "marketing", cards: [CARD, CARD] };
    case "code":
      return withCode(plain, { advises: true, expiresMinutes: 10 });
    default:
      return plain;
  }
}

/** A template with a code says what Meta has written for its language. */
export function withCode(
  text: TemplateTextJson,
  code: { readonly advises: boolean; readonly expiresMinutes: number | null },
): TemplateTextJson {
  const button = text.buttons.find(({ kind }) => kind === "code");
  return {
    ...text,
    category: "authentication",
    code,
    body: codeText(text.language, code),
    footer: codeFooter(text.language, code),
    buttons: [button ?? { kind: "code", title: "", how: "copy-code" }],
  };
}

/** The words of a template, to write an edit, a translation or another one from. */
export function textOf({ template }: Pick<TemplateViewJson, "template">): TemplateTextJson {
  const { name, language, category, parameterFormat = "positional", ttlSeconds } = template;
  const { header, body, bodyExamples, footer, buttons, offer, cards, code, asksToCall } = template;
  return {
    name,
    language,
    category,
    parameterFormat,
    header,
    body,
    footer,
    buttons,
    ...(ttlSeconds !== undefined && { ttlSeconds }),
    ...(bodyExamples && { bodyExamples }),
    ...(offer && { offer }),
    ...(cards && { cards }),
    ...(code && { code }),
    ...(asksToCall && { asksToCall }),
  };
}
