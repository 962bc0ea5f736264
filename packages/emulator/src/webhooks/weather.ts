import type { Weather } from "../wire/control.ts";
import { chance } from "../world/chance.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;

type Climate = {
  /** Of updates that are late, and by how much at most. */
  readonly late: readonly (readonly [share: number, ms: number])[];
  /** Of updates that come twice, and how much later at most. */
  readonly repeated: readonly [share: number, ms: number];
  /** Of webhooks that are taken and come again as if they had not been. */
  readonly untrusting: number;
  /** Of messages read at once whose `delivered` is left out. */
  readonly implied: number;
  /** Of updates that travel alone. */
  readonly alone: number;
};

// Meta says that order is not promised, that webhooks repeat and that `delivered` may be missing,
// docs/…/webhooks/overview and …/messages/status, read 2026-11, but not how often: the shares are
// chosen so that a receiver meets each of them in an afternoon.
const CLIMATES: Readonly<Record<Exclude<Weather, "calm">, Climate>> = {
  real: {
    late: [
      [0.5, 300],
      [0.08, 4 * SECOND],
      [0.01, 2 * MINUTE],
    ],
    repeated: [0.01, 30 * SECOND],
    untrusting: 0.01,
    implied: 0.5,
    alone: 0.05,
  },
  hostile: {
    late: [
      [0.5, 5 * SECOND],
      [0.25, 5 * MINUTE],
      [0.05, 6 * 60 * MINUTE],
    ],
    repeated: [0.2, 10 * MINUTE],
    untrusting: 0.15,
    implied: 1,
    alone: 0.3,
  },
};

/** How the world decides what becomes of one webhook or update. */
export type Forecast = { readonly seed: string; readonly weather: Weather };

export function forecastOf(world: {
  readonly seed: string;
  readonly settings: () => { readonly weather: Weather };
}): Forecast {
  return { seed: world.seed, weather: world.settings().weather };
}

/** When an update is sent after it happened: once in calm weather, now and then twice in others. */
export function travelTimes(forecast: Forecast, update: number): readonly number[] {
  const climate = climateOf(forecast);
  if (climate === null) return [0];
  const { seed } = forecast;
  const first = lateness(climate, seed, update);
  const [share, longest] = climate.repeated;
  if (chance(seed, "repeated", update) >= share) return [first];
  return [first, first + SECOND + Math.floor(chance(seed, "repeat", update) * longest)];
}

function lateness(climate: Climate, seed: string, update: number): number {
  const dice = chance(seed, "late", update);
  let below = 0;
  for (const [share, longest] of climate.late) {
    below += share;
    if (dice < below) return Math.floor(chance(seed, "lateness", update) * longest);
  }
  return 0;
}

/** Whether a webhook that was taken is sent once more. */
export function comesAgain(forecast: Forecast, delivery: number): boolean {
  return strikes(forecast, "untrusting", delivery);
}

/** Whether `delivered` is left out where `read` follows at once. */
export function isImplied(forecast: Forecast, send: number): boolean {
  return strikes(forecast, "implied", send);
}

/** Whether an update does not share its webhook with others. */
export function travelsAlone(forecast: Forecast, update: string): boolean {
  return strikes(forecast, "alone", update);
}

function strikes(
  forecast: Forecast,
  what: "untrusting" | "implied" | "alone",
  about: string | number,
): boolean {
  const climate = climateOf(forecast);
  return climate !== null && chance(forecast.seed, what, about) < climate[what];
}

function climateOf(forecast: Forecast): Climate | null {
  return forecast.weather === "calm" ? null : CLIMATES[forecast.weather];
}
