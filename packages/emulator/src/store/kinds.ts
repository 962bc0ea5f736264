import { z } from "zod";
import { isObject } from "../json.ts";
import { Documents } from "./documents.ts";
import { openAgentKinds } from "./kinds/agents.ts";
import { fault } from "./kinds/fault.ts";
import { openIdentityKinds } from "./kinds/identity.ts";
import { openLimitKinds, PHYSICS, physicsFields } from "./kinds/limits.ts";
import { openBusinessKinds } from "./kinds/businesses.ts";
import { openNumberKinds } from "./kinds/number-details.ts";
import { openOriginKinds } from "./kinds/origin.ts";
import { openMarketingKinds } from "./kinds/marketing.ts";
import { openFlowKinds } from "./kinds/flows.ts";
import { openPartnerKinds } from "./kinds/partners.ts";
import { openTemplateKinds } from "./kinds/templates.ts";
import { openBillingKinds, tariffChoice } from "./kinds/billing.ts";
import { population, visits } from "./kinds/population.ts";
import type { Database } from "./sqlite.ts";

const app = z.object({
  id: z.string(),
  name: z.string(),
  secret: z.string(),
  callbackUrl: z.string().nullable(),
  verifyToken: z.string().nullable(),
  fields: z.array(z.string()),
  includeValues: z.boolean(),
});

const waba = z.object({
  id: z.string(),
  name: z.string(),
  currency: z.string(),
  country: z.string(),
  timezoneId: z.string(),
  namespace: z.string(),
  accountReviewStatus: z.enum(["APPROVED", "PENDING", "REJECTED"]),
  businessVerificationStatus: z.enum(["verified", "not_verified", "pending"]),
  paymentMethod: z.boolean(),
  subscribed: z.boolean(),
  overrideCallbackUri: z.string().nullable(),
  restricted: z.boolean(),
  /** The business portfolio that the account belongs to, and whose messaging limit it shares. */
  portfolioId: z.string().default("1012000000000001"),
});

const profile = z.object({
  about: z.string(),
  address: z.string(),
  description: z.string(),
  email: z.string(),
  websites: z.array(z.string()),
  vertical: z.string(),
  pictureMediaId: z.string().nullable(),
});

const number = z.object({
  id: z.string(),
  wabaId: z.string(),
  displayPhoneNumber: z.string(),
  waId: z.string(),
  verifiedName: z.string(),
  status: z.enum(["CONNECTED", "PENDING", "DISCONNECTED", "BANNED", "RESTRICTED", "FLAGGED"]),
  qualityRating: z.enum(["GREEN", "YELLOW", "RED", "UNKNOWN"]),
  nameStatus: z.enum([
    "APPROVED",
    "AVAILABLE_WITHOUT_REVIEW",
    "DECLINED",
    "EXPIRED",
    "PENDING_REVIEW",
    "NONE",
  ]),
  codeVerificationStatus: z.enum(["VERIFIED", "NOT_VERIFIED", "EXPIRED"]),
  messagingLimit: z.enum([
    "TIER_250",
    "TIER_2K",
    "TIER_10K",
    "TIER_100K",
    "TIER_UNLIMITED",
    "UNTIERED",
  ]),
  throughputLevel: z.enum(["STANDARD", "HIGH"]),
  testNumber: z.boolean(),
  allowList: z.array(z.string()),
  officialBusinessAccount: z.boolean(),
  verificationCode: z.string().nullable(),
  pin: z.string().nullable(),
  pinGuesses: z.number(),
  /** Instants of the registrations and deregistrations that count against 133016. */
  registrations: z.array(z.number()),
  registeredAt: z.number().nullable(),
  overrideCallbackUri: z.string().nullable(),
  identityKeyCheck: z.boolean(),
  profile,
});

const token = z.object({
  token: z.string(),
  kind: z.enum(["system-user", "user", "app"]),
  scopes: z.array(z.string()),
  issuedAt: z.number(),
  expiresAt: z.number().nullable(),
  revoked: z.boolean(),
  wabaIds: z.array(z.string()),
});

const qrCode = z.object({
  code: z.string(),
  phoneNumberId: z.string(),
  prefilledMessage: z.string(),
  image: z.enum(["SVG", "PNG"]).nullable(),
  createdAt: z.number().default(0),
});

const upload = z.object({
  id: z.string(),
  name: z.string(),
  mimeType: z.string(),
  length: z.number(),
  /** Base64 of the bytes received so far. */
  received: z.string(),
  handle: z.string().nullable(),
  mediaId: z.string().nullable(),
});

const settings = z.object({
  reviewDelayMs: z.number(),
  reviewer: z.boolean(),
  batchDelayMs: z.number(),
  escaping: z.enum(["meta", "escaped", "raw"]),
  pairRate: z.boolean(),
  throughput: z.enum(["by-level", "unlimited"]),
  unknownNumbers: z.enum(["absent", "join"]),
  sentDelayMs: z.number(),
  arrivalDelayMs: z.number(),
  webhookTimeoutMs: z.number(),
  webhookRetentionMs: z.number(),
  mediaBaseUrl: z.string().nullable(),
  freeServiceMessages: z.number(),
  templateSyncMs: z.number().min(0),
  ...physicsFields,
  weather: z.enum(["calm", "real", "hostile"]),
  tariff: tariffChoice,
  graphLimits: z.boolean(),
});

const OLDER_SETTINGS = {
  ...PHYSICS.calm,
  weather: "calm",
  tariff: "by-date",
  graphLimits: true,
  templateSyncMs: 0,
};

/** As stored: what an older emulator did not know has its calm value. */
const storedSettings = z.preprocess(
  (value) => (isObject(value) ? { ...OLDER_SETTINGS, ...value } : value),
  settings,
);

const clock = z.object({
  offsetMs: z.number(),
  frozenAt: z.number().nullable(),
  speed: z.number().default(1),
  /** Instant of the machine's clock at which it was ahead by `offsetMs`; it matters with a speed. */
  machineAt: z.number().default(0),
});

export type App = z.infer<typeof app>;
export type Waba = z.infer<typeof waba>;
export type BusinessNumber = z.infer<typeof number>;
export type Token = z.infer<typeof token>;
export type { Template } from "./kinds/templates.ts";
export type QrCode = z.infer<typeof qrCode>;
export type Upload = z.infer<typeof upload>;
export type Settings = z.infer<typeof settings>;

/** What the control API takes to change the settings. */
export const settingsPatch = settings.partial().strict();

/** The parts of an account that the control API can set. */
export const wabaStanding = waba.pick({
  name: true,
  accountReviewStatus: true,
  businessVerificationStatus: true,
  paymentMethod: true,
  subscribed: true,
  restricted: true,
});

/** The parts of a number that the control API can set. */
export const numberStanding = number.pick({
  verifiedName: true,
  status: true,
  qualityRating: true,
  nameStatus: true,
  codeVerificationStatus: true,
  messagingLimit: true,
  throughputLevel: true,
  testNumber: true,
  allowList: true,
  officialBusinessAccount: true,
});

export type Kinds = ReturnType<typeof openKinds>;

/** Opens every kind of document there is. */
export function openKinds(database: Database) {
  return {
    apps: new Documents(database, "app", app),
    wabas: new Documents(database, "waba", waba),
    numbers: new Documents(database, "number", number),
    tokens: new Documents(database, "token", token),
    ...openNumberKinds(database),
    ...openBusinessKinds(database),
    ...openPartnerKinds(database),
    ...openTemplateKinds(database),
    ...openFlowKinds(database),
    ...openMarketingKinds(database),
    qrCodes: new Documents(database, "qr-code", qrCode),
    uploads: new Documents(database, "upload", upload),
    settings: new Documents(database, "settings", storedSettings),
    clock: new Documents(database, "clock", clock),
    faults: new Documents(database, "fault", fault),
    ...openIdentityKinds(database),
    ...openAgentKinds(database),
    ...openLimitKinds(database),
    ...openBillingKinds(database),
    ...openOriginKinds(database),
    populations: new Documents(database, "population", population),
    visits: new Documents(database, "visits", visits),
  };
}
