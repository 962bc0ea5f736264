import { type Call, callWaba } from "../../graph/call.ts";
import { GraphError, invalidParameter } from "../../graph/error.ts";
import type { Params } from "../../graph/params.ts";
import { isObject, wordsAt } from "../../json.ts";
import { flowError } from "../../flows/flow-error.ts";
import type { Flow } from "../../store/kinds/flows.ts";
import { unknownObject } from "../../graph/error.ts";

// Meta: docs/…/flows/reference/flowsapi, read 2026-11; SHOPPING since 2025.
const CATEGORIES: readonly string[] = [
  "SIGN_UP",
  "SIGN_IN",
  "APPOINTMENT_BOOKING",
  "LEAD_GENERATION",
  "SHOPPING",
  "CONTACT_US",
  "CUSTOMER_SUPPORT",
  "SURVEY",
  "OTHER",
];

/** The flow that the call is about. */
export function callFlow(call: Call): Flow {
  const flow = call.world.kinds.flows.find(call.id);
  if (flow === null) throw unknownObject(call.method, call.id);
  return flow;
}

/** @throws GraphError 100 when there are none, or one that Meta does not know. */
export function readCategories(params: Params): string[] {
  const categories = wordsAt(params.values, "categories").map((it) => it.toUpperCase());
  if (categories.length === 0) throw params.missing("categories");
  const wrong = categories.find((it) => !CATEGORIES.includes(it));
  if (wrong === undefined) return [...new Set(categories)];
  throw invalidParameter(
    `Param categories must be one of {${CATEGORIES.join(", ")}} - got "${wrong}".`,
  );
}

/** @throws GraphError 100 */
export function readEndpoint(params: Params): string | undefined {
  const uri = params.optionalText("endpoint_uri");
  if (uri === undefined) return undefined;
  if (URL.canParse(uri) && /^https:$/.test(new URL(uri).protocol)) return uri;
  throw flowError(100, "Invalid Endpoint URI", "endpoint_uri must be a valid https address.");
}

/** The Flow JSON of a request: as a text, or as the object that it is. */
export function readFlowJson(params: Params): string | undefined {
  const given = params.values["flow_json"];
  if (given === undefined || given === null) return undefined;
  if (typeof given === "string") return given;
  if (isObject(given)) return JSON.stringify(given, null, 2);
  throw invalidParameter("Param flow_json must be a string.");
}

/** The flow to copy, which must be one that the token reaches. */
export function readSource(call: Call): Flow | null {
  const id = call.params.optionalText("clone_flow_id");
  if (id === undefined) return null;
  if (call.params.has("clone_template")) {
    throw flowError(
      100,
      "Only one clone source can be set",
      "Give clone_flow_id or clone_template, not both.",
    );
  }
  const flow = call.world.kinds.flows.find(id);
  const reach = call.token?.wabaIds ?? [];
  if (flow !== null && (reach.length === 0 || reach.includes(flow.wabaId))) return flow;
  throw flowError(
    100,
    "Flow with specified ID does not exist",
    `There is no flow ${id} that you may copy.`,
  );
}

/** What must hold before anything about flows is done in an account. */
export function requireIntegrity(call: Call, wabaId: string): void {
  if (call.world.kinds.wabas.find(wabaId)?.restricted !== true) return;
  throw new GraphError({
    code: 139000,
    title: "Blocked By Integrity",
    userTitle: "Blocked By Integrity",
    userMessage: "The account has an integrity issue: flows can't be created or published.",
  });
}

export function accountOf(call: Call): string {
  const { id } = callWaba(call);
  requireIntegrity(call, id);
  return id;
}
