import { insertDue } from "../../store/due.ts";
import type { Template } from "../../store/kinds.ts";
import type { World } from "../../world.ts";
import { reviewTemplate } from "./review-template.ts";
import { saveTemplate, tellStatus, tellTemplate, templateIdentity } from "../template-news.ts";
import type { Category } from "../rules/check-components.ts";

/** Hands a template to the reviewer, who decides some time later. */
export function requestReview(world: World, template: Template): void {
  if (!world.settings().reviewer) return;
  const at = world.clock.now() + world.settings().reviewDelayMs;
  world.db.write(() => insertDue(world.db, { at, kind: "review", subject: template.id }));
  world.wake(at);
}

/** The reviewer's decision, if the template still waits for one. */
export function review(world: World, templateId: string): void {
  const template = world.kinds.templates.find(templateId);
  if (template === null || template.status !== "PENDING") return;
  const verdict = reviewTemplate(template);
  switch (verdict.decision) {
    case "approve":
      approve(world, template);
      return;
    case "recategorize":
      approve(world, recategorize(world, template, verdict.category));
      return;
    case "reject":
      reject(world, template, verdict);
      return;
  }
}

export function approve(world: World, template: Template): Template {
  const approved = saveTemplate(world, {
    ...template,
    status: "APPROVED",
    rejectedReason: "NONE",
    usedAt: world.clock.now(),
  });
  tellStatus(world, approved, "APPROVED");
  return approved;
}

export function reject(
  world: World,
  template: Template,
  why: { readonly reason: string; readonly explanation: string; readonly recommendation: string },
): Template {
  const rejected = saveTemplate(world, {
    ...template,
    status: "REJECTED",
    rejectedReason: why.reason,
  });
  tellStatus(world, rejected, "REJECTED", {
    reason: why.reason,
    rejection_info: { reason: why.explanation, recommendation: why.recommendation },
  });
  return rejected;
}

/** Moves a template to another category and says so. */
export function recategorize(world: World, template: Template, category: Category): Template {
  const changed = { ...template, category, previousCategory: template.category };
  saveTemplate(world, changed);
  tellTemplate(world, changed, "template_category_update", {
    ...templateIdentity(changed),
    previous_category: template.category,
    new_category: category,
  });
  return changed;
}
