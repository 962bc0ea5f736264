import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, it } from "node:test";
import { DEMO } from "../demo.ts";
import { startEmulator } from "../start-emulator.ts";
import { startDesk } from "../testing/desk.ts";

describe("a snapshot", () => {
  it("brings back people, chats, ledger, logs and settings", async () => {
    await using desk = await startDesk({ machineClock: () => 1_800_000_000_000 });
    const { control } = desk.meta;
    await desk.send({ type: "text", text: { body: "before" } });
    await desk.pass();
    const before = [await control.world(), await control.ledger(), await control.requests()];
    const snapshot = await control.takeSnapshot();
    await control.addPerson({ name: "Zoe" });
    await control.changeSettings({ escaping: "raw" });
    await desk.send({ type: "text", text: { body: "after" } });
    await desk.pass(60_000);
    await control.restoreSnapshot(snapshot);
    const after = [await control.world(), await control.ledger(), await control.requests()];
    assert.deepEqual(after, before);
  });

  it("goes on from its instant with the timers and ids it had", async () => {
    const run = async (restored: boolean) => {
      await using desk = await startDesk({ machineClock: () => 1_800_000_000_000 });
      const { control } = desk.meta;
      await desk.send({ type: "text", text: { body: "on its way" } });
      const snapshot = await control.takeSnapshot();
      if (restored) {
        await desk.pass(3_600_000);
        await control.addPerson({ name: "Zoe" });
        await desk.send({ type: "text", text: { body: "forgotten" } });
        desk.receiver.received.length = 0;
        await control.restoreSnapshot(snapshot);
      }
      await desk.pass();
      const wamid = await desk.send({ type: "text", text: { body: "next" } });
      await desk.pass();
      return [wamid, desk.receiver.received.map((it) => it.body), await control.clock()];
    };
    assert.deepEqual(await run(true), await run(false));
  });

  it("lets a running clock run on from where it was", async () => {
    let machine = 1_800_000_000_000;
    await using meta = await startEmulator({ machineClock: () => machine });
    await meta.control.moveClock({ now: "2027-01-01T00:00:00Z" });
    const snapshot = await meta.control.takeSnapshot();
    machine += 5_000_000;
    await meta.control.restoreSnapshot(snapshot);
    machine += 1000;
    assert.equal((await meta.control.clock()).now, "2027-01-01T00:00:01.000Z");
  });

  it("moves from one emulator to another, with its seed", async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "galka-snapshot-test-"));
    await using first = await startEmulator({ seed: "one", world: { people: [{ name: "Ana" }] } });
    const snapshot = await first.control.takeSnapshot();
    {
      await using second = await startEmulator({ seed: "two", dataDir, snapshot });
      const ana = { name: "Kim", phone: "+12015550177" };
      assert.equal(
        (await second.control.addPerson(ana)).bsuid,
        (await first.control.addPerson(ana)).bsuid,
      );
    }
    {
      await using third = await startEmulator({ dataDir });
      assert.equal((await third.control.people()).data.length, 2);
    }
    rmSync(dataDir, { recursive: true });
  });

  it("is refused when it is none or a newer one, and nothing has changed then", async () => {
    await using meta = await startEmulator({ world: { people: [{ name: "Ana" }] } });
    const { control } = meta;
    await assert.rejects(
      control.restoreSnapshot(new TextEncoder().encode("no")),
      /not a snapshot of the emulator/,
    );
    const newer = await change(await control.takeSnapshot(), "pragma user_version = 999");
    await assert.rejects(control.restoreSnapshot(newer), /made by a newer emulator/);
    assert.equal((await control.people()).data.length, 1);
    assert.equal((await control.numbers()).data[0]?.id, DEMO.phoneNumberId);
  });

  it("of an older emulator is taken, without what it did not know", async () => {
    await using meta = await startEmulator({ world: { people: [{ name: "Ana" }] } });
    const older = await change(await meta.control.takeSnapshot(), "drop table requests");
    await meta.control.restoreSnapshot(older);
    assert.equal((await meta.control.people()).data.length, 1);
    assert.equal((await meta.control.requests()).data.length, 0);
  });
});

async function change(snapshot: Uint8Array, sql: string): Promise<Uint8Array> {
  const { mkdtemp, readFile, rm, writeFile } = await import("node:fs/promises");
  const folder = await mkdtemp(join(tmpdir(), "galka-snapshot-test-"));
  const file = join(folder, "world.sqlite");
  await writeFile(file, snapshot);
  const db = new DatabaseSync(file);
  db.exec(sql);
  db.close();
  const changed = await readFile(file);
  await rm(folder, { recursive: true });
  return new Uint8Array(changed);
}
