import { type Answer, type Call, callWaba, type GraphRoute } from "../../graph/call.ts";
import { GraphError } from "../../graph/error.ts";
import { selectFields } from "../../graph/fields.ts";
import { page } from "../../graph/paging.ts";
import { wordsAt } from "../../json.ts";
import { publishFlow } from "../../flows/change-flow.ts";
import { createFlow } from "../../flows/create-flow.ts";
import { flowsOf } from "../../flows/find-flow.ts";
import { flowError } from "../../flows/flow-error.ts";
import { readVersion, takesEndpointByApi } from "../../flows/json/versions.ts";
import type { Flow } from "../../store/kinds/flows.ts";
import { flowNode } from "./flow-node.ts";
import { previewOf } from "./preview-flow.ts";
import { accountOf, readCategories, readEndpoint, readFlowJson, readSource } from "./read-flow.ts";

const common = { node: "waba", scope: "management" } as const;

/** The flows of an account. */
export const flowsRoutes: readonly GraphRoute[] = [
  { ...common, edge: "flows", methods: ["GET"], handle: list },
  { ...common, edge: "flows", methods: ["POST"], handle: create },
  { ...common, edge: "migrate_flows", methods: ["POST"], handle: migrate },
];

function list(call: Call): Answer {
  const { world, params } = call;
  return {
    body: page(call, flowsOf(world, callWaba(call).id), (flow) =>
      selectFields(
        flowNode(world, flow, () => previewOf(call, flow)),
        params.optionalText("fields"),
      ),
    ),
  };
}

function create(call: Call): Answer {
  const { world, params } = call;
  const wabaId = accountOf(call);
  const name = params.text("name", { max: 200 });
  const source = readSource(call);
  const categories = readCategories(params);
  const endpointUri = readEndpoint(params);
  const json = readFlowJson(params) ?? source?.json;
  if (
    endpointUri !== undefined &&
    json !== undefined &&
    !takesEndpointByApi(readVersion(json) ?? "3.0")
  ) {
    throw flowError(
      100,
      "Specify Endpoint Uri in Flow JSON",
      "Before version 3.0 the endpoint is data_channel_uri of the Flow JSON.",
    );
  }
  const flow = world.db.write(() => {
    const made = createFlow(world, {
      wabaId,
      name,
      categories,
      json,
      endpointUri: endpointUri ?? source?.endpointUri ?? null,
    });
    const publish = params.optionalText("publish")?.toLowerCase() === "true";
    const ready = publish && json !== undefined && made.validationErrors.length === 0;
    return ready ? publishFlow(world, made) : made;
  });
  return { body: { id: flow.id, success: true, validation_errors: flow.validationErrors } };
}

// Meta: at most 100 names in one call, docs/…/flows/reference/flowsapi#migrate, read 2026-11.
const NAMES_MAX = 100;

/** Copies flows of another account; each that cannot be copied is named with the reason. */
function migrate(call: Call): Answer {
  const { world, params } = call;
  const wabaId = accountOf(call);
  const source = world.kinds.wabas.find(params.text("source_waba_id"));
  if (source === null || source.id === wabaId) {
    throw flowError(
      100,
      "Invalid source account",
      "source_waba_id must be another account of the same business.",
    );
  }
  const all = flowsOf(world, source.id);
  const names = wordsAt(params.values, "source_flow_names").slice(0, NAMES_MAX);
  const wanted = names.length === 0 ? all : all.filter((it) => names.includes(it.name));
  const absent = names.filter((name) => !all.some((it) => it.name === name));
  const results = wanted.map((flow) => copy(call, wabaId, flow));
  return {
    body: {
      migrated_flows: results.flatMap((it) => ("migrated_id" in it ? [it] : [])),
      failed_flows: [
        ...results.flatMap((it) => ("migrated_id" in it ? [] : [it])),
        ...absent.map((name) => failure(name, "Flow name not found in source WABA.")),
      ],
    },
  };
}

/** A published flow is published in its new account as well. */
function copy(call: Call, wabaId: string, flow: Flow) {
  const { world } = call;
  const { name, categories, json, endpointUri } = flow;
  try {
    return world.db.write(() => {
      const made = createFlow(world, { wabaId, name, categories, json, endpointUri });
      if (flow.status === "PUBLISHED") publishFlow(world, made);
      return { source_id: flow.id, source_name: name, migrated_id: made.id };
    });
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    const why = error.problem.userTitle ?? error.message;
    return failure(
      name,
      why === "Flow name is not unique"
        ? "Flow with the same name exists in destination WABA."
        : why,
    );
  }
}

function failure(name: string, message: string) {
  return {
    source_name: name,
    error_code: "4233041",
    error_message: `Flows Migration Error: ${message}`,
  };
}
