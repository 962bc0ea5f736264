import { BEAT_MS, beatReception } from "@galka/postgres/stores/receiving/reception";
import type { App } from "../../app.ts";

export { BEAT_MS };

/** What a receiver tells of itself, so that silence is not taken for an answer. */
export type Reception = {
  /** A webhook could not be stored: its sender will come again, nobody knows when. */
  noteRefusal(): void;
  /** Says that this receiver is at work. */
  beat(): Promise<void>;
};

/** Two clocks that drift apart by more than this between two beats were not left alone. */
const MOVED_MS = 5_000;

const receptions = new WeakMap<App, Reception>();

/** The receiver of this process, whoever asks. */
export function receptionOf(app: App): Reception {
  const known = receptions.get(app);
  if (known) return known;
  const reception = openReception(app, machineClocks);
  receptions.set(app, reception);
  return reception;
}

export type Clocks = { readonly steadyMs: () => number; readonly wallMs: () => number };

// The machine's own, not the business's: in a demo that one is moved on purpose, and nothing is missed by it.
const machineClocks: Clocks = { steadyMs: () => performance.now(), wallMs: Date.now };

/**
 * The first beat always tells of an interruption: before it nobody was here, or
 * nobody knows who. A beat that fails is one, and is told with the next.
 */
export function openReception(app: App, { steadyMs, wallMs }: Clocks): Reception {
  let isInterrupted = true;
  let before: { steadyMs: number; wallMs: number } | null = null;
  let atBefore: { steadyMs: number; databaseMs: number } | null = null;
  let isClockMoved = false;

  return {
    noteRefusal: () => void (isInterrupted = true),
    async beat() {
      const now = { steadyMs: steadyMs(), wallMs: wallMs() };
      const last = before;
      before = now;
      if (last && drifted(now.wallMs - last.wallMs, now.steadyMs - last.steadyMs)) {
        isClockMoved = true;
      }
      const told = { isInterrupted, isClockMoved };
      isInterrupted = false;
      try {
        const at = await beatReception(app.db, told);
        isClockMoved = isMovedThere(at.getTime(), steadyMs());
      } catch (error) {
        isInterrupted = true;
        throw error;
      }
    },
  };

  /** Whether the database's clock was moved since the last beat: told with the next. */
  function isMovedThere(databaseMs: number, steady: number): boolean {
    const last = atBefore;
    atBefore = { databaseMs, steadyMs: steady };
    return last !== null && drifted(databaseMs - last.databaseMs, steady - last.steadyMs);
  }
}

function drifted(oneMs: number, otherMs: number): boolean {
  return Math.abs(oneMs - otherMs) > MOVED_MS;
}
