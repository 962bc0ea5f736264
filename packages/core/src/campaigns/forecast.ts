/** People of an audience who are alike for everything that decides when they are written to. */
export type PeopleGroup = {
  readonly count: number;
  /** Whether writing to them takes a place of the tier: their window is closed, and nobody wrote to them today. */
  readonly takesPlace: boolean;
  /** When such a person may be written to: `at` itself, or the first moment after it. Null is never. */
  readonly nextAllowedAt: (at: Date) => Date | null;
};

/** What a number allows a campaign, as far as it is known beforehand. */
export type Road = {
  /** Messages a second that are left for it, after its own pace, the limiter's reserve, brakes and what comes in. */
  readonly perSecond: number;
  /** Other campaigns of the number that are running: they share what there is. */
  readonly others: readonly { readonly left: number }[];
  /** Places of the tier that are free; null is without a limit. */
  readonly places: number | null;
  /** When places that are taken come back. */
  readonly freed: readonly { readonly at: Date; readonly count: number }[];
  /** So many go first, and so long it takes until the rest may go. */
  readonly firstWave: { readonly people: number; readonly waitMs: number } | null;
};

export type Forecast = {
  /** When the last of those who can be reached is written to; null when nobody can. */
  readonly endsAt: Date | null;
  /** How many people by the end of each day from the start on, day by day: 24 hours each. */
  readonly days: readonly number[];
  readonly reached: number;
  /** Who is never written to under these conditions. */
  readonly unreached: number;
  /** What made it slower than the number could be, the weightiest first. */
  readonly slowedBy: readonly Slowing[];
};

export type Slowing = "tier" | "quiet-hours" | "others" | "first-wave";

const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_DAYS = 366;
/** A share of the road is counted in spans of at most this: short enough for a campaign of minutes. */
const LONGEST_SPAN_MS = 60_000;
const SHORTEST_SPAN_MS = 1_000;

/**
 * Walks through a campaign before it begins, span by span.
 *
 * In each span the people who may be written to share the road by their number,
 * as the feeder takes them in a random order. Nothing is assumed of failures:
 * what fails only makes it end earlier.
 */
export function forecast(startsAt: Date, groups: readonly PeopleGroup[], road: Road): Forecast {
  const walk = openWalk(startsAt, groups, road);
  const endMs = startsAt.getTime() + MOST_DAYS * DAY_MS;
  while (walk.left() > 0 && walk.nowMs() < endMs && walk.step()) {
    // Each step moves the time on.
  }
  return walk.ended();
}

function openWalk(startsAt: Date, groups: readonly PeopleGroup[], road: Road) {
  const startMs = startsAt.getTime();
  const rows = groups.map((group) => ({ ...group, left: group.count, openMs: -Infinity }));
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  const spanMs = spanOf(total, road.perSecond);
  const freed = road.freed.map(({ at, count }) => ({ atMs: at.getTime(), count }));
  const days: number[] = [];
  const lost: Record<Slowing, number> = { tier: 0, "quiet-hours": 0, others: 0, "first-wave": 0 };
  let others = road.others.reduce((sum, { left }) => sum + left, 0);
  let places = road.places ?? Infinity;
  let waveLeft = road.firstWave?.people ?? Infinity;
  let nowMs = startMs;
  let lastMs: number | null = null;
  let reached = 0;
  let carry = 0;

  return {
    nowMs: () => nowMs,
    left: () => rows.reduce((sum, { left }) => sum + left, 0),
    step,
    ended: (): Forecast => ({
      endsAt: lastMs === null ? null : new Date(lastMs),
      days,
      reached,
      unreached: total - reached,
      slowedBy: SLOWINGS.filter((it) => lost[it] > 0).toSorted((a, b) => lost[b] - lost[a]),
    }),
  };

  /** False when nothing will ever move again. */
  function step(): boolean {
    giveBack();
    const open = rows.filter((it) => it.left > 0 && openAt(it) <= nowMs);
    const ready = open.filter((it) => !it.takesPlace || places > 0);
    if (ready.length === 0) return idle(open.length > 0);
    const mine = Math.floor(carry + shareOfRoad(ready));
    carry = carry + shareOfRoad(ready) - mine;
    takeOthers();
    const before = reached;
    take(ready, mine);
    nowMs += spanMs;
    if (reached > before) lastMs = nowMs;
    if (waveLeft <= 0) endWave();
    return true;
  }

  function openAt(row: (typeof rows)[number]): number {
    if (row.openMs > nowMs) return row.openMs;
    row.openMs = row.nextAllowedAt(new Date(nowMs))?.getTime() ?? Infinity;
    return row.openMs;
  }

  function giveBack(): void {
    while (freed[0] && freed[0].atMs <= nowMs) places += freed.shift()?.count ?? 0;
  }

  /** Others have their share of the road, as long as they are there. */
  function shareOfRoad(ready: readonly { readonly left: number }[]): number {
    const all = (road.perSecond * spanMs) / 1000;
    if (others <= 0) return all;
    const mine = ready.length > 0 ? all / (1 + road.others.length) : 0;
    lost.others += spanMs;
    return Math.max(mine, all - others);
  }

  function takeOthers(): void {
    if (others <= 0) return;
    const all = (road.perSecond * spanMs) / 1000;
    others = Math.max(0, others - (all * road.others.length) / (1 + road.others.length));
  }

  function take(ready: readonly (typeof rows)[number][], wanted: number): void {
    const sum = ready.reduce((all, { left }) => all + left, 0);
    let most = Math.min(wanted, sum, waveLeft);
    let behind = sum;
    for (const row of ready) {
      // What is rounded away from one is left to those after it.
      const part = Math.min(row.left, Math.round((most * row.left) / Math.max(1, behind)));
      behind -= row.left;
      const count = row.takesPlace ? Math.min(part, places) : part;
      most -= part;
      if (count <= 0) continue;
      row.left -= count;
      waveLeft -= count;
      if (row.takesPlace && road.places !== null) {
        places -= count;
        freed.push({ atMs: nowMs + DAY_MS, count });
      }
      reached += count;
      const day = Math.floor((nowMs - startMs) / DAY_MS);
      while (days.length <= day) days.push(0);
      days[day] = (days[day] ?? 0) + count;
    }
  }

  function idle(isForPlaces: boolean): boolean {
    const waits = rows.flatMap((it) => (it.left > 0 && it.openMs > nowMs ? [it.openMs] : []));
    const nextMs = Math.min(...waits, isForPlaces ? (freed[0]?.atMs ?? Infinity) : Infinity);
    if (!Number.isFinite(nextMs)) return false;
    lost[isForPlaces ? "tier" : "quiet-hours"] += nextMs - nowMs;
    nowMs = nextMs;
    return true;
  }

  function endWave(): void {
    waveLeft = Infinity;
    if (!road.firstWave) return;
    lost["first-wave"] += road.firstWave.waitMs;
    nowMs += road.firstWave.waitMs;
  }
}

const SLOWINGS: readonly Slowing[] = ["tier", "quiet-hours", "others", "first-wave"];

/** A hundredth of the whole, so that the end is told well within five hundredths. */
function spanOf(total: number, perSecond: number): number {
  const wholeMs = (total / Math.max(perSecond, 0.001)) * 1000;
  return Math.min(LONGEST_SPAN_MS, Math.max(SHORTEST_SPAN_MS, Math.floor(wholeMs / 200)));
}
