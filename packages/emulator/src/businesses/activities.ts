import type { Method, NodeKind } from "../graph/call.ts";
import type { Token } from "../store/kinds.ts";
import type { World } from "../world.ts";
import { SYSTEM_USER_ID } from "./system-user.ts";

/** A call that succeeded. */
type Done = {
  readonly node: NodeKind;
  readonly id: string;
  readonly edge: string;
  readonly method: Method;
  readonly wabaId: string;
  readonly token: Token;
};

/** Which calls an account's log has a line for. Meta: OpenAPI v23.0, `activities`, read 2026-11. */
const KINDS: Readonly<Record<string, string>> = {
  "POST waba phone_numbers": "PHONE_NUMBER_ADDED",
  "POST number verify_code": "PHONE_NUMBER_VERIFIED",
  "POST waba message_templates": "TEMPLATE_CREATED",
  "POST template ": "TEMPLATE_UPDATED",
  "DELETE waba message_templates": "TEMPLATE_DELETED",
  "POST waba subscribed_apps": "WEBHOOK_CONFIGURED",
  "DELETE waba subscribed_apps": "WEBHOOK_CONFIGURED",
  "POST waba assigned_users": "USER_ADDED",
  "DELETE waba assigned_users": "USER_REMOVED",
  "POST waba ": "ACCOUNT_UPDATED",
  "POST number business_compliance_info": "COMPLIANCE_ACTION",
};

/** Kept for each account. */
const KEPT = 1000;

/** Writes a line into the account's log, if the call is one that Meta logs. */
export function recordActivity(world: World, done: Done): void {
  const type = KINDS[`${done.method} ${done.node} ${done.edge}`];
  if (type === undefined) return;
  const { kinds, clock, counters } = world;
  const id = String(8_000_000_000_000 + counters.next("activity"));
  kinds.activities.put(id, {
    id,
    wabaId: done.wabaId,
    type,
    at: clock.now(),
    actorId: done.token.kind === "app" ? world.app().id : SYSTEM_USER_ID,
    actorName: done.token.kind === "app" ? world.app().name : "Demo system user",
    details: { object_id: done.id },
  });
  const all = kinds.activities.list().filter((it) => it.wabaId === done.wabaId);
  if (all.length > KEPT) kinds.activities.remove(all[0]?.id ?? "");
}
