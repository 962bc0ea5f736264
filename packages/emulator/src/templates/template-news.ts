import { compact, type JsonObject, textAt } from "../json.ts";
import type { Template } from "../store/kinds.ts";
import { queueUpdate } from "../webhooks/queue-update.ts";
import type { World } from "../world.ts";
import { presentTemplate } from "./present-template.ts";
import { bodyTextOf, buttonsOf, componentOf, footerTextOf } from "./template-text.ts";

/** Saves a template and shows it at the desk. */
export function saveTemplate(world: World, template: Template): Template {
  world.kinds.templates.put(template.id, template);
  world.events.emit(() => ({ type: "template", template: presentTemplate(world, template) }));
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
 * Tells what a template says after it was edited.
 *
 * Meta: docs/…/webhooks/reference/message_template_components_update, read 2026-11.
 * Here the language keeps its underscore.
 */
export function tellComponents(world: World, template: Template): void {
  const header = componentOf(template.components, "HEADER") ?? {};
  const buttons = buttonsOf(template.components).map((button) =>
    compact({
      message_template_button_type: textAt(button, "type"),
      message_template_button_text: textAt(button, "text"),
      message_template_button_url: textAt(button, "url"),
      message_template_button_phone_number: textAt(button, "phone_number"),
    }),
  );
  tellTemplate(
    world,
    template,
    "message_template_components_update",
    compact({
      ...templateIdentity(template),
      message_template_language: template.language,
      message_template_title: textAt(header, "text"),
      message_template_element: bodyTextOf(template),
      message_template_footer: footerTextOf(template) ?? undefined,
      message_template_buttons: buttons.length === 0 ? undefined : buttons,
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
