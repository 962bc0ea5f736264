import {
  type Answer,
  type Call,
  callTemplate,
  type GraphRoute,
  SUCCESS,
} from "../../graph/call.ts";
import { selectFields } from "../../graph/fields.ts";
import { unpauseTemplate } from "../../templates/pause-template.ts";
import { compareTemplates } from "./measures/compare-templates.ts";
import { editTemplate } from "./edit-template.ts";
import { templateNode } from "./template-node.ts";

const common = { node: "template", scope: "management" } as const;

/** One template. */
export const templateRoutes: readonly GraphRoute[] = [
  { ...common, edge: "", methods: ["GET"], handle: read },
  { ...common, edge: "", methods: ["POST"], handle: editTemplate },
  { ...common, edge: "compare", methods: ["GET"], handle: compareTemplates },
  { ...common, edge: "unpause", methods: ["POST"], handle: unpausePaused },
];

function read(call: Call): Answer {
  const template = callTemplate(call);
  return {
    body: selectFields(templateNode(call.world, template), call.params.optionalText("fields")),
  };
}

function unpausePaused(call: Call): Answer {
  const template = callTemplate(call);
  if (template.status !== "PAUSED") {
    return { body: { success: false, reason: "Template is not paused" } };
  }
  unpauseTemplate(call.world, template);
  return SUCCESS;
}
