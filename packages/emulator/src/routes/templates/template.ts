import {
  type Answer,
  type Call,
  callTemplate,
  type GraphRoute,
  SUCCESS,
} from "../../graph/call.ts";
import { type Node, selectFields } from "../../graph/fields.ts";
import type { Template } from "../../store/kinds.ts";
import { requestReview } from "../../templates/review/decide.ts";
import { unpauseTemplate } from "../../templates/pause-template.ts";
import { templateError } from "../../templates/rules/template-error.ts";
import { CATEGORIES, checkComponents } from "../../templates/rules/check-components.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

export const templateRoutes: readonly GraphRoute[] = [
  { node: "template", edge: "", methods: ["GET"], scope: "management", handle: read },
  { node: "template", edge: "", methods: ["POST"], scope: "management", handle: edit },
  {
    node: "template",
    edge: "unpause",
    methods: ["POST"],
    scope: "management",
    handle: unpausePaused,
  },
];

function read(call: Call): Answer {
  const template = callTemplate(call);
  return { body: selectFields(templateNode(template), call.params.optionalText("fields")) };
}

/** The fields of a template, for its own node and for the account's list. */
export function templateNode(template: Template): Node {
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
      components: () => t.components,
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
      cta_url_link_tracking_opted_out: () => false,
      library_template_name: () => undefined,
      health_status: () => health(t),
    },
  };
}

function health(template: Template) {
  const usable = template.status === "APPROVED";
  const error = {
    error_code: 141002,
    error_description: "Message templates can only be sent out if they are approved.",
    possible_solution: "Wait for the review, or edit the template.",
  };
  return {
    can_send_message: usable ? "AVAILABLE" : "BLOCKED",
    entities: [
      {
        entity_type: "MESSAGE_TEMPLATE",
        id: template.id,
        can_send_message: usable ? "AVAILABLE" : "BLOCKED",
        ...(usable ? {} : { errors: [error] }),
      },
    ],
  };
}

/**
 * Edits a template, which sends it to review again.
 *
 * Meta: an approved one once a day and ten times in 30 days, and not its
 * category, docs/…/templates/template-management, read 2026-11.
 */
function edit(call: Call): Answer {
  const { world, params } = call;
  const template = callTemplate(call);
  if (!["APPROVED", "REJECTED", "PAUSED"].includes(template.status)) throw wrongState();
  const category = params.oneOf("category", CATEGORIES, template.category);
  const approved = template.status === "APPROVED";
  if (approved && category !== template.category) throw wrongState();
  const now = world.clock.now();
  const recent = template.edits.filter((it) => now - it < 30 * DAY_MS);
  if (approved && (recent.length >= 10 || recent.some((it) => now - it < DAY_MS)))
    throw wrongState();
  const named = template.parameterFormat === "NAMED";
  const components = params.has("components")
    ? checkComponents(category, named, params.objects("components")).map((it) => ({ ...it }))
    : template.components;
  const ttl = params.optionalText("message_send_ttl_seconds");
  const edited = world.kinds.templates.put(template.id, {
    ...template,
    category,
    components,
    ttlSeconds: ttl === undefined ? template.ttlSeconds : Number(ttl),
    status: "PENDING",
    edits: approved ? [...recent, now] : recent,
  });
  requestReview(world, edited);
  return SUCCESS;
}

function wrongState() {
  return templateError(
    2388039,
    "Message template status can't be changed",
    "The message template can't be edited in its status, or was edited too often.",
  );
}

function unpausePaused(call: Call): Answer {
  const template = callTemplate(call);
  if (template.status !== "PAUSED") {
    return { body: { success: false, reason: "Template is not paused" } };
  }
  unpauseTemplate(call.world, template);
  return SUCCESS;
}
