import { z } from "zod";
import { addFault } from "../../faults/add-fault.ts";
import { newFault } from "../../store/kinds/fault.ts";
import { presentFault } from "../present.ts";
import { type ControlCall, type ControlRoute, notFound } from "../route.ts";

const newOutage = z.strictObject({
  forMs: z.number().positive(),
  startsInMs: z.number().min(0).default(0),
  status: z.number().int().min(500).max(599).default(503),
});

/** Rules by which things go wrong. The oldest that fits and strikes is the one that counts. */
export const faultRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/faults",
    summary: "The rules and how often they struck",
    answer: "ListJson<FaultJson>",
    handle: ({ world }) => ({ data: world.kinds.faults.list().map(presentFault), next: null }),
  },
  {
    method: "POST",
    path: "/faults",
    summary: "Adds a rule",
    body: newFault,
    answer: "FaultJson",
    handle: ({ world, body }) => presentFault(addFault(world, newFault.parse(body))),
  },
  {
    method: "POST",
    path: "/outages",
    summary: "Meta is away for a while; what happened meanwhile comes in a flood afterwards",
    body: newOutage,
    answer: "OutageJson",
    handle: addOutage,
  },
  {
    method: "DELETE",
    path: "/faults",
    summary: "Removes all rules",
    answer: "OkJson",
    handle: (call) => {
      call.world.kinds.faults.clear();
      return { ok: true };
    },
  },
  {
    method: "DELETE",
    path: "/faults/{fault}",
    summary: "Removes a rule",
    answer: "OkJson",
    handle: remove,
  },
];

function addOutage(call: ControlCall) {
  const { status, ...times } = newOutage.parse(call.body);
  const always = { match: {}, when: { kind: "always" }, ...times } as const;
  const action = { kind: "http", status } as const;
  return {
    requests: presentFault(addFault(call.world, { on: "request", ...always, action })),
    webhooks: presentFault(
      addFault(call.world, { on: "webhook", ...always, action: { kind: "hold" } }),
    ),
  };
}

function remove(call: ControlCall) {
  const key = call.path["fault"] ?? "";
  if (call.world.kinds.faults.find(key) === null) throw notFound("fault", key, "/_emulator/faults");
  call.world.kinds.faults.remove(key);
  return { ok: true };
}
