import { GraphError, invalidParameter } from "../graph/error.ts";
import type { Template, Waba } from "../store/kinds.ts";
import { FRESH_TEMPLATE } from "../store/kinds/templates.ts";
import { newId, type World } from "../world.ts";
import { touchTemplate } from "./archive-template.ts";
import { approve, requestReview } from "./review/decide.ts";
import { languageName } from "./rules/languages.ts";
import { templateError } from "./rules/template-error.ts";
import { templatesOf } from "./templates-of.ts";
import { recentOf } from "../world/limits/recent.ts";

const HOUR_MS = 60 * 60 * 1000;
// Meta: 100 creations an hour; 250 templates, 6,000 for a verified business with an approved
// display name, each language counted, docs/…/templates/overview, read 2026-11.
const CREATIONS_PER_HOUR = 100;
const TEMPLATES_MAX = { unverified: 250, verified: 6000 } as const;

/** A template that nobody has reviewed yet. */
export type TemplateDraft = Pick<
  Template,
  "name" | "language" | "category" | "parameterFormat" | "components"
> &
  Partial<
    Pick<
      Template,
      | "ttlSeconds"
      | "libraryName"
      | "linkTrackingOptedOut"
      | "subCategory"
      | "degreesOfFreedom"
      | "bidSpec"
    >
  >;

/**
 * Takes a template into an account.
 *
 * What Meta has written itself (codes, templates of the library) needs no
 * person to look at it and is approved at once; the rest waits for the reviewer.
 *
 * @throws GraphError 80008, 2388019, 2388023, 2388024 or 2388155.
 */
export function submitTemplate(world: World, waba: Waba, draft: TemplateDraft): Template {
  checkFree(world, waba, draft);
  if (templatesOf(world, waba.id).length >= templateLimit(world, waba)) {
    throw templateError(
      2388019,
      "Message template limit exceeded",
      `This account can't have more than ${templateLimit(world, waba)} message templates.`,
    );
  }
  countCreation(world, waba);
  const id = newId(world, "template");
  const template = touchTemplate(world, {
    ...FRESH_TEMPLATE,
    ...draft,
    edits: [],
    id,
    wabaId: waba.id,
    status: "PENDING",
    createdAt: world.clock.now(),
  });
  return reviewOf(world, template);
}

/** Lets the reviewer look at it, unless there is nothing to look at. */
export function reviewOf(world: World, template: Template): Template {
  const preset = template.category === "AUTHENTICATION" || template.libraryName !== null;
  if (preset && world.settings().reviewer) return approve(world, template);
  requestReview(world, template);
  return template;
}

/** How many templates the account may have. */
export function templateLimit(world: World, waba: Waba): number {
  const named = world.kinds.numbers
    .list()
    .some((it) => it.wabaId === waba.id && it.nameStatus === "APPROVED");
  const verified = waba.businessVerificationStatus === "verified" && named;
  return verified ? TEMPLATES_MAX.verified : TEMPLATES_MAX.unverified;
}

function countCreation(world: World, waba: Waba): void {
  const now = world.clock.now();
  const known = world.kinds.templateCreations.find(waba.id)?.at ?? [];
  const recent = recentOf(known, now, HOUR_MS);
  if (recent.length >= CREATIONS_PER_HOUR) {
    throw new GraphError({
      code: 80008,
      title:
        "There have been too many calls to this WhatsApp Business account. Wait a bit and try again.",
    });
  }
  world.kinds.templateCreations.put(waba.id, { at: [...recent, now] });
}

const SAMPLES: readonly string[] = [
  "hello_world",
  "sample_flight_confirmation",
  "sample_happy_hour_announcement",
  "sample_issue_resolution",
  "sample_movie_ticket_confirmation",
  "sample_purchase_feedback",
  "sample_shipping_confirmation",
];

/** One content for each name and language, and one category for each name. */
function checkFree(world: World, waba: Waba, draft: TemplateDraft): void {
  const { name, language, category } = draft;
  if (SAMPLES.includes(name)) {
    throw templateError(
      2388155,
      "Template name is already used as a sample template",
      "Choose another name: this one belongs to a sample template.",
    );
  }
  const display = languageName(language);
  const same = templatesOf(world, waba.id).filter((it) => it.name === name);
  if (same.some((it) => it.language === language)) {
    throw templateError(
      2388024,
      "Content in This Language Already Exists",
      `There is already ${display} content for this template. You can create a new template and try again.`,
    );
  }
  const deleted = world.kinds.deletedNames.find(`${waba.id} ${name} ${language}`);
  if (deleted !== null && deleted.until > world.clock.now()) {
    throw templateError(
      2388023,
      "Message Template Language is Being Deleted",
      `New ${display} content can't be added while the existing ${display} content is being deleted. Try again in 4 weeks or consider creating a new message template.`,
    );
  }
  const other = same.find((it) => it.category !== category);
  if (other === undefined) return;
  throw invalidParameter(
    `The category ${category} doesn't match the one that's already associated with this template, ${other.category}.`,
  );
}
