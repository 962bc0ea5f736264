import {
  addPreverified,
  changePreverified,
  verificationOf,
} from "../../partners/preverified-numbers.ts";
import { type Answer, type Call, type GraphRoute, SUCCESS } from "../../graph/call.ts";
import { GraphError, invalidParameter } from "../../graph/error.ts";
import { selectFields } from "../../graph/fields.ts";
import { page } from "../../graph/paging.ts";
import type { PreverifiedNumber } from "../../store/kinds/partners.ts";
import { countryOfDigits } from "../../bill/countries.ts";
import { digitsOf } from "../../world/phone.ts";
import { wabasOf } from "../../limits/portfolios.ts";
import { preverifiedNode } from "./preverified-number.ts";

/** A partner's pool of verified numbers. Meta: docs/…/embedded-signup/pre-verified-numbers, read 2026-11. */
export const preverifiedNumbersRoutes: readonly GraphRoute[] = [
  {
    node: "portfolio",
    edge: "add_phone_numbers",
    methods: ["POST"],
    scope: "management",
    handle: add,
  },
  {
    node: "portfolio",
    edge: "preverified_numbers",
    methods: ["GET"],
    scope: "management",
    handle: list,
  },
  {
    node: "portfolio",
    edge: "share_preverified_numbers",
    methods: ["POST", "DELETE"],
    scope: "management",
    handle: share,
  },
];

function add(call: Call): Answer {
  const digits = digitsOf(call.params.text("phone_number"));
  if (digits === null) throw invalidParameter("Invalid phone number");
  return { body: { id: addPreverified(call.world, call.id, digits).id } };
}

/** Its own and those that others share with it. */
function list(call: Call): Answer {
  const { world, params } = call;
  const verification = optionalOneOf(call, "code_verification_status", [
    "VERIFIED",
    "NOT_VERIFIED",
    "EXPIRED",
  ]);
  const country = params.optionalText("country_code")?.toUpperCase();
  const shown = world.kinds.preverifiedNumbers
    .list()
    .filter((it) => it.portfolioId === call.id || it.partnerIds.includes(call.id))
    .filter((it) => verification === undefined || verificationOf(world, it) === verification)
    .filter((it) => country === undefined || countryOfDigits(it.digits) === country);
  const fields = params.optionalText("fields");
  return { body: page(call, shown, (it) => selectFields(preverifiedNode(world, it), fields)) };
}

function optionalOneOf<T extends string>(
  { params }: Call,
  key: string,
  allowed: readonly T[],
): T | undefined {
  return params.has(key) ? params.oneOf(key, allowed) : undefined;
}

/** Lets a partner business offer the number to its own clients, or no longer. */
function share(call: Call): Answer {
  const { world } = call;
  const number = ownNumber(call);
  const partnerId = call.params.text("partner_business_id");
  if (partnerId === call.id || wabasOf(world, partnerId).length === 0) {
    throw invalidParameter("Invalid partner_business_id: business not found or not accessible");
  }
  const shared = number.partnerIds.includes(partnerId);
  if (call.method === "DELETE") {
    if (!shared) {
      throw invalidParameter("Pre-verified phone number is not shared with the target business");
    }
    const partnerIds = number.partnerIds.filter((it) => it !== partnerId);
    changePreverified(world, number, { partnerIds });
    return SUCCESS;
  }
  if (shared) {
    throw invalidParameter("Pre-verified phone number is already shared with the target business");
  }
  if (verificationOf(world, number) !== "VERIFIED") {
    throw invalidParameter("Pre-verified phone number is not in a shareable state");
  }
  changePreverified(world, number, { partnerIds: [...number.partnerIds, partnerId] });
  return SUCCESS;
}

/** Whoever a number is only shared with cannot share it any further. */
function ownNumber(call: Call): PreverifiedNumber {
  const id = call.params.text("preverified_id");
  if (!/^\d+$/.test(id)) {
    throw invalidParameter("Invalid preverified_id: must be a valid numeric string");
  }
  const number = call.world.kinds.preverifiedNumbers.find(id);
  if (number === null) throw invalidParameter("Pre-verified phone number not found");
  if (number.portfolioId === call.id) return number;
  throw new GraphError({
    code: 200,
    title: "Your business doesn't have permission to share this pre-verified phone number",
  });
}
