import { unknownAccount } from "@galka/core/billing/charging/account";
import { type Estimate, estimateCost } from "@galka/core/billing/estimate-cost";
import { type Business, type WhichWhatsApp, monthOf } from "@galka/core/channels/which-whatsapp";

/** Countries that can be chosen, in two letters: the large markets of WhatsApp, others with the price of the rest. */
export const COUNTRIES = [
  "AE",
  "AR",
  "BR",
  "CL",
  "CO",
  "DE",
  "EG",
  "ES",
  "FR",
  "GB",
  "ID",
  "IL",
  "IN",
  "IT",
  "KZ",
  "MX",
  "MY",
  "NG",
  "NL",
  "PE",
  "PK",
  "PL",
  "RU",
  "SA",
  "TR",
  "UA",
  "US",
  "UZ",
  "ZA",
] as const;

/** What somebody sees before they have said anything of theirs. */
export const USUAL: Business = {
  people: 1,
  answers: 300,
  notices: 0,
  marketing: 0,
  wantsBots: false,
  hasCrm: false,
  keepsApp: false,
  country: "DE",
};

/** A month of it under the tariff of the day. */
export function costOf(now: Date, business: Business, answer: WhichWhatsApp): Estimate {
  return estimateCost(now, {
    choice: "by-date",
    account: unknownAccount("newcomer"),
    numberId: "newcomer",
    groups: monthOf(business, answer),
    counts: new Map(),
    leastDelivered: 1,
  });
}
