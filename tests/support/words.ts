import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type Locale = "en" | "ru";
export type App = "web" | "phone";

const ROOT = join(import.meta.dirname, "../..");
const catalogues = new Map<string, ReadonlyMap<string, string>>();

/** What a page says for `key` in `locale`, so that a test can look for it in either language. */
export function wordsOf(app: App, locale: Locale): (key: string) => string {
  const catalogue = read(app, locale);
  return (key) => {
    const words = catalogue.get(key);
    if (words === undefined) throw new Error(`${app} has no words for ${key} in ${locale}.`);
    return words;
  };
}

/**
 * Finds what should have been words: a key as it stands in the catalogue, or a value that was not filled in.
 * An address such as developers.facebook.com begins with none of the catalogue's own names.
 */
export function untranslatedIn(app: App, text: string): string[] {
  const tops = new Set([...read(app, "en").keys()].map((key) => key.split(".")[0]));
  const key = new RegExp(String.raw`(?<![\w./-])(?:${[...tops].join("|")})\.[a-z][\w-]*\b`, "g");
  return [...(text.match(key) ?? []), ...(text.match(/\{\{[a-z]\w*\}\}/gi) ?? [])];
}

function read(app: App, locale: Locale): ReadonlyMap<string, string> {
  const known = catalogues.get(`${app} ${locale}`);
  if (known) return known;
  const folder = join(ROOT, `apps/${app}/src/i18n`);
  // The words of the phones' workbench, and of pages that few open, come later than the others.
  const files = ["", "workbench", "pages"].map((part) => join(folder, part, `${locale}.json`));
  const found = files.filter((file) => existsSync(file));
  const flat = new Map(
    found.flatMap((file) => flatten(JSON.parse(readFileSync(file, "utf8")), "")),
  );
  catalogues.set(`${app} ${locale}`, flat);
  return flat;
}

function flatten(part: object, prefix: string): [string, string][] {
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === "string") return [[prefix + key, value]];
    return typeof value === "object" && value !== null ? flatten(value, `${prefix}${key}.`) : [];
  });
}
