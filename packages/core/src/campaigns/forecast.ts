/** People of an audience who are alike for everything that decides when they are written to. */
export type PeopleGroup = {
  readonly count: number;
  /** Whether writing to them takes a place of the tier: their window is closed, and nobody wrote to them today. */
  readonly takesPlace: boolean;
  /** When such a person may be written to: `at` itself, or the first moment after it. Null is never. */
  readonly nextAllowedAt: (at: Date) => Date | null;
  /** Until when they have had as much marketing as one person may get; absent for whoever may get more. */
  readonly cappedUntil?: Date;
};

/**
 * A campaign waits so long for somebody who has had enough for now. Whoever would
 * have to wait longer when their turn comes is left out: it is worth a day, not a week.
 */
export const LONGEST_CAP_WAIT_MS = 24 * 60 * 60_000;

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
  /** Of each group in its order, how many have had too much when their turn comes, and are left out. */
  readonly tooOften: readonly number[];
  /** Who else is never written to under these conditions. */
  readonly unreached: number;
  /** What made it slower than the number could be, the weightiest first. */
  readonly slowedBy: readonly Slowing[];
};

const SLOWINGS = ["tier", "quiet-hours", "frequency-cap", "others", "first-wave"] as const;
export type Slowing = (typeof SLOWINGS)[number];

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

function sumLeft(rows: readonly Row[]): number {
  return rows.reduce((sum, { left }) => sum + left, 0);
}

type Row = PeopleGroup & {
  left: number;
  /** When the hour of the day allows it next, as far as it was asked. */
  hoursMs: number;
  readonly cappedMs: number;
  /** Whose turn has come while they are capped, down to parts of a person. */
  inTurn: number;
  tooOften: number;
};

function openWalk(startsAt: Date, groups: readonly PeopleGroup[], road: Road) {
  const startMs = startsAt.getTime();
  const rows = groups.map((group): Row => ({
    ...group,
    left: group.count,
    hoursMs: -Infinity,
    cappedMs: group.cappedUntil?.getTime() ?? -Infinity,
    inTurn: 0,
    tooOften: 0,
  }));
  // Without those who are hardly going to be written to: they make no campaign longer.
  const likely = rows.filter((it) => it.cappedMs - startMs <= LONGEST_CAP_WAIT_MS);
  const spanMs = spanOf(sumLeft(likely), road.perSecond);
  const freed = road.freed.map(({ at, count }) => ({ atMs: at.getTime(), count }));
  const days: number[] = [];
  const lost: Record<Slowing, number> = noneLost();
  let others = road.others.reduce((sum, { left }) => sum + left, 0);
  let places = road.places ?? Infinity;
  let waveLeft = road.firstWave?.people ?? Infinity;
  let nowMs = startMs;
  let lastMs: number | null = null;
  let reached = 0;
  let carry = 0;

  return {
    nowMs: () => nowMs,
    left: () => sumLeft(rows),
    step,
    ended: (): Forecast => ({
      endsAt: lastMs === null ? null : new Date(lastMs),
      days,
      reached,
      tooOften: rows.map((it) => it.tooOften),
      unreached: sumLeft(rows),
      slowedBy: SLOWINGS.filter((it) => lost[it] > 0).toSorted((a, b) => lost[b] - lost[a]),
    }),
  };

  /** False when nothing will ever move again. */
  function step(): boolean {
    giveBack();
    const open = rows.filter((it) => it.left > 0 && openAt(it) <= nowMs);
    const ready = open.filter((it) => !it.takesPlace || places > 0);
    if (ready.length === 0) {
      // Whoever waits for a place stands before all others; with nobody there the turn of all has come.
      if (open.length === 0 && leaveOut(1) > 0) return true;
      return idle(open.length > 0);
    }
    const mine = Math.floor(carry + shareOfRoad(ready));
    carry = carry + shareOfRoad(ready) - mine;
    takeOthers();
    const before = reached;
    const there = sumLeft(ready);
    const capped = sumLeft(rows.filter(isTooLong));
    // A wave is full when the turn of so many has come, whatever comes of them.
    const ofWave = Math.max(1, Math.round((waveLeft * there) / (there + capped)));
    take(ready, Math.min(mine, ofWave));
    waveLeft -= leaveOut(Math.min((reached - before) / there, waveLeft / Math.max(1, capped)));
    nowMs += spanMs;
    if (reached > before) lastMs = nowMs;
    if (waveLeft <= 0) endWave();
    return true;
  }

  function hoursAt(row: Row): number {
    if (row.hoursMs > nowMs) return row.hoursMs;
    row.hoursMs = row.nextAllowedAt(new Date(nowMs))?.getTime() ?? Infinity;
    return row.hoursMs;
  }

  /** Hours are asked before caps, and again when a cap is over. */
  function openAt(row: Row): number {
    const hoursMs = hoursAt(row);
    return hoursMs > nowMs ? hoursMs : Math.max(nowMs, row.cappedMs);
  }

  function isTooLong(row: Row): boolean {
    if (row.left === 0 || row.cappedMs - nowMs <= LONGEST_CAP_WAIT_MS) return false;
    return hoursAt(row) <= nowMs;
  }

  /** The turn of such a share has come: whoever of them is capped for too long is left out. Answers how many. */
  function leaveOut(share: number): number {
    let all = 0;
    for (const row of rows) {
      if (!isTooLong(row)) continue;
      row.inTurn = share === 1 ? row.left : row.inTurn + row.left * share;
      const count = Math.min(row.left, Math.floor(row.inTurn));
      row.inTurn -= count;
      row.left -= count;
      row.tooOften += count;
      all += count;
    }
    return all;
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

  function take(ready: readonly Row[], wanted: number): void {
    const sum = sumLeft(ready);
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
    const waiting = rows.filter((it) => it.left > 0 && openAt(it) > nowMs);
    const next = waiting.toSorted((one, other) => openAt(one) - openAt(other))[0];
    const placeMs = isForPlaces ? (freed[0]?.atMs ?? Infinity) : Infinity;
    const nextMs = Math.min(next ? openAt(next) : Infinity, placeMs);
    if (!Number.isFinite(nextMs)) return false;
    const isCapped = next !== undefined && hoursAt(next) <= nowMs;
    lost[isForPlaces ? "tier" : isCapped ? "frequency-cap" : "quiet-hours"] += nextMs - nowMs;
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

function noneLost(): Record<Slowing, number> {
  return { tier: 0, "quiet-hours": 0, "frequency-cap": 0, others: 0, "first-wave": 0 };
}

/** A hundredth of the whole, so that the end is told well within five hundredths. */
function spanOf(total: number, perSecond: number): number {
  const wholeMs = (total / Math.max(perSecond, 0.001)) * 1000;
  return Math.min(LONGEST_SPAN_MS, Math.max(SHORTEST_SPAN_MS, Math.floor(wholeMs / 200)));
}
