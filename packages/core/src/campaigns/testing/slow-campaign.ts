import { LONGEST_CAP_WAIT_MS, type PeopleGroup, type Road, forecast } from "../forecast.ts";

const DAY_MS = 24 * 3_600_000;

export type Simulated = {
  readonly endsAt: number;
  readonly reached: number;
  readonly tooOften: readonly number[];
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
    const wide = isDrawnByLot(start, groups) ? 4 : 2;
    const spread = (count: number) =>
      Math.max(0, count + sign * Math.ceil(wide * Math.sqrt(count)));
    const other = groups.map((it) => ({ ...it, count: spread(it.count) }));
    const on = sign < 0 && isDrawnByLot(start, groups) ? { ...road, firstWave: null } : road;
    const { endsAt } = forecast(start, other, on);
    return (endsAt?.getTime() ?? (sign < 0 ? start.getTime() : Infinity)) - start.getTime();
  });
  return least * 0.95 <= lasted && lasted <= most * 1.05;
}

/** Whether the turn of somebody may come while they are capped for too long, or after: who that is, is chance. */
export function isDrawnByLot(start: Date, groups: readonly PeopleGroup[]): boolean {
  const lastMs = start.getTime() + LONGEST_CAP_WAIT_MS;
  return groups.some(({ cappedUntil }) => cappedUntil && cappedUntil.getTime() > lastMs);
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
  const tooOften = groups.map(() => 0);
  let wave = road.firstWave?.people ?? Infinity;
  const lot = drawLots();
  for (;;) {
    while (taken[0] !== undefined && taken[0] <= nowMs - DAY_MS) {
      taken.shift();
      places += 1;
    }
    while (freed[0] && freed[0].atMs <= nowMs) places += freed.shift()?.count ?? 0;
    const hours = groups.map((it, n) =>
      (left[n] ?? 0) > 0 ? (it.nextAllowedAt(new Date(nowMs))?.getTime() ?? Infinity) : Infinity,
    );
    const capMs = (n: number) => groups[n]?.cappedUntil?.getTime() ?? -Infinity;
    const opens = hours.map((ms, n) => (ms <= nowMs ? Math.max(nowMs, capMs(n)) : ms));
    const open = opens.flatMap((ms, n) => (ms <= nowMs ? [n] : []));
    const tooLong = hours.flatMap((ms, n) =>
      ms <= nowMs && capMs(n) - nowMs > LONGEST_CAP_WAIT_MS ? [n] : [],
    );
    const ready = open.filter((n) => !groups[n]?.takesPlace || places > 0);
    if (ready.length === 0) {
      if (open.length === 0 && tooLong.length > 0) {
        for (const n of tooLong) leaveOut(n, left[n] ?? 0);
        continue;
      }
      const forPlaces =
        open.length > 0
          ? Math.min((taken[0] ?? Infinity) + DAY_MS, freed[0]?.atMs ?? Infinity)
          : Infinity;
      const next = Math.min(forPlaces, ...opens.filter((ms) => ms > nowMs));
      if (!Number.isFinite(next) || next > start.getTime() + 366 * DAY_MS) break;
      nowMs = next;
      continue;
    }
    // In turn by what is left, as a random order is.
    const inTurn = [...ready, ...tooLong];
    const total = inTurn.reduce((sum, n) => sum + (left[n] ?? 0), 0);
    let spot = Math.floor(lot() * total);
    const chosen = inTurn.find((n) => (spot -= left[n] ?? 0) < 0) ?? ready[0] ?? 0;
    if (tooLong.includes(chosen)) {
      leaveOut(chosen, 1);
      if ((wave -= 1) === 0) nowMs += road.firstWave?.waitMs ?? 0;
      continue;
    }
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
  return { endsAt: lastMs, reached, tooOften, days };

  function leaveOut(n: number, count: number): void {
    left[n] = (left[n] ?? 0) - count;
    tooOften[n] = (tooOften[n] ?? 0) + count;
  }
}

/** The same lots each time, spread like random ones: the steps of the golden ratio, mixed. */
function drawLots(): () => number {
  let state = 1;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    const mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    const again = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((again ^ (again >>> 15)) >>> 0) / 2 ** 32;
  };
}
