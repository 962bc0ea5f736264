import { insertDue } from "../store/due.ts";
import type { Template } from "../store/kinds.ts";
import type { TemplateDeskJson } from "../wire/control.ts";
import { queueUpdate } from "../webhooks/queue-update.ts";
import type { JsonObject } from "../json.ts";
import type { World } from "../world.ts";
import { reviewTemplate } from "./review-template.ts";
import type { Category } from "./template-rules.ts";

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
  return decide(world, { ...template, status: "APPROVED", rejectedReason: "NONE" }, "APPROVED", {
    reason: "NONE",
  });
}

export function reject(
  world: World,
  template: Template,
  why: { readonly reason: string; readonly explanation: string; readonly recommendation: string },
): Template {
  return decide(
    world,
    { ...template, status: "REJECTED", rejectedReason: why.reason },
    "REJECTED",
    {
      reason: why.reason,
      rejection_info: { reason: why.explanation, recommendation: why.recommendation },
    },
  );
}

export function pause(world: World, template: Template): Template {
  const info = { title: "FIRST_PAUSE", description: PAUSE };
  return decide(world, { ...template, status: "PAUSED", qualityScore: "RED" }, "PAUSED", {
    reason: "NONE",
    other_info: info,
  });
}

const PAUSE =
  "Your template has been paused for 3 hours because it had issues. It will be unpaused automatically.";

export function unpause(world: World, template: Template): Template {
  return decide(world, { ...template, status: "APPROVED" }, "APPROVED", {
    reason: "NONE",
    other_info: { title: "UNPAUSE", description: "Your template has been unpaused." },
  });
}

export function disable(world: World, template: Template): Template {
  const disabled: Template = { ...template, status: "DISABLED", qualityScore: "RED" };
  return decide(world, disabled, "DISABLED", {
    reason: "NONE",
    disable_info: { disable_date: Math.floor(world.clock.now() / 1000) },
  });
}

/** Moves a template to another category and says so. */
export function recategorize(world: World, template: Template, category: Category): Template {
  const changed = { ...template, category, previousCategory: template.category };
  save(world, changed);
  tell(world, changed, "template_category_update", {
    ...identity(changed),
    previous_category: template.category,
    new_category: category,
  });
  return changed;
}

function decide(world: World, template: Template, event: string, rest: JsonObject): Template {
  save(world, template);
  tell(world, template, "message_template_status_update", {
    event,
    ...identity(template),
    ...rest,
    message_template_category: template.category,
  });
  return template;
}

/** Meta writes these ids as numbers and the language with a dash. */
function identity(template: Template): JsonObject {
  return {
    message_template_id: Number(template.id),
    message_template_name: template.name,
    message_template_language: template.language.replace("_", "-"),
  };
}

function save(world: World, template: Template): void {
  world.kinds.templates.put(template.id, template);
  world.events.emit(() => ({ type: "template", template: presentTemplate(template) }));
}

function tell(world: World, template: Template, field: string, value: JsonObject): void {
  world.db.write(() =>
    queueUpdate(world, {
      wabaId: template.wabaId,
      phoneNumberId: "",
      field,
      kind: "other",
      about: template.id,
      to: [],
      value,
    }),
  );
}

/** The template as the desk shows it. */
export function presentTemplate(template: Template): TemplateDeskJson {
  const { id, wabaId, name, language, category, status, rejectedReason, components } = template;
  return { id, wabaId, name, language, category, status, rejectedReason, components };
}
