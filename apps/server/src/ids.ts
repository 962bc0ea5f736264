import type { Id } from "@galka/core/kernel/ids";

/** Where ids come from, so that tests can read them. Ids sort by the time they were made (UUIDv7). */
export interface Ids {
  next<Kind extends string>(): Id<Kind>;
}
