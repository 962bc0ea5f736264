/** Timers cannot be longer, and the machine's clock may be moved meanwhile. */
const LONGEST_MS = 60_000;

/** One timer: of several times that are asked for, the earliest counts. */
export class Alarm {
  readonly #ring: () => void;
  #timer: NodeJS.Timeout | null = null;
  #timerAt = Number.POSITIVE_INFINITY;
  #soon = false;

  constructor(ring: () => void) {
    this.#ring = ring;
  }

  /** Rings after `waitMs` of the machine's time, or earlier when it is asked to. */
  in(waitMs: number): void {
    const delay = Math.min(waitMs, LONGEST_MS);
    const at = performance.now() + delay;
    if (at >= this.#timerAt) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timerAt = at;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#timerAt = Number.POSITIVE_INFINITY;
      this.#ring();
    }, delay);
  }

  /**
   * Rings in this turn of the event loop: before a caller that waits for its
   * answer can make the next call.
   */
  soon(): void {
    if (this.#soon) return;
    this.#soon = true;
    setImmediate(() => {
      if (!this.#soon) return;
      this.#soon = false;
      this.#ring();
    });
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#soon = false;
  }
}
