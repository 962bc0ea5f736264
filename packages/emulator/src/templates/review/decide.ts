import type { Template } from "../../store/kinds.ts";
import { insertDue } from "../../store/due.ts";
import type { World } from "../../world.ts";
import { recategorizeTemplate } from "../recategorize-template.ts";
import { saveTemplate, tellStatus } from "../template-news.ts";
import { templatesOf } from "../templates-of.ts";
import type { Rejection } from "./reject-reasons.ts";
import { reviewTemplate } from "./review-template.ts";

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
  const verdict = reviewTemplate(template, templatesOf(world, template.wabaId));
  switch (verdict.decision) {
    case "approve":
      approve(world, template);
      return;
    case "recategorize":
      approve(world, recategorizeTemplate(world, template, verdict.category));
      return;
    case "reject":
      reject(world, template, verdict);
      return;
  }
}

export function approve(world: World, template: Template): Template {
  const reinstated = template.status === "IN_APPEAL" || template.status === "DISABLED";
  const approved = saveTemplate(world, {
    ...template,
    status: "APPROVED",
    rejectedReason: "NONE",
    approvedAt: world.clock.now(),
    pauseCount: reinstated ? 0 : template.pauseCount,
  });
  tellStatus(world, approved, reinstated ? "REINSTATED" : "APPROVED");
  return approved;
}

/** What is wrong in detail is told only of a template whose form is wrong, as Meta's page says. */
export function reject(world: World, template: Template, why: Rejection): Template {
  const rejected = saveTemplate(world, {
    ...template,
    status: "REJECTED",
    rejectedReason: why.reason,
  });
  const info = { reason: why.explanation, recommendation: why.recommendation };
  tellStatus(world, rejected, "REJECTED", {
    reason: why.reason,
    ...(why.reason === "INVALID_FORMAT" ? { rejection_info: info } : {}),
  });
  return rejected;
}

/** The business asks for another look at a refused or disabled template. */
export function appeal(world: World, template: Template): Template {
  const appealed = saveTemplate(world, { ...template, status: "IN_APPEAL" });
  tellStatus(world, appealed, "IN_APPEAL");
  return appealed;
}

/** Warns that a template is at risk of being disabled; it can still be sent. */
export function flag(world: World, template: Template): Template {
  tellStatus(world, template, "FLAGGED", {
    reason: "NONE",
    other_info: {
      title: "FLAGGED",
      description: "Recipients give this template negative feedback. It may be disabled.",
    },
  });
  return template;
}
