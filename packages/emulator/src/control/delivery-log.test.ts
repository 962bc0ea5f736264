import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DEMO } from "../demo.ts";
import { startDesk } from "../testing/desk.ts";

describe("the delivery log", () => {
  it("finds webhooks by their words, also those that are not ASCII, by field and time", async () => {
    await using desk = await startDesk();
    const { control } = desk.meta;
    await control.write(desk.ana.id, DEMO.phoneNumberId, { kind: "text", body: "привет, a/b" });
    await desk.pass();
    const count = async (filter: Parameters<typeof control.deliveries>[0]) =>
      (await control.deliveries(filter)).data.length;
    assert.equal(await count({ text: "привет" }), 1);
    assert.equal(await count({ text: "A/B" }), 1);
    assert.equal(await count({ text: desk.receiver.url }), 2);
    assert.equal(await count({ text: "nobody wrote this" }), 0);
    assert.equal(await count({ field: "messages", state: "delivered" }), 2);
    assert.equal(await count({ until: "2020-01-01T00:00:00Z" }), 0);
  });

  it("sends a webhook once more, byte for byte", async () => {
    await using desk = await startDesk();
    const { control } = desk.meta;
    await control.write(desk.ana.id, DEMO.phoneNumberId, { kind: "text", body: "again" });
    await desk.pass();
    const [first] = (await control.deliveries({ text: "again" })).data;
    await control.redeliver(first?.id ?? "");
    await desk.pass();
    const [one, two] = desk.receiver.received;
    assert.deepEqual([one?.body, one?.signature], [two?.body, two?.signature]);
    assert.equal((await control.delivery(first?.id ?? "")).attempts.length, 2);
  });
});
