import type { TemplateLibraryJson } from "@galka/contract/json/templates/template-library";
import type { TemplatesSearch } from "../templates-search.ts";

export type LibraryItem = TemplateLibraryJson["items"][number];

/** A template with all of its languages. */
export type TemplateGroup = {
  readonly name: string;
  readonly items: readonly LibraryItem[];
  readonly sentCount: number;
  readonly readCount: number;
};

/** The templates that a search finds, each name once, in the order of their names. */
export function groupsOf(
  items: readonly LibraryItem[],
  search: TemplatesSearch,
): readonly TemplateGroup[] {
  const found = items.filter((item) => isShown(item, search) && isFound(item, search.q ?? ""));
  const names = [...new Set(found.map(({ template }) => template.name))].toSorted((one, other) =>
    one.localeCompare(other),
  );
  return names.map((name) => {
    const own = found.filter(({ template }) => template.name === name);
    const sum = (key: "sentCount" | "readCount") => own.reduce((all, it) => all + it[key], 0);
    return { name, items: own, sentCount: sum("sentCount"), readCount: sum("readCount") };
  });
}

const TROUBLE: readonly string[] = ["rejected", "paused", "disabled", "limit-exceeded"];
const WAITING: readonly string[] = ["pending", "in-appeal"];

function isShown(
  { template, hiddenAt }: LibraryItem,
  { show, category }: TemplatesSearch,
): boolean {
  if (category !== undefined && template.category !== category) return false;
  const { status, quality } = template;
  switch (show) {
    case "approved":
      return hiddenAt === null && status === "approved";
    case "waiting":
      return hiddenAt === null && WAITING.includes(status);
    case "trouble":
      return hiddenAt === null && (TROUBLE.includes(status) || quality === "red");
    case "hidden":
      return hiddenAt !== null || status === "archived";
    case "drafts":
      return false;
    default:
      return hiddenAt === null && status !== "archived";
  }
}

function isFound({ template }: LibraryItem, query: string): boolean {
  const { name, body, language } = template;
  const text = `${name} ${name.replaceAll("_", " ")} ${body} ${language}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Those of which Meta has changed the category, or says that it will, and nobody took note. */
export function categoryAlarms(items: readonly LibraryItem[]): readonly LibraryItem[] {
  return items.filter(
    ({ template, categoryChangedAt, categorySeenAt }) =>
      categorySeenAt === null &&
      (template.nextCategory !== undefined || categoryChangedAt !== null),
  );
}
