import type { Template } from "../store/kinds.ts";
import { lastSendOf } from "../store/sends.ts";
import type { World } from "../world.ts";
import { scheduleTemplate } from "./schedule-template.ts";
import { saveTemplate, tellStatus } from "./template-news.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
// Meta: archived after 12 months without use, deleted 28 days later, docs/…/templates/template-archival, read 2026-11.
const IDLE_MS = 365 * DAY_MS;
const KEPT_MS = 28 * DAY_MS;

const ARCHIVABLE: readonly Template["status"][] = ["APPROVED", "REJECTED"];

/** Puts a template away: it cannot be sent any more and is deleted after 28 days. */
export function archiveTemplate(world: World, template: Template): Template {
  const now = world.clock.now();
  const archived = saveTemplate(world, {
    ...template,
    status: "ARCHIVED",
    archivedAt: now,
    archivedFrom: template.status,
  });
  scheduleTemplate(world, archived, "remove", now + KEPT_MS);
  tellStatus(world, archived, "ARCHIVED");
  return archived;
}

/** Gives a template the status back that it had before; its year without use begins anew. */
export function unarchiveTemplate(world: World, template: Template): Template {
  const restored = saveTemplate(world, {
    ...template,
    status: template.archivedFrom ?? "APPROVED",
    archivedAt: null,
    archivedFrom: null,
  });
  touchTemplate(world, restored);
  tellStatus(world, restored, "UNARCHIVED");
  return restored;
}

/** Why the template cannot be archived, in Meta's words; `null` when it can. */
export function whyNotArchive(template: Template): string | null {
  if (ARCHIVABLE.includes(template.status)) return null;
  return "Only approved or rejected templates can be archived";
}

/** Notes that the template was used, and when it is next looked at whether it still is. */
export function touchTemplate(world: World, template: Template): Template {
  const now = world.clock.now();
  scheduleTemplate(world, template, "archive", now + IDLE_MS);
  return world.kinds.templates.put(template.id, { ...template, usedAt: now });
}

/** Archives a template that nobody has created, edited or sent for a year, or looks again later. */
export function archiveIfIdle(world: World, template: Template): void {
  if (["PENDING_DELETION", "DELETED", "ARCHIVED"].includes(template.status)) return;
  const used = Math.max(template.usedAt ?? template.createdAt, lastSendOf(world.db, template.id));
  if (world.clock.now() - used >= IDLE_MS) archiveTemplate(world, template);
  else scheduleTemplate(world, template, "archive", used + IDLE_MS);
}

/** Deletes what has been in the archive for 28 days, unless somebody took it out. */
export function removeArchived(world: World, template: Template): void {
  const { status, archivedAt } = template;
  if (status !== "ARCHIVED" || archivedAt === null) return;
  if (archivedAt + KEPT_MS > world.clock.now()) return;
  const deleted = saveTemplate(world, { ...template, status: "DELETED" });
  tellStatus(world, deleted, "DELETED");
}
