import { z } from "zod";
import type { Template } from "../../../store/kinds.ts";
import { QUALITY_SCORES } from "../../../store/kinds/templates.ts";
import { archiveTemplate, unarchiveTemplate } from "../../../templates/archive-template.ts";
import {
  disableTemplate,
  nextPauseStage,
  pauseTemplate,
  unpauseTemplate,
} from "../../../templates/pause-template.ts";
import { presentTemplate } from "../../../templates/present-template.ts";
import {
  announceRecategorization,
  recategorizeTemplate,
} from "../../../templates/recategorize-template.ts";
import { appeal, approve, flag, reject } from "../../../templates/review/decide.ts";
import { REJECT_REASONS, rejection } from "../../../templates/review/reject-reasons.ts";
import { setTemplateQuality } from "../../../templates/template-quality.ts";
import { unreachable } from "../../../unreachable.ts";
import type { World } from "../../../world.ts";
import { type ControlCall, ControlRefusal, type ControlRoute, notFound } from "../../route.ts";

const plain = ["approve", "pause", "unpause", "disable"] as const;
const more = ["flag", "appeal", "archive", "unarchive"] as const;

const decision = z.discriminatedUnion("decision", [
  z.strictObject({ decision: z.enum([...plain, ...more]) }),
  z.strictObject({
    decision: z.literal("reject"),
    reason: z.enum(REJECT_REASONS).default("ABUSIVE_CONTENT"),
    explanation: z.string().exactOptional(),
    recommendation: z.string().exactOptional(),
  }),
  z.strictObject({
    decision: z.literal("recategorize"),
    category: z.enum(["MARKETING", "UTILITY"]),
    notice: z.enum(["none", "month"]).default("none"),
  }),
  z.strictObject({ decision: z.literal("quality"), score: z.enum(QUALITY_SCORES) }),
]);

type Decision = z.infer<typeof decision>;

/** The reviewer's desk. */
export const deskRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/templates",
    summary: "All templates, of every account; with templateStatus=PENDING those that wait",
    query: ["templateStatus"],
    answer: "ListJson<TemplateDeskJson>",
    handle: ({ world, query }) => ({
      data: world.kinds.templates
        .list()
        .filter((it) => it.status !== "DELETED")
        .filter(
          (it) =>
            query.templateStatus === undefined || it.status === query.templateStatus.toUpperCase(),
        )
        .map((it) => presentTemplate(world, it)),
      next: null,
    }),
  },
  {
    method: "POST",
    path: "/templates/{template}/decision",
    summary: "Decides about a template by hand",
    body: decision,
    answer: "TemplateDeskJson",
    handle: decide,
  },
];

function decide(call: ControlCall) {
  const { world } = call;
  const key = call.path["template"] ?? "";
  const template = world.kinds.templates.find(key);
  if (template === null) throw notFound("template", key, "/_emulator/templates");
  const made = decision.parse(call.body);
  return presentTemplate(
    world,
    world.db.write(() => carryOut(world, template, made)),
  );
}

function carryOut(world: World, template: Template, made: Decision): Template {
  switch (made.decision) {
    case "quality":
      return setTemplateQuality(world, template, made.score);
    case "recategorize":
      return made.notice === "month"
        ? announceRecategorization(world, template, made.category)
        : recategorizeTemplate(world, template, made.category);
    case "reject": {
      const { decision: _decision, reason, ...words } = made;
      return reject(world, template, rejection(reason, words));
    }
    default:
      return carryOutPlain(world, template, made.decision);
  }
}

function carryOutPlain(
  world: World,
  template: Template,
  word: (typeof plain)[number] | (typeof more)[number],
): Template {
  switch (word) {
    case "approve":
      return approve(world, template);
    case "pause":
      return pauseTemplate(world, template, nextPauseStage(template));
    case "unpause":
      return unpauseTemplate(world, template);
    case "disable":
      return disableTemplate(world, setTemplateQuality(world, template, "RED"));
    case "flag":
      return flag(world, template);
    case "appeal":
      return appeal(world, requireStatus(template, ["REJECTED", "DISABLED"]));
    case "archive":
      return archiveTemplate(world, requireStatus(template, ["APPROVED", "REJECTED"]));
    case "unarchive":
      return unarchiveTemplate(world, requireStatus(template, ["ARCHIVED"]));
    default:
      return unreachable(word);
  }
}

function requireStatus(template: Template, allowed: readonly Template["status"][]): Template {
  if (allowed.includes(template.status)) return template;
  throw new ControlRefusal(
    "conflict",
    `The template is ${template.status}; this can be done to one that is ${allowed.join(" or ")}.`,
  );
}
