import { insertDue } from "../store/due.ts";
import type { Template } from "../store/kinds.ts";
import type { World } from "../world.ts";

/**
 * What time alone makes happen to a template.
 *
 * `unpause`: its pause ends. `recategorize`: an announced change of category is
 * made. `archive`: it is looked at whether it has been idle for a year.
 * `remove`: it was in the archive for 28 days. `forget`: messages under way to
 * deleted templates have ended.
 */
export const TEMPLATE_EVENTS = ["unpause", "recategorize", "archive", "remove", "forget"] as const;

export type TemplateEvent = (typeof TEMPLATE_EVENTS)[number];

/** Lets `event` happen to the template at an instant, also if the emulator is restarted before. */
export function scheduleTemplate(
  world: World,
  template: Template,
  event: TemplateEvent,
  at: number,
): void {
  const subject = `${event} ${template.id}`;
  world.db.write(() => insertDue(world.db, { at, kind: "template", subject }));
  world.wake(at);
}
