import type { Template } from "../store/kinds.ts";
import { unreachable } from "../unreachable.ts";
import type { World } from "../world.ts";
import { archiveIfIdle, removeArchived } from "./archive-template.ts";
import { endDeletion } from "./delete-template.ts";
import { endPause } from "./pause-template.ts";
import { completeRecategorization } from "./recategorize-template.ts";
import { TEMPLATE_EVENTS, type TemplateEvent } from "./schedule-template.ts";

/**
 * Does to a template what was to happen now; the subject is the event and the template's id.
 *
 * Each event looks for itself whether it is still due: the template may have
 * been edited, deleted or decided about meanwhile.
 */
export function runTemplateDue(world: World, subject: string): void {
  const [word, id = ""] = subject.split(" ");
  const event = TEMPLATE_EVENTS.find((it) => it === word);
  const template = world.kinds.templates.find(id);
  if (template !== null && event !== undefined) run(world, template, event);
}

function run(world: World, template: Template, event: TemplateEvent): void {
  switch (event) {
    case "unpause":
      return endPause(world, template);
    case "recategorize":
      return completeRecategorization(world, template);
    case "archive":
      return archiveIfIdle(world, template);
    case "remove":
      return removeArchived(world, template);
    case "forget":
      return endDeletion(world, template);
    default:
      return unreachable(event);
  }
}
