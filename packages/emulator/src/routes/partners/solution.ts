import { issueToken } from "../../businesses/system-user.ts";
import type { Answer, Call, GraphRoute } from "../../graph/call.ts";
import { GraphError, invalidParameter, unknownObject } from "../../graph/error.ts";
import { type Node, selectFields } from "../../graph/fields.ts";
import { compact } from "../../json.ts";
import { wabasOf } from "../../limits/portfolios.ts";
import { solutionOf } from "../../partners/migration.ts";
import {
  acceptDeactivation,
  acceptSolution,
  askDeactivation,
  rejectDeactivation,
  rejectSolution,
} from "../../partners/solution-life.ts";
import type { Solution } from "../../store/kinds/partners.ts";
import { seconds } from "../../webhooks/tell.ts";
import type { World } from "../../world.ts";

/** What every partner may do with the accounts of a solution. */
const GIVEN = ["MANAGE", "DEVELOP", "MANAGE_TEMPLATES", "MANAGE_PHONE", "VIEW_COST"];
const SCOPES = ["whatsapp_business_management", "whatsapp_business_messaging"];

/** A Multi-Partner Solution and what its two sides do. Meta: OpenAPI v23.0, read 2026-11. */
export const solutionRoutes: readonly GraphRoute[] = [
  route("", "GET", (call) => show(call, callSolution(call))),
  route("accept", "POST", accept),
  route("reject", "POST", reject),
  route("send_deactivation_request", "POST", ask),
  route("accept_deactivation_request", "POST", (call) =>
    show(call, acceptDeactivation(call.world, callSolution(call))),
  ),
  route("reject_deactivation_request", "POST", refuseDeactivation),
  route("access_token", "GET", token),
];

function route(edge: string, method: "GET" | "POST", handle: GraphRoute["handle"]): GraphRoute {
  return { node: "solution", edge, methods: [method], scope: "management", handle };
}

export function solutionNode(world: World, solution: Solution): Node {
  const own = world.app();
  const owner = solution.ownerAppId;
  return {
    type: "WhatsAppBusinessSolution",
    usual: ["name", "status", "status_for_pending_request"],
    fields: {
      id: () => solution.id,
      name: () => solution.name,
      status: () => solution.status,
      status_for_pending_request: () => solution.pending,
      owner_app: () => compact({ id: owner, name: owner === own.id ? own.name : undefined }),
      owner_permissions: () => [...GIVEN, ...solution.ownerPermissions],
    },
  };
}

function callSolution(call: Call): Solution {
  const solution = call.world.kinds.solutions.find(call.id);
  if (solution === null) throw unknownObject(call.method, call.id);
  return solution;
}

function show(call: Call, solution: Solution): Answer {
  const node = solutionNode(call.world, solution);
  return { body: selectFields(node, call.params.optionalText("fields")) };
}

function accept(call: Call): Answer {
  const { world } = call;
  const solution = acceptSolution(world, invitedTo(call));
  return {
    body: {
      solution_id: solution.id,
      partner_status: "ACCEPTED",
      success: true,
      message: "Solution partnership accepted successfully",
      update_time: now(world),
    },
  };
}

/** @throws GraphError 200 when the named app was not asked. */
function invitedTo(call: Call): Solution {
  const solution = callSolution(call);
  const partner = call.params.text("partner_app_id");
  if (!/^\d+$/.test(partner)) {
    throw invalidParameter("Invalid parameter: partner_app_id must be a valid numeric string");
  }
  if (partner === solution.partnerAppId) return solution;
  throw new GraphError({
    code: 200,
    subcode: 1349175,
    message: "Your app is not invited to participate in this Multi-Partner Solution",
    userTitle: "Permission Denied",
    userMessage: "Your app doesn't have permission to accept this solution invitation",
  });
}

const REQUESTS = ["PARTNERSHIP_REQUEST", "DEACTIVATION_REQUEST"] as const;

function reject(call: Call): Answer {
  const { world, params } = call;
  const type = params.oneOf("request_type", REQUESTS);
  params.optionalText("rejection_reason", { max: 500 });
  const partnership = type === "PARTNERSHIP_REQUEST";
  if (partnership && !params.has("partner_app_id")) {
    throw invalidParameter("partner_app_id is required when rejecting PARTNERSHIP_REQUEST");
  }
  const solution = partnership
    ? rejectSolution(world, invitedTo(call))
    : rejectDeactivation(world, callSolution(call));
  return {
    body: compact({
      success: true,
      solution_id: solution.id,
      rejected_request_type: type,
      rejection_timestamp: now(world),
      partner_app_id: partnership ? solution.partnerAppId : undefined,
    }),
  };
}

function ask(call: Call): Answer {
  call.params.optionalText("reason", { max: 500 });
  const { id } = askDeactivation(call.world, callSolution(call));
  return {
    body: {
      success: true,
      message: "Deactivation request submitted successfully",
      request_id: id,
    },
  };
}

function refuseDeactivation(call: Call): Answer {
  const { params, world } = call;
  const solution = callSolution(call);
  if (params.optionalFlag("reject_deactivation_request") !== true) {
    throw invalidParameter("Param reject_deactivation_request must be true.");
  }
  return show(call, rejectDeactivation(world, solution));
}

/** A token for the accounts that the business has in the solution. */
function token(call: Call): Answer {
  const { world, params } = call;
  const solution = callSolution(call);
  const business = params.text("business_id");
  if (!/^\d+$/.test(business)) {
    throw invalidParameter("Invalid parameter: business_id must be a valid numeric string");
  }
  const wabas = wabasOf(world, business).filter(
    (it) => solutionOf(world, it.id)?.id === solution.id,
  );
  if (wabas.length === 0) {
    throw invalidParameter(
      "The specified business has not shared a WABA with this Multi-Partner Solution",
    );
  }
  const wabaIds = wabas.map((it) => it.id);
  const issued = issueToken(world, { scopes: SCOPES, wabaIds, expires: true });
  return {
    body: {
      access_token: issued.token,
      expires_at: seconds(issued.expiresAt ?? world.clock.now()),
    },
  };
}

function now(world: World): string {
  return new Date(world.clock.now()).toISOString();
}
