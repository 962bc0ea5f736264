const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;
/** With fewer days there is no telling an ordinary day. */
const LEAST_DAYS = 3;
const LOOK_BACK_DAYS = 28;

/**
 * What a month is going to cost, by what its days have cost so far and what the
 * days of the last four weeks did; null while fewer than three are known.
 *
 * A day to come costs what the same days of the week did on average, or all
 * days where there was none; of today the part that is still to come is added.
 */
export function forecastMonth(
  today: string,
  dayShare: number,
  spentByDay: ReadonlyMap<string, number>,
): number | null {
  const known = pastDays(today, spentByDay);
  if (known.length < LEAST_DAYS) return null;
  const usual = (day: string) => {
    const alike = known.filter((it) => weekday(it.day) === weekday(day));
    return average(alike.length > 0 ? alike : known);
  };
  const month = today.slice(0, 7);
  let total = usual(today) * (1 - dayShare);
  for (const [day, spent] of spentByDay) if (day.startsWith(month) && day <= today) total += spent;
  for (let day = nextDay(today); day.startsWith(month); day = nextDay(day)) total += usual(day);
  return Math.round(total);
}

type PastDay = { readonly day: string; readonly spent: number };

/** The days before today since the first that cost something; those without a message cost nothing. */
function pastDays(today: string, spentByDay: ReadonlyMap<string, number>): PastDay[] {
  const first = [...spentByDay.keys()].toSorted()[0] ?? today;
  const days: PastDay[] = [];
  for (let back = LOOK_BACK_DAYS; back > 0; back--) {
    const day = new Date(Date.parse(today) - back * DAY_MS).toISOString().slice(0, 10);
    if (day >= first) days.push({ day, spent: spentByDay.get(day) ?? 0 });
  }
  return days;
}

function average(days: readonly PastDay[]): number {
  return days.reduce((sum, { spent }) => sum + spent, 0) / days.length;
}

function weekday(day: string): number {
  return Math.floor(Date.parse(day) / DAY_MS) % WEEK_DAYS;
}

function nextDay(day: string): string {
  return new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
}
