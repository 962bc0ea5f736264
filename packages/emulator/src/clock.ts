import type { Kinds } from "./store/kinds.ts";

/**
 * The emulator's clock: the machine's, shifted, or standing still.
 *
 * Everything that takes time goes by it, so a test moves a day in a
 * millisecond. Shift and standstill are stored and survive a restart.
 */
export class EmulatorClock {
  readonly #documents: Kinds["clock"];
  readonly #machine: () => number;
  #offsetMs: number;
  #frozenAt: number | null;

  constructor(documents: Kinds["clock"], machine: () => number) {
    this.#documents = documents;
    this.#machine = machine;
    const saved = documents.find("clock");
    this.#offsetMs = saved?.offsetMs ?? 0;
    this.#frozenAt = saved?.frozenAt ?? null;
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.#frozenAt ?? this.#machine() + this.#offsetMs;
  }

  get offsetMs(): number {
    return this.now() - this.#machine();
  }

  get frozen(): boolean {
    return this.#frozenAt !== null;
  }

  /** Jumps to `instant` and goes on from there, or stands there when frozen. */
  set(instant: number): void {
    if (this.#frozenAt !== null) this.#frozenAt = instant;
    else this.#offsetMs = instant - this.#machine();
    this.#save();
  }

  freeze(frozen: boolean): void {
    const now = this.now();
    if (frozen) this.#frozenAt = now;
    else {
      this.#frozenAt = null;
      this.#offsetMs = now - this.#machine();
    }
    this.#save();
  }

  reset(): void {
    this.#offsetMs = 0;
    this.#frozenAt = null;
    this.#save();
  }

  #save(): void {
    this.#documents.put("clock", { offsetMs: this.#offsetMs, frozenAt: this.#frozenAt });
  }
}
