import { type Answer, type Call, type GraphRoute, SUCCESS } from "../../graph/call.ts";
import { GraphError, invalidParameter } from "../../graph/error.ts";
import { wordsAt } from "../../json.ts";
import { verifyCallback } from "../../webhooks/handshake.ts";
import { WEBHOOK_FIELDS } from "../../world/webhook-fields.ts";

const EDGE = "subscriptions";
const OBJECT = "whatsapp_business_account";

export const appSubscriptionRoutes: readonly GraphRoute[] = [
  { node: "app", edge: EDGE, methods: ["GET"], scope: "none", handle: list },
  { node: "app", edge: EDGE, methods: ["POST"], scope: "none", handle: subscribe },
  { node: "app", edge: EDGE, methods: ["DELETE"], scope: "none", handle: unsubscribe },
  { node: "app", edge: "", methods: ["GET"], scope: "none", handle: read },
];

function read(call: Call): Answer {
  const { id, name } = call.world.app();
  return {
    body: { id, name, category: "Business", link: `https://www.facebook.com/games/?app_id=${id}` },
  };
}

function list(call: Call): Answer {
  requireAppToken(call);
  const app = call.world.app();
  if (app.callbackUrl === null) return { body: { data: [] } };
  const fields = app.fields.map((name) => ({ name, version: "v26.0" }));
  const subscription = { object: OBJECT, callback_url: app.callbackUrl, active: true, fields };
  return { body: { data: [subscription] } };
}

async function subscribe(call: Call): Promise<Answer> {
  const { world, params } = call;
  requireAppToken(call);
  params.oneOf("object", [OBJECT]);
  const fields = fieldsOf(call);
  const callbackUrl = params.text("callback_url");
  const verifyToken = params.text("verify_token");
  await verifyCallback(world, callbackUrl, verifyToken);
  const includeValues = params.optionalText("include_values") === "true";
  const app = world.app();
  world.kinds.apps.put(app.id, {
    ...app,
    callbackUrl,
    verifyToken,
    includeValues,
    fields: fields.length === 0 ? app.fields : fields,
  });
  return SUCCESS;
}

/** Clients write the fields as a list, as JSON, or with commas. */
function fieldsOf(call: Call): string[] {
  const names = wordsAt(call.params.values, "fields");
  const unknown = names.find((it) => !WEBHOOK_FIELDS.includes(it));
  if (unknown !== undefined) {
    throw invalidParameter(`Param fields must be fields of ${OBJECT} - got "${unknown}".`);
  }
  return [...names];
}

function unsubscribe(call: Call): Answer {
  const { world } = call;
  requireAppToken(call);
  const app = world.app();
  const gone = fieldsOf(call);
  if (gone.length > 0) {
    const fields = app.fields.filter((it) => !gone.includes(it));
    world.kinds.apps.put(app.id, { ...app, fields });
  } else {
    world.kinds.apps.put(app.id, { ...app, callbackUrl: null, verifyToken: null });
  }
  return SUCCESS;
}

function requireAppToken(call: Call): void {
  if (call.token?.kind === "app") return;
  throw new GraphError({
    code: 15,
    status: 400,
    message: "(#15) This method must be called with an app access_token.",
  });
}
