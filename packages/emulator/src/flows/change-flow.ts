import type { JsonObject } from "../json.ts";
import type { Flow, FlowStatus } from "../store/kinds/flows.ts";
import { queueUpdate } from "../webhooks/queue-update.ts";
import type { World } from "../world.ts";
import { flowError } from "./flow-error.ts";
import { readVersion, takesEndpointByApi, usesEndpoint } from "./json/versions.ts";
import { validateFlowJson } from "./json/validate-flow-json.ts";

/**
 * Gives a flow another status and tells the business.
 *
 * Meta: docs/…/flows/reference/webhooks, read 2026-11.
 */
export function changeFlowStatus(world: World, flow: Flow, status: FlowStatus): Flow {
  const changed = saveFlow(world, { ...flow, status });
  world.db.write(() =>
    tellOfFlow(world, flow, {
      event: "FLOW_STATUS_CHANGE",
      message: `Flow ${flow.name} changed status from ${flow.status} to ${status}`,
      flow_id: flow.id,
      old_status: flow.status,
      new_status: status,
    }),
  );
  return changed;
}

/** Puts a webhook about a flow on its way. */
export function tellOfFlow(world: World, { id, wabaId }: Flow, value: JsonObject): void {
  queueUpdate(world, {
    wabaId,
    phoneNumberId: "",
    field: "flows",
    kind: "other",
    about: id,
    to: [],
    value,
  });
}

export function saveFlow(world: World, flow: Flow): Flow {
  return world.kinds.flows.put(flow.id, { ...flow, updatedAt: world.clock.now() });
}

/** Replaces the Flow JSON; it is kept also when it has errors, which is what drafts are for. */
export function replaceFlowJson(world: World, flow: Flow, json: string): Flow {
  requireDraft(flow);
  return saveFlow(world, { ...flow, json, validationErrors: [...validateFlowJson(json)] });
}

/** @throws GraphError 139001 for a flow that was published once. */
export function requireDraft(flow: Flow): void {
  if (flow.status === "DRAFT") return;
  throw flowError(
    139001,
    "Flow can't be updated",
    "Only drafts can be changed. Clone the flow, and change and publish the copy.",
  );
}

/**
 * Publishes a draft, which cannot be changed from then on.
 *
 * @throws GraphError 139002 with what is missing.
 */
export function publishFlow(world: World, flow: Flow): Flow {
  if (flow.status !== "DRAFT") {
    throw notPublished(
      "Publishing Flow in invalid state",
      "Only drafts can be published. Clone the flow to publish another form of it.",
    );
  }
  if (flow.validationErrors.length > 0) {
    throw notPublished(
      "Publishing Flow with validation errors",
      "The Flow JSON has errors. See validation_errors, and upload it without them.",
    );
  }
  const numbers = world.kinds.numbers.list().filter((it) => it.wabaId === flow.wabaId);
  if (numbers.length === 0) {
    throw notPublished(
      "No Phone Number connected to WhatsApp Business Account",
      "Add a phone number to the account before you publish a flow.",
    );
  }
  requireEndpoint(flow);
  return changeFlowStatus(world, flow, "PUBLISHED");
}

function requireEndpoint(flow: Flow): void {
  if (!usesEndpoint(flow.json)) return;
  if (takesEndpointByApi(readVersion(flow.json)) && flow.endpointUri === null) {
    throw notPublished(
      "Publishing without specifying endpoint_uri is forbidden",
      "The Flow JSON exchanges data. Set endpoint_uri of the flow before you publish it.",
    );
  }
}

function notPublished(userTitle: string, userMessage: string) {
  return flowError(139002, userTitle, userMessage);
}
