const HOUR_MS = 3_600_000;
/** Offsets change at most at such instants. */
const STEP_MS = 900_000;
const KEPT = 20_000;

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

/** The hour of the day in a time zone, with its fraction: 7.5 is half past seven. */
export function localHour(zone: string, at: number): number {
  const local = at + offsetAt(zone, at);
  return (((local / HOUR_MS) % 24) + 24) % 24;
}

/** How far the zone's clocks are ahead of UTC. */
export function offsetAt(zone: string, at: number): number {
  const step = Math.floor(at / STEP_MS);
  const key = `${zone} ${step}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size >= KEPT) offsets.clear();
  const offset = readOffset(zone, step * STEP_MS);
  offsets.set(key, offset);
  return offset;
}

function readOffset(zone: string, at: number): number {
  const parts = formatOf(zone).formatToParts(at);
  const part = (type: string) => Number(parts.find((it) => it.type === type)?.value ?? 0);
  const local = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return local - Math.floor(at / 1000) * 1000;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(zone, format);
  return format;
}
