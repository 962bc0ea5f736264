import { type Answer, type Call, callWaba } from "../../graph/call.ts";
import { invalidParameter } from "../../graph/error.ts";
import { wordsAt } from "../../json.ts";
import type { Template } from "../../store/kinds.ts";
import {
  archiveTemplate,
  unarchiveTemplate,
  whyNotArchive,
} from "../../templates/archive-template.ts";
import type { World } from "../../world.ts";

// Meta: at most 100 ids in one call, docs/…/templates/template-archival, read 2026-11.
const IDS_MAX = 100;

/**
 * Archives or unarchives templates by their ids; what cannot be done is told
 * for each by itself.
 *
 * Meta documents the edge on api.facebook.com; the emulator takes it on any host.
 */
export function archiveTemplates(call: Call): Answer {
  const { done, failed } = each(call, whyNotArchive, archiveTemplate);
  return { body: { archived_templates: done, failed_templates: failed } };
}

export function unarchiveTemplates(call: Call): Answer {
  const why = (it: Template) => (it.status === "ARCHIVED" ? null : "Template is not archived");
  const { done, failed } = each(call, why, unarchiveTemplate);
  return { body: { unarchived_templates: done, failed_templates: failed } };
}

function each(
  call: Call,
  whyNot: (template: Template) => string | null,
  change: (world: World, template: Template) => Template,
): { readonly done: readonly string[]; readonly failed: Readonly<Record<string, string>> } {
  const { world, params } = call;
  const waba = callWaba(call);
  const ids = wordsAt(params.values, "hsm_ids");
  if (ids.length === 0) throw params.missing("hsm_ids");
  if (ids.length > IDS_MAX) {
    throw invalidParameter(`Param hsm_ids must have at most ${IDS_MAX} elements.`);
  }
  const done: string[] = [];
  const failed: Record<string, string> = {};
  world.db.write(() => {
    for (const id of ids) {
      const template = world.kinds.templates.find(id);
      const known = template?.wabaId === waba.id ? template : null;
      const reason = known === null ? "Template does not exist" : whyNot(known);
      if (known === null || reason !== null) failed[id] = reason ?? "Template does not exist";
      else done.push(change(world, known).id);
    }
  });
  return { done, failed };
}
