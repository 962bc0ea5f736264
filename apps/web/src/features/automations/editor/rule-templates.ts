import type { TemplateJson } from "@galka/contract/json/templates/template";
import { type Variable, templateVariables } from "@galka/core/templates/variables";

/**
 * The templates that a rule can send, each name and language once: the rule
 * takes the one of the conversation's own number. Marketing is never sent by a
 * rule, and files, places and products nobody would be there to choose.
 */
export function templatesForRules(templates: readonly TemplateJson[]): readonly TemplateJson[] {
  const usable = templates.filter(
    (template) =>
      template.status === "approved" &&
      template.category !== "marketing" &&
      templateVariables(template).every(isWords),
  );
  const byName = new Map(usable.map((it) => [`${it.name} ${it.language}`, it]));
  return [...byName.entries()].toSorted(([a], [b]) => a.localeCompare(b)).map(([, it]) => it);
}

/** Whether it is filled with words, and stands in the message itself. */
function isWords({ place, card }: Variable): boolean {
  return card === undefined && (place === "header" || place === "body" || place === "button");
}

/** How a rule names a place of a template: "body 1". */
export function placeOf({ place, key }: Variable): string {
  return `${place} ${key}`;
}
