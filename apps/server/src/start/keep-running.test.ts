import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Running, keepRunning } from "./keep-running.ts";

/** A process that ends when the test says so, and may refuse to start. */
function fakeProcess() {
  const ends: (() => void)[] = [];
  const disposed: number[] = [];
  let refusals = 0;
  return {
    disposed,
    count: () => ends.length,
    refuse: (times: number) => (refusals = times),
    end: () => ends.at(-1)?.(),
    async start(): Promise<Running> {
      if (refusals > 0) {
        refusals -= 1;
        throw new Error("not yet");
      }
      const { promise, resolve } = Promise.withResolvers<void>();
      const nth = ends.push(resolve);
      return {
        ended: promise,
        async [Symbol.asyncDispose]() {
          disposed.push(nth);
          resolve();
        },
      };
    },
  };
}

async function watch(fake: ReturnType<typeof fakeProcess>, until: RegExp) {
  const said: string[] = [];
  const { promise: heard, resolve } = Promise.withResolvers<void>();
  const say = (line: string) => {
    said.push(line);
    if (until.test(line)) resolve();
  };
  const kept = await keepRunning({ name: "It", say, waitMs: 1, longestWaitMs: 2 }, fake.start);
  return { kept, said, heard };
}

describe("keepRunning", () => {
  it("starts again what ends by itself, and says so", async () => {
    const fake = fakeProcess();
    const { kept, said, heard } = await watch(fake, /is back/);
    fake.end();
    await heard;
    assert.equal(fake.count(), 2);
    assert.deepEqual(said, ["It ended unexpectedly; starting it again …", "It is back."]);
    await kept[Symbol.asyncDispose]();
    assert.deepEqual(fake.disposed, [2]);
  });

  it("tries until it starts", async () => {
    const fake = fakeProcess();
    const { kept, said, heard } = await watch(fake, /is back/);
    fake.refuse(3);
    fake.end();
    await heard;
    assert.equal(said.filter((line) => line === "It does not start: not yet").length, 3);
    await kept[Symbol.asyncDispose]();
  });

  it("does not start again what is stopped on purpose", async () => {
    const fake = fakeProcess();
    const { kept, said } = await watch(fake, /never/);
    await kept[Symbol.asyncDispose]();
    assert.deepEqual([fake.count(), fake.disposed, said], [1, [1], []]);
  });

  it("stops while it waits for the next try", async () => {
    const fake = fakeProcess();
    const { kept, heard } = await watch(fake, /does not start/);
    fake.refuse(1_000_000);
    fake.end();
    await heard;
    await kept[Symbol.asyncDispose]();
  });

  it("fails when the first start fails", async () => {
    const fake = fakeProcess();
    fake.refuse(1);
    await assert.rejects(watch(fake, /never/), /not yet/);
  });
});
