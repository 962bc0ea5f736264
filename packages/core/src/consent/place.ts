import type { Identity } from "../contacts/identity.ts";
import { type CountryReason, countryRule } from "./country-rules.ts";
import type { QuietHours } from "./quiet-hours.ts";
import type { ConsentSettings } from "./settings.ts";
import { countryOf, zonesOf } from "./zones/zones-of.ts";

/** What the place where somebody lives says of marketing to them. */
export type Place =
  /** It is off in their country. */
  | { readonly off: true; readonly country: string; readonly because: CountryReason | null }
  /** It comes while none of these rules says that it is night in any of their zones. */
  | {
      readonly off: false;
      readonly zones: readonly string[];
      readonly quiet: readonly QuietHours[];
    };

/** Tells the place by what somebody is known by, with the rules of the workspace and of their country. */
export function placeOf(
  identities: readonly Identity[],
  { countries, quietHours }: Pick<ConsentSettings, "countries" | "quietHours">,
): Place {
  const country = countryOf(identities);
  const rule = countryRule(country, countries);
  if (country !== null && rule.marketing === "off") {
    return { off: true, country, because: rule.because };
  }
  const quiet = [quietHours, rule.quietHours].filter((it) => it !== null);
  return { off: false, zones: zonesOf(identities), quiet };
}
