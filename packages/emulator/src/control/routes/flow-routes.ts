import { z } from "zod";
import { tellFlowAlerts } from "../../flows/tell-flow-alerts.ts";
import { FLOW_OUTCOMES, insertFlowRequests } from "../../store/calls/flow-requests.ts";
import { type ControlCall, type ControlRoute, notFound } from "../route.ts";

const requests = z.strictObject({
  count: z.number().int().min(1).max(1_000_000).default(1),
  outcome: z.enum(FLOW_OUTCOMES).default("succeeded"),
  latencyMs: z.number().int().min(0).default(200),
  /** On the emulator's clock; now when absent. */
  at: z.iso.datetime({ offset: true }).optional(),
});

/** What happens to flows outside of Graph. */
export const flowRoutes: readonly ControlRoute[] = [
  {
    method: "POST",
    path: "/flows/{flow}/endpoint-requests",
    summary: "Writes down requests to a flow's endpoint, which its metrics and alerts are made of",
    body: requests,
    answer: "OkJson",
    handle: record,
  },
];

function record(call: ControlCall) {
  const { world } = call;
  const id = call.path["flow"] ?? "";
  const flow = world.kinds.flows.find(id);
  if (flow === null) {
    throw notFound("flow", id, "/{account}/flows of Graph, which");
  }
  const { count, outcome, latencyMs, at } = requests.parse(call.body);
  const instant = at === undefined ? world.clock.now() : Date.parse(at);
  world.db.write(() => {
    insertFlowRequests(world.db, id, { at: instant, outcome, latencyMs, count });
    tellFlowAlerts(world, flow);
  });
  return { ok: true };
}
