import type { Answer, Call, GraphRoute } from "../../graph/call.ts";
import { invalidParameter } from "../../graph/error.ts";
import { selectFields } from "../../graph/fields.ts";
import { page } from "../../graph/paging.ts";
import { portfolioWith, wabasOf } from "../../limits/portfolios.ts";
import { intendMobility } from "../../partners/mobility.ts";
import type { Waba } from "../../store/kinds.ts";
import { newId } from "../../world.ts";
import { wantedSolution } from "./migrations.ts";

/** Businesses whose accounts the app works with. Meta: OpenAPI v23.0, read 2026-11. */
export const clientRoutes: readonly GraphRoute[] = [
  {
    node: "app",
    edge: "connected_client_businesses",
    methods: ["GET"],
    scope: "management",
    handle: connected,
  },
  {
    node: "portfolio",
    edge: "onboard_partners_to_mm_lite",
    methods: ["POST"],
    scope: "management",
    handle: onboard,
  },
];

const VERIFICATION = { verified: "VERIFIED", not_verified: "UNVERIFIED", pending: "PENDING" };

function connected(call: Call): Answer {
  const { world, params } = call;
  const wabas = world.kinds.wabas.list();
  const own = wabas[0]?.portfolioId;
  const clients = new Map<string, Waba>();
  for (const waba of wabas) {
    if (waba.portfolioId !== own && !clients.has(waba.portfolioId)) {
      clients.set(waba.portfolioId, waba);
    }
  }
  const fields = params.optionalText("fields");
  return {
    body: page(call, [...clients.values()], (waba) => {
      const node = {
        type: "Business",
        usual: ["id", "name", "verification_status", "business_status"],
        fields: {
          id: () => waba.portfolioId,
          name: () => portfolioWith(world, waba.portfolioId, waba.name).name,
          verification_status: () => VERIFICATION[waba.businessVerificationStatus],
          business_status: () => (waba.restricted ? "SUSPENDED" : "ACTIVE"),
        },
      };
      return selectFields(node, fields);
    }),
  };
}

/**
 * Asks a business to accept the terms of Marketing Messages for the accounts
 * that have not: `PUT /_emulator/wabas/{waba}/marketing-messages` accepts them. A
 * second request finds the first one.
 */
function onboard(call: Call): Answer {
  const { world, params } = call;
  const solution = params.has("solution_id") ? wantedSolution(call, "solution_id") : null;
  const { kinds } = world;
  const waiting = wabasOf(world, call.id).filter(
    (it) => kinds.marketingAccounts.find(it.id)?.status === "ELIGIBLE",
  );
  if (waiting.length === 0) {
    throw invalidParameter("No eligible WhatsApp Business Accounts found for MM Lite onboarding");
  }
  const known = kinds.marketingRequests.list().find((it) => it.portfolioId === call.id);
  if (known !== undefined) return { body: { request_id: known.id } };
  const id = newId(world, "intent");
  world.db.write(() => {
    kinds.marketingRequests.put(id, { id, portfolioId: call.id });
    for (const waba of waiting) {
      intendMobility(world, waba.id, { solutionId: solution?.id ?? null, status: "PENDING" });
    }
  });
  return { body: { request_id: id } };
}
