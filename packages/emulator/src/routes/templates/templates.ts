import { type Answer, type Call, callWaba, type GraphRoute, SUCCESS } from "../../graph/call.ts";
import { invalidParameter } from "../../graph/error.ts";
import { selectFields } from "../../graph/fields.ts";
import { page } from "../../graph/paging.ts";
import { wordsAt } from "../../json.ts";
import { templateNamed } from "../../sending/find-template.ts";
import type { Template } from "../../store/kinds.ts";
import { FRESH_TEMPLATE } from "../../store/kinds/templates.ts";
import { requestReview } from "../../templates/review/decide.ts";
import { newId, type World } from "../../world.ts";
import { isTemplateLanguage, languageName } from "../../templates/rules/languages.ts";
import { templateError } from "../../templates/rules/template-error.ts";
import { bodyTextOf } from "../../templates/template-text.ts";
import { CATEGORIES, checkComponents, checkName } from "../../templates/rules/check-components.ts";
import { templateNode } from "./template.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const NAME_BLOCKED_MS = 30 * DAY_MS;

export const templatesRoutes: readonly GraphRoute[] = [
  { node: "waba", edge: "message_templates", methods: ["GET"], scope: "management", handle: list },
  {
    node: "waba",
    edge: "message_templates",
    methods: ["POST"],
    scope: "management",
    handle: create,
  },
  {
    node: "waba",
    edge: "message_templates",
    methods: ["DELETE"],
    scope: "management",
    handle: remove,
  },
];

function list(call: Call): Answer {
  const { world, params } = call;
  const all = templatesOf(world, callWaba(call).id);
  const found = all.filter((template) => fits(call, template));
  const body = page(call, found, (template) =>
    selectFields(templateNode(template), params.optionalText("fields")),
  );
  if (!params.has("summary")) return { body };
  const summary = {
    total_count: found.length,
    message_template_count: all.length,
    message_template_limit: limitOf(call),
    are_translations_complete: true,
  };
  return { body: { ...body, summary } };
}

function templatesOf(world: World, wabaId: string): readonly Template[] {
  return world.kinds.templates
    .list()
    .filter((it) => it.wabaId === wabaId && it.status !== "DELETED")
    .sort((a, b) => a.createdAt - b.createdAt || a.id.localeCompare(b.id));
}

function fits(call: Call, template: Template): boolean {
  const content = bodyTextOf(template).toLowerCase();
  const text = (key: string) => textOf(call, key)?.toLowerCase();
  const nameOrContent = text("name_or_content");
  return (
    oneOf(call, "status", template.status) &&
    oneOf(call, "category", template.category) &&
    oneOf(call, "language", template.language) &&
    oneOf(call, "quality_score", template.qualityScore) &&
    template.name.includes(text("name") ?? "") &&
    content.includes(text("content") ?? "") &&
    (nameOrContent === undefined ||
      template.name.includes(nameOrContent) ||
      content.includes(nameOrContent))
  );
}

function textOf(call: Call, key: string): string | undefined {
  const value = call.params.values[key];
  return typeof value === "string" ? value : undefined;
}

function oneOf(call: Call, key: string, value: string): boolean {
  const wanted = wordsAt(call.params.values, key);
  return wanted.length === 0 || wanted.some((it) => it.toLowerCase() === value.toLowerCase());
}

// Meta: 250 templates, 6,000 for a verified business, docs/…/templates/overview, read 2026-11.
function limitOf(call: Call): number {
  return callWaba(call).businessVerificationStatus === "verified" ? 6000 : 250;
}

function create(call: Call): Answer {
  const { world, params } = call;
  const waba = callWaba(call);
  const name = params.text("name");
  const category = params.oneOf("category", CATEGORIES);
  checkName(name);
  const language = languageOf(call);
  const named = params.oneOf("parameter_format", ["POSITIONAL", "NAMED"], "POSITIONAL");
  const components = checkComponents(category, named === "NAMED", params.objects("components"));
  checkFree(world, { wabaId: waba.id, name, language, category });
  if (templatesOf(world, waba.id).length >= limitOf(call)) {
    throw templateError(
      2388019,
      "Message template limit exceeded",
      `This account can't have more than ${limitOf(call)} message templates.`,
    );
  }
  const ttl = params.optionalText("message_send_ttl_seconds");
  const id = newId(world, "template");
  const template = world.kinds.templates.put(id, {
    ...FRESH_TEMPLATE,
    id,
    wabaId: waba.id,
    name,
    language,
    category,
    parameterFormat: named,
    status: "PENDING",
    components: components.map((it) => ({ ...it })),
    ttlSeconds: ttl === undefined ? null : Number(ttl),
    createdAt: world.clock.now(),
    edits: [],
  });
  requestReview(world, template);
  return { body: { id, status: template.status, category } };
}

/** The language as text, or as the object that sends use. */
function languageOf(call: Call): string {
  const { params } = call;
  const given = params.values["language"];
  const code = typeof given === "string" ? given : params.object("language").text("code");
  if (isTemplateLanguage(code)) return code;
  throw invalidParameter(`Param language must be one of the supported languages - got "${code}".`);
}

const SAMPLES: readonly string[] = [
  "hello_world",
  "sample_issue_resolution",
  "sample_shipping_confirmation",
];

function checkFree(
  world: World,
  wanted: Pick<Template, "wabaId" | "name" | "language" | "category">,
): void {
  const { wabaId, name, language, category } = wanted;
  if (SAMPLES.includes(name)) {
    throw templateError(
      2388155,
      "Template name is already used as a sample template",
      "Choose another name: this one belongs to a sample template.",
    );
  }
  const display = languageName(language);
  const existing = templateNamed(world, wabaId, name, language);
  if (existing !== null && existing.status !== "DELETED") {
    throw templateError(
      2388024,
      "Content in This Language Already Exists",
      `There is already ${display} content for this template. You can create a new template and try again.`,
    );
  }
  const deleted = world.kinds.deletedNames.find(`${wabaId} ${name} ${language}`);
  if (deleted !== null && deleted.until > world.clock.now()) {
    throw templateError(
      2388023,
      "Message Template Language is Being Deleted",
      `New ${display} content can't be added while the existing ${display} content is being deleted. Try again in 4 weeks or consider creating a new message template.`,
    );
  }
  const other = templatesOf(world, wabaId).find((it) => it.name === name);
  if (other !== undefined && other.category !== category) {
    throw invalidParameter(
      `The category ${category} doesn't match the one that's already associated with this template, ${other.category}.`,
    );
  }
}

function remove(call: Call): Answer {
  const { world, params } = call;
  const all = templatesOf(world, callWaba(call).id);
  const ids = [params.optionalText("hsm_id"), ...wordsAt(call.params.values, "hsm_ids")].filter(
    (it) => it !== undefined,
  );
  const name = ids.length > 0 ? params.optionalText("name") : params.text("name");
  const gone = all.filter(
    (it) => (name === undefined || it.name === name) && (ids.length === 0 || ids.includes(it.id)),
  );
  if (gone.length === 0) {
    throw templateError(
      2593002,
      "Message Template Not Found",
      "Message template couldn't be deleted because it was not found.",
    );
  }
  for (const template of gone) forget(world, template);
  return SUCCESS;
}

/** Messages under way still show it, so it is kept; an approved name stays taken for 30 days. */
function forget(world: World, template: Template): void {
  const { id, wabaId, name, language } = template;
  world.kinds.templates.put(id, { ...template, status: "DELETED" });
  if (template.status !== "APPROVED") return;
  const until = world.clock.now() + NAME_BLOCKED_MS;
  world.kinds.deletedNames.put(`${wabaId} ${name} ${language}`, { wabaId, name, language, until });
}
