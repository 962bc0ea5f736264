import type { Template } from "../store/kinds.ts";
import type { World } from "../world.ts";
import { scheduleTemplate } from "./schedule-template.ts";
import { saveTemplate, tellTemplate, templateIdentity } from "./template-news.ts";
import type { Category } from "./rules/check-components.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Moves a template to another category at once and says so. */
export function recategorizeTemplate(
  world: World,
  template: Template,
  category: Category,
): Template {
  const changed = saveTemplate(world, {
    ...template,
    category,
    previousCategory: template.category,
    nextCategory: null,
  });
  tellTemplate(world, changed, "template_category_update", {
    ...templateIdentity(changed),
    previous_category: template.category,
    new_category: category,
  });
  return changed;
}

/**
 * Announces that a template belongs into another category: it is moved there on
 * the first of a month, at least 24 hours later.
 *
 * The category shown stays the same until then, with `correct_category` beside it.
 * Meta: docs/…/templates/template-categorization and
 * docs/…/webhooks/reference/template_category_update, read 2026-11.
 */
export function announceRecategorization(
  world: World,
  template: Template,
  category: "MARKETING" | "UTILITY",
): Template {
  const at = firstOfMonthAfter(world.clock.now() + DAY_MS);
  const announced = saveTemplate(world, { ...template, nextCategory: { category, at } });
  scheduleTemplate(world, announced, "recategorize", at);
  tellTemplate(world, announced, "template_correct_category_detection", {
    ...templateIdentity(announced),
    category: template.category,
    correct_category: category,
  });
  tellTemplate(world, announced, "template_category_update", {
    ...templateIdentity(announced),
    new_category: template.category,
    correct_category: category,
    category_update_timestamp: Math.floor(at / 1000),
  });
  return announced;
}

/** Makes the announced change, unless it was made or taken back before. */
export function completeRecategorization(world: World, template: Template): void {
  const { nextCategory } = template;
  if (nextCategory === null || nextCategory.at > world.clock.now()) return;
  if (["DELETED", "PENDING_DELETION"].includes(template.status)) return;
  recategorizeTemplate(world, template, nextCategory.category);
}

function firstOfMonthAfter(instant: number): number {
  const date = new Date(instant);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}
