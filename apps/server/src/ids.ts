import { randomFillSync } from "node:crypto";
import { type Id, idOf } from "@galka/core/kernel/ids";

/** Where ids come from, so that tests can read them. Ids sort by the time they were made (UUIDv7). */
export interface Ids {
  next<Kind extends string>(): Id<Kind>;
}

const COUNTER_SPACE = 0x1000;

/**
 * UUIDv7 (RFC 9562) by the machine's clock.
 *
 * Ids of one process sort in the order in which they were made: within a
 * millisecond by a counter, and a clock that is set back does not take them back.
 */
export function uuidIds(nowMs: () => number = Date.now): Ids {
  let lastMs = 0;
  let counter = 0;
  const random = randomEights();

  return {
    next<Kind extends string>(): Id<Kind> {
      const ms = nowMs();
      if (ms > lastMs) {
        lastMs = ms;
        counter = 0;
      } else if (++counter === COUNTER_SPACE) {
        lastMs += 1;
        counter = 0;
      }
      return idOf<Kind>(uuidOf(lastMs, counter, random()));
    },
  };
}

function uuidOf(ms: number, counter: number, random: Buffer): string {
  const time = ms.toString(16).padStart(12, "0");
  random[0] = ((random[0] ?? 0) & 0x3f) | 0x80;
  const hex = random.toString("hex");
  const version = `7${counter.toString(16).padStart(3, "0")}`;
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${hex.slice(0, 4)}-${hex.slice(4)}`;
}

/** Eight random bytes at a time out of a store of them: asking for each eight alone costs more than the rest of an id. */
function randomEights(): () => Buffer {
  const store = Buffer.alloc(4096);
  let used = store.length;
  return () => {
    if (used === store.length) {
      randomFillSync(store);
      used = 0;
    }
    used += 8;
    return store.subarray(used - 8, used);
  };
}
