import { graphInstant } from "../../graph/instant.ts";
import type { Node } from "../../graph/fields.ts";
import { numberDetails } from "../../numbers/details.ts";
import { badgeStatus } from "../../numbers/official-account.ts";
import type { BusinessNumber } from "../../store/kinds.ts";
import type { World } from "../../world.ts";
import { callingCode, countryOf } from "../../world/phone.ts";
import { numberHealth } from "../health.ts";
import { presentAutomation } from "./automation.ts";

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
        number.registeredAt === null ? undefined : graphInstant(number.registeredAt),
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
