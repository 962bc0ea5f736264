import { z } from "zod";
import { Documents } from "../documents.ts";
import type { Database } from "../sqlite.ts";

/** By which tariff messages are billed. */
export const tariffChoice = z.enum([
  "2018",
  "2022",
  "2023",
  "2024-11",
  "2025-07",
  "2026-10",
  "by-date",
]);

/** What a business portfolio's prices depend on; the id is the portfolio's. */
const portfolioBilling = z.object({
  /** Country in which the business is based, as Meta has verified it. */
  primaryBusinessLocation: z.string().nullable(),
  /** Since when authentication-international rates apply; `null` while not eligible. */
  internationalFrom: z.number().nullable(),
  /** Countries in which they begin on another day. */
  exceptions: z.array(z.object({ country: z.string(), from: z.number() })),
});

/** Template analytics that an account has confirmed; the id is the account's. */
const insights = z.object({ confirmedAt: z.number() });

export type PortfolioBilling = z.infer<typeof portfolioBilling>;

export function openBillingKinds(database: Database) {
  return {
    portfolioBilling: new Documents(database, "portfolio-billing", portfolioBilling),
    insights: new Documents(database, "insights", insights),
  };
}
