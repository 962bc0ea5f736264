import { z } from "zod";
import { Documents } from "../documents.ts";
import type { Database } from "../sqlite.ts";

/** What is known of a code that was sent to a phone. */
export const codeState = z.object({
  code: z.string().nullable(),
  sentAt: z.number().nullable(),
  /** Instants of the codes asked for, which count against the limit. */
  requests: z.array(z.number()),
  guesses: z.number(),
});

/** A number that a partner verifies before a client takes it. */
const preverifiedNumber = z.object({
  id: z.string(),
  portfolioId: z.string(),
  digits: z.string(),
  verifiedAt: z.number().nullable(),
  createdAt: z.number(),
  changedAt: z.number(),
  codeState,
  /** Portfolios of other businesses that may offer it to their clients. */
  partnerIds: z.array(z.string()),
});

/** Two apps that work for the same clients. */
const solution = z.object({
  id: z.string(),
  name: z.string(),
  ownerAppId: z.string(),
  partnerAppId: z.string(),
  ownerPermissions: z.array(z.string()),
  status: z.enum(["DRAFT", "INITIATED", "ACTIVE", "REJECTED", "DEACTIVATED"]),
  pending: z.enum(["PENDING_ACTIVATION", "PENDING_DEACTIVATION", "NONE"]),
});

/** An account's wish to move to another solution. */
const migrationIntent = z.object({
  id: z.string(),
  wabaId: z.string(),
  solutionId: z.string(),
  status: z.enum(["INITIATED", "ACCEPTED", "COMPLETED", "REJECTED"]),
  /** `null` waits for a confirmation. */
  scheduledFor: z.number().nullable(),
});

/** An account's wish to become its owner's alone, or another provider's. */
const mobilityIntent = z.object({
  id: z.string(),
  wabaId: z.string(),
  solutionId: z.string().nullable(),
  status: z.enum(["PENDING", "SCHEDULED", "COMPLETED", "REJECTED"]),
  createdAt: z.number(),
  changedAt: z.number(),
});

/** Which solution an account belongs to, and which request for Marketing Messages waits for its owner. */
const wabaSolution = z.object({ wabaId: z.string(), solutionId: z.string() });
const marketingRequest = z.object({ id: z.string(), portfolioId: z.string() });

/** When a person was last taken out of a portfolio's contact book. */
const contactRemoval = z.object({ portfolioId: z.string(), bsuid: z.string(), at: z.number() });

export type CodeState = z.infer<typeof codeState>;
export type PreverifiedNumber = z.infer<typeof preverifiedNumber>;
export type Solution = z.infer<typeof solution>;
export type MigrationIntent = z.infer<typeof migrationIntent>;
export type MobilityIntent = z.infer<typeof mobilityIntent>;

/** Opens what partners of a business have to do with its accounts. */
export function openPartnerKinds(database: Database) {
  return {
    preverifiedNumbers: new Documents(database, "preverified-number", preverifiedNumber),
    solutions: new Documents(database, "solution", solution),
    migrationIntents: new Documents(database, "migration-intent", migrationIntent),
    mobilityIntents: new Documents(database, "mobility-intent", mobilityIntent),
    wabaSolutions: new Documents(database, "waba-solution", wabaSolution),
    marketingRequests: new Documents(database, "marketing-request", marketingRequest),
    contactRemovals: new Documents(database, "contact-removal", contactRemoval),
  };
}
