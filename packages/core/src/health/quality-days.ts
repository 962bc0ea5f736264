import type { Quality } from "./facts.ts";

/** A change of the quality on a day, of which there may be several. */
export type DayChange = {
  readonly day: string;
  readonly before: string | null;
  readonly after: string | null;
};

const BADNESS: Readonly<Record<Quality, number>> = { unknown: 0, green: 1, yellow: 2, red: 3 };

function qualityIn(text: string | null): Quality {
  return text === "green" || text === "yellow" || text === "red" ? text : "unknown";
}

/** The worst quality of each of `days`, which are in order, from the changes, which are in order too. */
export function qualityByDay(
  days: readonly string[],
  changes: readonly DayChange[],
  today: Quality,
): Quality[] {
  const first = changes[0];
  let current = first ? qualityIn(first.before) : today;
  return days.map((day) => {
    const here = changes.filter((it) => it.day === day);
    const seen = [current, ...here.map(({ after }) => qualityIn(after))];
    current = seen.at(-1) ?? current;
    return seen.reduce((worst, it) => (BADNESS[it] > BADNESS[worst] ? it : worst));
  });
}
