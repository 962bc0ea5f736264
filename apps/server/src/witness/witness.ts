import type { Mark } from "@galka/postgres/stores/installation";

/** What is remembered of the database outside of it, so that an older copy in its place is noticed. */
export interface Witness {
  /** The last mark that was kept; null when there is none. */
  recall(): Promise<Mark | null>;
  keep(mark: Mark): Promise<void>;
}

/** For tests, and for what does not outlive its database. */
export function forgetfulWitness(): Witness {
  let kept: Mark | null = null;
  return {
    recall: async () => kept,
    keep: async (mark) => void (kept = mark),
  };
}
