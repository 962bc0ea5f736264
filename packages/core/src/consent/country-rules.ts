import type { QuietHours } from "./quiet-hours.ts";

/** Why marketing to a country is off unless its owner says otherwise. */
export type CountryReason =
  /** The law forbids advertising over this messenger there. */
  | "unlawful"
  /** Meta does not deliver it there. */
  | "not-delivered";

export type MarketingSwitch = "allowed" | "off";

/** What holds for the people of one country. */
export type CountryRule = {
  readonly marketing: MarketingSwitch;
  readonly because: CountryReason | null;
  /** Where the law says when people may be written to. */
  readonly quietHours: QuietHours | null;
};

/** An owner's own word about a country, with why they say so. */
export type CountryChoice = {
  readonly marketing: MarketingSwitch;
  readonly reason: string;
  /** A MemberId. */
  readonly by: string;
  /** As ISO text. */
  readonly at: string;
};

const USUAL: CountryRule = { marketing: "allowed", because: null, quietHours: null };

/** The rules that Galka comes with. A country that is not here has no rule of its own. */
export const COUNTRY_RULES: Readonly<Record<string, CountryRule>> = {
  // WhatsApp has been blocked in Russia since February 2026, and advertising over what is blocked is
  // unlawful; article 18 of law 38-FZ also asks for a consent that the sender can prove. Read 2026-11.
  RU: { marketing: "off", because: "unlawful", quietHours: null },
  // Meta: "marketing template messages to WhatsApp users with a United States phone number" are not
  // delivered since 2025-04-01, docs/…/templates, read 2026-11. Hours: 47 CFR 64.1200(c)(1), read 2026-11.
  US: {
    marketing: "off",
    because: "not-delivered",
    quietHours: { fromMinute: 21 * 60, toMinute: 8 * 60 },
  },
};

/** The rule of a country as the workspace has it; of somebody whose country is not known nothing is forbidden. */
export function countryRule(
  country: string | null,
  choices: Readonly<Record<string, CountryChoice>>,
): CountryRule {
  if (country === null) return USUAL;
  const given = COUNTRY_RULES[country] ?? USUAL;
  const choice = choices[country];
  if (!choice || choice.marketing === given.marketing) return given;
  return { ...given, marketing: choice.marketing, because: null };
}
