import type { World } from "../world.ts";
import { endPause } from "./pause-template.ts";

/**
 * Does to a template what was to happen now; the subject is the event and the template's id.
 *
 * Each event looks for itself whether it is still due: the template may have
 * been edited, deleted or decided about meanwhile.
 */
export function runTemplateDue(world: World, subject: string): void {
  const [event, id = ""] = subject.split(" ");
  const template = world.kinds.templates.find(id);
  if (template !== null && event === "unpause") endPause(world, template);
}
