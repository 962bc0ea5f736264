import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { sql } from "kysely";
import { inWorkspace } from "../database.ts";
import { freshDatabase } from "./fresh-database.ts";

describe("freshDatabase", () => {
  it("gives each test a migrated database of its own", async () => {
    await using one = await freshDatabase();
    await using two = await freshDatabase();
    await one.workspace();
    const count = async (db: typeof one.db) =>
      (await sql<{ n: number }>`select count(*) as n from galka_migrations`.execute(db)).rows[0]?.n;
    assert.equal(await count(one.db), await count(two.db));
    assert.notEqual(one.url, two.url);
  });

  it("makes workspaces that only their own transactions see", async () => {
    await using fresh = await freshDatabase();
    const workspaceId = await fresh.workspace("Barbers");
    const names = await inWorkspace(fresh.db, workspaceId, (tx) =>
      tx.selectFrom("workspaces").select("name").execute(),
    );
    assert.deepEqual(names, [{ name: "Barbers" }]);
    assert.deepEqual(await fresh.db.selectFrom("workspaces").selectAll().execute(), []);
  });
});
