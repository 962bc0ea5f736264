import type { AccountEvent } from "@galka/cloud-api";
import type { Alert, Ban, RestrictedThing, Restriction } from "@galka/core/health/account-word";
import { tierOfPeople } from "@galka/core/health/tier";
import type { IncomingFact } from "@galka/core/messages/incoming";

type UpdateOf<Kind extends AccountEvent["kind"]> = Extract<AccountEvent, { kind: Kind }>["update"];
type Words = Partial<Pick<IncomingFact, "restriction" | "ban" | "violation" | "alert">>;

/** What an update of the account says of its health. */
export function wordsOfUpdate(update: UpdateOf<"account-update">, at: Date): Words {
  const told = at.toISOString();
  switch (update.event) {
    case "ACCOUNT_RESTRICTION":
      return { restriction: restrictionOf(update, told) };
    case "ACCOUNT_VIOLATION": {
      const { violation_type: rule, remediation } = update.violation_info ?? {};
      return {
        violation: { at: told, rule: rule ?? update.event, remedy: remediation ?? null },
      };
    }
    case "ACCOUNT_DELETED":
      return { ban: { at: told, state: "deleted", on: null } };
    case "DISABLED_UPDATE": {
      const { waba_ban_state: state, waba_ban_date: on } = update.ban_info ?? {};
      const known = BAN_STATES[state ?? ""];
      return known === undefined ? {} : { ban: { at: told, state: known, on: on ?? null } };
    }
    default:
      return {};
  }
}

const BAN_STATES: Readonly<Record<string, Ban["state"]>> = {
  DISABLE: "disabled",
  SCHEDULE_FOR_DISABLE: "scheduled",
  REINSTATE: "reinstated",
};

const RESTRICTED: Readonly<Record<string, RestrictedThing>> = {
  RESTRICTED_BIZ_INITIATED_MESSAGING: "starts",
  RESTRICTED_CUSTOMER_INITIATED_MESSAGING: "answers",
  RESTRICTED_ADD_PHONE_NUMBER_ACTION: "numbers",
  RESTRICTED_BUSINESS_INITIATED_CALLING: "calls",
  RESTRICTED_USER_INITIATED_CALLING: "calls",
};

function restrictionOf(update: UpdateOf<"account-update">, at: string): Restriction {
  const of = (update.restriction_info ?? []).map(({ restriction_type: type, expiration }) => ({
    what: RESTRICTED[type ?? ""] ?? "other",
    until: expiration === undefined ? null : new Date(Number(expiration) * 1000).toISOString(),
  }));
  return { at, of };
}

const SEVERITY: Readonly<Record<string, Alert["severity"]>> = {
  CRITICAL: "critical",
  WARNING: "warning",
};

/** An alert of Meta's. Of good news, such as an approved badge, nothing follows. */
export function wordsOfAlert({ alert_info: alert }: UpdateOf<"account-alert">, at: Date): Words {
  const { alert_type: what, alert_status: status, alert_severity, alert_description } = alert;
  if (what === "OBA_APPROVED") return {};
  const severity = SEVERITY[alert_severity ?? ""] ?? "information";
  const isActive = status !== "NONE";
  const text = alert_description ?? null;
  return { alert: { at: at.toISOString(), severity, isActive, what, text } };
}

/** The tier in an update, whether Meta writes it as a name or as a number of people. */
export function tierIn(told: number | string | undefined): { readonly tier?: string } {
  if (told === undefined) return {};
  const isName = typeof told === "string" && told.startsWith("TIER_");
  const tier = isName ? told : tierOfPeople(Number(told));
  return tier === null || tier === "TIER_NOT_SET" ? {} : { tier };
}
