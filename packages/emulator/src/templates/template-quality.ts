import type { Template } from "../store/kinds.ts";
import type { QualityScore } from "../store/kinds/templates.ts";
import type { World } from "../world.ts";
import { saveTemplate, tellTemplate, templateIdentity } from "./template-news.ts";

/** Gives a template its quality and tells the business when that differs from before. */
export function setTemplateQuality(
  world: World,
  template: Template,
  score: QualityScore,
): Template {
  if (template.qualityScore === score) return template;
  const changed = saveTemplate(world, {
    ...template,
    qualityScore: score,
    qualityAt: world.clock.now(),
  });
  tellTemplate(world, changed, "message_template_quality_update", {
    previous_quality_score: template.qualityScore,
    new_quality_score: score,
    ...templateIdentity(changed),
  });
  return changed;
}
