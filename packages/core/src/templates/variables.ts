import { unreachable } from "../kernel/unreachable.ts";
import type { TemplateButton } from "./button.ts";
import type { TemplateCard, TemplateHeader, TemplateParts } from "./parts.ts";

/** A place in a template that must be filled before it can be sent. */
export type Variable = {
  readonly place:
    | "header"
    | "header-file"
    | "header-place"
    | "header-product"
    | "body"
    | "button"
    | "products"
    | "offer-end";
  /** "1", "2", … or a name; for a button its index; empty for what a template has one of. */
  readonly key: string;
  /** The card of a carousel that it belongs to, from 0; left out for the message itself. */
  readonly card?: number;
};

/** What of a template says which variables it has. */
export type Fillable = Pick<TemplateParts, "header" | "body" | "buttons" | "offer" | "cards">;

/** What must be filled in, in the order in which a person reads the template. */
export function templateVariables(template: Fillable): Variable[] {
  return [
    ...headerVariables(template.header),
    ...variableKeys(template.body).map((key) => ({ place: "body" as const, key })),
    ...(template.offer?.ends ? [{ place: "offer-end" as const, key: "" }] : []),
    ...template.buttons.flatMap(buttonVariables),
    ...(template.cards ?? []).flatMap((card, index) =>
      cardVariables(card).map((variable) => ({ ...variable, card: index })),
    ),
  ];
}

/** The variables of a text, each once, in order of their first use: "{{1}} of {{name}}" has "1" and "name". */
export function variableKeys(text: string): string[] {
  const keys = Array.from(text.matchAll(/\{\{\s*(\w+)\s*\}\}/gu), ([, key]) => key ?? "");
  return [...new Set(keys)];
}

/** One word for a variable, wherever in the template it stands: "body 1", "button 0", "card 2 button 0". */
export function variableName({ place, key, card }: Variable): string {
  const plain = key === "" ? place : `${place} ${key}`;
  return card === undefined ? plain : `card ${card} ${plain}`;
}

function cardVariables(card: TemplateCard): Variable[] {
  return [
    ...headerVariables(card.header),
    ...variableKeys(card.body ?? "").map((key) => ({ place: "body" as const, key })),
    ...card.buttons.flatMap(buttonVariables),
  ];
}

function headerVariables(header: TemplateHeader | null): Variable[] {
  if (header === null) return [];
  switch (header.kind) {
    case "text":
      return variableKeys(header.text).map((key) => ({ place: "header", key }));
    case "image":
    case "video":
    case "document":
      return [{ place: "header-file", key: "" }];
    case "location":
      return [{ place: "header-place", key: "" }];
    case "product":
      return [{ place: "header-product", key: "" }];
    case "other":
      return [];
    default:
      return unreachable(header);
  }
}

/** A code's button asks for nothing of its own: it carries the code that the text says. */
function buttonVariables(button: TemplateButton, index: number): Variable[] {
  const key = String(index);
  if (button.kind === "products") return [{ place: "products", key }];
  const asks =
    button.kind === "copy-code" || (button.kind === "url" && variableKeys(button.url).length > 0);
  return asks ? [{ place: "button", key }] : [];
}
