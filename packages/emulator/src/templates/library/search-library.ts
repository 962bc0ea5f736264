import { LIBRARY } from "./library-items.ts";
import type { LibraryTemplate } from "./library-template.ts";

/** What the library is searched for; every given part must fit. */
export type LibraryQuery = {
  /** Stands anywhere in the name, the header or the body. */
  readonly search?: string | undefined;
  readonly name?: string | undefined;
  readonly topic?: string | undefined;
  readonly usecase?: string | undefined;
  readonly industry?: string | undefined;
  readonly language?: string | undefined;
};

export function searchLibrary(query: LibraryQuery): readonly LibraryTemplate[] {
  return LIBRARY.filter(
    (it) =>
      has(`${it.name}\n${it.header ?? ""}\n${it.body}`, query.search) &&
      has(it.name, query.name) &&
      is([it.topic], query.topic) &&
      is([it.usecase], query.usecase) &&
      is(it.industry, query.industry) &&
      is([it.language], query.language),
  );
}

export function findLibraryTemplate(name: string, language: string): LibraryTemplate | null {
  return LIBRARY.find((it) => it.name === name && it.language === language) ?? null;
}

/** Meta's own example puts the word between quotation marks. */
function has(text: string, part: string | undefined): boolean {
  if (part === undefined) return true;
  return text.toLowerCase().includes(part.replaceAll('"', "").toLowerCase());
}

function is(values: readonly string[], wanted: string | undefined): boolean {
  return wanted === undefined || values.some((it) => it.toLowerCase() === wanted.toLowerCase());
}
