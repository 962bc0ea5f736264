import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { DEMO } from "./demo.ts";
import { startEmulator } from "./start-emulator.ts";
import { addressOf } from "./testing/address.ts";
import { startDesk } from "./testing/desk.ts";

const HOUR = 60 * 60 * 1000;
const text = (body: string) => ({ type: "text", text: { body } });

/** Waits for a fact, however slow the machine is. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((done) => setTimeout(done, 5));
}

describe("the clock", () => {
  it("steps from one thing that is due to the next", async () => {
    await using desk = await startDesk({ settings: { sentDelayMs: 1000, arrivalDelayMs: 60_000 } });
    const { control } = desk.meta;
    const start = new Date((await control.clock()).now).getTime();
    await desk.send(text("x"));
    assert.equal(new Date((await control.clock()).nextAt ?? 0).getTime(), start + 1000);
    const passed: number[] = [];
    for (let count = 0; count < 4; count += 1) {
      const { now } = await control.moveClock({ steps: 1 });
      passed.push(new Date(now).getTime() - start);
    }
    assert.deepEqual(passed, [1000, 1050, 61_000, 61_050]);
    assert.deepEqual(
      desk.receiver.statuses().map((it) => it["status"]),
      ["sent", "delivered"],
    );
    assert.equal((await control.moveClock({ steps: 5 })).nextAt, null);
  });

  it("runs a million times as fast, and everything at its own instant", async () => {
    await using desk = await startDesk({
      settings: { sentDelayMs: HOUR, arrivalDelayMs: 2 * HOUR },
    });
    const { control } = desk.meta;
    await control.changePerson(desk.ana.id, { autoReadMs: HOUR });
    const start = new Date((await control.clock()).now).getTime();
    await desk.send(text("x"));
    await control.moveClock({ speed: 1_000_000 });
    await control.moveClock({ frozen: false });
    await until(() => desk.receiver.statuses().length === 3);
    // The send itself comes some moments of the machine's time after the start.
    const minutes = desk.receiver
      .statuses()
      .map((it) => Math.round((Number(it["timestamp"]) * 1000 - start) / 60_000));
    assert.deepEqual(minutes, [60, 180, 240]);
    const { now, speed } = await control.clock();
    assert.equal(speed, 1_000_000);
    assert.ok(new Date(now).getTime() >= start + 4 * HOUR);
  });

  it("keeps its speed, and what waits, over a restart", async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "galka-clock-"));
    try {
      let machine = 1_800_000_000_000;
      const options = { dataDir, machineClock: () => machine };
      {
        await using meta = await startEmulator(options);
        await meta.control.moveClock({ speed: 60 });
        machine += 1000;
        assert.equal(new Date((await meta.control.clock()).now).getTime(), machine + 59_000);
      }
      machine += 1000;
      await using meta = await startEmulator(options);
      const { now, speed } = await meta.control.clock();
      assert.deepEqual([new Date(now).getTime(), speed], [machine + 2 * 59_000, 60]);
    } finally {
      rmSync(dataDir, { recursive: true });
    }
  });

  it("writes down the results of two links in the order of their sends", async () => {
    const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const served: string[] = [];
    await using desk = await startDesk({
      fetch: async (input, init) => {
        const url = addressOf(input);
        const count = /link-(\d)/.exec(url)?.[1];
        if (count === undefined) return fetch(input, init);
        await gates[Number(count)]?.promise;
        served.push(count);
        return new Response("x", { headers: { "content-type": "text/plain" } });
      },
    });
    const link = (count: number) => ({
      type: "document",
      document: { link: `http://files.test/link-${count}` },
    });
    const ids = [await desk.send(link(0)), await desk.send(link(1))];
    const passed = desk.pass();
    gates[1]?.resolve();
    await until(() => served.length === 1);
    gates[0]?.resolve();
    await passed;
    assert.deepEqual(served, ["1", "0"]);
    const sent = desk.receiver.statuses().filter((it) => it["status"] === "sent");
    assert.deepEqual(
      sent.map((it) => it["id"]),
      ids,
    );
    assert.equal((await desk.meta.control.ledger({ to: desk.ana.waId })).data.length, 2);
    assert.equal(DEMO.phoneNumberId, (await desk.meta.control.ledger()).data[0]?.phoneNumberId);
  });
});
