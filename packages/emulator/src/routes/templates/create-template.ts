import { type Answer, type Call, callWaba } from "../../graph/call.ts";
import { prepareFlowButtons } from "../../flows/flow-buttons.ts";
import { draftFromLibrary } from "../../templates/library/draft-from-library.ts";
import { CATEGORIES, checkName } from "../../templates/rules/check-components.ts";
import { readBid } from "../../templates/rules/read-bid.ts";
import { submitTemplate, type TemplateDraft } from "../../templates/submit-template.ts";
import { readComponents, readFlag, readLanguage, readSpec, readTtl } from "./read-template.ts";

/**
 * Takes a template, or what a business makes of one of the library.
 *
 * `allow_category_change` is read and has no effect: Meta moves what promotes
 * to marketing in any case since 2025-04-09, docs/…/templates/template-categorization, read 2026-11.
 */
export function createTemplate(call: Call): Answer {
  const { world, params } = call;
  const waba = callWaba(call);
  const name = params.text("name");
  const category = params.oneOf("category", CATEGORIES);
  checkName(name);
  const language = readLanguage(call.params);
  readFlag(params, "allow_category_change");
  const draft: TemplateDraft = params.has("library_template_name")
    ? draftFromLibrary(params, { name, language, category })
    : written(call, { name, category, language });
  const template = world.db.write(() =>
    submitTemplate(world, waba, {
      ...draft,
      components: prepareFlowButtons(world, waba.id, draft),
    }),
  );
  return { body: { id: template.id, status: template.status, category: template.category } };
}

function written(
  call: Call,
  known: Pick<TemplateDraft, "name" | "category" | "language">,
): TemplateDraft {
  const { params } = call;
  const format = params.oneOf("parameter_format", ["POSITIONAL", "NAMED"], "POSITIONAL");
  return {
    ...known,
    parameterFormat: format,
    components: readComponents(params, { ...known, named: format === "NAMED" }),
    ttlSeconds: readTtl(params, known.category) ?? null,
    linkTrackingOptedOut: readFlag(params, "cta_url_link_tracking_opted_out") ?? false,
    subCategory: params.optionalText("sub_category") ?? null,
    degreesOfFreedom: readSpec(params, "degrees_of_freedom_spec"),
    bidSpec: readBid(params, known.category),
  };
}
