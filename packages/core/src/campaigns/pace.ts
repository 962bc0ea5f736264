const MINUTE_MS = 60_000;

/** A pace that somebody has set, and up to when it is used up by those who were moved to the sender. */
export type Pace = { readonly perMinute: number | null; readonly pacedUntil: Date | null };

/** How many may be moved at this moment: never more than a second's worth at once, and one at least when its time has come. */
export function paceRoom({ perMinute, pacedUntil }: Pace, now: Date): number {
  if (perMinute === null) return Infinity;
  const usedMs = usedUntil(pacedUntil, now) - now.getTime();
  return Math.max(0, Math.floor(Math.max(1, perMinute / 60) - (usedMs * perMinute) / MINUTE_MS));
}

/** Up to when the pace is used up after so many more; null where there is none. */
export function paceAfter({ perMinute, pacedUntil }: Pace, count: number, now: Date): Date | null {
  if (perMinute === null) return null;
  const takenMs = (count * MINUTE_MS) / perMinute;
  return new Date(Math.ceil(usedUntil(pacedUntil, now) + takenMs));
}

/** What was not used is gone. Nothing is used up for longer than a minute: then the clock was put back. */
function usedUntil(pacedUntil: Date | null, now: Date): number {
  const untilMs = pacedUntil?.getTime() ?? 0;
  const nowMs = now.getTime();
  return untilMs > nowMs + MINUTE_MS ? nowMs : Math.max(untilMs, nowMs);
}
