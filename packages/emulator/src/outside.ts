type Errand = { readonly settled: Promise<void>; finish: (() => void) | null };

/**
 * Work that goes on outside the emulator, such as fetching a link.
 *
 * What it comes to is written down when it is there, or, while the clock
 * stands, in the order in which it was begun: which of two servers is faster
 * must not show.
 */
export class Outside {
  readonly #errands: Errand[] = [];

  /** `inOrder` is asked when the work is done. */
  add(work: Promise<() => void>, inOrder: () => boolean): void {
    const settled = work.then(
      (finish) => {
        errand.finish = finish;
        if (inOrder()) this.#finishFirst();
        else this.#finish(errand);
      },
      (error: unknown) => {
        this.#remove(errand);
        console.error("Work outside of the emulator has failed:", error);
      },
    );
    const errand: Errand = { settled, finish: null };
    this.#errands.push(errand);
  }

  /** Resolves when nothing is under way. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#errands.map((it) => it.settled));
    this.#finishFirst();
  }

  /** All at the head of the line that are done. */
  #finishFirst(): void {
    for (let first = this.#errands[0]; first?.finish; first = this.#errands[0]) this.#finish(first);
  }

  #finish(errand: Errand): void {
    this.#remove(errand);
    errand.finish?.();
  }

  #remove(errand: Errand): void {
    const index = this.#errands.indexOf(errand);
    if (index >= 0) this.#errands.splice(index, 1);
  }
}
