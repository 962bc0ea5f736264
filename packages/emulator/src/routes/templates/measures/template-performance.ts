import { performanceOf } from "../../../analytics/performance-metrics.ts";
import { type Answer, type Call, callWaba } from "../../../graph/call.ts";
import { page } from "../../../graph/paging.ts";
import { templatesOf } from "../../../templates/templates-of.ts";

/** What became of the account's templates, of all or of those with a name or an id. */
export function readPerformance(call: Call): Answer {
  const { world, params } = call;
  const waba = callWaba(call);
  const name = params.optionalText("name");
  const id = params.optionalText("template_id");
  const templates = templatesOf(world, waba.id).filter(
    (it) => (name === undefined || it.name === name) && (id === undefined || it.id === id),
  );
  return { body: page(call, performanceOf(world, waba, templates), (it) => it) };
}
