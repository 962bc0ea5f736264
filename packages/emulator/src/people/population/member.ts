import type { Population, PopulationPart } from "../../store/kinds/population.ts";
import type { Person } from "../../store/people.ts";
import { COUNTRIES } from "./countries.ts";
import { type Dice, diceFor, pickOne, pickWeighted } from "./dice.ts";
import { pickName } from "./names.ts";
import { bsuidOfMember, invert, phoneOf, zoneOfPhone } from "./numbering.ts";

/** One of a population, computed from its seed and their position in it. */
export type Member = {
  readonly person: Person;
  readonly population: Population;
  readonly position: number;
  readonly country: string;
  readonly language: string;
  readonly zone: string;
  /** Local hours between which this person looks at the phone. */
  readonly awake: { readonly from: number; readonly until: number };
};

/**
 * The member at `position`.
 *
 * Neighbours are strangers: a stride through the population mixes the
 * countries, so any part of it is a sample of the whole.
 */
export function memberAt(worldSeed: string, population: Population, position: number): Member {
  const { size, parts } = population;
  let index = (position * strideOf(size)) % size;
  for (const part of parts) {
    if (index < part.count) return member(worldSeed, population, part, { index, position });
    index -= part.count;
  }
  throw new Error(`The population ${population.id} has nobody at ${position}`);
}

/** The position of the `index`-th member of a country. */
export function positionIn(population: Population, country: string, index: number): number {
  const { size, parts } = population;
  const at = parts.findIndex((it) => it.country === country);
  const before = parts.slice(0, at).reduce((sum, it) => sum + it.count, 0);
  return size === 1 ? 0 : ((before + index) * invert(strideOf(size), size)) % size;
}

/** About the golden section of the size, and without a divisor in common with it. */
function strideOf(size: number): number {
  let stride = Math.max(1, Math.floor(size * 0.618_033_988));
  while (divisor(stride, size) !== 1) stride += 1;
  return stride;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

function member(
  worldSeed: string,
  population: Population,
  part: PopulationPart,
  at: { readonly index: number; readonly position: number },
): Member {
  const { country } = part;
  const { habits } = population;
  const dice = diceFor(`${population.seed}:${at.position}`);
  const waId = phoneOf(worldSeed, { country, slot: part.first + at.index });
  const language = pickWeighted(dice, COUNTRIES[country]?.languages ?? {}) ?? "en";
  const zone = pickWeighted(dice, COUNTRIES[country]?.zones ?? {}) ?? "UTC";
  const name = pickName(dice, language);
  const phoneHidden = dice() < habits.phoneHidden;
  const person: Person = {
    id: `${population.id}-${at.position}`,
    name,
    waId,
    bsuid: bsuidOfMember(worldSeed, country, waId),
    username: phoneHidden ? usernameOf(dice) : null,
    online: true,
    readReceipts: dice() < habits.readReceipts,
    onWhatsApp: dice() < habits.onWhatsApp,
    phoneHidden,
    autoReadMs: null,
  };
  return {
    person,
    population,
    position: at.position,
    country,
    language,
    zone: zoneOfPhone(country, waId) ?? zone,
    awake: { from: around(dice, habits.awake.from), until: around(dice, habits.awake.until) },
  };
}

/** An hour of the day at most an hour and a half away. */
function around(dice: Dice, hour: number): number {
  return (hour + (dice() - 0.5) * 3 + 24) % 24;
}

function usernameOf(dice: Dice): string {
  const first = pickOne(dice, ["blue", "quick", "sunny", "little", "silent", "north", "green"]);
  const second = pickOne(dice, ["river", "fox", "maple", "harbor", "lark", "pixel", "comet"]);
  return `${first}.${second}${Math.floor(dice() * 1e7)}`;
}
