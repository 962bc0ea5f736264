import type { JsonObject } from "../json.ts";
import type { Template } from "../store/kinds.ts";
import { queueUpdate } from "../webhooks/queue-update.ts";
import type { TemplateDeskJson } from "../wire/control.ts";
import type { World } from "../world.ts";

/** Saves a template and shows it at the desk. */
export function saveTemplate(world: World, template: Template): Template {
  world.kinds.templates.put(template.id, template);
  world.events.emit(() => ({ type: "template", template: presentTemplate(template) }));
  return template;
}

/** Tells the business that the template's status changed; `rest` says why. */
export function tellStatus(
  world: World,
  template: Template,
  event: string,
  rest: JsonObject = { reason: "NONE" },
): void {
  tellTemplate(world, template, "message_template_status_update", {
    event,
    ...templateIdentity(template),
    ...rest,
    message_template_category: template.category,
  });
}

/** Queues a webhook about a template. */
export function tellTemplate(
  world: World,
  template: Template,
  field: string,
  value: JsonObject,
): void {
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

/**
 * Names a template in a webhook. Meta writes these ids as numbers and the language with a dash.
 *
 * Meta: docs/…/webhooks/reference/message_template_status_update, read 2026-11.
 */
export function templateIdentity(template: Template): JsonObject {
  return {
    message_template_id: Number(template.id),
    message_template_name: template.name,
    message_template_language: template.language.replace("_", "-"),
  };
}

/** The template as the desk shows it. */
export function presentTemplate(template: Template): TemplateDeskJson {
  const { id, wabaId, name, language, category, status, rejectedReason, components } = template;
  return { id, wabaId, name, language, category, status, rejectedReason, components };
}
