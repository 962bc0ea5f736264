import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { freshDatabase } from "@galka/postgres/testing/fresh-database";
import { localWake } from "./local-wake.ts";
import { notifyWake } from "./notify-wake.ts";
import { silentLog } from "./testing/silent-log.ts";

describe("localWake", () => {
  it("tells whoever listens to the topic, until they stop", () => {
    const wake = localWake();
    const heard: string[] = [];
    const stop = wake.listen("sends", (key) => heard.push(key));
    wake.tell("sends", "one");
    wake.tell("events", "of no interest");
    stop();
    wake.tell("sends", "two");
    assert.deepEqual(heard, ["one"]);
  });

  it("tells the others when one listener throws", () => {
    const faults: unknown[] = [];
    const heard: string[] = [];
    const wake = localWake((error) => faults.push(error));
    wake.listen("sends", () => {
      throw new Error("no");
    });
    wake.listen("sends", (key) => heard.push(key));
    wake.tell("sends", "one");
    assert.equal(faults.length, 1);
    assert.deepEqual(heard, ["one"]);
  });
});

describe("notifyWake", () => {
  it("tells the other process once, however often it was hinted", async () => {
    await using database = await freshDatabase();
    await using here = notifyWake(database.url, silentLog);
    await using there = notifyWake(database.url, silentLog);
    const heard: string[] = [];
    const arrived = Promise.withResolvers<void>();
    there.listen("events", (key) => {
      heard.push(key);
      if (key === "last") arrived.resolve();
    });
    // The lines need a moment to stand; hints before that are lost, as promised.
    const again = setInterval(() => {
      for (let n = 0; n < 10; n += 1) here.tell("events", "workspace");
      here.tell("events", "last");
    }, 100);
    await arrived.promise;
    clearInterval(again);
    assert.deepEqual(heard.slice(0, 2), ["workspace", "last"]);
  });
});
