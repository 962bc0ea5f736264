import { iso } from "../people/chat-view.ts";
import type { Template } from "../store/kinds.ts";
import type { TemplateDeskJson } from "../wire/templates.ts";
import type { World } from "../world.ts";
import { reviewTemplate } from "./review/review-template.ts";
import { templatesOf } from "./templates-of.ts";

/** The template as the desk shows it, with what the automatic reviewer would say. */
export function presentTemplate(world: World, template: Template): TemplateDeskJson {
  const { id, wabaId, name, language, category, status, rejectedReason, components } = template;
  const { qualityScore, createdAt, pausedUntil, pauseCount, nextCategory, archivedAt } = template;
  const waits = status === "PENDING" || status === "IN_APPEAL";
  return {
    id,
    wabaId,
    name,
    language,
    category,
    status,
    rejectedReason,
    components,
    qualityScore,
    createdAt: iso(createdAt),
    pausedUntil: pausedUntil === null ? null : iso(pausedUntil),
    pauseCount,
    nextCategory:
      nextCategory === null ? null : { category: nextCategory.category, at: iso(nextCategory.at) },
    archivedAt: archivedAt === null ? null : iso(archivedAt),
    advice: waits ? reviewTemplate(template, templatesOf(world, wabaId)) : null,
  };
}
