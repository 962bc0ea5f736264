import { type Answer, type Call, callWaba } from "../../graph/call.ts";
import { GraphError, invalidParameter } from "../../graph/error.ts";
import { wordsAt } from "../../json.ts";
import type { Template } from "../../store/kinds.ts";
import { submitTemplate } from "../../templates/submit-template.ts";
import { templatesOf } from "../../templates/templates-of.ts";

const PAGE_MAX = 500;

/**
 * Copies approved templates of good quality from another account of the same portfolio.
 *
 * Meta: docs/…/templates/template-migration, read 2026-11.
 */
export function migrateTemplates(call: Call): Answer {
  const { world, params } = call;
  const waba = callWaba(call);
  const source = world.kinds.wabas.find(params.text("source_waba_id"));
  if (source === null || source.id === waba.id || source.portfolioId !== waba.portfolioId) {
    throw invalidParameter("Param source_waba_id must be another account of the same business.");
  }
  const count = Number(params.optionalText("count") ?? PAGE_MAX);
  const place = Number(params.optionalText("page_number") ?? 0);
  const ids = wordsAt(params.values, "template_ids");
  const wanted = templatesOf(world, source.id)
    .filter((it) => ids.length === 0 || ids.includes(it.id))
    .slice(place * count, (place + 1) * count);
  const migrated: Record<string, string> = {};
  const failed: Record<string, string> = {};
  for (const template of wanted) {
    const why = whyNot(template);
    if (why !== null) failed[template.id] = why;
    else {
      try {
        migrated[template.id] = world.db.write(
          () => submitTemplate(world, waba, { ...template, libraryName: null }).id,
        );
      } catch (error) {
        if (!(error instanceof GraphError)) throw error;
        failed[template.id] = error.problem.userTitle ?? error.message;
      }
    }
  }
  return { body: { migrated_templates: migrated, failed_templates: failed } };
}

function whyNot(template: Template): string | null {
  if (template.status !== "APPROVED") return "Only approved templates can be migrated";
  if (template.qualityScore === "RED") return "Templates of low quality can't be migrated";
  return null;
}
