import { findSystemUser, issueToken } from "../../businesses/system-user.ts";
import type { Answer, Call, GraphRoute } from "../../graph/call.ts";
import { GraphError, invalidParameter, unknownObject } from "../../graph/error.ts";
import { selectFields } from "../../graph/fields.ts";
import { page } from "../../graph/paging.ts";
import { wordsAt } from "../../json.ts";
import type { SystemUser } from "../../store/kinds/businesses.ts";
import { wabaNode } from "../accounts/waba-node.ts";

const SCOPES = [
  "business_management",
  "whatsapp_business_management",
  "whatsapp_business_messaging",
  "whatsapp_business_manage_events",
];

/** System users and their tokens. Meta: docs/business-management-apis/system-users, read 2026-11. */
export const systemUserRoutes: readonly GraphRoute[] = [
  { node: "system-user", edge: "", methods: ["GET"], scope: "none", handle: read },
  {
    node: "system-user",
    edge: "access_tokens",
    methods: ["POST"],
    scope: "none",
    handle: createToken,
  },
  {
    node: "system-user",
    edge: "assigned_whatsapp_business_accounts",
    methods: ["GET"],
    scope: "management",
    handle: assignedAccounts,
  },
];

function callUser(call: Call): SystemUser {
  const user = findSystemUser(call.world, call.id);
  if (user === null) throw unknownObject(call.method, call.id);
  return user;
}

function read(call: Call): Answer {
  const { id, name, role } = callUser(call);
  const fields = { id: () => id, name: () => name, role: () => role };
  const node = { type: "SystemUser", usual: ["id", "name"], fields };
  return { body: selectFields(node, call.params.optionalText("fields")) };
}

/** For ever, or for 60 days; it reaches the accounts that the user was assigned to. */
function createToken(call: Call): Answer {
  const { world, params } = call;
  const user = callUser(call);
  if (params.text("business_app") !== world.app().id) {
    throw new GraphError({
      code: 100,
      title: "Param business_app must be an app that the system user is installed on.",
    });
  }
  const scopes = wordsAt(params.values, "scope");
  const unknown = scopes.find((it) => !SCOPES.includes(it));
  if (unknown !== undefined) {
    throw invalidParameter(`Param scope has an unknown permission "${unknown}".`);
  }
  const token = issueToken(world, {
    scopes: scopes.length === 0 ? SCOPES : scopes,
    wabaIds: user.role === "ADMIN" ? [] : assignmentsOf(call, user.id).map((it) => it.wabaId),
    expires: params.optionalFlag("set_token_expires_in_60_days") ?? false,
  });
  return { body: { access_token: token.token } };
}

function assignedAccounts(call: Call): Answer {
  const { world, params } = call;
  const user = callUser(call);
  const ids = new Set(assignmentsOf(call, user.id).map((it) => it.wabaId));
  const wabas = world.kinds.wabas.list().filter((it) => ids.has(it.id));
  const fields = params.optionalText("fields");
  return { body: page(call, wabas, (waba) => selectFields(wabaNode(world, waba), fields)) };
}

function assignmentsOf(call: Call, userId: string) {
  return call.world.kinds.assignments.list().filter((it) => it.userId === userId);
}
