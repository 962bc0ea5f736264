import { analyticsFields } from "../../analytics/analytics-fields.ts";
import { confirmedAt } from "../../analytics/insights.ts";
import { portfolioBilling, presentEligibility } from "../../bill/portfolio.ts";
import { edgeField } from "../../graph/edge.ts";
import type { Node } from "../../graph/fields.ts";
import { portfolioWith } from "../../limits/portfolios.ts";
import type { Waba } from "../../store/kinds.ts";
import type { World } from "../../world.ts";
import { flowsOf } from "../../flows/find-flow.ts";
import { templatesOf } from "../../templates/templates-of.ts";
import { flowNode } from "../flows/flow-node.ts";
import { templateNode } from "../templates/template-node.ts";
import { wabaHealth } from "../health.ts";
import { numberNode } from "../numbers/number-node.ts";
import { presentSubscriptions } from "./subscribed-apps.ts";

/** The fields of an account. Meta: codegen of 2026-04, `WhatsAppBusinessAccount`, read 2026-11. */
export function wabaNode(world: World, waba: Waba): Node {
  const portfolio = () => portfolioWith(world, waba.portfolioId, waba.name);
  const billing = () => portfolioBilling(world, waba.portfolioId);
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
      is_enabled_for_insights: () => confirmedAt(world, waba) !== null,
      primary_funding_id: () => (waba.paymentMethod ? "1000000000000001" : undefined),
      primary_business_location: () => billing().primaryBusinessLocation ?? undefined,
      purchase_order_number: () => undefined,
      on_behalf_of_business_info: () => undefined,
      auth_international_rate_eligibility: () => presentEligibility(billing()),
      marketing_messages_onboarding_status: () =>
        world.kinds.marketingAccounts.find(waba.id)?.status ?? "ONBOARDED",
      template_auto_archival_enabled: () => true,
      whatsapp_business_manager_messaging_limit: () => portfolio().messagingLimit,
      owner_business_info: () => ({ name: portfolio().name, id: waba.portfolioId }),
      owner_business: () => ({ name: portfolio().name, id: waba.portfolioId }),
      health_status: () => wabaHealth(world, waba),
      phone_numbers: (field) =>
        edgeField(
          field,
          world.kinds.numbers.list().filter((it) => it.wabaId === waba.id),
          (number) => numberNode(world, number),
        ),
      message_templates: (field) =>
        edgeField(field, templatesOf(world, waba.id), (template) => templateNode(world, template)),
      flows: (field) =>
        edgeField(field, flowsOf(world, waba.id), (flow) => flowNode(world, flow, () => ({}))),
      subscribed_apps: () => ({ data: presentSubscriptions(world, waba) }),
      ...analyticsFields(world, waba),
    },
  };
}
