import { type PeopleGroup, type Road, forecast } from "../forecast.ts";

const DAY_MS = 24 * 3_600_000;

export type Simulated = {
  readonly endsAt: number;
  readonly reached: number;
  readonly days: number[];
};

/**
 * Whether a night more or less is chance: in which order people are written to is
 * drawn by lot, so the last few of a group may fall on either side of a closing hour.
 */
export function isByChance(
  start: Date,
  lasted: number,
  groups: readonly PeopleGroup[],
  road: Road,
): boolean {
  const [least = 0, most = Infinity] = [-1, 1].map((sign) => {
    const spread = (count: number) => Math.max(0, count + sign * Math.ceil(2 * Math.sqrt(count)));
    const other = groups.map((it) => ({ ...it, count: spread(it.count) }));
    return (forecast(start, other, road).endsAt?.getTime() ?? Infinity) - start.getTime();
  });
  return least * 0.95 <= lasted && lasted <= most * 1.05;
}

/**
 * The slow twin: person by person, message by message, each at the moment at
 * which the road is free, the person may be written to and the tier has a place.
 */
export function simulate(start: Date, groups: readonly PeopleGroup[], road: Road): Simulated {
  const left = groups.map(({ count }) => count);
  const stepMs = 1000 / road.perSecond;
  const taken: number[] = [];
  const days: number[] = [];
  let places = road.places ?? Infinity;
  const freed = road.freed.map(({ at, count }) => ({ atMs: at.getTime(), count }));
  let nowMs = start.getTime();
  let lastMs = nowMs;
  let reached = 0;
  let wave = road.firstWave?.people ?? Infinity;
  let turn = 0;
  for (;;) {
    while (taken[0] !== undefined && taken[0] <= nowMs - DAY_MS) {
      taken.shift();
      places += 1;
    }
    while (freed[0] && freed[0].atMs <= nowMs) places += freed.shift()?.count ?? 0;
    const opens = groups.map((it, n) =>
      (left[n] ?? 0) > 0 ? (it.nextAllowedAt(new Date(nowMs))?.getTime() ?? Infinity) : Infinity,
    );
    const open = opens.flatMap((ms, n) => (ms <= nowMs ? [n] : []));
    const ready = open.filter((n) => !groups[n]?.takesPlace || places > 0);
    if (ready.length === 0) {
      const forPlaces =
        open.length > 0
          ? Math.min((taken[0] ?? Infinity) + DAY_MS, freed[0]?.atMs ?? Infinity)
          : Infinity;
      const next = Math.min(forPlaces, ...opens.filter((ms) => ms > nowMs));
      if (!Number.isFinite(next) || next > start.getTime() + 366 * DAY_MS) break;
      nowMs = next;
      continue;
    }
    // In turn by what is left, as a random order is on average.
    const total = ready.reduce((sum, n) => sum + (left[n] ?? 0), 0);
    let spot = (turn++ * 7919) % total;
    const chosen = ready.find((n) => (spot -= left[n] ?? 0) < 0) ?? ready[0] ?? 0;
    left[chosen] = (left[chosen] ?? 0) - 1;
    if (groups[chosen]?.takesPlace && road.places !== null) {
      places -= 1;
      taken.push(nowMs);
    }
    reached += 1;
    const day = Math.floor((nowMs - start.getTime()) / DAY_MS);
    while (days.length <= day) days.push(0);
    days[day] = (days[day] ?? 0) + 1;
    nowMs += stepMs;
    lastMs = nowMs;
    wave -= 1;
    if (wave === 0) nowMs += road.firstWave?.waitMs ?? 0;
  }
  return { endsAt: lastMs, reached, days };
}
