import type { CloudApi, PhoneNumber } from "@galka/cloud-api";
import type { CheckJson } from "@galka/contract/json/connection";
import type { Patient } from "../../accounts.ts";
import { ask, check, isTrouble } from "./check.ts";

const FIELDS: readonly (keyof PhoneNumber)[] = [
  "id",
  "verified_name",
  "display_phone_number",
  "quality_rating",
  "code_verification_status",
  "status",
  "name_status",
  "throughput",
  "webhook_configuration",
  "whatsapp_business_manager_messaging_limit",
];

export type NumberFound = { readonly number: CheckJson; readonly facts: PhoneNumber | null };

/** The number, and whether it is one of the account that we listen to. */
export async function checkNumber(api: CloudApi, { access }: Patient): Promise<NumberFound> {
  const found = await ask(() => api.phoneNumbers.get(access.phoneNumberId, { fields: FIELDS }));
  if (isTrouble(found)) {
    const facts = { reason: found.reason };
    const { evidence } = found;
    return {
      number: check("number", "bad", "number-unreachable", { facts, evidence }),
      facts: null,
    };
  }
  const facts = { phone: found.display_phone_number ?? found.id };
  const listed = await ask(() => api.phoneNumbers.list(access.wabaId, { limit: 100 }));
  const isElsewhere =
    !isTrouble(listed) && listed.data.length < 100 && !listed.data.some((it) => it.id === found.id);
  const number = isElsewhere
    ? check("number", "bad", "number-of-another-account", { facts, evidence: listed.data })
    : check("number", "good", "number-reachable", { facts, evidence: found });
  return { number, facts: found };
}

export function checkRegistration(number: PhoneNumber): CheckJson {
  const status: string = number.status ?? "UNKNOWN";
  const facts = { status };
  const evidence = {
    status: number.status,
    code_verification_status: number.code_verification_status,
  };
  switch (status) {
    case "CONNECTED":
      return check("registration", "good", "number-registered", { facts, evidence });
    case "BANNED":
    case "RESTRICTED":
    case "FLAGGED":
      return check("registration", "bad", "number-blocked", { facts, evidence });
    default:
      return check("registration", "bad", "number-not-registered", {
        facts,
        evidence,
        repair: "register",
      });
  }
}

export function checkName(number: PhoneNumber): CheckJson {
  const facts = { name: number.verified_name ?? "" };
  const status: string = number.name_status ?? "NONE";
  const evidence = { name_status: number.name_status, verified_name: number.verified_name };
  switch (status) {
    case "APPROVED":
    case "AVAILABLE_WITHOUT_REVIEW":
      return check("display-name", "good", "name-approved", { facts, evidence });
    case "PENDING_REVIEW":
      return check("display-name", "warning", "name-in-review", { facts, evidence });
    case "DECLINED":
    case "EXPIRED":
      return check("display-name", "bad", "name-declined", { facts, evidence });
    default:
      return check("display-name", "unknown", "name-unseen", { facts, evidence });
  }
}

export function checkQuality(number: PhoneNumber): CheckJson {
  const rating: string = number.quality_rating ?? "UNKNOWN";
  const evidence = { quality_rating: rating };
  switch (rating) {
    case "GREEN":
      return check("quality", "good", "quality-green", { evidence });
    case "YELLOW":
      return check("quality", "warning", "quality-yellow", { evidence });
    case "RED":
      return check("quality", "bad", "quality-red", { evidence });
    default:
      return check("quality", "unknown", "quality-unseen", { evidence });
  }
}

export function checkTier(number: PhoneNumber): CheckJson {
  const tier = number.whatsapp_business_manager_messaging_limit ?? number.messaging_limit_tier;
  const evidence = { tier };
  if (tier === "TIER_UNLIMITED") return check("tier", "good", "tier-unlimited", { evidence });
  if (tier === undefined || tier === "UNTIERED") {
    return check("tier", "unknown", "tier-unseen", { evidence });
  }
  const verdict = tier === "TIER_250" || tier === "TIER_50" ? "warning" : "good";
  return check("tier", verdict, "tier-known", { facts: { tier }, evidence });
}
