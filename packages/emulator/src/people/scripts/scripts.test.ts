import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { DEMO } from "../../demo.ts";
import { objectAt, textAt } from "../../json.ts";
import { startEmulator } from "../../start-emulator.ts";
import { startDesk, type TestDesk } from "../../testing/desk.ts";
import type { ScriptStep } from "../../wire/script.ts";

const MINUTE = 60_000;
const QUESTION = {
  type: "interactive",
  interactive: {
    type: "button",
    body: { text: "Is six o'clock all right?" },
    action: {
      buttons: [
        { type: "reply", reply: { id: "yes", title: "Yes" } },
        { type: "reply", reply: { id: "no", title: "No" } },
      ],
    },
  },
};

describe("a person's script", () => {
  it("waits, reads, taps, and sends a photo", async () => {
    await using desk = await startDesk();
    const made = await start(desk, [
      { waitFor: "card" },
      { after: "2m", do: "read" },
      { tap: "Yes" },
      { after: "10s", send: { made: "photo" } },
    ]);
    assert.equal(made.state, "running");
    await desk.pass(MINUTE);
    await desk.send({ text: { body: "A moment, please" } });
    await desk.pass(MINUTE);
    assert.equal((await look(desk)).state, "waiting");
    await desk.send(QUESTION);
    await desk.pass(MINUTE);
    assert.equal(statuses(desk).includes("read"), false);
    await desk.pass(2 * MINUTE);
    assert.equal(statuses(desk).includes("read"), true);
    const [tap, photo] = desk.receiver.messages();
    const reply = objectAt(objectAt(tap ?? {}, "interactive") ?? {}, "button_reply");
    assert.deepEqual(reply, { id: "yes", title: "Yes" });
    assert.equal(photo?.["type"], "image");
    assert.equal((await look(desk)).state, "done");
  });

  it("takes the messages in order, also those that came while it did something else", async () => {
    await using desk = await startDesk();
    await start(desk, [
      { waitFor: "message" },
      { after: "5m", send: "First" },
      { waitFor: { text: "six" } },
      { send: "Second" },
    ]);
    await desk.pass();
    await desk.send({ text: { body: "Hello" } });
    await desk.send({ text: { body: "Is it six or seven?" } });
    await desk.pass(6 * MINUTE);
    const texts = desk.receiver.messages().map((it) => textAt(objectAt(it, "text") ?? {}, "body"));
    assert.deepEqual(texts, ["First", "Second"]);
  });

  it("goes on after a restart", async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "galka-script-"));
    try {
      {
        await using desk = await startDesk({ dataDir });
        await start(desk, [{ after: "1h", send: "Still here" }]);
        await desk.pass();
      }
      await using meta = await startEmulator({ dataDir });
      await meta.control.moveClock({ advanceMs: 61 * MINUTE });
      const [ana] = (await meta.control.people()).data;
      assert.equal((await meta.control.scripts(ana?.id ?? "")).data[0]?.state, "done");
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });

  it("says at which step and why it could not go on", async () => {
    await using desk = await startDesk();
    await start(desk, [{ waitFor: "card" }, { tap: "Maybe" }]);
    await desk.pass();
    await desk.send(QUESTION);
    await desk.pass();
    const { state, error } = await look(desk);
    assert.equal(state, "failed");
    assert.match(error ?? "", /^Step 1: .*nothing to tap that says "Maybe"; it has "Yes", "No"\.$/);
  });

  it("gives up waiting as it was told to", async () => {
    await using desk = await startDesk();
    await start(desk, [{ waitFor: "message", within: "1m", otherwise: "go-on" }, { send: "Hm" }]);
    await start(desk, [{ waitFor: "message", within: "1m", otherwise: "stop" }, { send: "No" }]);
    await start(desk, [{ waitFor: "message", within: "1m" }]);
    await start(desk, [{ waitFor: "message" }]);
    await desk.pass(2 * MINUTE);
    const { data } = await desk.meta.control.scripts(desk.ana.id);
    assert.deepEqual(
      data.map((it) => it.state),
      ["done", "stopped", "failed", "waiting"],
    );
    const last = data.at(-1)?.id ?? "";
    assert.equal((await desk.meta.control.stopScript(desk.ana.id, last)).state, "stopped");
  });

  it("does to a business whatever a phone can", async () => {
    await using desk = await startDesk();
    await start(desk, [
      { send: "Six" },
      { edit: "Seven" },
      { do: "delete" },
      { do: "report" },
      { do: "stop-marketing" },
      { do: "block" },
      { do: "offline" },
    ]);
    await desk.pass();
    assert.equal((await look(desk)).state, "done");
    const kinds = (await desk.meta.control.feedback()).data.map((it) => it.kind);
    assert.deepEqual(kinds, ["report", "marketing-stop", "block"]);
    assert.equal((await desk.meta.control.person(desk.ana.id)).online, false);
  });

  it("refuses steps that mean nothing, with what to do instead", async () => {
    await using desk = await startDesk();
    const refused = (step: ScriptStep, why: RegExp) => assert.rejects(start(desk, [step]), why);
    await refused({ tap: "Yes", send: "No" }, /make two steps of it/);
    await refused({}, /one of do, tap, send/);
    await refused({ after: "2 minutes", do: "read" }, /like "90s", "2m" or "7d"/);
    await refused({ within: "2m", do: "read" }, /belong to a step with waitFor/);
    await refused({ waitFor: "message", otherwise: "stop" }, /otherwise needs within/);
  });
});

function start(desk: TestDesk, steps: readonly ScriptStep[]) {
  return desk.meta.control.addScript(desk.ana.id, { chat: DEMO.phoneNumberId, steps });
}

async function look(desk: TestDesk) {
  const [script] = (await desk.meta.control.scripts(desk.ana.id)).data;
  assert.ok(script !== undefined);
  return script;
}

function statuses(desk: TestDesk) {
  return desk.receiver.statuses().map((it) => it["status"]);
}
