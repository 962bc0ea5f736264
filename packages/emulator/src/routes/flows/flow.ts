import { type Answer, type Call, type GraphRoute, SUCCESS } from "../../graph/call.ts";
import { invalidParameter } from "../../graph/error.ts";
import { selectFields } from "../../graph/fields.ts";
import {
  changeFlowStatus,
  publishFlow,
  replaceFlowJson,
  requireDraft,
  saveFlow,
} from "../../flows/change-flow.ts";
import { requireFreeName } from "../../flows/create-flow.ts";
import { flowError } from "../../flows/flow-error.ts";
import { readVersion, takesEndpointByApi } from "../../flows/json/versions.ts";
import { flowNode } from "./flow-node.ts";
import { flowMetric, isMetricAsked } from "./flow-metric.ts";
import { previewOf, tokenOf } from "./preview-flow.ts";
import { callFlow, readCategories, readEndpoint, requireIntegrity } from "./read-flow.ts";

const common = { node: "flow", scope: "management" } as const;

/** One flow. */
export const flowRoutes: readonly GraphRoute[] = [
  { ...common, edge: "", methods: ["GET"], handle: read },
  { ...common, edge: "", methods: ["POST"], handle: update },
  { ...common, edge: "", methods: ["DELETE"], handle: remove },
  { ...common, edge: "assets", methods: ["GET"], handle: listAssets },
  { ...common, edge: "assets", methods: ["POST"], handle: upload },
  { ...common, edge: "publish", methods: ["POST"], handle: publish },
  { ...common, edge: "deprecate", methods: ["POST"], handle: deprecate },
  { ...common, edge: "flow.json", methods: ["GET"], scope: "public", handle: download },
];

function read(call: Call): Answer {
  const flow = callFlow(call);
  const fields = call.params.optionalText("fields");
  if (isMetricAsked(fields)) return { body: flowMetric(call, flow) };
  const node = flowNode(call.world, flow, () => previewOf(call, flow));
  return { body: selectFields(node, fields) };
}

function update(call: Call): Answer {
  const { world, params } = call;
  const flow = callFlow(call);
  const name = params.optionalText("name", { max: 200 });
  const endpointUri = readEndpoint(params);
  const application = params.optionalText("application_id");
  const categories = params.has("categories") ? readCategories(params) : flow.categories;
  if (flow.status !== "DRAFT" && flow.status !== "PUBLISHED") requireDraft(flow);
  if (name !== undefined) requireFreeName(world, flow.wabaId, name, flow.id);
  if (endpointUri !== undefined && !takesEndpointByApi(readVersion(flow.json))) {
    throw flowError(
      139001,
      "Specify Endpoint Uri in Flow JSON",
      "Before version 3.0 the endpoint is data_channel_uri of the Flow JSON.",
    );
  }
  if (application !== undefined && application !== world.app().id) {
    throw invalidParameter("Param application_id must be the id of an app of this business.");
  }
  saveFlow(world, {
    ...flow,
    name: name ?? flow.name,
    categories,
    endpointUri: endpointUri ?? flow.endpointUri,
  });
  return SUCCESS;
}

/** Only what was never sent can go. */
function remove(call: Call): Answer {
  const flow = callFlow(call);
  if (flow.status !== "DRAFT") {
    throw flowError(
      139004,
      "Can't delete published Flow",
      "A flow that was published can be deprecated, not deleted.",
    );
  }
  call.world.kinds.flows.remove(flow.id);
  return SUCCESS;
}

function listAssets(call: Call): Answer {
  const { world } = call;
  const flow = callFlow(call);
  const key = tokenOf(world, { ...flow, previewCount: 0 });
  const asset = {
    name: "flow.json",
    asset_type: "FLOW_JSON",
    download_url: `${world.publicUrl()}/v26.0/${flow.id}/flow.json?key=${key}`,
  };
  const cursor = Buffer.from("item:0").toString("base64url");
  return { body: { data: [asset], paging: { cursors: { before: cursor, after: cursor } } } };
}

/** The file behind `download_url`, which carries its own key as Meta's addresses do. */
function download(call: Call): Answer {
  const flow = callFlow(call);
  const key = tokenOf(call.world, { ...flow, previewCount: 0 });
  if (call.params.optionalText("key") !== key) {
    throw invalidParameter("The address of the file is not valid.");
  }
  const body: unknown = JSON.parse(flow.json);
  return { body: Object(body) };
}

// Meta: at most 10 MB, docs/…/flows/reference/flowsapi#update-json, read 2026-11.
const JSON_MAX = 10 * 1024 * 1024;

function upload(call: Call): Answer {
  const { params, world } = call;
  const flow = callFlow(call);
  const name = params.text("name");
  if (name !== "flow.json") {
    throw invalidParameter(`Param name must be one of {flow.json} - got "${name}".`);
  }
  params.oneOf("asset_type", ["FLOW_JSON"]);
  const file = call.files.find((it) => it.field === "file");
  const text =
    file === undefined ? params.optionalText("file") : new TextDecoder().decode(file.bytes);
  if (text === undefined) throw params.missing("file");
  if (Buffer.byteLength(text) > JSON_MAX) {
    throw invalidParameter("Param file must have at most 10 MB.");
  }
  const changed = replaceFlowJson(world, flow, text);
  return { body: { success: true, validation_errors: changed.validationErrors } };
}

function publish(call: Call): Answer {
  const flow = callFlow(call);
  requireIntegrity(call, flow.wabaId);
  publishFlow(call.world, flow);
  return SUCCESS;
}

function deprecate(call: Call): Answer {
  const flow = callFlow(call);
  if (flow.status === "DRAFT") {
    throw flowError(
      139003,
      "Can't deprecate unpublished flow",
      "A draft can be deleted; only what was published can be deprecated.",
    );
  }
  if (flow.status === "DEPRECATED") {
    throw flowError(139003, "Flow is already deprecated", "The flow is out of use already.");
  }
  changeFlowStatus(call.world, flow, "DEPRECATED");
  return SUCCESS;
}
