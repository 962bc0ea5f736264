import { newFault } from "../../store/kinds.ts";
import { presentFault } from "../present.ts";
import { type ControlCall, type ControlRoute, notFound } from "../route.ts";

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
    handle: add,
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

function add(call: ControlCall) {
  const { world } = call;
  const rule = newFault.parse(call.body);
  const id = `f${String(world.counters.next("fault")).padStart(6, "0")}`;
  return presentFault(world.kinds.faults.put(id, { id, rule, fitCount: 0, strikeCount: 0 }));
}

function remove(call: ControlCall) {
  const key = call.path["fault"] ?? "";
  if (call.world.kinds.faults.find(key) === null) throw notFound("fault", key, "/_emulator/faults");
  call.world.kinds.faults.remove(key);
  return { ok: true };
}
