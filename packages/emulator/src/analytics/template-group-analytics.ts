import type { JsonObject } from "../json.ts";
import type { Waba } from "../store/kinds.ts";
import type { World } from "../world.ts";
import { requireInsights } from "./insights.ts";
import type { Filters } from "./read-filters.ts";
import { daysOf, heading, readIds, type TemplateSet } from "./template-analytics.ts";

/**
 * `template_group_analytics`: what became of the templates of groups, day by day.
 *
 * Meta: a template that was taken out leaves what it did with the group,
 * docs/…/templates/template-groups and docs/…/analytics, read 2026-11.
 *
 * @throws GraphError 200005 or 200007.
 */
export function templateGroupAnalytics(world: World, waba: Waba, filters: Filters): JsonObject {
  const since = requireInsights(world, waba);
  const sets = readIds(filters, "template_group_ids").flatMap((id): TemplateSet[] => {
    const group = world.kinds.templateGroups.find(id);
    if (group?.wabaId !== waba.id) return [];
    const stays = group.members.flatMap(({ templateId, from, until }) => {
      const template = world.kinds.templates.find(templateId);
      return template === null ? [] : [{ template, from, until: until ?? Infinity }];
    });
    return [{ key: { template_group_id: id }, stays }];
  });
  const points = daysOf(world, waba, filters, { sets, since });
  return { data: [{ ...heading(waba, filters), data_points: points }] };
}
