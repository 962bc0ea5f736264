import type { Attachment, CardValues, TemplateValues } from "../messages/content.ts";
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

/** The files of the message's own header and of its cards, found before. */
export type HeaderFile = { readonly card?: number; readonly file: Attachment };

/** A person's own values for a template. */
export function resolveValues(
  message: CampaignMessage,
  person: KnownPerson,
  files: readonly HeaderFile[],
): Resolved {
  const missing: Variable[] = [];
  const texts: Filled[] = [];
  for (const { source, ...variable } of message.values) {
    const text = textOf(source, person);
    if (text === null) missing.push(variable);
    else texts.push({ ...variable, text });
  }
  return { values: valuesOf(texts, files), missing };
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

type Filled = Variable & { readonly text: string };

function valuesOf(texts: readonly Filled[], files: readonly HeaderFile[]): TemplateValues {
  const header = textsAt(texts, "header", undefined);
  const offerEndsAt = texts.find(({ place }) => place === "offer-end")?.text;
  const numbers = [...texts, ...files].flatMap(({ card }) => (card === undefined ? [] : [card]));
  const cards = Array.from({ length: Math.max(-1, ...numbers) + 1 }, (_, card) =>
    valuesOfCard(texts, files, card),
  );
  return {
    ...(header && { header }),
    ...valuesOfCard(texts, files, undefined),
    ...(offerEndsAt !== undefined && { offerEndsAt }),
    ...(cards.length > 0 && { cards }),
  };
}

/** What the message itself and each of its cards have; undefined is the message. */
function valuesOfCard(
  texts: readonly Filled[],
  files: readonly HeaderFile[],
  card: number | undefined,
): CardValues {
  const body = textsAt(texts, "body", card);
  const buttons = textsAt(texts, "button", card);
  const headerFile = files.find((it) => it.card === card)?.file;
  return {
    ...(headerFile && { headerFile }),
    ...(body && { body }),
    ...(buttons && { buttons }),
  };
}

function textsAt(
  texts: readonly Filled[],
  place: Variable["place"],
  card: number | undefined,
): Readonly<Record<string, string>> | null {
  const entries = texts.flatMap((it) =>
    it.place === place && it.card === card ? [[it.key, it.text] as const] : [],
  );
  return entries.length > 0 ? Object.fromEntries(entries) : null;
}
