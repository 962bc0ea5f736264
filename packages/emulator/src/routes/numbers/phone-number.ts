import { type Answer, type Call, callNumber, type GraphRoute, SUCCESS } from "../../graph/call.ts";
import { invalidParameter } from "../../graph/error.ts";
import { type Node, selectFields } from "../../graph/fields.ts";
import type { Params } from "../../graph/params.ts";
import { SYSTEM_USER_ID } from "../../businesses/system-user.ts";
import type { BusinessNumber } from "../../store/kinds.ts";
import type { World } from "../../world.ts";
import { verifyCallback } from "../../webhooks/handshake.ts";
import { numberDetails } from "../../numbers/details.ts";
import { requestName } from "../../numbers/display-name.ts";
import { badgeStatus } from "../../numbers/official-account.ts";
import { tellAboutNumber } from "../../numbers/tell-about-number.ts";
import { callingCode, countryOf } from "../../world/phone.ts";
import { presentAutomation } from "./automation.ts";
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
  const details = numberDetails(world, number.id);
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
      new_name_status: () => details.newNameStatus,
      new_display_name: () => details.newName ?? undefined,
      account_mode: () => (number.testNumber ? "SANDBOX" : "LIVE"),
      is_official_business_account: () => number.officialBusinessAccount,
      official_business_account: () => ({ oba_status: badgeStatus(world, number) }),
      username: () => details.username?.name,
      is_pin_enabled: () => number.pin !== null,
      is_on_biz_app: () => world.kinds.businessApps.find(number.id) !== null,
      messaging_limit_tier: () => number.messagingLimit,
      whatsapp_business_manager_messaging_limit: () => number.messagingLimit,
      search_visibility: () => "NON_VISIBLE",
      certificate: () => undefined,
      conversational_automation: () => presentAutomation(number.id, details.automation),
      country_dial_code: () => callingCode(number.waId),
      country_code: () => countryOf(number.waId),
      host_platform: () => (registered ? "CLOUD_API" : "NOT_APPLICABLE"),
      is_preverified_number: () => false,
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

/** Sets the PIN, asks for another display name, or says where the number's webhooks go. */
async function change(call: Call): Promise<Answer> {
  const { params } = call;
  const number = callNumber(call);
  const pin = params.optionalText("pin");
  const name = params.optionalText("new_display_name");
  const webhook = params.optionalObject("webhook_configuration");
  if (pin === undefined && name === undefined && webhook === undefined) throw params.missing("pin");
  if (pin !== undefined) changePin(call, pin);
  if (name !== undefined) askForName(call, number, name.trim());
  if (webhook !== undefined) await changeCallback(call, webhook);
  return SUCCESS;
}

function changePin(call: Call, pin: string): void {
  const { world } = call;
  const number = callNumber(call);
  if (!/^\d{6}$/.test(pin)) throw invalidParameter("Param pin must be 6 digits.");
  saveNumber(world, { ...number, pin, pinGuesses: 0 });
  tellAboutNumber(world, number, "security", { event: "PIN_CHANGED", requester: SYSTEM_USER_ID });
}

function askForName(call: Call, number: BusinessNumber, name: string): void {
  if (name === "" || name === number.verifiedName) {
    throw invalidParameter("Param new_display_name must be another name than the current one.");
  }
  requestName(call.world, number, name);
}

/** The empty text takes the number's own URL away. */
async function changeCallback(call: Call, webhook: Params): Promise<void> {
  const { world } = call;
  const url = webhook.optionalText("override_callback_uri", { max: 200 }) ?? "";
  if (url !== "") await verifyCallback(world, url, webhook.text("verify_token"));
  saveNumber(world, { ...callNumber(call), overrideCallbackUri: url === "" ? null : url });
}
