import { type Answer, type Call, callWaba, type GraphRoute } from "../../graph/call.ts";
import { type GraphError, invalidParameter } from "../../graph/error.ts";
import { selectFields } from "../../graph/fields.ts";
import { page } from "../../graph/paging.ts";
import { wordsAt } from "../../json.ts";
import { solutionOf } from "../../partners/migration.ts";
import { createSolution } from "../../partners/solution-life.ts";
import type { Solution } from "../../store/kinds/partners.ts";
import { solutionNode } from "./solution.ts";

const NAME_MAX = 75;

/** The solutions of an app and of an account. Meta: OpenAPI v23.0, read 2026-11. */
export const solutionsRoutes: readonly GraphRoute[] = [
  {
    node: "app",
    edge: "whatsapp_business_solution",
    methods: ["POST"],
    scope: "management",
    handle: create,
  },
  {
    node: "app",
    edge: "whatsapp_business_solutions",
    methods: ["GET"],
    scope: "management",
    handle: ofApp,
  },
  { node: "waba", edge: "solutions", methods: ["GET"], scope: "management", handle: ofAccount },
];

function create(call: Call): Answer {
  const { world, params } = call;
  const name = params.text("solution_name", { max: NAME_MAX });
  const partnerAppId = params.text("partner_app_id");
  if (!/^\d+$/.test(partnerAppId) || partnerAppId === call.id) {
    throw invalidParameter("Invalid parameter value for partner_app_id");
  }
  const ownerPermissions = permissionsAt(call, "owner_permissions");
  const partnerPermissions = permissionsAt(call, "partner_permissions");
  // Meta: one of the two sends, and only one.
  if (ownerPermissions.length + partnerPermissions.length !== 1) throw invalidPermissions();
  const ownerAppId = call.id;
  const given = { name, ownerAppId, partnerAppId, ownerPermissions: [...ownerPermissions] };
  return { body: { solution_id: createSolution(world, given).id } };
}

function permissionsAt(call: Call, key: string): readonly string[] {
  if (!call.params.has(key)) throw call.params.missing(key);
  const wanted = wordsAt(call.params.values, key);
  if (wanted.some((it) => it !== "MESSAGING") || wanted.length > 1) throw invalidPermissions();
  return wanted;
}

function invalidPermissions(): GraphError {
  return invalidParameter("Invalid Permissions for either of the partners");
}

function ofApp(call: Call): Answer {
  const { params, world } = call;
  const role = params.has("role") ? params.oneOf("role", ["OWNER", "PARTNER"]) : undefined;
  const shown = world.kinds.solutions.list().filter((it) => {
    const owned = it.ownerAppId === call.id;
    return role === undefined || (role === "OWNER") === owned;
  });
  return list(call, shown);
}

/** None, or the one that the account belongs to. */
function ofAccount(call: Call): Answer {
  const solution = solutionOf(call.world, callWaba(call).id);
  return list(call, solution === null ? [] : [solution]);
}

function list(call: Call, solutions: readonly Solution[]): Answer {
  const fields = call.params.optionalText("fields");
  return {
    body: page(call, solutions, (it) => selectFields(solutionNode(call.world, it), fields)),
  };
}
