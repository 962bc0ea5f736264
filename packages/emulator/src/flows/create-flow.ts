import type { Flow } from "../store/kinds/flows.ts";
import { newId, type World } from "../world.ts";
import { findFlow } from "./find-flow.ts";
import { flowError } from "./flow-error.ts";
import { EMPTY_FLOW_JSON } from "./json/versions.ts";
import { validateFlowJson } from "./json/validate-flow-json.ts";

/** Makes a draft; a flow without Flow JSON begins with an empty screen. */
export function createFlow(
  world: World,
  given: Pick<Flow, "wabaId" | "name" | "categories"> & {
    readonly json?: string | undefined;
    readonly endpointUri?: string | null;
  },
): Flow {
  requireFreeName(world, given.wabaId, given.name);
  const now = world.clock.now();
  const id = newId(world, "flow");
  const json = given.json ?? EMPTY_FLOW_JSON;
  return world.kinds.flows.put(id, {
    id,
    wabaId: given.wabaId,
    name: given.name,
    categories: given.categories,
    status: "DRAFT",
    json,
    validationErrors: [...validateFlowJson(json)],
    endpointUri: given.endpointUri ?? null,
    applicationId: world.app().id,
    previewCount: 0,
    previewExpiresAt: null,
    createdAt: now,
    updatedAt: now,
    recentSends: [],
    alerts: [],
  });
}

/** @throws GraphError 100 when another flow of the account has the name. */
export function requireFreeName(world: World, wabaId: string, name: string, own?: string): void {
  const other = findFlow(world, wabaId, { name });
  if (other === null || other.id === own) return;
  throw flowError(
    100,
    "Flow name is not unique",
    "Another flow of this WhatsApp Business Account has this name. Choose a different one.",
  );
}
