import assert from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, type Socket, connect as dial, createServer } from "node:net";
import { setImmediate as immediate } from "node:timers/promises";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { connect } from "./connect.ts";
import { type Database, type Tx, inWorkspace } from "./database.ts";
import { endConnections } from "./testing/end-connections.ts";
import { type FreshDatabase, freshDatabase } from "./testing/fresh-database.ts";

describe("the statements of a transaction", () => {
  let fresh: FreshDatabase;
  let db: Database;

  before(async () => {
    fresh = await freshDatabase();
    db = await connect({ url: fresh.url, name: "test", size: 1 });
    await fresh.asOwner("create table marks (n int primary key); grant all on marks to galka_app");
  });
  after(async () => {
    await db.destroy();
    await fresh[Symbol.asyncDispose]();
  });

  it("are done in the order in which they are asked, built ones and written ones", async () => {
    const seen = await db
      .transaction()
      .execute((tx) =>
        Promise.all([
          mark(tx, 1),
          marks(tx),
          tx.selectFrom("workspaces").select("id").execute(),
          sql`select pg_sleep(0.02)`.execute(tx),
          mark(tx, 2),
          marks(tx),
          sql`delete from marks`.execute(tx),
          marks(tx),
        ]),
      );
    assert.deepEqual([seen[1], seen[5], seen[7]], [[1], [1, 2], []]);
  });

  it("cross the wire together when they are asked together", { timeout: 20_000 }, async () => {
    await using line = await heldLine(fresh.url, /first of two[^]*second of two/);
    const held = await connect({ url: line.url, name: "test", size: 1 });
    await held.transaction().execute(async (tx) => {
      line.hold();
      await Promise.all([
        sql`select 'first of two'`.execute(tx),
        sql`select 'second of two'`.execute(tx),
      ]);
    });
    await held.destroy();
  });

  it("fail with the first fault, and leave nothing", async () => {
    const work = db
      .transaction()
      .execute((tx) =>
        Promise.all([mark(tx, 1), mark(tx, 1), mark(tx, 2), sql`select 1 / 0`.execute(tx)]),
      );
    await assert.rejects(work, /duplicate key/);
    assert.deepEqual(await marks(db), []);
  });

  it("are refused once the end is on its way", async () => {
    let late: Promise<unknown> | undefined;
    const work = db.transaction().execute(async (tx) => {
      // Later than the rollback is sent, and sooner than its answer is read.
      late = immediate().then(() => mark(tx, 1));
      late.catch(() => {});
      throw new Error("changed my mind");
    });
    await assert.rejects(work, /changed my mind/);
    await assert.rejects(Promise.resolve(late), /transaction is over/);
    assert.deepEqual(await marks(db), []);
  });

  it("see the workspace that they are in, and those after them none", async () => {
    const workspaceId = await fresh.workspace("Barbers");
    const names = (tx: Tx) => tx.selectFrom("workspaces").select("name").execute();
    assert.deepEqual(await inWorkspace(db, workspaceId, names), [{ name: "Barbers" }]);
    assert.deepEqual(await db.selectFrom("workspaces").select("name").execute(), []);
  });

  it("fail with their connection, and the next transaction has another", async () => {
    const workspaceId = await fresh.workspace();
    await assert.rejects(
      inWorkspace(db, workspaceId, async (tx) => {
        await endConnections(fresh.url);
        await Promise.all([mark(tx, 1), mark(tx, 2)]);
      }),
    );
    assert.deepEqual(await inWorkspace(db, workspaceId, marks), []);
  });
});

function mark(tx: Tx, n: number): Promise<unknown> {
  return sql`insert into marks values (${n})`.execute(tx);
}

async function marks(db: Database): Promise<number[]> {
  const { rows } = await sql<{ n: number }>`select n from marks order by n`.execute(db);
  return rows.map(({ n }) => n);
}

/** A line to the database on which, once held, nothing comes back until all that is `awaited` was asked. */
async function heldLine(url: string, awaited: RegExp) {
  let holding: Socket | null = null;
  let asked = "";
  let far: Socket;
  const server = createServer((near) => {
    const { hostname, port } = new URL(url);
    const line = dial(Number(port), hostname);
    far = line;
    near.on("data", (data) => {
      line.write(data);
      asked += data.toString("latin1");
      if (awaited.test(asked)) holding?.resume();
    });
    line.on("data", (data) => near.write(data));
    for (const [one, other] of [
      [near, line],
      [line, near],
    ] as const) {
      one.on("error", () => other.destroy());
      one.on("close", () => other.destroy());
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const through = new URL(url);
  through.hostname = "127.0.0.1";
  through.port = String((server.address() as AddressInfo).port);
  return {
    url: through.href,
    hold() {
      holding = far.pause();
    },
    async [Symbol.asyncDispose]() {
      server.close();
      await once(server, "close");
    },
  };
}
