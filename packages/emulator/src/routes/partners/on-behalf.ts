import { type Answer, type Call, callWaba, type GraphRoute } from "../../graph/call.ts";
import { invalidParameter, unknownObject } from "../../graph/error.ts";
import { selectFields } from "../../graph/fields.ts";
import { page } from "../../graph/paging.ts";
import { portfolioWith } from "../../limits/portfolios.ts";
import { intendMobility, isOpen, settleMobility } from "../../partners/mobility.ts";
import type { MobilityIntent } from "../../store/kinds/partners.ts";
import type { World } from "../../world.ts";
import { wabaNode } from "../accounts/waba-node.ts";
import { instantAt, wantedSolution } from "./migrations.ts";
import { solutionNode } from "./solution.ts";

/** Accounts that one business holds on behalf of another. Meta: OpenAPI v23.0, read 2026-11. */
export const onBehalfRoutes: readonly GraphRoute[] = [
  onAccount("set_obo_mobility_intent", "POST", set),
  onAccount("obo_mobility_intent", "POST", move),
  onAccount("in_progress_onbehalf_request", "GET", requests),
  { node: "mobility-intent", edge: "", methods: ["GET"], scope: "management", handle: read },
];

function onAccount(edge: string, method: "GET" | "POST", handle: GraphRoute["handle"]): GraphRoute {
  return { node: "waba", edge, methods: [method], scope: "management", handle };
}

function set(call: Call): Answer {
  const { world, params } = call;
  const waba = callWaba(call);
  if (params.text("waba_id") !== waba.id) {
    throw invalidParameter("Invalid parameter: waba_id must be the account of the request");
  }
  const solution = params.has("solution_id") ? activeSolution(call, "solution_id") : null;
  const solutionId = solution?.id ?? null;
  const intent = intendMobility(world, waba.id, { solutionId, status: "PENDING" });
  const mutation = params.optionalText("client_mutation_id", { max: 255 });
  return {
    body: {
      success: true,
      intent_id: intent.id,
      ...(mutation === undefined ? {} : { client_mutation_id: mutation }),
      error_msg: null,
    },
  };
}

function activeSolution(call: Call, key: string) {
  const solution = wantedSolution(call, key);
  if (solution.status === "ACTIVE") return solution;
  throw invalidParameter("Cannot set OBO mobility intent: solution configuration is invalid");
}

const BEGIN = ["INITIATE_TRANSFER", "REQUEST_HANDOVER"] as const;
const AGREE = ["CONFIRM_TRANSFER", "APPROVE_HANDOVER"] as const;
const REFUSE = ["CANCEL_TRANSFER", "REJECT_HANDOVER"] as const;

function move(call: Call): Answer {
  const { world, params } = call;
  const waba = callWaba(call);
  wantedSolution(call, "solution_id");
  const wish = params.oneOf("intent_type", [...BEGIN, ...AGREE, ...REFUSE]);
  params.optionalText("mobility_reason", { max: 500 });
  if (isAmong(AGREE, wish)) return moved(world, settleMobility(world, waba.id, "COMPLETED"), null);
  if (isAmong(REFUSE, wish)) return moved(world, settleMobility(world, waba.id, "REJECTED"), null);
  const target = activeSolution(call, "target_solution_id");
  const at = params.has("scheduled_execution_time")
    ? instantAt(call, "scheduled_execution_time")
    : null;
  const status = at === null ? "PENDING" : "SCHEDULED";
  return moved(world, intendMobility(world, waba.id, { solutionId: target.id, status }), at);
}

function isAmong(wishes: readonly string[], wish: string): boolean {
  return wishes.includes(wish);
}

function moved(world: World, intent: MobilityIntent, at: number | null): Answer {
  const open = isOpen(intent);
  return {
    body: {
      success: true,
      mobility_intent_id: intent.id,
      status: intent.status,
      estimated_completion_time: new Date(at ?? world.clock.now()).toISOString(),
      approval_required: open,
      next_steps: open ? ["Await partner approval", "Confirm transfer details"] : [],
    },
  };
}

/** What the account's owner still has to decide about. */
function requests(call: Call): Answer {
  const { world, params } = call;
  const waba = callWaba(call);
  const open = world.kinds.mobilityIntents
    .list()
    .filter((it) => it.wabaId === waba.id && isOpen(it));
  const fields = params.optionalText("fields");
  const owner = portfolioWith(world, waba.portfolioId, waba.name);
  const first = world.kinds.wabas.list()[0];
  const provider = portfolioWith(world, first?.portfolioId ?? "", first?.name);
  return {
    body: page(call, open, (it) => {
      const node = {
        type: "BusinessOwnedObjectOnBehalfOfRequest",
        usual: ["id", "status", "business_owned_object"],
        fields: {
          id: () => it.id,
          status: () => "IN_PROGRESS",
          business_owned_object: () => waba.id,
          receiving_business: () => ({ id: owner.id, name: owner.name }),
          requesting_business: () => ({ id: provider.id, name: provider.name }),
        },
      };
      return selectFields(node, fields);
    }),
  };
}

function read(call: Call): Answer {
  const { world, params } = call;
  const intent = world.kinds.mobilityIntents.find(call.id);
  if (intent === null) throw unknownObject(call.method, call.id);
  const waba = world.kinds.wabas.find(intent.wabaId);
  const solution =
    intent.solutionId === null ? null : world.kinds.solutions.find(intent.solutionId);
  const node = {
    type: "WhatsAppBusinessOBOMobilityIntent",
    usual: ["id", "waba", "solution"],
    fields: {
      id: () => intent.id,
      status: () => intent.status,
      waba: () =>
        waba === null ? undefined : selectFields(wabaNode(world, waba), "id,name,status"),
      solution: () =>
        solution === null
          ? undefined
          : selectFields(solutionNode(world, solution), "id,name,status"),
      created_time: () => new Date(intent.createdAt).toISOString(),
      updated_time: () => new Date(intent.changedAt).toISOString(),
    },
  };
  return { body: selectFields(node, params.optionalText("fields")) };
}
