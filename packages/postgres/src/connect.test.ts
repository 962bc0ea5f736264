import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { setImmediate as immediate } from "node:timers/promises";
import { sql } from "kysely";
import pg from "pg";
import { connect } from "./connect.ts";
import type { Database } from "./database.ts";
import { retrying } from "./retry.ts";
import { freshDatabase } from "./testing/fresh-database.ts";

describe("connect", () => {
  it("reads a bigint as a number and a date as its text", async () => {
    await using fresh = await freshDatabase();
    const { rows } =
      await sql`select 9007199254740991::bigint as n, '2026-11-22'::date as day`.execute(fresh.db);
    assert.deepEqual(rows, [{ n: 9007199254740991, day: "2026-11-22" }]);
    await assert.rejects(sql`select 9007199254740993::bigint as n`.execute(fresh.db), /too large/);
  });

  it("outlives the end of its connections, idle and busy", async () => {
    await using fresh = await freshDatabase();
    const lost = Promise.withResolvers<Error>();
    const db = await connect({ url: fresh.url, name: "victim", onLost: lost.resolve });
    const busy = assert.rejects(sql`select pg_sleep(30)`.execute(db));
    const idle = db.transaction().execute(async (tx) => {
      await sql`select 1`.execute(tx);
      await endSessions(fresh.url);
      await sql`select 1`.execute(tx);
    });
    await Promise.all([busy, assert.rejects(idle)]);
    // What it says depends on whether the server's last word or the end of the line is read first.
    assert.match((await lost.promise).message, /terminat/);
    assert.deepEqual(await firstAnswer(db), [{ n: 1 }]);
    await db.destroy();
  });

  it("names its connections for whoever looks after the database", async () => {
    await using fresh = await freshDatabase();
    const { rows } = await sql`select current_setting('application_name') as name`.execute(
      fresh.db,
    );
    assert.deepEqual(rows, [{ name: "galka test" }]);
  });
});

describe("retrying", () => {
  it("tries again what PostgreSQL rolled back for another's sake, and only that", async () => {
    let attempts = 0;
    const failing = (code: string) => async () => {
      attempts += 1;
      if (attempts < 3) throw Object.assign(new Error("no"), { code });
      return "done";
    };
    assert.equal(await retrying(failing("40001")), "done");
    assert.equal(attempts, 3);
    attempts = 0;
    await assert.rejects(retrying(failing("23505")));
    assert.equal(attempts, 1);
  });

  it("gives up after its attempts", async () => {
    let attempts = 0;
    const failing = async () => {
      attempts += 1;
      throw Object.assign(new Error("no"), { code: "40P01" });
    };
    await assert.rejects(retrying(failing, 2));
    assert.equal(attempts, 2);
  });
});

/** The end of a connection is heard a moment after its last error, and until then it may be handed out. */
async function firstAnswer(db: Database): Promise<readonly unknown[]> {
  try {
    return (await sql`select 1 as n`.execute(db)).rows;
  } catch {
    await immediate();
    return firstAnswer(db);
  }
}

async function endSessions(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'galka victim' and datname = current_database()",
  );
  await client.end();
}
