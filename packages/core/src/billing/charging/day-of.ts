import { openZone, type Zone } from "../../hours/zone.ts";

const QUARTER_MS = 15 * 60 * 1000;
const KEPT_DAYS = 4096;

/** Says which calendar day it is in a zone, quickly: a history asks once for each message. */
export function dayTeller(): (timeZone: string, atMs: number) => string {
  const zones = new Map<string, Zone>();
  const days = new Map<string, string>();
  return (timeZone, atMs) => {
    const quarter = Math.floor(atMs / QUARTER_MS);
    const key = `${timeZone} ${quarter}`;
    const known = days.get(key);
    if (known !== undefined) return known;
    const zone = zones.get(timeZone) ?? openZone(timeZone);
    zones.set(timeZone, zone);
    const day = new Date(zone.wallMsAt(quarter * QUARTER_MS)).toISOString().slice(0, 10);
    if (days.size >= KEPT_DAYS) days.clear();
    days.set(key, day);
    return day;
  };
}
