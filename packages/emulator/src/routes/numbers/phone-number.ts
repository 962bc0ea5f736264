import { type Answer, type Call, callNumber, type GraphRoute, SUCCESS } from "../../graph/call.ts";
import { invalidParameter } from "../../graph/error.ts";
import { type Node, selectFields } from "../../graph/fields.ts";
import type { BusinessNumber } from "../../store/kinds.ts";
import type { World } from "../../world.ts";
import { verifyCallback } from "../../webhooks/handshake.ts";
import { numberHealth } from "../health.ts";
import { saveNumber } from "../save-number.ts";

export const phoneNumberRoutes: readonly GraphRoute[] = [
  { node: "number", edge: "", methods: ["GET"], scope: "management", handle: read },
  { node: "number", edge: "", methods: ["POST"], scope: "management", handle: change },
];

function read(call: Call): Answer {
  const node = numberNode(call.world, callNumber(call));
  return { body: selectFields(node, call.params.optionalText("fields")) };
}

/** The fields of a phone number, for its own node and for the account's list. */
export function numberNode(world: World, number: BusinessNumber): Node {
  const registered = number.registeredAt !== null;
  return {
    type: "WhatsAppBusinessPhoneNumber",
    usual: [
      "verified_name",
      "code_verification_status",
      "display_phone_number",
      "quality_rating",
      "platform_type",
      "throughput",
      "webhook_configuration",
      "last_onboarded_time",
      "id",
    ],
    fields: {
      id: () => number.id,
      verified_name: () => number.verifiedName,
      code_verification_status: () => number.codeVerificationStatus,
      display_phone_number: () => number.displayPhoneNumber,
      quality_rating: () => number.qualityRating,
      platform_type: () => (registered ? "CLOUD_API" : "NOT_APPLICABLE"),
      throughput: () => ({ level: registered ? number.throughputLevel : "NOT_APPLICABLE" }),
      status: () => number.status,
      name_status: () => number.nameStatus,
      new_name_status: () => "NONE",
      new_display_name: () => undefined,
      account_mode: () => (number.testNumber ? "SANDBOX" : "LIVE"),
      is_official_business_account: () => number.officialBusinessAccount,
      official_business_account: () => ({
        oba_status: number.officialBusinessAccount ? "APPROVED" : "NOT_STARTED",
      }),
      is_pin_enabled: () => number.pin !== null,
      is_on_biz_app: () => false,
      messaging_limit_tier: () => number.messagingLimit,
      whatsapp_business_manager_messaging_limit: () => number.messagingLimit,
      search_visibility: () => "NON_VISIBLE",
      certificate: () => undefined,
      conversational_automation: () => undefined,
      health_status: () => numberHealth(world, number),
      last_onboarded_time: () =>
        number.registeredAt === null
          ? undefined
          : new Date(number.registeredAt).toISOString().replace(/\.\d+Z$/, "+0000"),
      webhook_configuration: () => webhooks(world, number),
    },
  };
}

function webhooks(world: World, number: BusinessNumber) {
  const waba = world.kinds.wabas.find(number.wabaId);
  const entries = [
    ["phone_number", number.overrideCallbackUri],
    ["whatsapp_business_account", waba?.overrideCallbackUri],
    ["application", world.app().callbackUrl],
  ] as const;
  const known = entries.filter(([, url]) => url !== null && url !== undefined);
  return known.length === 0 ? undefined : Object.fromEntries(known);
}

/** Sets the PIN, or where the number's webhooks go. */
async function change(call: Call): Promise<Answer> {
  const { world, params } = call;
  const number = callNumber(call);
  const pin = params.optionalText("pin");
  if (pin !== undefined) {
    if (!/^\d{6}$/.test(pin)) throw invalidParameter("Param pin must be 6 digits.");
    saveNumber(world, { ...number, pin, pinGuesses: 0 });
  }
  const webhook = params.optionalObject("webhook_configuration");
  if (webhook !== undefined) {
    const url = webhook.optionalText("override_callback_uri", { max: 200 }) ?? "";
    if (url !== "") await verifyCallback(world, url, webhook.text("verify_token"));
    const fresh = callNumber(call);
    saveNumber(world, { ...fresh, overrideCallbackUri: url === "" ? null : url });
  }
  return SUCCESS;
}
