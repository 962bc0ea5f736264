import { z } from "zod";
import { approve, recategorize, reject } from "../../templates/review/decide.ts";
import {
  disableTemplate,
  nextPauseStage,
  pauseTemplate,
  unpauseTemplate,
} from "../../templates/pause-template.ts";
import { presentTemplate } from "../../templates/template-news.ts";
import { setTemplateQuality } from "../../templates/template-quality.ts";
import { unreachable } from "../../unreachable.ts";
import type { Template } from "../../store/kinds.ts";
import { type ControlCall, type ControlRoute, notFound } from "../route.ts";

const decision = z.discriminatedUnion("decision", [
  z.strictObject({ decision: z.literal("approve") }),
  z.strictObject({ decision: z.literal("pause") }),
  z.strictObject({ decision: z.literal("unpause") }),
  z.strictObject({ decision: z.literal("disable") }),
  z.strictObject({ decision: z.literal("reject"), reason: z.string().default("ABUSIVE_CONTENT") }),
  z.strictObject({
    decision: z.literal("recategorize"),
    category: z.enum(["MARKETING", "UTILITY"]),
  }),
]);

/** The reviewer's desk. */
export const deskRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/templates",
    summary: "All templates, of every account",
    answer: "ListJson<TemplateDeskJson>",
    handle: ({ world }) => ({
      data: world.kinds.templates
        .list()
        .filter((it) => it.status !== "DELETED")
        .map(presentTemplate),
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
  const key = call.path["template"] ?? "";
  const template = call.world.kinds.templates.find(key);
  if (template === null) throw notFound("template", key, "/_emulator/templates");
  return presentTemplate(carryOut(call, template, decision.parse(call.body)));
}

function carryOut(call: ControlCall, template: Template, made: z.infer<typeof decision>): Template {
  const { world } = call;
  switch (made.decision) {
    case "approve":
      return approve(world, template);
    case "pause":
      return pauseTemplate(world, template, nextPauseStage(template));
    case "unpause":
      return unpauseTemplate(world, template);
    case "disable":
      return disableTemplate(world, setTemplateQuality(world, template, "RED"));
    case "recategorize":
      return recategorize(world, template, made.category);
    case "reject":
      return reject(world, template, {
        reason: made.reason,
        explanation: "The template was rejected at the reviewer's desk.",
        recommendation: "Edit the template and submit it again.",
      });
    default:
      return unreachable(made);
  }
}
