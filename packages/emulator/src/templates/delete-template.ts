import type { Template } from "../store/kinds.ts";
import type { World } from "../world.ts";
import { scheduleTemplate } from "./schedule-template.ts";
import { saveTemplate, tellStatus } from "./template-news.ts";

// Meta: messages under way to a deleted template are delivered for 30 days, and its name is taken
// so long, docs/…/templates/template-management, read 2026-11.
const DELETION_MS = 30 * 24 * 60 * 60 * 1000;

const WAS_SENT: readonly Template["status"][] = ["APPROVED", "PAUSED", "DISABLED"];

/**
 * Deletes a template. One that could be sent waits for the messages under way
 * and blocks its name in its language so long; any other is gone at once.
 */
export function deleteTemplate(world: World, template: Template): void {
  const { wabaId, name, language } = template;
  if (!WAS_SENT.includes(template.status)) {
    saveTemplate(world, { ...template, status: "DELETED" });
    return;
  }
  const until = world.clock.now() + DELETION_MS;
  const deleted = saveTemplate(world, { ...template, status: "PENDING_DELETION" });
  world.kinds.deletedNames.put(`${wabaId} ${name} ${language}`, { wabaId, name, language, until });
  scheduleTemplate(world, deleted, "forget", until);
  tellStatus(world, deleted, "PENDING_DELETION", { reason: null });
}

/** The messages under way have ended: nothing of the template is left. */
export function endDeletion(world: World, template: Template): void {
  if (template.status !== "PENDING_DELETION") return;
  const gone = saveTemplate(world, { ...template, status: "DELETED" });
  tellStatus(world, gone, "DELETED");
}
