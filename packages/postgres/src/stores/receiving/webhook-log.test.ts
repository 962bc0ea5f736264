import assert from "node:assert/strict";
import { describe, it } from "node:test";
import pg from "pg";
import { type FreshDatabase, freshDatabase } from "../../testing/fresh-database.ts";
import { createCursor, keepPartitions, lockCursor, moveCursor } from "./webhook-log.ts";

const DAYS = { ahead: 2, kept: 30 };

describe("keepPartitions", () => {
  it("drops a day past keeping, and not before everything of it is applied", async () => {
    await using fresh = await freshDatabase();
    await createCursor(fresh.db);
    await asOwner(
      fresh,
      `create table webhook_log_20200101 partition of webhook_log
         for values from ('2020-01-01Z') to ('2020-01-02Z');
       insert into webhook_log (received_at, hint, body) values ('2020-01-01T12:00Z', 'channel', '');`,
    );
    await keepPartitions(fresh.db, DAYS);
    assert.equal(await isThere(fresh, "webhook_log_20200101"), true);

    await fresh.db.transaction().execute(async (tx) => {
      await lockCursor(tx);
      await moveCursor(tx, 1);
    });
    await keepPartitions(fresh.db, DAYS);
    assert.equal(await isThere(fresh, "webhook_log_20200101"), false);
  });

  it("deletes what lies in no day's part, when it is past keeping and applied", async () => {
    await using fresh = await freshDatabase();
    await createCursor(fresh.db);
    await asOwner(
      fresh,
      `insert into webhook_log (received_at, hint, body)
       values ('2020-01-01T12:00Z', 'channel', ''), ('2020-01-01T13:00Z', 'channel', '');`,
    );
    await fresh.db.transaction().execute(async (tx) => {
      await lockCursor(tx);
      await moveCursor(tx, 1);
    });
    await keepPartitions(fresh.db, DAYS);
    const left = await fresh.db.selectFrom("webhook_log").select("position").execute();
    assert.deepEqual(left, [{ position: 2 }]);
  });

  async function isThere(fresh: FreshDatabase, table: string): Promise<boolean> {
    const rows = await asOwner(fresh, `select to_regclass('${table}') is not null as there`);
    return rows[0]?.there ?? false;
  }

  async function asOwner(fresh: FreshDatabase, statements: string) {
    const owner = new pg.Client({ connectionString: fresh.url });
    await owner.connect();
    try {
      return (await owner.query<{ there: boolean }>(statements)).rows ?? [];
    } finally {
      await owner.end();
    }
  }
});
