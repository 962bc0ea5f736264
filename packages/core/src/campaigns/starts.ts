import { openZone } from "../hours/zone.ts";
import { unreachable } from "../kernel/unreachable.ts";
import type { CampaignStart, Repeat } from "./plan.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** The first place on earth where a date begins is so far ahead of UTC. */
const EARLIEST_ZONE_MS = 14 * 60 * MINUTE_MS;

/** When a campaign is looked at first: for `local`, when the hour comes for the first people on earth. */
export function startsAt(now: Date, start: CampaignStart): Date {
  switch (start.kind) {
    case "now":
      return now;
    case "at":
      return new Date(start.at);
    case "local":
      return new Date(Math.max(now.getTime(), wallMsOf(start) - EARLIEST_ZONE_MS));
    default:
      return unreachable(start);
  }
}

/**
 * When a person's turn comes by their own clock. Of several zones that they may
 * live in the last counts: nobody is written to before the hour.
 */
export function localStart(
  start: Extract<CampaignStart, { kind: "local" }>,
  zones: readonly string[],
): Date {
  const wallMs = wallMsOf(start);
  const instants = (zones.length > 0 ? zones : ["UTC"]).map((name) =>
    openZone(name).instantMsOf(wallMs),
  );
  return new Date(Math.max(...instants));
}

function wallMsOf({ date, minute }: Extract<CampaignStart, { kind: "local" }>): number {
  return Date.parse(`${date}T00:00:00Z`) + minute * MINUTE_MS;
}

/**
 * The next start after one at `at`: the same hour on the wall, also when clocks
 * are changed between. A month that has no such day is begun on its last one, a
 * day that has no such hour at the change of its clocks; those after them are at
 * the day and the hour of the first again. Null when there is none any more.
 */
export function nextStart(at: Date, now: Date, repeat: Repeat): Date | null {
  const least = new Date(Math.max(at.getTime(), now.getTime()) + 1);
  const next = startFrom(firstStart(at, repeat), least, repeat);
  return repeat.until !== null && next.getTime() > Date.parse(repeat.until) ? null : next;
}

/**
 * The start that all of a row are counted from, of one of them at `at`. Where
 * somebody has chosen another time or another rule since, it is the first of a
 * row of its own.
 */
export function firstStart(at: Date, repeat: Repeat): Date {
  if (repeat.from === undefined) return at;
  const first = new Date(repeat.from);
  return startFrom(first, at, repeat).getTime() === at.getTime() ? first : at;
}

const LONGEST_MS = { day: DAY_MS, week: 7 * DAY_MS, month: 31 * DAY_MS } as const;

/** Of the starts that are counted from `first`, the first that is not before `least`. */
function startFrom(first: Date, least: Date, { every, timeZone }: Repeat): Date {
  if (least <= first) return first;
  const zone = openZone(timeZone);
  const wall = new Date(zone.wallMsAt(first.getTime()));
  // No row is walked through from its beginning; changes of the clocks are less than two days.
  const passed = Math.floor((least.getTime() - first.getTime()) / LONGEST_MS[every]) - 2;
  for (let n = Math.max(1, passed); ; n++) {
    const next = new Date(zone.instantMsOf(wallAfter(wall, n, every)));
    if (next >= least) return next;
  }
}

function wallAfter(wall: Date, n: number, every: Repeat["every"]): number {
  if (every === "day") return wall.getTime() + n * DAY_MS;
  if (every === "week") return wall.getTime() + n * 7 * DAY_MS;
  const [year, month] = [wall.getUTCFullYear(), wall.getUTCMonth() + n];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const midnight = Date.UTC(year, month, Math.min(wall.getUTCDate(), lastDay));
  return midnight + (wall.getTime() % DAY_MS);
}
