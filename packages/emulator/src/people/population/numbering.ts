import { capacityOf, COUNTRIES, type Country } from "./countries.ts";
import { diceFor } from "./dice.ts";

/** A place among a country's numbers, counted without gaps. */
export type Slot = { readonly country: string; readonly slot: number };

/** A prime, so that neighbours among the slots are far apart among the numbers. */
const STRIDE = 6_700_417;

/**
 * Numbers that are counted out to populations.
 *
 * Slots and phone numbers are told from each other by arithmetic in both
 * directions, and so are slots and business-scoped ids: nothing is stored.
 */
export function phoneOf(worldSeed: string, { country, slot }: Slot): string {
  const plan = countryOf(country);
  const size = capacityOf(plan);
  return digitsAt(plan, (slot * STRIDE + shiftOf(worldSeed, country, size)) % size);
}

/** The slot behind a phone number, if a population could have it. */
export function slotOfPhone(worldSeed: string, digits: string): Slot | null {
  for (const [country, plan] of Object.entries(COUNTRIES)) {
    const place = placeOf(plan, digits);
    if (place === null) continue;
    const size = capacityOf(plan);
    const from = (place - shiftOf(worldSeed, country, size) + size) % size;
    return { country, slot: (from * inverseOf(size)) % size };
  }
  return null;
}

/**
 * The business-scoped user id: ten digits that look like nothing, and the
 * number's place, shifted by them.
 */
export function bsuidOfMember(worldSeed: string, country: string, digits: string): string {
  const mask = maskOf(worldSeed, digits);
  const place = placeOf(countryOf(country), digits) ?? 0;
  return `${country}.${pad(mask)}${pad((place + mask) % TEN_DIGITS)}`;
}

/** The phone number behind such an id, or `null` when nobody of a population has it. */
export function phoneOfBsuid(worldSeed: string, bsuid: string): string | null {
  const [, country = "", first = "", second = ""] =
    /^([A-Z]{2})\.(\d{10})(\d{10})$/.exec(bsuid) ?? [];
  const plan = COUNTRIES[country];
  if (plan === undefined) return null;
  const place = (Number(second) - Number(first) + TEN_DIGITS) % TEN_DIGITS;
  if (place >= capacityOf(plan)) return null;
  const digits = digitsAt(plan, place);
  return maskOf(worldSeed, digits) === Number(first) ? digits : null;
}

/** The time zone that the number's prefix tells, if it tells one. */
export function zoneOfPhone(country: string, digits: string): string | undefined {
  return COUNTRIES[country]?.prefixes.find((it) => digits.startsWith(it.digits))?.zone;
}

const TEN_DIGITS = 10 ** 10;

function pad(number: number): string {
  return String(number).padStart(10, "0");
}

function maskOf(worldSeed: string, digits: string): number {
  const dice = diceFor(`${worldSeed}:bsuid:${digits}`);
  return Math.floor(dice() * 1e5) * 1e5 + Math.floor(dice() * 1e5);
}

function countryOf(country: string): Country {
  const plan = COUNTRIES[country];
  if (plan === undefined) throw new Error(`No people live in ${country}`);
  return plan;
}

function digitsAt(plan: Country, place: number): string {
  const span = 10 ** plan.freeDigits;
  const prefix = plan.prefixes[Math.floor(place / span)]?.digits ?? "";
  return `${prefix}${String(place % span).padStart(plan.freeDigits, "0")}`;
}

function placeOf(plan: Country, digits: string): number | null {
  const index = plan.prefixes.findIndex(
    (it) => digits.length === it.digits.length + plan.freeDigits && digits.startsWith(it.digits),
  );
  const prefix = plan.prefixes[index];
  if (prefix === undefined) return null;
  return index * 10 ** plan.freeDigits + Number(digits.slice(prefix.digits.length));
}

function shiftOf(worldSeed: string, country: string, size: number): number {
  const key = `${worldSeed}:numbers:${country}`;
  const known = shifts.get(key);
  if (known !== undefined) return known;
  const shift = Math.floor(diceFor(key)() * size);
  shifts.set(key, shift);
  return shift;
}

const shifts = new Map<string, number>();

/** What undoes a multiplication with the stride, by Euclid. */
function inverseOf(size: number): number {
  const known = inverses.get(size);
  if (known !== undefined) return known;
  const inverse = invert(STRIDE % size, size);
  inverses.set(size, inverse);
  return inverse;
}

const inverses = new Map<number, number>();

/** The number that times `value` leaves 1 when divided by `size`; they share no divisor. */
export function invert(value: number, size: number): number {
  let [rest, next] = [size, value];
  let [factor, nextFactor] = [0, 1];
  while (next !== 0) {
    const quotient = Math.floor(rest / next);
    [rest, next] = [next, rest - quotient * next];
    [factor, nextFactor] = [nextFactor, factor - quotient * nextFactor];
  }
  return ((factor % size) + size) % size;
}
