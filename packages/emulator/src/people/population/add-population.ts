import type { Habits, Population, PopulationPart } from "../../store/kinds/population.ts";
import type { World } from "../../world.ts";
import { capacityOf, COUNTRIES } from "./countries.ts";

/** There are not enough numbers in a country. */
export class CrowdedError extends Error {
  override readonly name = "CrowdedError";
}

/**
 * Makes a population. It is a description: nobody in it has a row.
 *
 * @throws CrowdedError when a country has not so many numbers left.
 */
export function addPopulation(
  world: World,
  given: {
    readonly name: string | undefined;
    readonly size: number;
    readonly seed: string | undefined;
    readonly countries: Readonly<Record<string, number>>;
    readonly habits: Habits;
  },
): Population {
  const counts = divide(given.size, given.countries);
  const parts = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([country, count]) => placeIn(world, country, count));
  const id = `g${world.counters.next("population")}`;
  return world.kinds.populations.put(id, {
    id,
    name: given.name ?? `Population ${id.slice(1)}`,
    size: given.size,
    seed: given.seed ?? id,
    parts,
    habits: given.habits,
  });
}

/** Divides a whole by weights into whole parts, the largest remainders first. */
export function divide(
  whole: number,
  weights: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  const shares = Object.entries(weights).map(([key, weight]) => {
    const exact = (whole * weight) / total;
    return { key, count: Math.floor(exact), rest: exact - Math.floor(exact) };
  });
  const missing = whole - shares.reduce((sum, { count }) => sum + count, 0);
  const first = new Set(
    shares
      .toSorted((a, b) => b.rest - a.rest || a.key.localeCompare(b.key))
      .slice(0, missing)
      .map(({ key }) => key),
  );
  return Object.fromEntries(
    shares.map(({ key, count }) => [key, count + (first.has(key) ? 1 : 0)] as const),
  );
}

/** Behind everybody who lives there already. */
function placeIn(world: World, country: string, count: number): PopulationPart {
  const plan = COUNTRIES[country];
  const taken = world.kinds.populations
    .list()
    .flatMap((it) => it.parts)
    .filter((it) => it.country === country)
    .map((it) => it.first + it.count);
  const first = Math.max(0, ...taken);
  const left = plan === undefined ? 0 : capacityOf(plan) - first;
  if (count > left) {
    throw new CrowdedError(
      `${country} has numbers for ${left} more people, and ${count} were asked for. Give it a smaller weight, or make the population smaller.`,
    );
  }
  return { country, first, count, visitors: 0 };
}
