import { invalidParameter } from "../graph/error.ts";
import { type JsonObject, objectsAt, textAt } from "../json.ts";
import type { Flow } from "../store/kinds/flows.ts";
import type { World } from "../world.ts";
import { publishFlow } from "./change-flow.ts";
import { createFlow } from "./create-flow.ts";
import { findFlow } from "./find-flow.ts";

/**
 * The components of a template with the flows of its buttons found, or made of
 * the Flow JSON that the button brings along.
 *
 * @throws GraphError 100 for a flow that is not there or cannot be used.
 */
export function prepareFlowButtons(
  world: World,
  wabaId: string,
  template: { readonly name: string; readonly components: readonly JsonObject[] },
): Record<string, unknown>[] {
  return template.components.map((component) =>
    component["type"] === "BUTTONS"
      ? {
          ...component,
          buttons: objectsAt(component, "buttons").map((button) =>
            button["type"] === "FLOW" ? prepare(world, wabaId, template.name, button) : button,
          ),
        }
      : { ...component },
  );
}

function prepare(world: World, wabaId: string, name: string, button: JsonObject): JsonObject {
  const flow = flowOf(world, wabaId, name, button);
  if (flow.status !== "DRAFT" && flow.status !== "PUBLISHED") {
    throw invalidParameter(`Flow ${flow.id} can't be used: its status is ${flow.status}.`);
  }
  const { flow_json: _json, flow_name: _name, ...rest } = button;
  return { ...rest, flow_id: flow.id };
}

function flowOf(world: World, wabaId: string, name: string, button: JsonObject): Flow {
  const json = textAt(button, "flow_json");
  if (json !== undefined) {
    const made = createFlow(world, {
      wabaId,
      name: `${name} ${world.counters.next("template-flow")}`,
      categories: ["OTHER"],
      json,
    });
    return publishFlow(world, made);
  }
  const id = textAt(button, "flow_id");
  const flowName = textAt(button, "flow_name");
  const found = findFlow(world, wabaId, { id, name: flowName });
  if (found !== null) return found;
  throw invalidParameter(`Flow with specified ID does not exist: ${id ?? flowName ?? ""}.`);
}
