import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DEMO } from "../demo.ts";
import { objectAt } from "../json.ts";
import { startDesk, type TestDesk } from "../testing/desk.ts";

const { phoneNumberId } = DEMO;
const MEGABYTE = 1024 * 1024;

const write = (desk: TestDesk, body: string) =>
  desk.meta.control.write(desk.ana.id, phoneNumberId, { kind: "text", body });

const bodiesOf = (desk: TestDesk) =>
  desk.receiver.messages().map((it) => objectAt(it, "text")?.["body"]);

describe("what happened together comes together", () => {
  it("at most a thousand at once", async () => {
    await using desk = await startDesk();
    const said = Array.from({ length: 1100 }, (_, count) => `m${count}`);
    for (const body of said) await write(desk, body);
    await desk.pass();
    assert.deepEqual(bodiesOf(desk), said);
    const { data } = await desk.meta.control.deliveries({ limit: 2 });
    assert.deepEqual(
      data.map((it) => it.updateCount),
      [100, 1000],
    );
  });

  it("at most three megabytes at once, as they are written", async () => {
    await using desk = await startDesk();
    const long = "ы/😀".repeat(15_000);
    for (let count = 0; count < 14; count += 1) await write(desk, `${count} ${long}`);
    await desk.pass();
    const sizes = desk.receiver.received.map((it) => it.body.length);
    assert.ok(sizes.length > 1 && Math.max(...sizes) <= 3 * MEGABYTE, sizes.join());
    assert.ok(Math.max(...sizes) > MEGABYTE, sizes.join());
    assert.deepEqual(
      bodiesOf(desk).map((it) => Number.parseInt(String(it), 10)),
      Array.from({ length: 14 }, (_, count) => count),
    );
  });
});
