import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { freshDatabase } from "../testing/fresh-database.ts";
import { findDemoFilledAt, markDemoFilled, noteStart } from "./installation.ts";

describe("noteStart", () => {
  it("notices that the database is another than at the last start", async () => {
    await using fresh = await freshDatabase();
    assert.deepEqual(await noteStart(fresh.db, "0.1.0"), { restored: false });
    assert.deepEqual(await noteStart(fresh.db, "0.1.0"), { restored: false });

    await fresh.db.updateTable("installation").set({ timeline: 99 }).execute();
    assert.deepEqual(await noteStart(fresh.db, "0.1.0"), { restored: true });
    await fresh.db.updateTable("installation").set({ system_identifier: "1" }).execute();
    assert.deepEqual(await noteStart(fresh.db, "0.1.0"), { restored: true });
    assert.deepEqual(await noteStart(fresh.db, "0.1.0"), { restored: false });
  });

  it("keeps when the demo was filled", async () => {
    await using fresh = await freshDatabase();
    await noteStart(fresh.db, "0.1.0");
    assert.equal(await findDemoFilledAt(fresh.db), null);
    const at = new Date("2026-11-22T12:00:00Z");
    await markDemoFilled(fresh.db, at);
    await noteStart(fresh.db, "0.2.0");
    assert.deepEqual(await findDemoFilledAt(fresh.db), at);
  });
});
