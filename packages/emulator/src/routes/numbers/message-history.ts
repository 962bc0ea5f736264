import { type Answer, type Call, callNumber, type GraphRoute } from "../../graph/call.ts";
import { unknownObject } from "../../graph/error.ts";
import { page } from "../../graph/paging.ts";
import { compact, type JsonObject, objectAt, objectsAt, parseObject, textAt } from "../../json.ts";
import { type Delivery, listDeliveriesAbout } from "../../store/deliveries.ts";
import { findSend, findSendByWamid, type Send } from "../../store/sends.ts";
import type { World } from "../../world.ts";

const PREFIX = "7101";

/**
 * Which webhooks told of a message, and whether they arrived: from the log of
 * deliveries, for as long as that is kept. Meta: OpenAPI v23.0,
 * `message_history`, read 2026-11.
 */
export const messageHistoryRoutes: readonly GraphRoute[] = [
  {
    node: "number",
    edge: "message_history",
    methods: ["GET"],
    scope: "messaging",
    handle: history,
  },
  { node: "history", edge: "events", methods: ["GET"], scope: "messaging", handle: events },
];

function history(call: Call): Answer {
  const { world, params } = call;
  const number = callNumber(call);
  const send = findSendByWamid(world.db, params.text("message_id"));
  if (send === null || send.phoneNumberId !== number.id) return { body: { data: [] } };
  const told = eventsOf(world, send).map(
    ({ occurrence_timestamp: timestamp, status_timestamp: _status, ...rest }) => ({
      ...rest,
      timestamp,
    }),
  );
  const item = { id: idOf(send), message_id: send.wamid, events: { data: told } };
  return { body: page(call, [item], (it) => it) };
}

function events(call: Call): Answer {
  const send = sendOfHistory(call.world, call.id);
  if (send === null) throw unknownObject(call.method, call.id);
  const status = call.params.optionalText("status_filter");
  const all = eventsOf(call.world, send).filter(
    (it) => status === undefined || it["delivery_status"] === status,
  );
  return { body: page(call, all, (node) => ({ node })) };
}

/** The message whose history has that id. */
export function sendOfHistory(world: World, id: string): Send | null {
  const digits = new RegExp(`^${PREFIX}(\\d{11})$`).exec(id)?.[1];
  return digits === undefined ? null : findSend(world.db, Number(digits));
}

function idOf(send: Send): string {
  return `${PREFIX}${String(send.id).padStart(11, "0")}`;
}

function eventsOf(world: World, send: Send): readonly JsonObject[] {
  const app = world.app();
  return listDeliveriesAbout(world.db, send.wamid).flatMap((delivery) =>
    statusesIn(delivery, send.wamid).map((status) => {
      const at = Number(textAt(status, "timestamp") ?? 0);
      return compact({
        id: `${delivery.id}${at}`,
        delivery_status: (textAt(status, "status") ?? "").toUpperCase(),
        webhook_update_state: stateOf(delivery),
        occurrence_timestamp: at,
        status_timestamp: Math.floor(delivery.createdAt / 1000),
        application: { id: app.id, name: app.name },
        webhook_uri: delivery.url,
        error_description: delivery.lastError ?? undefined,
      });
    }),
  );
}

function statusesIn(delivery: Delivery, wamid: string): readonly JsonObject[] {
  return objectsAt(parseObject(delivery.body), "entry")
    .flatMap((entry) => objectsAt(entry, "changes"))
    .flatMap((change) => objectsAt(objectAt(change, "value") ?? {}, "statuses"))
    .filter((status) => status["id"] === wamid);
}

function stateOf(delivery: Delivery): string {
  if (delivery.state === "delivered") return "DELIVERED";
  if (delivery.state === "given-up") return "FAILED";
  return delivery.attemptCount === 0 ? "PENDING" : "RETRYING";
}
