/** A look at the clock, and how many people come at it. */
export type Moment = { readonly at: Date; readonly comers: number };

const STEP_MS = 30 * 60_000;

/** How lively each hour of the day is, from midnight on by UTC. Nobody comes at night. */
const BUSTLE = [
  0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 5, 4, 4, 5, 7, 9, 9, 7, 4, 0, 0,
] as const satisfies readonly number[];

/**
 * The moments of the days from `from` until `until`, half an hour apart
 * by day, with `people` spread over them: more in the evening than in the morning.
 */
export function momentsOf(from: Date, until: Date, people: number): readonly Moment[] {
  const all: { readonly at: Date; readonly until: number }[] = [];
  let bustle = 0;
  for (let at = from.getTime(); at <= until.getTime(); at += STEP_MS) {
    const now = new Date(at);
    const lively = BUSTLE[now.getUTCHours()] ?? 0;
    if (lively === 0) continue;
    bustle += lively;
    all.push({ at: now, until: bustle });
  }
  const arrived = (index: number) => Math.round(((all[index]?.until ?? 0) / bustle) * people);
  return all.map(({ at }, index) => ({ at, comers: arrived(index) - arrived(index - 1) }));
}
