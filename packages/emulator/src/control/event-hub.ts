import type { EmulatorEvent } from "../wire/control.ts";

/** Somebody who watches the world: the phones page, or a test. */
export type Listener = (id: number, event: EmulatorEvent) => void;

/** Tells listeners what changed. Costs nothing while nobody listens. */
export class EventHub {
  readonly #listeners = new Set<Listener>();
  #lastId = 0;
  #epoch = 0;

  /** The event is built only if there is somebody to hear it; `null` says nothing. */
  emit(event: () => EmulatorEvent | null): void {
    if (this.#listeners.size === 0) return;
    const built = event();
    if (built === null) return;
    this.#lastId += 1;
    for (const listener of this.#listeners) listener(this.#lastId, built);
  }

  /** Says that everything is another world now: after a reset, or a snapshot. */
  beginAgain(): void {
    this.#epoch += 1;
    this.emit(() => ({ type: "reset" }));
  }

  /** How often everything became another world: ids may come back in each. */
  get epoch(): number {
    return this.#epoch;
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
