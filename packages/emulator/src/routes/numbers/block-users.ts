import { type Answer, type Call, callNumber, type GraphRoute } from "../../graph/call.ts";
import { errorTitle, GraphError } from "../../graph/error.ts";
import { page } from "../../graph/paging.ts";
import type { JsonObject } from "../../json.ts";
import { findPerson, type Person } from "../../store/people.ts";
import {
  blockedByBusiness,
  blockForBusiness,
  lastInboundAt,
  unblockForBusiness,
} from "../../store/windows.ts";
import type { World } from "../../world.ts";
import { digitsOf } from "../../world/phone.ts";
import { isWindowOpen } from "../../world/service-window.ts";
import { requireProduct } from "../../world/validate-message.ts";

const EDGE = "block_users";

export const blockUsersRoutes: readonly GraphRoute[] = [
  { node: "number", edge: EDGE, methods: ["GET"], scope: "messaging", handle: list },
  { node: "number", edge: EDGE, methods: ["POST"], scope: "messaging", handle: block },
  { node: "number", edge: EDGE, methods: ["DELETE"], scope: "messaging", handle: unblock },
];

type Named = {
  readonly input: string;
  readonly waId: string | null;
  readonly person: Person | null;
};

function list(call: Call): Answer {
  const blocked = blockedByBusiness(call.world.db, callNumber(call).id);
  return {
    body: page(call, blocked, (waId) => ({ messaging_product: "whatsapp", wa_id: waId })),
  };
}

/** Only who wrote within the last 24 hours can be blocked. */
function block(call: Call): Answer {
  const number = callNumber(call);
  const { world } = call;
  return change(call, "added_users", (it) => {
    const last = it.person === null ? null : lastInboundAt(world.db, number.id, it.person.id);
    if (it.waId === null || !isWindowOpen(world.clock.now(), last)) return false;
    blockForBusiness(world.db, number.id, it.waId, world.clock.now());
    return true;
  });
}

function unblock(call: Call): Answer {
  const number = callNumber(call);
  return change(call, "removed_users", (it) => {
    if (it.waId === null) return false;
    unblockForBusiness(call.world.db, number.id, it.waId);
    return true;
  });
}

function change(call: Call, key: string, one: (it: Named) => boolean): Answer {
  const { world } = call;
  requireProduct(call.params);
  const all = call.params.objects("block_users").map((it) => named(world, it.text("user")));
  const done = world.db.write(() => all.map((it) => ({ ...it, done: one(it) })));
  const good = done.filter((it) => it.done).map(presentUser);
  const bad = done.filter((it) => !it.done).map((it) => ({ ...presentUser(it), errors: [FAILED] }));
  const body = { messaging_product: "whatsapp", block_users: { [key]: good } };
  if (bad.length === 0) return { body };
  const error = new GraphError({ code: 139100, details: "Some users could not be changed." });
  return {
    status: 400,
    body: { ...body, block_users: { [key]: good, failed_users: bad }, ...error.envelope("") },
  };
}

const FAILED: JsonObject = {
  code: 139100,
  message: errorTitle(139100),
  error_data: { details: "The user has not written to the business in the last 24 hours." },
};

function presentUser(it: Named): JsonObject {
  return it.waId === null ? { input: it.input } : { input: it.input, wa_id: it.waId };
}

function named(world: World, input: string): Named {
  const person = findPerson(world.db, digitsOf(input) ?? input);
  return { input, waId: person?.waId ?? digitsOf(input), person };
}
