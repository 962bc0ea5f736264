import {
  countDeliveries,
  type Delivery,
  findDelivery,
  listAttempts,
  listDeliveries,
  scheduleDelivery,
} from "../../store/deliveries.ts";
import { countSends, groupSends, listSends } from "../../store/sends.ts";
import { countUpdates } from "../../store/updates.ts";
import type { LedgerQuery } from "../../wire/control.ts";
import { presentDelivery, presentDeliveryDetail, presentSend } from "../present.ts";
import { type ControlCall, type ControlRoute, instant, notFound, whole } from "../route.ts";

const FILTERS = ["callbackData", "to", "phoneNumberId", "wamid"] as const;
const PAGE_MAX = 10_000;

/** The ledger of accepted sends, and the log of webhook deliveries. */
export const logRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/ledger",
    summary: "Every send that was accepted, in that order, whether or not its answer arrived",
    query: [...FILTERS, "after", "limit"],
    answer: "ListJson<LedgerEntryJson>",
    handle: listLedger,
  },
  {
    method: "GET",
    path: "/ledger/count",
    summary: "How many sends were accepted",
    query: [...FILTERS, "after"],
    answer: "LedgerCountJson",
    handle: (call) => countSends(call.world.db, ledgerQuery(call)),
  },
  {
    method: "GET",
    path: "/ledger/groups",
    summary: "Sends counted by callback data; `min` leaves out smaller groups",
    query: [...FILTERS, "min", "limit"],
    answer: "ListJson<LedgerGroupJson>",
    handle: (call) => ({
      data: groupSends(call.world.db, ledgerQuery(call), whole(call, "min", 1)),
      next: null,
    }),
  },
  {
    method: "GET",
    path: "/deliveries",
    summary: "Webhook deliveries, the latest first",
    query: ["state", "field", "text", "since", "until", "limit", "after"],
    answer: "ListJson<DeliveryJson>",
    handle: listLog,
  },
  {
    method: "GET",
    path: "/deliveries/count",
    summary: "How many deliveries are in which state",
    answer: "DeliveryCountJson",
    handle: ({ world }) => {
      const { waiting, delivered, "given-up": givenUp } = countDeliveries(world.db);
      return { waiting: waiting + countUpdates(world.db), delivered, givenUp };
    },
  },
  {
    method: "GET",
    path: "/deliveries/{delivery}",
    summary: "One delivery with its exact body and its attempts",
    answer: "DeliveryDetailJson",
    handle: (call) => {
      const delivery = loadDelivery(call);
      return presentDeliveryDetail(delivery, listAttempts(call.world.db, delivery.id));
    },
  },
  {
    method: "POST",
    path: "/deliveries/{delivery}/redeliver",
    summary: "Sends a delivery once more",
    answer: "DeliveryJson",
    handle: redeliver,
  },
];

function ledgerQuery(call: ControlCall): LedgerQuery {
  const filters = FILTERS.flatMap((key) => {
    const value = call.query[key];
    return value === undefined ? [] : [[key, value] as const];
  });
  return {
    ...Object.fromEntries(filters),
    after: String(whole(call, "after", 0)),
    limit: Math.min(whole(call, "limit", 100), PAGE_MAX),
  };
}

function listLedger(call: ControlCall) {
  const query = ledgerQuery(call);
  const sends = listSends(call.world.db, query);
  const last = sends.at(-1);
  const more = last !== undefined && sends.length === query.limit;
  return { data: sends.map(presentSend), next: more ? String(last.id) : null };
}

function listLog(call: ControlCall) {
  const limit = Math.min(whole(call, "limit", 50), PAGE_MAX);
  const before = whole(call, "after", Number.MAX_SAFE_INTEGER);
  const { state, field, text } = call.query;
  const deliveries = listDeliveries(call.world.db, {
    state,
    field,
    text,
    ...instant(call, "since"),
    ...instant(call, "until"),
    before,
    limit,
  });
  const last = deliveries.at(-1);
  const more = last !== undefined && deliveries.length === limit;
  return { data: deliveries.map(presentDelivery), next: more ? String(last.id) : null };
}

function loadDelivery(call: ControlCall): Delivery {
  const key = call.path["delivery"] ?? "";
  const delivery = findDelivery(call.world.db, Number(key));
  if (delivery === null) throw notFound("delivery", key, "/_emulator/deliveries");
  return delivery;
}

function redeliver(call: ControlCall) {
  const { world } = call;
  const { id } = loadDelivery(call);
  world.db.write(() => scheduleDelivery(world.db, id, world.clock.now()));
  world.wake(world.clock.now());
  return presentDelivery(loadDelivery(call));
}
