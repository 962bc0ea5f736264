import { invalidParameter } from "../../graph/error.ts";
import type { Waba } from "../../store/kinds.ts";
import type { TemplateGroup } from "../../store/kinds/templates.ts";
import { newId, type World } from "../../world.ts";
import { templatesOf } from "../templates-of.ts";

/** What a group is called, and what is said about it. */
export type GroupWords = Pick<TemplateGroup, "name" | "description">;

/** What changes in a group; what is left out stays. */
export type GroupChange = Partial<GroupWords> & {
  readonly add: readonly string[];
  readonly remove: readonly string[];
};

/**
 * Puts templates together so that they are measured as one.
 *
 * Meta: a template is in one group at a time, and a group's name is its
 * account's only one, docs/…/templates/template-groups, read 2026-11. The
 * errors that break this are not published.
 *
 * @throws GraphError 100
 */
export function createGroup(
  world: World,
  waba: Waba,
  words: GroupWords,
  templateIds: readonly string[],
): TemplateGroup {
  const id = newId(world, "templateGroup");
  const now = world.clock.now();
  requireFreeName(world, waba.id, words.name, id);
  const group = { ...words, id, wabaId: waba.id, members: [], createdAt: now, updatedAt: now };
  return world.kinds.templateGroups.put(id, withTemplates(world, group, templateIds));
}

/** Renames a group, takes templates in and out. @throws GraphError 100 */
export function changeGroup(world: World, group: TemplateGroup, change: GroupChange): void {
  const { add, remove, ...words } = change;
  if (words.name !== undefined) requireFreeName(world, group.wabaId, words.name, group.id);
  const inside = currentIds(group);
  const stranger = remove.find((it) => !inside.includes(it));
  if (stranger !== undefined) {
    throw invalidParameter(`The template ${stranger} is not in the template group.`);
  }
  const now = world.clock.now();
  const members = group.members.map((it) =>
    it.until === null && remove.includes(it.templateId) ? { ...it, until: now } : it,
  );
  const changed = withTemplates(world, { ...group, ...words, members }, add);
  world.kinds.templateGroups.put(group.id, { ...changed, updatedAt: now });
}

/** The templates of the group at this moment. */
export function currentIds(group: TemplateGroup): readonly string[] {
  return group.members.filter((it) => it.until === null).map((it) => it.templateId);
}

/** The groups of an account, the oldest first. */
export function groupsOf(world: World, wabaId: string): readonly TemplateGroup[] {
  return world.kinds.templateGroups
    .list()
    .filter((it) => it.wabaId === wabaId)
    .sort((a, b) => a.createdAt - b.createdAt || a.id.localeCompare(b.id));
}

function requireFreeName(world: World, wabaId: string, name: string, id: string): void {
  const taken = groupsOf(world, wabaId).some((it) => it.name === name && it.id !== id);
  if (taken) throw invalidParameter(`There is already a template group with the name "${name}".`);
}

function withTemplates(
  world: World,
  group: TemplateGroup,
  templateIds: readonly string[],
): TemplateGroup {
  const known = templatesOf(world, group.wabaId).map((it) => it.id);
  const grouped = [
    ...currentIds(group),
    ...groupsOf(world, group.wabaId).flatMap((it) => (it.id === group.id ? [] : currentIds(it))),
  ];
  for (const id of templateIds) {
    if (!known.includes(id)) {
      throw invalidParameter(`The template ${id} does not exist in this WhatsApp account.`);
    }
    if (grouped.includes(id)) {
      throw invalidParameter(`The template ${id} is already in a template group.`);
    }
  }
  const from = world.clock.now();
  const added = [...new Set(templateIds)].map((templateId) => ({ templateId, from, until: null }));
  return { ...group, members: [...group.members, ...added] };
}
