import { type Answer, type Call, callWaba, type GraphRoute, SUCCESS } from "../../graph/call.ts";
import { compact, type JsonObject } from "../../json.ts";
import type { Waba } from "../../store/kinds.ts";
import type { World } from "../../world.ts";
import { verifyCallback } from "../../webhooks/handshake.ts";

const EDGE = "subscribed_apps";

export const subscribedAppsRoutes: readonly GraphRoute[] = [
  { node: "waba", edge: EDGE, methods: ["GET"], scope: "management", handle: list },
  { node: "waba", edge: EDGE, methods: ["POST"], scope: "management", handle: subscribe },
  { node: "waba", edge: EDGE, methods: ["DELETE"], scope: "management", handle: unsubscribe },
];

function list(call: Call): Answer {
  return { body: { data: presentSubscriptions(call.world, callWaba(call)) } };
}

/** The app, if it is subscribed: there is no other. */
export function presentSubscriptions(world: World, waba: Waba): readonly JsonObject[] {
  if (!waba.subscribed) return [];
  const app = world.app();
  const link = `https://www.facebook.com/games/?app_id=${app.id}`;
  const subscription = compact({
    whatsapp_business_api_data: { link, name: app.name, id: app.id },
    override_callback_uri: waba.overrideCallbackUri ?? undefined,
  });
  return [subscription];
}

/**
 * Without an override the account's webhooks go to the app's URL again. With one
 * Meta's saved answer also lists the subscription: OpenAPI v23.0, read 2026-11.
 */
async function subscribe(call: Call): Promise<Answer> {
  const { world, params } = call;
  const { id } = callWaba(call);
  const url = params.optionalText("override_callback_uri", { max: 200 }) ?? "";
  if (url !== "") await verifyCallback(world, url, params.text("verify_token"));
  const override = url === "" ? null : url;
  const subscribed = { ...callWaba(call), subscribed: true, overrideCallbackUri: override };
  world.kinds.wabas.put(id, subscribed);
  if (override === null) return SUCCESS;
  return { body: { success: true, data: presentSubscriptions(world, subscribed) } };
}

function unsubscribe(call: Call): Answer {
  const waba = callWaba(call);
  const gone = { ...waba, subscribed: false, overrideCallbackUri: null };
  call.world.kinds.wabas.put(waba.id, gone);
  return SUCCESS;
}
