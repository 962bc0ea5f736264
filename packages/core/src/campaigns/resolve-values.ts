import type { Attachment, TemplateValues } from "../messages/content.ts";
import { unreachable } from "../kernel/unreachable.ts";
import type { Variable } from "../templates/variables.ts";
import type { CampaignMessage, ValueSource } from "./plan.ts";

/** What is known of one person when their message is written. */
export type KnownPerson = {
  readonly name: string | null;
  readonly fields: Readonly<Record<string, string>>;
  /** What their row of the audience's file says. */
  readonly columns: Readonly<Record<string, string>>;
};

export type Resolved = {
  readonly values: TemplateValues;
  /** What nothing is known for, and for which no fallback is given. */
  readonly missing: readonly Variable[];
};

/** A person's own values for a template. */
export function resolveValues(
  message: CampaignMessage,
  person: KnownPerson,
  headerFile: Attachment | null,
): Resolved {
  const missing: Variable[] = [];
  const texts: { variable: Variable; text: string }[] = [];
  for (const { source, place, key, card } of message.values) {
    const variable: Variable = { place, key, ...(card !== undefined && { card }) };
    const text = textOf(source, person);
    if (text === null) missing.push(variable);
    else texts.push({ variable, text });
  }
  return { values: valuesOf(texts, headerFile), missing };
}

/** One line without what Meta refuses in a value: breaks, tabs and long gaps become one space. */
export function asValue(text: string): string {
  return text.replace(/[\s\u00a0]+/gu, " ").trim();
}

function textOf(source: ValueSource, { name, fields, columns }: KnownPerson): string | null {
  switch (source.from) {
    case "constant":
      return usable(source.value);
    case "name":
      return usable(name) ?? usable(source.fallback);
    case "field":
      return usable(own(fields, source.field)) ?? usable(source.fallback);
    case "column":
      return usable(own(columns, source.column)) ?? usable(source.fallback);
    default:
      return unreachable(source);
  }
}

function own(from: Readonly<Record<string, string>>, key: string): string | null {
  return Object.hasOwn(from, key) ? (from[key] ?? null) : null;
}

function usable(text: string | null): string | null {
  const value = asValue(text ?? "");
  return value === "" ? null : value;
}

function valuesOf(
  texts: readonly { readonly variable: Variable; readonly text: string }[],
  headerFile: Attachment | null,
): TemplateValues {
  const at = (place: Variable["place"], card?: number) => {
    const entries = texts
      .filter(({ variable }) => variable.place === place && cardOf(variable) === card)
      .map(({ variable, text }) => [variable.key, text] as const);
    return entries.length > 0 ? Object.fromEntries(entries) : null;
  };
  const header = at("header");
  const body = at("body");
  const buttons = at("button");
  return {
    ...(header && { header }),
    ...(headerFile && { headerFile }),
    ...(body && { body }),
    ...(buttons && { buttons }),
  };
}

/** Cards of a carousel are the template's own; until one is named a variable is the message's. */
function cardOf(variable: Variable & { readonly card?: number }): number | undefined {
  return variable.card;
}
