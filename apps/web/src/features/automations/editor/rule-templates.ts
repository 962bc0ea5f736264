import type { TemplateJson } from "@galka/contract/json/workspace";
import type { Variable } from "@galka/core/templates/variables";

/**
 * The templates that a rule can send, each name and language once: the rule
 * takes the one of the conversation's own number. Marketing is never sent by a
 * rule, and a file or a place in the header nobody would be there to choose.
 */
export function templatesForRules(templates: readonly TemplateJson[]): readonly TemplateJson[] {
  const usable = templates.filter(
    ({ status, category, header }) =>
      status === "approved" &&
      category !== "marketing" &&
      (header === null || header.kind === "text"),
  );
  const byName = new Map(usable.map((it) => [`${it.name} ${it.language}`, it]));
  return [...byName.entries()].toSorted(([a], [b]) => a.localeCompare(b)).map(([, it]) => it);
}

/** How a rule names a place of a template: "body 1". */
export function placeOf({ place, key }: Variable): string {
  return `${place} ${key}`;
}
