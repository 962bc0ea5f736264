/**
 * The forms in which one person's number may be written.
 *
 * Three countries changed their mobile numbers and WhatsApp kept some accounts
 * under the old form, so what a person types, what Meta answers and what a
 * webhook says may differ for one and the same phone:
 *
 * - Brazil put a 9 before mobile numbers: 55 + area + 8 digits, or + 9 digits.
 * - Mexico dropped the 1 after the country code: 521 + 10 digits, or 52 + 10.
 * - Argentina writes a 9 after the country code of mobiles: 549 + 10, or 54 + 10.
 *
 * Meta: "phone number formats … Brazil and Mexico", docs/…/phone-numbers, read 2026-11.
 */
export function phoneForms(digits: string): readonly string[] {
  for (const { pattern, other } of RULES) {
    const match = pattern.exec(digits);
    if (match) return [digits, other(match)];
  }
  return [digits];
}

/** True when both are forms of one number. */
export function isSamePhone(one: string, two: string): boolean {
  return phoneForms(one).includes(two);
}

/** Digits only, from what a channel or a person wrote: "+55 (11) 91234-5678". */
export function phoneDigits(written: string): string {
  return written.replace(/\D/gu, "");
}

type Rule = { readonly pattern: RegExp; readonly other: (match: RegExpExecArray) => string };

const RULES: readonly Rule[] = [
  { pattern: /^55(\d\d)9([6-9]\d{7})$/u, other: ([, area, rest]) => `55${area}${rest}` },
  { pattern: /^55(\d\d)([6-9]\d{7})$/u, other: ([, area, rest]) => `55${area}9${rest}` },
  { pattern: /^521(\d{10})$/u, other: ([, rest]) => `52${rest}` },
  { pattern: /^52(\d{10})$/u, other: ([, rest]) => `521${rest}` },
  { pattern: /^549(\d{10})$/u, other: ([, rest]) => `54${rest}` },
  { pattern: /^54(\d{10})$/u, other: ([, rest]) => `549${rest}` },
];
