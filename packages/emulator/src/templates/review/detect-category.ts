import { objectAt, objectsAt, parseObject, textAt } from "../../json.ts";
import type { Template } from "../../store/kinds.ts";
import type { World } from "../../world.ts";
import { announceRecategorization } from "../recategorize-template.ts";
import { bodyTextOf } from "../template-text.ts";
import { promotes } from "./review-template.ts";

/**
 * Looks at what a utility template says in a message: one that promotes is
 * announced to become marketing, as the reviewer would have made it.
 *
 * Meta looks at approved templates again and again, and at what stands in their
 * variables; how often is not published. Here each message is looked at until
 * one is found.
 * Meta: docs/…/templates/template-categorization, read 2026-11.
 */
export function detectCategory(world: World, template: Template, body: string): void {
  if (template.category !== "UTILITY" || template.nextCategory !== null) return;
  if (!world.settings().reviewer) return;
  const components = objectsAt(objectAt(parseObject(body), "template") ?? {}, "components");
  const values = components
    .flatMap((it) => objectsAt(it, "parameters"))
    .map((it) => textAt(it, "text") ?? "");
  if (!promotes([bodyTextOf(template), ...values].join("\n"))) return;
  announceRecategorization(world, template, "MARKETING");
}
