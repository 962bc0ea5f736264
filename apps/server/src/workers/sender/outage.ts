/** Whether the channel answers at all, as the last attempts tell. */
export type Outage = {
  /** How long it has been away when this answer is the first after an outage; otherwise null. */
  answered(nowMs: number): number | null;
  silent(nowMs: number): void;
  /** How many may begin at this moment: as many as asked, one to try it, or none. */
  roomAt(nowMs: number, most: number, underWay: number): number;
  waitMs(nowMs: number): number;
};

const IN_A_ROW = 5;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Stops trying what does not answer: every attempt without an answer is one of
 * which nobody knows the end.
 *
 * After five in a row there is a pause, then one attempt to try it, then a pause
 * twice as long, up to half a minute. Attempts that were under way together
 * count as one trial.
 */
export function openOutage(): Outage {
  let inARow = 0;
  let level = 0;
  let firstMs = 0;
  let closedUntilMs = 0;

  return {
    answered(nowMs) {
      const awayMs = level > 0 ? nowMs - firstMs : null;
      inARow = 0;
      level = 0;
      return awayMs;
    },
    silent(nowMs) {
      if (inARow === 0) firstMs = nowMs;
      inARow += 1;
      if (inARow < IN_A_ROW || (level > 0 && nowMs < closedUntilMs)) return;
      closedUntilMs = nowMs + Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** level);
      level += 1;
    },
    roomAt(nowMs, most, underWay) {
      if (level === 0) return most;
      return nowMs < closedUntilMs || underWay > 0 ? 0 : Math.min(1, most);
    },
    waitMs: (nowMs) => (level === 0 ? 0 : Math.max(0, closedUntilMs - nowMs)),
  };
}
