import { type Answer, type Call, callNumber, type GraphRoute, SUCCESS } from "../../graph/call.ts";
import type { Params } from "../../graph/params.ts";
import { compact, type JsonObject } from "../../json.ts";
import { changeDetails, numberDetails } from "../../numbers/details.ts";
import { requireProduct } from "../../world/validate-message.ts";

const EDGE = "business_compliance_info";
const ENTITY_TYPES = [
  "LIMITED_LIABILITY_PARTNERSHIP",
  "SOLE_PROPRIETORSHIP",
  "PARTNERSHIP",
  "PUBLIC_COMPANY",
  "PRIVATE_COMPANY",
  "OTHER",
] as const;
const NAME_MAX = 128;
const CUSTOM_MAX = 1024;
const PHONE_MAX = 20;

/**
 * What Indian law wants a business to tell of itself.
 * Meta: docs/…/business-compliance, read 2026-11.
 */
export const complianceRoutes: readonly GraphRoute[] = [
  { node: "number", edge: EDGE, methods: ["GET"], scope: "management", handle: read },
  { node: "number", edge: EDGE, methods: ["POST"], scope: "management", handle: change },
];

function read(call: Call): Answer {
  const number = callNumber(call);
  const { compliance } = numberDetails(call.world, number.id);
  if (compliance === null) return { body: { data: [] } };
  const info = { whatsapp_business_account_id: number.wabaId, messaging_product: "whatsapp" };
  return { body: { data: [{ ...info, ...compliance }] } };
}

function change(call: Call): Answer {
  const { world, params } = call;
  const number = callNumber(call);
  requireProduct(params);
  const type = params.oneOf("entity_type", ENTITY_TYPES);
  const registered = params.optionalFlag("is_registered");
  if (type === "PARTNERSHIP" && registered === undefined) throw params.missing("is_registered");
  const officer = params.object("grievance_officer_details");
  const care = params.object("customer_care_details");
  changeDetails(world, number.id, {
    compliance: {
      entity_name: params.text("entity_name", { max: NAME_MAX }),
      entity_type: type,
      ...(type === "OTHER"
        ? { entity_type_custom: params.text("entity_type_custom", { max: CUSTOM_MAX }) }
        : {}),
      ...(registered === undefined ? {} : { is_registered: registered }),
      grievance_officer_details: {
        name: officer.text("name", { max: NAME_MAX }),
        ...reachable(officer),
      },
      customer_care_details: reachable(care),
    },
  });
  return SUCCESS;
}

/** An address, and at least one of the two telephones. */
function reachable(person: Params): JsonObject {
  const email = person.text("email", { max: NAME_MAX });
  const landline = person.optionalText("landline_number", { max: PHONE_MAX });
  const mobile = person.optionalText("mobile_number", { max: PHONE_MAX });
  if (landline === undefined && mobile === undefined) throw person.missing("mobile_number");
  return compact({ email, landline_number: landline, mobile_number: mobile });
}
