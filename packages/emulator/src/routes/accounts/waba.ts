import { type Answer, type Call, callWaba, type GraphRoute } from "../../graph/call.ts";
import { type Node, selectFields } from "../../graph/fields.ts";
import type { Waba } from "../../store/kinds.ts";
import type { World } from "../../world.ts";
import { wabaHealth } from "../health.ts";

export const wabaRoutes: readonly GraphRoute[] = [
  { node: "waba", edge: "", methods: ["GET"], scope: "management", handle: read },
];

function read(call: Call): Answer {
  const node = wabaNode(call.world, callWaba(call));
  return { body: selectFields(node, call.params.optionalText("fields")) };
}

function wabaNode(world: World, waba: Waba): Node {
  const numbers = world.kinds.numbers.list().filter((it) => it.wabaId === waba.id);
  return {
    type: "WhatsAppBusinessAccount",
    usual: ["id", "name", "timezone_id", "message_template_namespace"],
    fields: {
      id: () => waba.id,
      name: () => waba.name,
      currency: () => waba.currency,
      country: () => waba.country,
      timezone_id: () => waba.timezoneId,
      message_template_namespace: () => waba.namespace,
      account_review_status: () => waba.accountReviewStatus,
      business_verification_status: () => waba.businessVerificationStatus,
      status: () => (waba.restricted ? "RESTRICTED" : "ACTIVE"),
      ownership_type: () => "SELF",
      is_enabled_for_insights: () => false,
      primary_funding_id: () => (waba.paymentMethod ? "1000000000000001" : undefined),
      marketing_messages_onboarding_status: () => "ELIGIBLE",
      template_auto_archival_enabled: () => false,
      whatsapp_business_manager_messaging_limit: () => numbers[0]?.messagingLimit ?? "TIER_250",
      owner_business_info: () => ({ name: waba.name, id: "1012345678901234" }),
      health_status: () => wabaHealth(world, waba),
    },
  };
}
