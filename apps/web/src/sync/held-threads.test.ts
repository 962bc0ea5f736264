import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { workspace } from "../testing/builders.ts";
import { withFewThreads, withNewest } from "./held-threads.ts";
import type { Thread } from "./workspace-state.ts";

describe("the threads that a browser holds", () => {
  const thread: Thread = { messages: [], activity: [], older: null, newer: null, stale: false };
  const holding = (count: number) => {
    const threads = new Map(Array.from({ length: count }, (_, index) => [`c${index}`, thread]));
    return { ...workspace(), threads };
  };
  const held = ({ threads }: { readonly threads: ReadonlyMap<string, Thread> }) => [
    ...threads.keys(),
  ];

  it("are forty, without those that were looked at longest ago", () => {
    const ids = held(withFewThreads(holding(43), new Set()));
    assert.equal(ids.length, 40);
    assert.deepEqual(ids.slice(0, 2), ["c3", "c4"]);
  });

  it("always include what is on the screen", () => {
    const ids = held(withFewThreads(holding(42), new Set(["c0"])));
    assert.deepEqual(ids.slice(0, 2), ["c0", "c3"]);
  });

  it("count from when they were opened last", () => {
    const ids = held(withFewThreads(withNewest(holding(41), "c0"), new Set()));
    assert.equal(ids[0], "c2");
    assert.equal(ids.at(-1), "c0");
  });

  it("are left as they are while they are few", () => {
    const few = holding(40);
    assert.equal(withFewThreads(few, new Set()), few);
  });
});
