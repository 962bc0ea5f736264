import { graphInstant } from "../../graph/instant.ts";
import type { Node } from "../../graph/fields.ts";
import { type JsonObject, textAt } from "../../json.ts";
import type { Flow } from "../../store/kinds/flows.ts";
import type { World } from "../../world.ts";
import { channelUri, dataApiVersion, readVersion } from "../../flows/json/versions.ts";
import { wabaHealth } from "../health.ts";

/** The fields of a flow, for its own node and for the account's list. */
export function flowNode(world: World, flow: Flow, preview: () => JsonObject): Node {
  return {
    type: "WhatsAppFlow",
    usual: ["id", "name", "status", "categories", "validation_errors"],
    fields: {
      id: () => flow.id,
      name: () => flow.name,
      status: () => flow.status,
      categories: () => flow.categories,
      validation_errors: () => flow.validationErrors,
      json_version: () => readVersion(flow.json),
      data_api_version: () => dataApiVersion(flow.json),
      data_channel_uri: () => channelUri(flow.json) ?? flow.endpointUri ?? undefined,
      endpoint_uri: () => flow.endpointUri ?? undefined,
      preview,
      whatsapp_business_account: () => owner(world, flow),
      application: () => application(world),
      health_status: () => health(world, flow),
      updated_at: () => graphInstant(flow.updatedAt),
    },
  };
}

function owner(world: World, flow: Flow): JsonObject | undefined {
  const waba = world.kinds.wabas.find(flow.wabaId);
  if (waba === null) return undefined;
  return {
    id: waba.id,
    name: waba.name,
    currency: waba.currency,
    timezone_id: waba.timezoneId,
    message_template_namespace: waba.namespace,
  };
}

function application(world: World): JsonObject {
  const { id, name } = world.app();
  return { link: `https://www.facebook.com/games/?app_id=${id}`, name, id };
}

/** A flow that is throttled can still be sent a little; one that is out of use cannot. */
function health(world: World, flow: Flow): JsonObject {
  const verdict =
    flow.status === "THROTTLED"
      ? "LIMITED"
      : ["BLOCKED", "DEPRECATED"].includes(flow.status)
        ? "BLOCKED"
        : "AVAILABLE";
  const waba = world.kinds.wabas.find(flow.wabaId);
  const around = waba === null ? {} : wabaHealth(world, waba);
  const others: unknown = around["entities"];
  const worst = [verdict, textAt(around, "can_send_message") ?? "AVAILABLE"];
  return {
    can_send_message: ["BLOCKED", "LIMITED"].find((it) => worst.includes(it)) ?? "AVAILABLE",
    entities: [
      { entity_type: "FLOW", id: flow.id, can_send_message: verdict },
      ...(Array.isArray(others) ? others : []),
    ],
  };
}
