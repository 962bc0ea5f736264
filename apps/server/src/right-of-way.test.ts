import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type RightOfWay, openRightOfWay } from "./right-of-way.ts";

const FOREVER_MS = 600_000;

describe("openRightOfWay", () => {
  it("holds nobody up while nobody waits", async () => {
    const way = openRightOfWay(FOREVER_MS);
    await way.give();
    assert.equal(await way.take(async () => "done"), "done");
    await way.give();
  });

  it("holds a great work up until the last who waits is served", async () => {
    const way = openRightOfWay(FOREVER_MS);
    const [first, second] = [somebody(way), somebody(way)];
    const given = track(way.give());
    await first.served();
    assert.equal(given.isOver(), false);
    await second.served();
    await given.promise;
  });

  it("lets it go on when what somebody waited for failed", async () => {
    const way = openRightOfWay(FOREVER_MS);
    const failing = way.take(() => Promise.reject(new Error("It failed.")));
    await assert.rejects(failing, /It failed/u);
    await way.give();
  });

  it("lets it go on in the end, however long somebody waits", async () => {
    const way = openRightOfWay(5);
    const waiting = somebody(way);
    await way.give();
    await waiting.served();
  });

  it("holds it up again for whoever comes later", async () => {
    const way = openRightOfWay(FOREVER_MS);
    await somebody(way).served();
    const later = somebody(way);
    const given = track(way.give());
    await turn();
    assert.equal(given.isOver(), false);
    await later.served();
    await given.promise;
  });

  function somebody(way: RightOfWay) {
    const { promise, resolve } = Promise.withResolvers<void>();
    const taken = way.take(() => promise);
    return {
      async served(): Promise<void> {
        resolve();
        await taken;
        await turn();
      },
    };
  }

  function track(promise: Promise<void>) {
    let isOver = false;
    return { promise: promise.then(() => void (isOver = true)), isOver: () => isOver };
  }

  function turn(): Promise<void> {
    return new Promise((done) => void setImmediate(done));
  }
});
