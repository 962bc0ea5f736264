import { compact, type JsonObject } from "../json.ts";
import { holdForPolicy } from "../limits/enforce-policy.ts";
import type { Waba } from "../store/kinds.ts";
import type { AccountHappening } from "../store/kinds/happenings.ts";
import { unreachable } from "../unreachable.ts";
import { seconds, tellAccount } from "../webhooks/tell.ts";
import type { World } from "../world.ts";

type Happening<Kind extends AccountHappening["happens"]> = Extract<
  AccountHappening,
  { happens: Kind }
>;

/**
 * Something happens to an account: the business hears of it, and where it has
 * consequences they begin.
 *
 * Meta: docs/…/webhooks/reference/account_update, account_alerts, partner_solutions and
 * payment_configuration_update, read 2026-11.
 */
export function happenToAccount(world: World, waba: Waba, what: AccountHappening): void {
  world.db.write(() => {
    const { field, value } = newsOf(world, waba, what);
    tellAccount(world, waba.id, field, value);
    takeConsequences(world, waba, what);
  });
}

function newsOf(
  world: World,
  waba: Waba,
  what: AccountHappening,
): { readonly field: string; readonly value: JsonObject } {
  switch (what.happens) {
    case "alert":
      return { field: "account_alerts", value: alertOf(waba, what) };
    case "solution":
      return {
        field: "partner_solutions",
        value: {
          event: what.event,
          solution_id: what.solutionId,
          solution_status: what.status,
        },
      };
    case "payment-configuration": {
      const now = seconds(world.clock.now());
      return {
        field: "payment_configuration_update",
        value: {
          configuration_name: what.name,
          provider_name: what.provider,
          provider_mid: what.merchantId,
          status: what.status,
          created_timestamp: now,
          updated_timestamp: now,
        },
      };
    }
    default:
      return { field: "account_update", value: updateOf(world, waba, what) };
  }
}

function alertOf(waba: Waba, what: Happening<"alert">): JsonObject {
  const { phoneNumberId } = what;
  return {
    entity_type: phoneNumberId === undefined ? "BUSINESS" : "PHONE_NUMBER",
    entity_id: phoneNumberId ?? waba.portfolioId,
    alert_info: {
      alert_severity: what.severity,
      alert_status: what.status,
      alert_type: what.alert,
      alert_description: what.description,
    },
  };
}

type Updating = Exclude<
  AccountHappening,
  Happening<"alert"> | Happening<"solution"> | Happening<"payment-configuration">
>;

function updateOf(world: World, waba: Waba, what: Updating): JsonObject {
  switch (what.happens) {
    case "violation":
      return violationOf(world, what);
    case "restriction":
      return restrictionOf(world, what);
    case "ban":
      return banOf(world, what);
    case "country-changed":
      return { event: "BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE", country: what.country };
    case "authentication-price":
      return priceOf(what);
    case "certification":
      return {
        event: "PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE",
        partner_client_certification_info: compact({
          client_business_id: what.businessId,
          status: what.status,
          rejection_reasons: what.reasons.length === 0 ? undefined : what.reasons,
        }),
      };
    case "partner-added":
    case "partner-removed":
    case "partner-app-installed":
    case "partner-app-uninstalled":
      return partnerOf(waba, what);
    case "deleted":
    case "offboarded":
    case "reconnected":
    case "ad-account-linked":
    case "marketing-terms-signed":
      return { event: PLAIN[what.happens] };
    default:
      return unreachable(what);
  }
}

const PLAIN = {
  deleted: "ACCOUNT_DELETED",
  offboarded: "ACCOUNT_OFFBOARDED",
  reconnected: "ACCOUNT_RECONNECTED",
  "ad-account-linked": "AD_ACCOUNT_LINKED",
  "marketing-terms-signed": "MM_LITE_TERMS_SIGNED",
} as const;

function violationOf(world: World, what: Happening<"violation">): JsonObject {
  const number = world.kinds.numbers.find(what.phoneNumberId ?? "");
  return compact({
    event: "ACCOUNT_VIOLATION",
    phone_number: number?.waId,
    violation_info: compact({ violation_type: what.violation, remediation: what.remediation }),
  });
}

function restrictionOf(world: World, what: Happening<"restriction">): JsonObject {
  const { forMs } = what;
  const expiration = forMs === undefined ? undefined : seconds(world.clock.now() + forMs);
  return {
    event: "ACCOUNT_RESTRICTION",
    restriction_info: what.restrictions.map((it) => compact({ restriction_type: it, expiration })),
  };
}

function banOf(world: World, what: Happening<"ban">): JsonObject {
  const on = new Date(what.on ?? world.clock.now());
  const date = on.toLocaleDateString("en-US", { dateStyle: "long", timeZone: "UTC" });
  return {
    event: "DISABLED_UPDATE",
    ban_info: { waba_ban_state: what.state, waba_ban_date: date },
  };
}

function priceOf(what: Happening<"authentication-price">): JsonObject {
  return {
    event: "AUTH_INTL_PRICE_ELIGIBILITY_UPDATE",
    auth_international_rate_eligibility: {
      start_time: seconds(Date.parse(what.from)),
      exception_countries: what.exceptions.map((it) => ({
        country_code: it.country,
        start_time: seconds(Date.parse(it.from)),
      })),
    },
  };
}

const PARTNER_EVENTS = {
  "partner-added": "PARTNER_ADDED",
  "partner-removed": "PARTNER_REMOVED",
  "partner-app-installed": "PARTNER_APP_INSTALLED",
  "partner-app-uninstalled": "PARTNER_APP_UNINSTALLED",
} as const;

function partnerOf(
  waba: Waba,
  what: Happening<
    "partner-added" | "partner-removed" | "partner-app-installed" | "partner-app-uninstalled"
  >,
): JsonObject {
  const rest =
    "appId" in what
      ? { partner_app_id: what.appId }
      : {
          solution_id: what.solutionId,
          solution_partner_business_ids: what.partnerBusinessIds,
        };
  return {
    event: PARTNER_EVENTS[what.happens],
    waba_info: compact({ waba_id: waba.id, owner_business_id: what.businessId, ...rest }),
  };
}

function takeConsequences(world: World, waba: Waba, what: AccountHappening): void {
  const { wabas } = world.kinds;
  if (what.happens === "country-changed") wabas.put(waba.id, { ...waba, country: what.country });
  if (what.happens === "deleted") wabas.put(waba.id, { ...waba, restricted: true });
  if (what.happens === "ban" && what.state !== "SCHEDULE_FOR_DISABLE") {
    wabas.put(waba.id, { ...waba, restricted: what.state === "DISABLE" });
  }
  if (what.happens !== "restriction") return;
  const until = what.forMs === undefined ? null : world.clock.now() + what.forMs;
  holdForPolicy(world, waba.id, what.restrictions, until);
}
