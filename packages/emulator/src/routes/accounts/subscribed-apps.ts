import { type Answer, type Call, callWaba, type GraphRoute, SUCCESS } from "../../graph/call.ts";
import { compact } from "../../json.ts";
import { verifyCallback } from "../../webhooks/handshake.ts";

const EDGE = "subscribed_apps";

export const subscribedAppsRoutes: readonly GraphRoute[] = [
  { node: "waba", edge: EDGE, methods: ["GET"], scope: "management", handle: list },
  { node: "waba", edge: EDGE, methods: ["POST"], scope: "management", handle: subscribe },
  { node: "waba", edge: EDGE, methods: ["DELETE"], scope: "management", handle: unsubscribe },
];

function list(call: Call): Answer {
  const waba = callWaba(call);
  if (!waba.subscribed) return { body: { data: [] } };
  const app = call.world.app();
  const link = `https://www.facebook.com/games/?app_id=${app.id}`;
  const subscription = compact({
    whatsapp_business_api_data: { link, name: app.name, id: app.id },
    override_callback_uri: waba.overrideCallbackUri ?? undefined,
  });
  return { body: { data: [subscription] } };
}

/** Without an override the account's webhooks go to the app's URL again. */
async function subscribe(call: Call): Promise<Answer> {
  const { world, params } = call;
  const { id } = callWaba(call);
  const url = params.optionalText("override_callback_uri", { max: 200 }) ?? "";
  if (url !== "") await verifyCallback(world, url, params.text("verify_token"));
  const override = url === "" ? null : url;
  world.kinds.wabas.put(id, { ...callWaba(call), subscribed: true, overrideCallbackUri: override });
  return SUCCESS;
}

function unsubscribe(call: Call): Answer {
  const waba = callWaba(call);
  const gone = { ...waba, subscribed: false, overrideCallbackUri: null };
  call.world.kinds.wabas.put(waba.id, gone);
  return SUCCESS;
}
