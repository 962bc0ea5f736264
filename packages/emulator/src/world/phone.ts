import { createHash } from "node:crypto";

/** Calling codes of one and two digits; every other code has three. */
const SHORT_CODES =
  /^(1|7|20|27|30|31|32|33|34|36|39|40|41|43|44|45|46|47|48|49|51|52|53|54|55|56|57|58|60|61|62|63|64|65|66|81|82|84|86|90|91|92|93|94|95|98)/;

const COUNTRIES: Readonly<Record<string, string>> = {
  "1": "US",
  "7": "RU",
  "20": "EG",
  "27": "ZA",
  "31": "NL",
  "33": "FR",
  "34": "ES",
  "39": "IT",
  "44": "GB",
  "48": "PL",
  "49": "DE",
  "51": "PE",
  "52": "MX",
  "54": "AR",
  "55": "BR",
  "56": "CL",
  "57": "CO",
  "60": "MY",
  "62": "ID",
  "65": "SG",
  "90": "TR",
  "91": "IN",
  "92": "PK",
  "234": "NG",
  "351": "PT",
  "380": "UA",
  "966": "SA",
  "971": "AE",
  "972": "IL",
};

/** The digits of a phone number, or `null` when it has anything but digits, `+ - ( )`, dots and spaces. */
export function digitsOf(phone: string): string | null {
  const digits = phone.replaceAll(/[\s().+-]/g, "");
  return /^\d{5,20}$/.test(digits) ? digits : null;
}

export function callingCode(digits: string): string {
  return SHORT_CODES.exec(digits)?.[0] ?? digits.slice(0, 3);
}

/** ISO code of the number's country; `ZZ` for those the table does not have. */
export function countryOf(digits: string): string {
  if (/^7[67]/.test(digits)) return "KZ";
  return COUNTRIES[callingCode(digits)] ?? "ZZ";
}

/**
 * The ways in which WhatsApp may know a number, the given one first.
 *
 * Brazil, Mexico and Argentina have mobile numbers with and without an extra
 * digit. A number without `+` that is too short to have a country code gets
 * that of the business. Meta: "the business's country code is prepended",
 * docs/…/messages/send-messages, read 2026-11.
 */
export function phoneForms(input: string, businessDigits: string): readonly string[] {
  const digits = digitsOf(input);
  if (digits === null) return [];
  const short = !input.trim().startsWith("+") && digits.length <= 10;
  const full = short ? [`${callingCode(businessDigits)}${digits}`, digits] : [digits];
  return full.flatMap((it) => [it, ...twin(it)]);
}

function twin(digits: string): readonly string[] {
  const rules: readonly (readonly [RegExp, string])[] = [
    [/^55(\d\d)(\d{8})$/, "55$19$2"],
    [/^55(\d\d)9(\d{8})$/, "55$1$2"],
    [/^52(\d{10})$/, "521$1"],
    [/^521(\d{10})$/, "52$1"],
    [/^54(\d{10})$/, "549$1"],
    [/^549(\d{10})$/, "54$1"],
  ];
  const rule = rules.find(([pattern]) => pattern.test(digits));
  return rule === undefined ? [] : [digits.replace(rule[0], rule[1])];
}

/** `+1 555-010-0100`-like: a number as Meta displays it, without knowing every country's grouping. */
export function displayPhone(digits: string): string {
  const code = callingCode(digits);
  const rest = digits.slice(code.length);
  const groups = [rest.slice(0, 3), rest.slice(3, 6), rest.slice(6)].filter((it) => it !== "");
  return `+${code} ${groups.join("-")}`;
}

/** A business-scoped user id for a phone number: country and twenty digits. */
export function bsuidOf(seed: string, digits: string): string {
  const hash = createHash("sha256").update(`${seed}:bsuid:${digits}`).digest("hex").slice(0, 16);
  return `${countryOf(digits)}.${BigInt(`0x${hash}`).toString().padStart(20, "1").slice(0, 20)}`;
}

/** Whether a recipient is a business-scoped user id and not a number. */
export function isBsuid(recipient: string): boolean {
  return /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(recipient);
}
