import { addSystemUser, systemUsersOf } from "../../businesses/system-user.ts";
import type { Answer, Call, GraphRoute } from "../../graph/call.ts";
import { selectFields } from "../../graph/fields.ts";
import { page } from "../../graph/paging.ts";
import { wabasOf } from "../../limits/portfolios.ts";
import type { Waba } from "../../store/kinds.ts";
import { wabaNode } from "../accounts/waba-node.ts";
import { portfolioNode } from "./portfolio-node.ts";

/** A business portfolio and what belongs to it. Meta: docs/graph-api/reference/business, read 2026-11. */
export const portfolioRoutes: readonly GraphRoute[] = [
  { node: "portfolio", edge: "", methods: ["GET"], scope: "management", handle: read },
  {
    node: "portfolio",
    edge: "owned_whatsapp_business_accounts",
    methods: ["GET"],
    scope: "management",
    handle: (call) => list(call, wabasOf(call.world, call.id)),
  },
  {
    node: "portfolio",
    edge: "client_whatsapp_business_accounts",
    methods: ["GET"],
    scope: "management",
    handle: (call) => list(call, clientWabas(call)),
  },
  {
    node: "portfolio",
    edge: "extendedcredits",
    methods: ["GET"],
    scope: "management",
    handle: credits,
  },
  {
    node: "portfolio",
    edge: "system_users",
    methods: ["GET"],
    scope: "management",
    handle: listSystemUsers,
  },
  {
    node: "portfolio",
    edge: "system_users",
    methods: ["POST"],
    scope: "management",
    handle: createSystemUser,
  },
];

function read(call: Call): Answer {
  const node = portfolioNode(call.world, call.id);
  return { body: selectFields(node, call.params.optionalText("fields")) };
}

/** A token that reaches only some accounts does not see the others; `find` picks one. */
function list(call: Call, wabas: readonly Waba[]): Answer {
  const reached = call.token?.wabaIds ?? [];
  const wanted = call.params.optionalText("find");
  const seen = wabas
    .filter((it) => reached.length === 0 || reached.includes(it.id))
    .filter((it) => wanted === undefined || it.id === wanted);
  const fields = call.params.optionalText("fields");
  return {
    body: page(call, seen, (waba) => selectFields(wabaNode(call.world, waba), fields)),
  };
}

/** Accounts of other businesses that let the app's owner, the first portfolio, work with them. */
function clientWabas(call: Call): readonly Waba[] {
  const all = call.world.kinds.wabas.list();
  return all[0]?.portfolioId === call.id ? all.filter((it) => it.portfolioId !== call.id) : [];
}

/** Who pays with a card has no credit line; the emulator's businesses have one each. */
function credits(call: Call): Answer {
  const line = {
    id: `1972${call.id.slice(-12)}`,
    legal_entity_name: wabasOf(call.world, call.id)[0]?.name,
  };
  return { body: { data: [line] } };
}

function listSystemUsers(call: Call): Answer {
  const users = systemUsersOf(call.world, call.id);
  return { body: page(call, users, ({ id, name, role }) => ({ id, name, role })) };
}

function createSystemUser(call: Call): Answer {
  const { world, params } = call;
  const user = addSystemUser(world, {
    portfolioId: call.id,
    name: params.text("name"),
    role: params.oneOf("role", ["ADMIN", "EMPLOYEE"]),
  });
  return { body: { id: user.id } };
}
