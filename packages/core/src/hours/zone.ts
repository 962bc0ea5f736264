/**
 * A time zone: what a wall clock shows there.
 *
 * Wall times are milliseconds as if the wall stood in UTC, so that they can be
 * counted with. The rules of the zones are those that the runtime was built
 * with; the same zone and moment give the same answer, whenever it is asked.
 */
export type Zone = {
  /** What the wall clock shows at this moment. */
  wallMsAt(atMs: number): number;
  /**
   * The first moment at which the wall clock shows this time or a later one.
   *
   * An hour that is skipped in spring is over the moment it would begin; of one
   * that comes twice in autumn the first is meant. So later wall times never
   * give earlier moments.
   */
  instantMsOf(wallMs: number): number;
};

/** Further than any change of a zone's clocks has ever been. */
const WELL_AWAY_MS = 36 * 60 * 60 * 1000;
const QUARTER_MS = 15 * 60 * 1000;

/** Opens a zone by its name, as "Europe/Berlin"; throws a RangeError for one that is not known. */
export function openZone(name: string): Zone {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: name,
    hourCycle: "h23",
    era: "short",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const offsets = new Map<number, number>();
  return { wallMsAt: (atMs) => atMs + offsetMsAt(atMs), instantMsOf };

  /** Clocks are changed on the quarter of an hour, so a quarter has one offset. */
  function offsetMsAt(atMs: number): number {
    const quarter = Math.floor(atMs / QUARTER_MS) * QUARTER_MS;
    const known = offsets.get(quarter);
    if (known !== undefined) return known;
    const offset = readOffsetMs(quarter);
    if (offsets.size > 20_000) offsets.clear();
    offsets.set(quarter, offset);
    return offset;
  }

  function readOffsetMs(atMs: number): number {
    const parts = new Map(format.formatToParts(atMs).map(({ type, value }) => [type, value]));
    const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
    const wallMs = Date.UTC(
      read("year"),
      read("month") - 1,
      read("day"),
      read("hour"),
      read("minute"),
      read("second"),
    );
    return wallMs - Math.floor(atMs / 1000) * 1000;
  }

  function instantMsOf(wallMs: number): number {
    const before = offsetMsAt(wallMs - WELL_AWAY_MS);
    const after = offsetMsAt(wallMs + WELL_AWAY_MS);
    const early = wallMs - before;
    if (before === after || offsetMsAt(early) === before) return early;
    const late = wallMs - after;
    return offsetMsAt(late) === after ? late : changeBetween(late, early, after);
  }

  /** When the clocks of the zone begin to be `offset` ahead; they are not at `fromMs`. */
  function changeBetween(fromMs: number, toMs: number, offset: number): number {
    let low = Math.floor(fromMs / QUARTER_MS);
    let high = Math.ceil(toMs / QUARTER_MS);
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offsetMsAt(middle * QUARTER_MS) === offset) high = middle;
      else low = middle;
    }
    return high * QUARTER_MS;
  }
}
