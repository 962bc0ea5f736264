import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { freshDatabase } from "../testing/fresh-database.ts";
import { findDemoFilledAt, markDemoFilled, noteStart, settleRestoration } from "./installation.ts";

describe("settleRestoration", () => {
  it("notices another database however often a start was noted, until it is settled", async () => {
    await using fresh = await freshDatabase();
    const notice = () => settleRestoration(fresh.db, async () => {});
    await noteStart(fresh.db, "0.1.0");
    assert.equal(await notice(), false);

    await fresh.db.updateTable("installation").set({ timeline: 99 }).execute();
    await noteStart(fresh.db, "0.1.0");
    assert.equal(await notice(), true);
    await fresh.db.updateTable("installation").set({ system_identifier: "1" }).execute();
    await noteStart(fresh.db, "0.1.0");
    assert.equal(await notice(), true);
    assert.equal(await notice(), false);
  });

  it("is not over when the doubting failed", async () => {
    await using fresh = await freshDatabase();
    await noteStart(fresh.db, "0.1.0");
    await fresh.db.updateTable("installation").set({ timeline: 99 }).execute();
    const failing = settleRestoration(fresh.db, () => Promise.reject(new Error("away")));
    await assert.rejects(failing, /away/u);
    assert.equal(await settleRestoration(fresh.db, async () => {}), true);
  });

  it("is the business of one of those who notice at once", async () => {
    await using fresh = await freshDatabase();
    await noteStart(fresh.db, "0.1.0");
    await fresh.db.updateTable("installation").set({ timeline: 99 }).execute();
    const noticed = await Promise.all(
      [1, 2, 3].map(() => settleRestoration(fresh.db, async () => {})),
    );
    assert.equal(noticed.filter(Boolean).length, 1);
  });
});

describe("noteStart", () => {
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
