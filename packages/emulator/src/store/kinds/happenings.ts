import { z } from "zod";

const instant = z.iso.datetime({ offset: true });
const words = z.string().min(1).max(1000);
const id = z.string().regex(/^\d{5,20}$/, "5 to 20 digits");

export const RESTRICTIONS = [
  "RESTRICTED_BIZ_INITIATED_MESSAGING",
  "RESTRICTED_CUSTOMER_INITIATED_MESSAGING",
  "RESTRICTED_ADD_PHONE_NUMBER_ACTION",
  "RESTRICTED_BUSINESS_INITIATED_CALLING",
  "RESTRICTED_USER_INITIATED_CALLING",
] as const;

const partner = {
  businessId: id,
  solutionId: id.exactOptional(),
  partnerBusinessIds: z.array(id).exactOptional(),
};

/** What can happen to an account from outside, as the control API takes it. */
export const accountHappening = z.discriminatedUnion("happens", [
  z.strictObject({
    happens: z.literal("violation"),
    violation: words,
    remediation: words.exactOptional(),
    phoneNumberId: z.string().exactOptional(),
  }),
  z.strictObject({
    happens: z.literal("restriction"),
    restrictions: z.array(z.enum(RESTRICTIONS)).min(1),
    forMs: z.number().positive().exactOptional(),
  }),
  z.strictObject({
    happens: z.literal("ban"),
    state: z.enum(["SCHEDULE_FOR_DISABLE", "DISABLE", "REINSTATE"]),
    on: instant.exactOptional(),
  }),
  z.strictObject({ happens: z.literal("deleted") }),
  z.strictObject({ happens: z.literal("offboarded") }),
  z.strictObject({ happens: z.literal("reconnected") }),
  z.strictObject({ happens: z.literal("ad-account-linked") }),
  z.strictObject({ happens: z.literal("marketing-terms-signed") }),
  z.strictObject({
    happens: z.literal("country-changed"),
    country: z.string().regex(/^[A-Z]{2}$/, "two capital letters"),
  }),
  z.strictObject({
    happens: z.literal("authentication-price"),
    from: instant,
    exceptions: z
      .array(z.strictObject({ country: z.string().length(2), from: instant }))
      .default([]),
  }),
  z.strictObject({ happens: z.literal("partner-added"), ...partner }),
  z.strictObject({ happens: z.literal("partner-removed"), ...partner }),
  z.strictObject({ happens: z.literal("partner-app-installed"), businessId: id, appId: id }),
  z.strictObject({ happens: z.literal("partner-app-uninstalled"), businessId: id, appId: id }),
  z.strictObject({
    happens: z.literal("certification"),
    businessId: id,
    status: z.enum(["APPROVED", "DISCARDED", "FAILED", "PENDING", "REVOKED"]),
    reasons: z.array(words).default([]),
  }),
  z.strictObject({
    happens: z.literal("alert"),
    alert: z.enum([
      "INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED",
      "INCREASED_CAPABILITIES_ELIGIBILITY_FAILED",
      "INCREASED_CAPABILITIES_ELIGIBILITY_NEED_MORE_INFO",
      "PROFILE_PICTURE_LOST",
    ]),
    severity: z.enum(["CRITICAL", "INFORMATIONAL", "WARNING"]).default("WARNING"),
    status: z.enum(["ACTIVE", "NONE"]).default("ACTIVE"),
    description: words,
    phoneNumberId: z.string().exactOptional(),
  }),
  z.strictObject({
    happens: z.literal("solution"),
    event: z.enum(["SOLUTION_CREATED", "SOLUTION_UPDATED"]).default("SOLUTION_UPDATED"),
    solutionId: id,
    status: z.enum([
      "ACTIVE",
      "DEACTIVATED",
      "DRAFT",
      "INITIATED",
      "PENDING_DEACTIVATION",
      "REJECTED",
    ]),
  }),
  z.strictObject({
    happens: z.literal("payment-configuration"),
    name: words,
    provider: words,
    merchantId: words,
    status: z.enum(["Active", "Needs_Connecting", "Needs_Testing"]),
  }),
]);

export type AccountHappening = z.infer<typeof accountHappening>;
