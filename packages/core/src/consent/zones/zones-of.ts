import { NO_COUNTRY, countryOfDigits } from "../../billing/countries.ts";
import type { Identity } from "../../contacts/identity.ts";
import { AREA_ZONES } from "./area-zones.ts";
import { COUNTRY_ZONES } from "./country-zones.ts";

const LONGEST_AREA = 5;

/**
 * The country of a contact in two letters, by their number, or by their WhatsApp
 * id where they have shown no number; null when nothing says it.
 */
export function countryOf(identities: readonly Identity[]): string | null {
  for (const { kind, value } of identities) {
    if (kind !== "phone") continue;
    const country = countryOfDigits(value);
    if (country !== NO_COUNTRY) return country;
  }
  for (const { kind, value } of identities) {
    // Meta: a business-scoped user id begins with the country of the person's number, docs/…/business-scoped-user-ids, read 2026-11.
    const [, country] = kind === "bsuid" ? (/^([A-Z]{2})\./u.exec(value) ?? []) : [];
    if (country !== undefined) return country;
  }
  return null;
}

/** The time zones that a contact may be in, as narrow as what is known of them; empty when nothing is. */
export function zonesOf(identities: readonly Identity[]): readonly string[] {
  for (const { kind, value } of identities) {
    const zones = kind === "phone" ? areaZones(value) : null;
    if (zones !== null) return zones;
  }
  const country = countryOf(identities);
  return country === null ? [] : (COUNTRY_ZONES.get(country) ?? []);
}

function areaZones(digits: string): readonly string[] | null {
  // Mexico's mobile numbers may have a 1 that belongs to no area.
  const plain = digits.replace(/^521(?=\d{10}$)/u, "52");
  for (let length = LONGEST_AREA; length > 1; length--) {
    const zones = AREA_ZONES.get(plain.slice(0, length));
    if (zones !== undefined) return zones;
  }
  return null;
}
