import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DEMO } from "../demo.ts";
import { objectAt, objectsAt } from "../json.ts";
import { startDesk } from "../testing/desk.ts";
import { comesAgain, isImplied, travelsAlone, travelTimes } from "./weather.ts";

const SECOND = { wabaId: "102200000000077", id: "106500000000077" };
const COUNT = 10_000;
const all = (weather: "calm" | "real" | "hostile", seed = "s") =>
  Array.from({ length: COUNT }, (_, update) => travelTimes({ seed, weather }, update));

describe("the weather", () => {
  it("is prompt, single and in order when calm", () => {
    const calm = { seed: "s", weather: "calm" } as const;
    assert.ok(all("calm").every((it) => it.length === 1 && it[0] === 0));
    assert.deepEqual(
      [comesAgain(calm, 1), isImplied(calm, 1), travelsAlone(calm, "1")],
      [false, false, false],
    );
  });

  it("brings a few late and twice when real, many when hostile, and loses none", () => {
    for (const [weather, late, twice] of [
      ["real", 100, 50],
      ["hostile", 2500, 1500],
    ] as const) {
      const times = all(weather);
      assert.ok(times.every((it) => it.length >= 1));
      assert.ok(times.filter((it) => (it[0] ?? 0) > 4000).length > late * 0.3, weather);
      assert.ok(times.filter((it) => it.length === 2).length > twice, weather);
    }
  });

  it("follows from the seed", () => {
    assert.deepEqual(all("real"), all("real"));
    assert.notDeepEqual(all("real"), all("real", "t"));
  });
});

describe("webhooks in hostile weather", () => {
  it("come late, twice, out of order and with other accounts', but none is lost", async () => {
    await using desk = await startDesk();
    const { control } = desk.meta;
    await control.addWaba({ name: "Second", id: SECOND.wabaId });
    await control.addNumber({ ...SECOND, phone: "+1 555 010 0777", verifiedName: "Second" });
    await desk.graph("POST", `/${SECOND.wabaId}/subscribed_apps`, {
      override_callback_uri: desk.receiver.url,
      verify_token: "any",
    });
    await control.changeSettings({ weather: "hostile" });
    await control.open(desk.ana.id, DEMO.phoneNumberId);
    const ids: string[] = [];
    for (let count = 0; count < 40; count += 1) {
      const peer = count % 2 === 0 ? DEMO.phoneNumberId : SECOND.id;
      await control.write(desk.ana.id, peer, { kind: "text", body: `m${count}` });
      ids.push(await desk.send({ text: { body: `s${count}` } }));
      await control.open(desk.ana.id, DEMO.phoneNumberId);
    }
    await desk.pass(2 * 24 * 60 * 60 * 1000);
    const statuses = desk.receiver.statuses();
    for (const id of ids) {
      const own = new Set(statuses.filter((it) => it["id"] === id).map((it) => it["status"]));
      assert.ok(own.has("sent") && own.has("read"), id);
    }
    assert.ok(statuses.every((it) => it["status"] !== "delivered"));
    const bodies = desk.receiver.messages().map((it) => objectAt(it, "text")?.["body"]);
    assert.equal(new Set(bodies).size, 40);
    assert.ok(bodies.length > 40, "some come twice");
    const read = statuses.findIndex((it) => it["status"] === "read");
    const sent = statuses.findLastIndex((it) => it["status"] === "sent");
    assert.ok(read < sent, "some are out of order");
    const accounts = desk.receiver.received.map((it) => objectsAt(it.json, "entry").length);
    assert.ok(accounts.includes(2), "a webhook may be about two accounts");
  });
});
