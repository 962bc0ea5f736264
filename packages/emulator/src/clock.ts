import type { Kinds } from "./store/kinds.ts";

/**
 * The emulator's clock: the machine's, shifted, faster or slower, or standing still.
 *
 * Everything that takes time goes by it, so a test moves a day in a
 * millisecond. Shift, speed and standstill are stored and survive a restart:
 * what was due meanwhile is overdue then.
 */
export class EmulatorClock {
  readonly #documents: Kinds["clock"];
  readonly #machine: () => number;
  #offsetMs: number;
  #machineAt: number;
  #frozenAt: number | null;
  #speed: number;
  #limit: number | null = null;

  constructor(documents: Kinds["clock"], machine: () => number) {
    this.#documents = documents;
    this.#machine = machine;
    const saved = documents.find("clock");
    this.#offsetMs = saved?.offsetMs ?? 0;
    this.#machineAt = saved?.machineAt ?? 0;
    this.#frozenAt = saved?.frozenAt ?? null;
    this.#speed = saved?.speed ?? 1;
  }

  /** Milliseconds since 1970. */
  now(): number {
    if (this.#frozenAt !== null) return this.#frozenAt;
    const running = this.running();
    return this.#limit === null ? running : Math.min(running, this.#limit);
  }

  /** What a clock that runs would show if nothing held it up. */
  running(): number {
    const machine = this.#machine();
    const passed = machine - this.#machineAt;
    return this.#machineAt + this.#offsetMs + Math.floor(passed * this.#speed);
  }

  get offsetMs(): number {
    return this.now() - this.#machine();
  }

  get frozen(): boolean {
    return this.#frozenAt !== null;
  }

  get speed(): number {
    return this.#speed;
  }

  /** Jumps to `instant` and goes on from there, or stands there when frozen. */
  set(instant: number): void {
    if (this.#frozenAt !== null) this.#frozenAt = instant;
    else this.#anchor(instant);
    this.#save();
  }

  freeze(frozen: boolean): void {
    const now = this.now();
    if (frozen) this.#frozenAt = now;
    else {
      this.#frozenAt = null;
      this.#anchor(now);
    }
    this.#save();
  }

  /** `speed` seconds pass in one of the machine's, from the instant that it shows. */
  runAt(speed: number): void {
    this.#anchor(this.now());
    this.#speed = speed;
    this.#save();
  }

  /**
   * Does not go beyond `instant` until it is told to: what is due there happens
   * at its own time, however fast the clock runs. `null` lets it run freely.
   */
  limitTo(instant: number | null): void {
    this.#limit = instant;
  }

  /** Takes over what is stored, showing `instant`: for a world that comes from elsewhere. */
  restore(instant: number): void {
    const saved = this.#documents.find("clock");
    this.#frozenAt = saved?.frozenAt ?? null;
    this.#speed = saved?.speed ?? 1;
    this.#limit = null;
    this.#anchor(instant);
    this.#save();
  }

  reset(): void {
    this.#offsetMs = 0;
    this.#machineAt = 0;
    this.#frozenAt = null;
    this.#speed = 1;
    this.#limit = null;
    this.#save();
  }

  #anchor(instant: number): void {
    this.#machineAt = this.#machine();
    this.#offsetMs = instant - this.#machineAt;
  }

  #save(): void {
    this.#documents.put("clock", {
      offsetMs: this.#offsetMs,
      frozenAt: this.#frozenAt,
      speed: this.#speed,
      machineAt: this.#machineAt,
    });
  }
}
