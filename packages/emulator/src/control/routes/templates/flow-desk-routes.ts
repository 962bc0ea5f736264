import { z } from "zod";
import { changeFlowStatus } from "../../../flows/change-flow.ts";
import type { Flow } from "../../../store/kinds/flows.ts";
import type { FlowDeskJson } from "../../../wire/flows.ts";
import { type ControlCall, ControlRefusal, type ControlRoute, notFound } from "../../route.ts";

const patch = z.strictObject({ status: z.enum(["PUBLISHED", "BLOCKED", "THROTTLED"]) });

/** What Meta makes of flows, and a business does not decide. */
export const flowDeskRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/flows",
    summary: "All flows, of every account",
    answer: "ListJson<FlowDeskJson>",
    handle: ({ world }) => ({ data: world.kinds.flows.list().map(present), next: null }),
  },
  {
    method: "PATCH",
    path: "/flows/{flow}",
    summary: "Blocks, throttles or frees a flow that was published",
    body: patch,
    answer: "FlowDeskJson",
    handle: change,
  },
];

function present(flow: Flow): FlowDeskJson {
  const { id, wabaId, name, status, categories, endpointUri } = flow;
  const errorCount = flow.validationErrors.length;
  return { id, wabaId, name, status, categories, endpointUri, errorCount };
}

function change(call: ControlCall): FlowDeskJson {
  const key = call.path["flow"] ?? "";
  const flow = call.world.kinds.flows.find(key);
  if (flow === null) throw notFound("flow", key, "/_emulator/flows");
  if (flow.status === "DRAFT" || flow.status === "DEPRECATED") {
    throw new ControlRefusal(
      "conflict",
      `The flow is ${flow.status}; only one that is in use can be blocked, throttled or freed.`,
    );
  }
  const { status } = patch.parse(call.body);
  return present(status === flow.status ? flow : changeFlowStatus(call.world, flow, status));
}
