import type { Node } from "../../graph/fields.ts";
import type { JsonObject } from "../../json.ts";
import type { Template } from "../../store/kinds.ts";
import { withSampleUrls } from "../../templates/samples/sample-url.ts";
import { bodyTextOf, footerTextOf } from "../../templates/template-text.ts";
import type { World } from "../../world.ts";

/** The fields of a template, for its own node and for the account's list. */
export function templateNode(world: World, template: Template): Node {
  const t = template;
  return {
    type: "MessageTemplate",
    usual: ["name", "parameter_format", "components", "language", "status", "category", "id"],
    fields: {
      id: () => t.id,
      name: () => t.name,
      language: () => t.language,
      status: () => t.status,
      category: () => t.category,
      components: () => withSampleUrls(world, shownComponents(t)),
      parameter_format: () => t.parameterFormat,
      previous_category: () => t.previousCategory ?? undefined,
      correct_category: () => t.nextCategory?.category,
      sub_category: () => t.subCategory ?? undefined,
      rejected_reason: () => t.rejectedReason,
      quality_score: () => ({
        score: t.qualityScore,
        date: Math.floor((t.qualityAt ?? t.createdAt) / 1000),
      }),
      message_send_ttl_seconds: () => t.ttlSeconds ?? undefined,
      cta_url_link_tracking_opted_out: () => t.linkTrackingOptedOut,
      library_template_name: () => t.libraryName ?? undefined,
      degrees_of_freedom_spec: () => t.degreesOfFreedom ?? undefined,
      bid_spec: () => t.bidSpec ?? undefined,
      health_status: () => health(t),
    },
  };
}

/** The components, those of codes with the words that Meta has written for them. */
function shownComponents(template: Template): readonly JsonObject[] {
  if (template.category !== "AUTHENTICATION") return template.components;
  return template.components.map((component) => {
    if (component["type"] === "BODY") {
      const example = { body_text: [["123456"]] };
      return { type: "BODY", text: bodyTextOf(template), ...component, example };
    }
    if (component["type"] !== "FOOTER") return component;
    const text = footerTextOf(template);
    return { type: "FOOTER", ...(text === null ? {} : { text }), ...component };
  });
}

function health(template: Template): JsonObject {
  const usable = template.status === "APPROVED";
  const verdict = usable ? "AVAILABLE" : "BLOCKED";
  const error = {
    error_code: 141002,
    error_description: "Message templates can only be sent out if they are approved.",
    possible_solution: "Wait for the review, or edit the template.",
  };
  return {
    can_send_message: verdict,
    entities: [
      {
        entity_type: "MESSAGE_TEMPLATE",
        id: template.id,
        can_send_message: verdict,
        ...(usable ? {} : { errors: [error] }),
      },
    ],
  };
}
