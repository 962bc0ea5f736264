import { type Answer, type Call, callWaba, type GraphRoute } from "../../graph/call.ts";
import { selectFields } from "../../graph/fields.ts";
import { wabaNode } from "./waba-node.ts";

export const wabaRoutes: readonly GraphRoute[] = [
  { node: "waba", edge: "", methods: ["GET"], scope: "management", handle: read },
];

function read(call: Call): Answer {
  const node = wabaNode(call.world, callWaba(call));
  return { body: selectFields(node, call.params.optionalText("fields")) };
}
