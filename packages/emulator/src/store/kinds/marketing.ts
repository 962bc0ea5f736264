import { z } from "zod";
import { Documents } from "../documents.ts";
import type { Database } from "../sqlite.ts";

/** Where an account is on its way to Marketing Messages. */
export const MARKETING_STATUSES = ["INELIGIBLE", "ELIGIBLE", "ONBOARDED"] as const;

const marketingAccount = z.object({ status: z.enum(MARKETING_STATUSES) });

/** An account that nobody has changed has accepted the terms. */
export function openMarketingKinds(database: Database) {
  return { marketingAccounts: new Documents(database, "marketing-account", marketingAccount) };
}
