import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Database } from "../database.ts";
import { freshDatabase } from "../testing/fresh-database.ts";
import {
  type Lost,
  type Mark,
  declareRestored,
  findFilledDemo,
  markDemoFilled,
  noteStart,
  setMark,
  settleRestoration,
} from "./installation.ts";

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

async function marked(db: Database): Promise<Mark> {
  const mark = await setMark(db);
  if (!mark) throw new Error("There is no installation.");
  return mark;
}

describe("a mark that is kept outside of the database", () => {
  it("tells an older copy from the database itself, and what the copy does not know", async () => {
    await using fresh = await freshDatabase();
    const { db } = fresh;
    await noteStart(db, "0.1.0");
    const first = await marked(db);
    assert.equal(await settleRestoration(db, async () => {}, first), false);
    const kept = { ...(await marked(db)), dispatched: first.dispatched + 3 };
    // As it stood at the first mark.
    await db.updateTable("installation").set({ mark: first.mark }).execute();

    const lost: Lost[] = [];
    const doubt = async (_: unknown, it: Lost) => void lost.push(it);
    assert.equal(await settleRestoration(db, doubt, first), false);
    assert.equal(await settleRestoration(db, doubt, kept), true);
    assert.deepEqual(lost, [{ from: kept.at, until: kept.at, dispatched: 3 }]);
    assert.equal(await settleRestoration(db, doubt, kept), false);
  });

  it("is not ahead of the life that begins when it was noticed, and is ahead of an older copy again", async () => {
    await using fresh = await freshDatabase();
    const { db } = fresh;
    await noteStart(db, "0.1.0");
    await marked(db);
    const kept = await marked(db);
    const others = await marked(db);
    const back = () => db.updateTable("installation").set({ life: 1, mark: 0 }).execute();
    await back();
    assert.equal(await settleRestoration(db, async () => {}, kept), true);
    assert.equal(await settleRestoration(db, async () => {}, others), false);
    const later = await marked(db);
    assert.equal(later.life, 2);
    await back();
    assert.equal(await settleRestoration(db, async () => {}, later), true);
    assert.equal((await marked(db)).life, 3);
  });
});

describe("declareRestored", () => {
  it("has the next look doubt what is unfinished", async () => {
    await using fresh = await freshDatabase();
    assert.equal(await declareRestored(fresh.db), false);
    await noteStart(fresh.db, "0.1.0");
    assert.equal(await declareRestored(fresh.db), true);
    const lost: (number | null)[] = [];
    const doubt = async (_: unknown, it: Lost) => void lost.push(it.dispatched);
    assert.equal(await settleRestoration(fresh.db, doubt), true);
    assert.deepEqual(lost, [null]);
  });
});

describe("noteStart", () => {
  it("keeps when the demo was filled, and with which world", async () => {
    await using fresh = await freshDatabase();
    await noteStart(fresh.db, "0.1.0");
    assert.equal(await findFilledDemo(fresh.db), null);
    const filled = { at: new Date("2026-11-22T12:00:00Z"), world: "a-fair" };
    await markDemoFilled(fresh.db, filled);
    await noteStart(fresh.db, "0.2.0");
    assert.deepEqual(await findFilledDemo(fresh.db), filled);
  });
});
