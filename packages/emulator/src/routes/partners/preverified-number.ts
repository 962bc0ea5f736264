import { type Answer, type Call, type GraphRoute, SUCCESS } from "../../graph/call.ts";
import { invalidParameter, unknownObject } from "../../graph/error.ts";
import { edgeField } from "../../graph/edge.ts";
import { type Node, selectFields } from "../../graph/fields.ts";
import { page } from "../../graph/paging.ts";
import {
  sendPreverifiedCode,
  takePreverifiedCode,
  verificationOf,
  verifiedUntil,
} from "../../partners/preverified-numbers.ts";
import type { PreverifiedNumber } from "../../store/kinds/partners.ts";
import { seconds } from "../../webhooks/tell.ts";
import type { World } from "../../world.ts";
import { countryOfDigits } from "../../bill/countries.ts";
import { callingCode, displayPhone } from "../../world/phone.ts";
import { portfolioNode } from "../portfolios/portfolio-node.ts";

const NODE = "preverified-number";

/** One number of a partner's pool. Meta: OpenAPI v23.0 and docs/…/pre-verified-numbers, read 2026-11. */
export const preverifiedNumberRoutes: readonly GraphRoute[] = [
  { node: NODE, edge: "", methods: ["GET"], scope: "management", handle: read },
  { node: NODE, edge: "", methods: ["DELETE"], scope: "management", handle: remove },
  { node: NODE, edge: "partners", methods: ["GET"], scope: "management", handle: partners },
  { node: NODE, edge: "request_code", methods: ["POST"], scope: "management", handle: request },
  { node: NODE, edge: "verify_code", methods: ["POST"], scope: "management", handle: verify },
];

/**
 * Meta's pages and its OpenAPI file name different fields; both sets are there.
 * What is told unasked is as on Meta's page of `preverified_numbers`.
 */
export function preverifiedNode(world: World, number: PreverifiedNumber): Node {
  const until = verifiedUntil(number);
  const verified = () => verificationOf(world, number);
  return {
    type: "WhatsAppBusinessPreVerifiedPhoneNumber",
    usual: ["phone_number", "code_verification_status", "verification_expiry_time"],
    fields: {
      id: () => number.id,
      phone_number: () => displayPhone(number.digits),
      code_verification_status: verified,
      code_verification_time: () => timeOf(number.verifiedAt),
      verification_expiry_time: () => timeOf(until),
      owner_business: () => selectFields(portfolioNode(world, number.portfolioId), undefined),
      partners: (field) => edgeField(field, number.partnerIds, (id) => portfolioNode(world, id)),
      display_phone_number: () => displayPhone(number.digits),
      country_prefix: () => Number(callingCode(number.digits)),
      country_code: () => countryOfDigits(number.digits),
      is_input_id_valid: () => true,
      error_msg: () => undefined,
      verification_status: () => (verified() === "NOT_VERIFIED" ? "PENDING" : verified()),
      availability_status: () => (verified() === "VERIFIED" ? "AVAILABLE" : "UNAVAILABLE"),
      created_time: () => new Date(number.createdAt).toISOString(),
      last_updated: () => new Date(number.changedAt).toISOString(),
    },
  };
}

function timeOf(instant: number | null): number | undefined {
  return instant === null ? undefined : seconds(instant);
}

function callPreverified(call: Call): PreverifiedNumber {
  const number = call.world.kinds.preverifiedNumbers.find(call.id);
  if (number === null) throw unknownObject(call.method, call.id);
  return number;
}

function read(call: Call): Answer {
  const node = preverifiedNode(call.world, callPreverified(call));
  return { body: selectFields(node, call.params.optionalText("fields")) };
}

function remove(call: Call): Answer {
  call.world.kinds.preverifiedNumbers.remove(callPreverified(call).id);
  return SUCCESS;
}

function partners(call: Call): Answer {
  const { world, params } = call;
  const fields = params.optionalText("fields");
  const { partnerIds } = callPreverified(call);
  return { body: page(call, partnerIds, (id) => selectFields(portfolioNode(world, id), fields)) };
}

function request(call: Call): Answer {
  const number = callPreverified(call);
  call.params.oneOf("code_method", ["SMS", "VOICE"]);
  if (!/^[a-z]{2}(_[A-Z]{2})?$/.test(call.params.text("language"))) {
    throw invalidParameter("Invalid parameter: language must be a valid locale identifier");
  }
  sendPreverifiedCode(call.world, number);
  return SUCCESS;
}

function verify(call: Call): Answer {
  const number = callPreverified(call);
  const code = call.params.text("code");
  if (!/^\d{3}-?\d{3}$/.test(code)) {
    throw invalidParameter("Invalid parameter: code must be a numeric string");
  }
  takePreverifiedCode(call.world, number, code);
  return { body: { success: true, id: number.id } };
}
