/** A template as it will look on a phone, with its examples in place of its variables. */
export type TemplatePreview = {
  readonly header: { readonly format: string; readonly text: string } | null;
  readonly body: string;
  readonly footer: string | null;
  readonly offer: string | null;
  readonly buttons: readonly { readonly type: string; readonly text: string }[];
  readonly cards: readonly TemplatePreview[];
};

/** Reads the components of Meta's form. What is not understood is left out. */
export function previewOf(components: readonly unknown[]): TemplatePreview {
  const parts = components.filter(isObject);
  const header = partOf(parts, "HEADER");
  const body = partOf(parts, "BODY");
  const footer = partOf(parts, "FOOTER");
  const offer = partOf(parts, "LIMITED_TIME_OFFER")?.["limited_time_offer"];
  return {
    header: header === undefined ? null : headerOf(header),
    body: body === undefined ? "" : filled(textOf(body, "text"), examplesOf(body, "body_text")),
    footer: footer === undefined ? null : textOf(footer, "text") || null,
    offer: isObject(offer) ? textOf(offer, "text") : null,
    buttons: listAt(partOf(parts, "BUTTONS"), "buttons").map((button) => ({
      type: textOf(button, "type").toUpperCase(),
      text: textOf(button, "text"),
    })),
    cards: listAt(partOf(parts, "CAROUSEL"), "cards").map((card) =>
      previewOf(listAt(card, "components")),
    ),
  };
}

type Json = Readonly<Record<string, unknown>>;

function headerOf(header: Json): { format: string; text: string } {
  const format = textOf(header, "format").toUpperCase() || "TEXT";
  return { format, text: filled(textOf(header, "text"), examplesOf(header, "header_text")) };
}

/** Examples by the name of their variable; those without names are counted from 1. */
function examplesOf(part: Json, key: "body_text" | "header_text"): ReadonlyMap<string, string> {
  const example = part["example"];
  if (!isObject(example)) return new Map();
  const named = listAt(example, `${key}_named_params`);
  if (named.length > 0) {
    return new Map(named.map((it) => [textOf(it, "param_name"), textOf(it, "example")]));
  }
  const given = example[key];
  const first = Array.isArray(given) && Array.isArray(given[0]) ? given[0] : given;
  const values: readonly unknown[] = Array.isArray(first) ? first : [];
  return new Map(values.map((value, at) => [String(at + 1), String(value)]));
}

function filled(text: string, examples: ReadonlyMap<string, string>): string {
  return text.replaceAll(
    /\{\{\s*(\w+)\s*\}\}/g,
    (variable, name: string) => examples.get(name) ?? variable,
  );
}

function partOf(parts: readonly Json[], type: string): Json | undefined {
  return parts.find((it) => textOf(it, "type").toUpperCase() === type);
}

function listAt(from: Json | undefined, key: string): readonly Json[] {
  const list = from?.[key];
  return Array.isArray(list) ? list.filter(isObject) : [];
}

function textOf(from: Json, key: string): string {
  const text = from[key];
  return typeof text === "string" ? text : "";
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
