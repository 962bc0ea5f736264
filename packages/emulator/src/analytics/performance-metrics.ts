import type { JsonObject } from "../json.ts";
import { listStats } from "../store/bill/stat-slots.ts";
import type { Template, Waba } from "../store/kinds.ts";
import type { World } from "../world.ts";
import { requireInsights } from "./insights.ts";
import { clickedOf, LOOKBACK_MS, sum } from "./template-analytics.ts";

/**
 * What became of each template in the days that template analytics look back.
 *
 * Meta's codegen of 2026-04 knows the edge `template_performance_metrics` and
 * that it takes `name` and `template_id`; what it answers is published nowhere,
 * so the words are those of `template_analytics`.
 *
 * @throws GraphError 200005 or 200007.
 */
export function performanceOf(
  world: World,
  waba: Waba,
  templates: readonly Template[],
): readonly JsonObject[] {
  const since = requireInsights(world, waba);
  const now = world.clock.now();
  const stats = listStats(world.db, waba.id, Math.max(since, now - LOOKBACK_MS), now + 1);
  return templates.map((template) => {
    const own = stats.filter((it) => it.templateId === template.id);
    const count = (metric: string) => sum(own.filter((it) => it.metric === metric));
    return {
      template_id: template.id,
      name: template.name,
      language: template.language,
      sent: count("sent"),
      delivered: count("delivered"),
      read: count("read"),
      clicked: clickedOf(own.filter((it) => it.metric.startsWith("click "))),
    };
  });
}
