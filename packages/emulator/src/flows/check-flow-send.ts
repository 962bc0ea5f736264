import { GraphError } from "../graph/error.ts";
import { notValid, type Params } from "../graph/params.ts";
import { textAt } from "../json.ts";
import type { BusinessNumber, Template } from "../store/kinds.ts";
import type { Flow } from "../store/kinds/flows.ts";
import { buttonsOf } from "../templates/template-text.ts";
import type { World } from "../world.ts";
import { findFlow } from "./find-flow.ts";
import { recentOf } from "../world/limits/recent.ts";

const HOUR_MS = 60 * 60 * 1000;
// Meta: a throttled flow is sent ten times an hour, docs/…/flows/reference/error-codes, read 2026-11.
const THROTTLED_PER_HOUR = 10;

/**
 * Checks the flow that a message opens.
 *
 * A flow id that the emulator does not know passes: it is somebody's example.
 *
 * @throws GraphError 132068 for a blocked flow, 132069 for a throttled one whose
 * ten messages of the hour are gone, 131009 for one in another mode.
 */
export function checkFlowSend(
  world: World,
  number: BusinessNumber,
  template: Template | null,
  body: Params,
): void {
  const flow =
    template === null
      ? flowOfMessage(world, number, body)
      : flowOfTemplate(world, number, template);
  if (flow === null) return;
  if (flow.status === "BLOCKED") {
    throw new GraphError({ code: 132068, details: `Flow ${flow.id} is in blocked state.` });
  }
  if (flow.status === "DEPRECATED") throw notValid(`Flow ${flow.id} is deprecated.`);
  if (flow.status === "THROTTLED") countThrottled(world, flow);
}

function countThrottled(world: World, flow: Flow): void {
  const now = world.clock.now();
  const recent = recentOf(flow.recentSends, now, HOUR_MS);
  if (recent.length >= THROTTLED_PER_HOUR) {
    throw new GraphError({
      code: 132069,
      details: `Flow ${flow.id} is in throttled state and ${THROTTLED_PER_HOUR} messages using this flow were already sent in the last hour.`,
    });
  }
  world.kinds.flows.put(flow.id, { ...flow, recentSends: [...recent, now] });
}

function flowOfTemplate(world: World, number: BusinessNumber, template: Template): Flow | null {
  const button = buttonsOf(template.components).find((it) => it["type"] === "FLOW");
  const id = textAt(button ?? {}, "flow_id");
  return id === undefined ? null : findFlow(world, number.wabaId, { id });
}

/** A draft is sent with `mode: draft` only, and what was published never is. */
function flowOfMessage(world: World, number: BusinessNumber, body: Params): Flow | null {
  const interactive = body.optionalObject("interactive");
  if (interactive?.optionalText("type")?.toLowerCase() !== "flow") return null;
  const parameters = interactive.optionalObject("action")?.optionalObject("parameters");
  if (parameters === undefined) return null;
  const flow = findFlow(world, number.wabaId, {
    id: parameters.optionalText("flow_id"),
    name: parameters.optionalText("flow_name"),
  });
  if (flow === null) return null;
  const draft = parameters.optionalText("mode")?.toLowerCase() === "draft";
  if (draft === (flow.status === "DRAFT")) return flow;
  throw notValid(
    draft
      ? `Flow ${flow.id} is published: it can't be sent in draft mode.`
      : `Flow ${flow.id} is a draft: it can be sent in draft mode only.`,
  );
}
