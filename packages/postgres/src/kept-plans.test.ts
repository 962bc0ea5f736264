import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { connect } from "./connect.ts";
import type { Database } from "./database.ts";
import { PLAN_KEPT } from "./kept-plans.ts";
import { type FreshDatabase, freshDatabase } from "./testing/fresh-database.ts";

describe("a statement whose plan is kept", () => {
  let fresh: FreshDatabase;
  let db: Database;

  before(async () => {
    fresh = await freshDatabase();
    db = await connect({ url: fresh.url, name: "test", size: 1 });
  });
  after(async () => {
    await db.destroy();
    await fresh[Symbol.asyncDispose]();
  });

  it("answers each time by the values of that time", async () => {
    assert.deepEqual(await squares([1, 2]), [1, 4]);
    assert.deepEqual(await squares([3]), [9]);
  });

  it("is prepared once a connection, and no other statement is", async () => {
    await squares([1]);
    await sql`select 1`.execute(db);
    const { rows } = await sql<{ statement: string }>`
      select statement from pg_prepared_statements`.execute(db);
    assert.equal(rows.length, 1);
    assert.match(String(rows[0]?.statement), /unnest/);
  });

  it("fails with the fault of that time alone", async () => {
    const divided = (by: number) =>
      sql<{ n: number }>`${PLAN_KEPT} select 6 / ${by}::int as n`.execute(db);
    await assert.rejects(divided(0), /division by zero/);
    assert.equal((await divided(3)).rows[0]?.n, 2);
  });

  async function squares(numbers: readonly number[]): Promise<number[]> {
    const { rows } = await sql<{ square: number }>`${PLAN_KEPT}
      select n * n as square from unnest(${[...numbers]}::int[]) as n`.execute(db);
    return rows.map(({ square }) => square);
  }
});
