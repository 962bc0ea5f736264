import type { AccountHappening, NumberHappening } from "@galka/emulator/wire/happenings";

type AccountKind = AccountHappening["happens"];
type NumberKind = NumberHappening["happens"];
export type HappeningKind = AccountKind | NumberKind;

/** What is asked about happenings. */
export type FieldName =
  | "alert"
  | "appId"
  | "businessId"
  | "code"
  | "country"
  | "description"
  | "details"
  | "forMs"
  | "from"
  | "merchantId"
  | "name"
  | "provider"
  | "restrictions"
  | "severity"
  | "solutionId"
  | "state"
  | "status"
  | "violation";

export type HappeningField = {
  readonly name: FieldName;
  readonly initial: string;
  /** Meta's own words to choose from. */
  readonly options?: readonly string[];
  readonly optional?: true;
};

const business: HappeningField = { name: "businessId", initial: "1012000000000099" };
const solution: HappeningField = { name: "solutionId", initial: "774400000000001" };
const app: HappeningField = { name: "appId", initial: "550000000000099" };

/** What is asked about each happening. */
export const FIELDS: Readonly<Record<HappeningKind, readonly HappeningField[]>> = {
  violation: [{ name: "violation", initial: "SCAM" }],
  restriction: [
    choice("restrictions", [
      "RESTRICTED_BIZ_INITIATED_MESSAGING",
      "RESTRICTED_CUSTOMER_INITIATED_MESSAGING",
      "RESTRICTED_ADD_PHONE_NUMBER_ACTION",
      "RESTRICTED_BUSINESS_INITIATED_CALLING",
      "RESTRICTED_USER_INITIATED_CALLING",
    ]),
    { name: "forMs", initial: "", optional: true },
  ],
  ban: [choice("state", ["DISABLE", "SCHEDULE_FOR_DISABLE", "REINSTATE"])],
  alert: [
    choice("alert", [
      "INCREASED_CAPABILITIES_ELIGIBILITY_FAILED",
      "INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED",
      "INCREASED_CAPABILITIES_ELIGIBILITY_NEED_MORE_INFO",
      "PROFILE_PICTURE_LOST",
    ]),
    choice("severity", ["WARNING", "CRITICAL", "INFORMATIONAL"]),
    { name: "description", initial: "Your business needs to be verified." },
  ],
  deleted: [],
  offboarded: [],
  reconnected: [],
  "partner-added": [business, { ...solution, initial: "", optional: true }],
  "partner-removed": [business, { ...solution, initial: "", optional: true }],
  "partner-app-installed": [business, app],
  "partner-app-uninstalled": [business, app],
  certification: [
    business,
    choice("status", ["APPROVED", "PENDING", "FAILED", "DISCARDED", "REVOKED"]),
  ],
  solution: [
    solution,
    choice("status", [
      "ACTIVE",
      "INITIATED",
      "DRAFT",
      "REJECTED",
      "PENDING_DEACTIVATION",
      "DEACTIVATED",
    ]),
  ],
  "payment-configuration": [
    { name: "name", initial: "main" },
    { name: "provider", initial: "razorpay" },
    { name: "merchantId", initial: "acc_0001" },
    choice("status", ["Active", "Needs_Connecting", "Needs_Testing"]),
  ],
  "country-changed": [{ name: "country", initial: "BR" }],
  "authentication-price": [{ name: "from", initial: "2027-01-01T00:00:00Z" }],
  "marketing-terms-signed": [],
  "ad-account-linked": [],
  "pin-reset-requested": [],
  "pin-reset-done": [],
  "business-app-joined": [],
  "business-app-left": [],
  "agent-on": [],
  "agent-off": [],
  trouble: [
    { name: "code", initial: "130429" },
    { name: "details", initial: "Too many messages were sent from this number." },
  ],
};

/** Every happening of an account, in the order in which they are offered. */
export const ACCOUNT_KINDS: readonly AccountKind[] = [
  "violation",
  "restriction",
  "ban",
  "alert",
  "deleted",
  "offboarded",
  "reconnected",
  "partner-added",
  "partner-removed",
  "partner-app-installed",
  "partner-app-uninstalled",
  "certification",
  "solution",
  "payment-configuration",
  "country-changed",
  "authentication-price",
  "marketing-terms-signed",
  "ad-account-linked",
];

export const NUMBER_KINDS: readonly NumberKind[] = [
  "trouble",
  "pin-reset-requested",
  "pin-reset-done",
  "business-app-joined",
  "business-app-left",
  "agent-on",
  "agent-off",
];

/** What was written into the fields, by name. */
export type Written = Readonly<Partial<Record<FieldName, string>>>;

/**
 * What the emulator is told. An empty text is left out where it may be; where it
 * may not, there is nothing to tell yet.
 */
export function happeningOf(
  happens: HappeningKind,
  written: Written,
): Readonly<Record<string, unknown>> | null {
  const entries = FIELDS[happens].map(({ name, initial, optional }) => {
    const text = (written[name] ?? initial).trim();
    return { name, text, missing: text === "" && optional !== true };
  });
  if (entries.some((it) => it.missing)) return null;
  const told = entries.filter((it) => it.text !== "");
  return {
    happens,
    ...Object.fromEntries(told.map(({ name, text }) => [name, valueOf(name, text)])),
  };
}

function valueOf(name: FieldName, text: string): unknown {
  if (name === "restrictions") return [text];
  return name === "code" || name === "forMs" ? Number(text) : text;
}

function choice(name: FieldName, options: readonly string[]): HappeningField {
  return { name, options, initial: options[0] ?? "" };
}
