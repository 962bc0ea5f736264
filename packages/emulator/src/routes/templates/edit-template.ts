import { type Answer, type Call, callTemplate, SUCCESS } from "../../graph/call.ts";
import { invalidParameter } from "../../graph/error.ts";
import { prepareFlowButtons } from "../../flows/flow-buttons.ts";
import type { Params } from "../../graph/params.ts";
import type { Template } from "../../store/kinds.ts";
import { touchTemplate } from "../../templates/archive-template.ts";
import { CATEGORIES } from "../../templates/rules/check-components.ts";
import { readBid } from "../../templates/rules/read-bid.ts";
import { wrongState } from "../../templates/rules/template-error.ts";
import { reviewOf } from "../../templates/submit-template.ts";
import { saveTemplate, tellComponents } from "../../templates/template-news.ts";
import type { World } from "../../world.ts";
import { readComponents, readFlag, readTtl } from "./read-template.ts";
import { recentOf } from "../../world/limits/recent.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const BIDS_PER_HOUR = 100;
const BIDS_PER_DAY = 2400;
const EDITABLE: readonly Template["status"][] = ["APPROVED", "REJECTED", "PAUSED"];
const PARTS: readonly string[] = [
  "category",
  "components",
  "message_send_ttl_seconds",
  "cta_url_link_tracking_opted_out",
  "bid_spec",
];

/**
 * Edits a template, which sends it to review again.
 *
 * Meta: an approved one once a day and ten times in 30 days, and not its
 * category, docs/…/templates/template-management, read 2026-11.
 */
export function editTemplate(call: Call): Answer {
  const { world, params } = call;
  const template = callTemplate(call);
  if (!PARTS.some((it) => params.has(it))) {
    throw invalidParameter(`At least one of the parameters ${PARTS.join(", ")} is required.`);
  }
  const bid = params.has("bid_spec") ? changeBid(world, template, params) : {};
  if (!PARTS.some((it) => it !== "bid_spec" && params.has(it))) {
    saveTemplate(world, { ...template, ...bid });
    return SUCCESS;
  }
  const category = params.oneOf("category", CATEGORIES, template.category);
  const edits = mayEdit(world, template, category);
  const named = template.parameterFormat === "NAMED";
  const { language } = template;
  const draft: Template = {
    ...template,
    ...bid,
    category,
    components: params.has("components")
      ? readComponents(params, { category, language, named })
      : template.components,
    ttlSeconds: readTtl(params, category) ?? template.ttlSeconds,
    linkTrackingOptedOut:
      readFlag(params, "cta_url_link_tracking_opted_out") ?? template.linkTrackingOptedOut,
    status: "PENDING",
    libraryName: params.has("components") ? null : template.libraryName,
    pausedUntil: null,
    edits,
  };
  world.db.write(() => {
    const components = prepareFlowButtons(world, template.wabaId, draft);
    const edited = saveTemplate(world, { ...draft, components });
    touchTemplate(world, edited);
    if (params.has("components")) tellComponents(world, edited);
    reviewOf(world, edited);
  });
  return SUCCESS;
}

/**
 * Another bid for a template that was created with one; nobody reviews it.
 *
 * Meta: an approved one 100 times an hour and 2,400 times a day, and no bid for
 * a template without, docs/…/marketing-messages/pricing, read 2026-11.
 */
function changeBid(
  world: World,
  template: Template,
  params: Params,
): Pick<Template, "bidSpec" | "bidEdits"> {
  if (template.bidSpec === null) {
    throw invalidParameter(
      "Param bid_spec cannot be added to a template that was created without it.",
    );
  }
  const bidSpec = { ...readBid(params, template.category) };
  if (!EDITABLE.includes(template.status)) throw wrongState();
  if (template.status !== "APPROVED") return { bidSpec, bidEdits: template.bidEdits };
  const now = world.clock.now();
  const today = recentOf(template.bidEdits, now, DAY_MS);
  const tooMany =
    today.length >= BIDS_PER_DAY || recentOf(today, now, DAY_MS / 24).length >= BIDS_PER_HOUR;
  if (tooMany) throw wrongState();
  return { bidSpec, bidEdits: [...today, now] };
}

/** The edits that count against the template, with this one. */
function mayEdit(world: World, template: Template, category: string): number[] {
  if (!EDITABLE.includes(template.status)) throw wrongState();
  const now = world.clock.now();
  const recent = recentOf(template.edits, now, 30 * DAY_MS);
  if (template.status !== "APPROVED") return [...recent];
  if (category !== template.category) throw wrongState();
  if (recent.length >= 10 || recent.some((it) => now - it < DAY_MS)) throw wrongState();
  return [...recent, now];
}
