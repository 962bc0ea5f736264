import { type Answer, type Call, callWaba } from "../../graph/call.ts";
import { selectFields } from "../../graph/fields.ts";
import { page } from "../../graph/paging.ts";
import { type JsonObject, wordsAt } from "../../json.ts";
import type { Template } from "../../store/kinds.ts";
import { templateLimit } from "../../templates/submit-template.ts";
import { bodyTextOf } from "../../templates/template-text.ts";
import { allTemplatesOf, templatesOf } from "../../templates/templates-of.ts";
import { templateNode } from "./template-node.ts";

/**
 * The templates of an account, the oldest first.
 *
 * Those that are being deleted are left out unless somebody asks for their status.
 */
export function listTemplates(call: Call): Answer {
  const { world, params } = call;
  const waba = callWaba(call);
  const asked = wordsAt(params.values, "status").length > 0;
  const all = asked ? allTemplatesOf(world, waba.id) : templatesOf(world, waba.id);
  const found = all.filter((template) => fits(call, template));
  const body = page(call, found, (template) =>
    selectFields(templateNode(world, template), params.optionalText("fields")),
  );
  if (!params.has("summary")) return { body };
  return {
    body: {
      ...body,
      summary: summaryOf(wordsAt(params.values, "summary"), {
        total_count: found.length,
        message_template_count: templatesOf(world, waba.id).length,
        message_template_limit: templateLimit(world, waba),
        are_translations_complete: true,
      }),
    },
  };
}

/** Only what was asked for; all of it for `summary=true`, which Graph takes too. */
function summaryOf(wanted: readonly string[], values: JsonObject): JsonObject {
  const asked = Object.entries(values).filter(([name]) => wanted.includes(name));
  return asked.length === 0 ? values : Object.fromEntries(asked);
}

function fits(call: Call, template: Template): boolean {
  const content = bodyTextOf(template).toLowerCase();
  const nameOrContent = textOf(call, "name_or_content");
  return (
    oneOf(call, "status", template.status) &&
    oneOf(call, "category", template.category) &&
    oneOf(call, "language", template.language) &&
    oneOf(call, "quality_score", template.qualityScore) &&
    template.name.includes(textOf(call, "name") ?? "") &&
    content.includes(textOf(call, "content") ?? "") &&
    (nameOrContent === undefined ||
      template.name.includes(nameOrContent) ||
      content.includes(nameOrContent)) &&
    isBetween(call, template.createdAt)
  );
}

function textOf(call: Call, key: string): string | undefined {
  const value = call.params.values[key];
  return typeof value === "string" ? value.toLowerCase() : undefined;
}

function oneOf(call: Call, key: string, value: string): boolean {
  const wanted = wordsAt(call.params.values, key);
  return wanted.length === 0 || wanted.some((it) => it.toLowerCase() === value.toLowerCase());
}

/** `since` and `until` are seconds. */
function isBetween(call: Call, createdAt: number): boolean {
  const since = Number(call.params.optionalText("since") ?? 0) * 1000;
  const until = Number(call.params.optionalText("until") ?? Number.POSITIVE_INFINITY) * 1000;
  return createdAt >= since && createdAt <= until;
}
