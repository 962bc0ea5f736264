import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import pg from "pg";
import { connect } from "./connect.ts";
import { migrate } from "./migrate.ts";
import { freshDatabase } from "./testing/fresh-database.ts";
import { seedWorkspace } from "./testing/seed.ts";
import { UserError } from "./user-error.ts";

const CLAIMS_IN_HAND = join(import.meta.dirname, "migrations/0206-claims-in-hand.sql");

describe("migrate", () => {
  it("changes nothing the second time", async () => {
    await using fresh = await freshDatabase();
    const before = await asOwner(fresh.url, "select * from galka_migrations order by name");
    const said: string[] = [];
    await migrate(fresh.url, (line) => said.push(line));
    assert.deepEqual(
      await asOwner(fresh.url, "select * from galka_migrations order by name"),
      before,
    );
    assert.deepEqual(said, []);
  });

  it("migrates an empty database once when two starts meet", async () => {
    await using fresh = await freshDatabase();
    const name = `${new URL(fresh.url).pathname.slice(1)}_twice`;
    await asOwner(fresh.url, `create database ${name}`);
    const url = new URL(fresh.url);
    url.pathname = name;
    try {
      await Promise.all([migrate(url.href), migrate(url.href)]);
      assert.equal(
        (await asOwner(url.href, "select from galka_migrations where name = 'policies'")).length,
        1,
      );
    } finally {
      await asOwner(fresh.url, `drop database ${name} with (force)`);
    }
  });

  it("refuses a database that a newer Galka has written", async () => {
    await using fresh = await freshDatabase();
    await asOwner(
      fresh.url,
      "insert into galka_migrations (name, checksum) values ('9999-later.sql', 'x')",
    );
    await assert.rejects(migrate(fresh.url), said(/newer Galka.*9999-later\.sql/));
  });

  it("refuses to go on from a migration that was edited after it was applied", async () => {
    await using fresh = await freshDatabase();
    await asOwner(
      fresh.url,
      "update galka_migrations set checksum = 'x' where name = '0001-house.sql'",
    );
    await assert.rejects(migrate(fresh.url), said(/0001-house\.sql was changed/));
  });

  it("says which variable to check when there is no database", async () => {
    await assert.rejects(
      migrate("postgres://nobody:fake@127.0.0.1:1/none"),
      said(/cannot be reached.*DATABASE_URL/),
    );
  });

  it("refuses a database that knows no letters beyond English", async () => {
    await using fresh = await freshDatabase();
    const name = `${new URL(fresh.url).pathname.slice(1)}_c`;
    await asOwner(
      fresh.url,
      `create database ${name} encoding 'UTF8' locale_provider libc locale 'C' template template0`,
    );
    const url = new URL(fresh.url);
    url.pathname = name;
    try {
      await assert.rejects(migrate(url.href), said(/letters beyond English/));
    } finally {
      await asOwner(fresh.url, `drop database ${name} with (force)`);
    }
  });

  it("gives back what the version before had only claimed, of every workspace and whoever owns the tables", async () => {
    await using fresh = await freshDatabase();
    const workspaceId = await fresh.workspace();
    const { channelId, messageId } = await seedWorkspace(fresh.db, workspaceId);
    const owner = `heir_${new URL(fresh.url).pathname.slice(6, 20)}`;
    await asOwner(fresh.url, `create role ${owner} login password 'fake-password'`);
    try {
      await asOwner(fresh.url, BEFORE_CLAIMS_IN_HAND);
      await asOwner(
        fresh.url,
        `insert into sends (workspace_id, id, channel_id, message_id, kind, lane, purpose, recipient,
                            payload, state, not_before, queued_at)
         values ('${workspaceId}', gen_random_uuid(), '${channelId}', '${messageId}', 'message', 'reply',
                 'service', 'somebody', '{}', 'claimed', now(), now())`,
      );
      await asOwner(
        fresh.url,
        `alter table sends owner to ${owner}; grant ${owner} to current_user`,
      );
      const claims = readFileSync(CLAIMS_IN_HAND, "utf8");
      await asOwner(fresh.url, `begin; set local role ${owner}; ${claims}; commit`);
      assert.deepEqual(await asOwner(fresh.url, "select state from sends"), [{ state: "queued" }]);
    } finally {
      await asOwner(
        fresh.url,
        `reassign owned by ${owner} to current_user; drop owned by ${owner}; drop role ${owner}`,
      );
    }
  });

  it("serves an owner who is no superuser, and tells one who may not make the role what to ask for", async () => {
    await using fresh = await freshDatabase();
    const owner = `owner_${new URL(fresh.url).pathname.slice(6, 20)}`;
    await asOwner(fresh.url, `create role ${owner} login password 'fake-password'`);
    await asOwner(fresh.url, `create database ${owner} owner ${owner}`);
    const url = new URL(fresh.url);
    [url.pathname, url.username, url.password] = [owner, owner, "fake-password"];
    try {
      await assert.rejects(migrate(url.href), said(new RegExp(`grant galka_app to "${owner}"`)));
      await asOwner(fresh.url, `grant galka_app to ${owner}`);
      await migrate(url.href);
      const db = await connect({ url: url.href, name: "test" });
      assert.deepEqual(await db.selectFrom("workspaces").selectAll().execute(), []);
      await db.destroy();
    } finally {
      await asOwner(fresh.url, `drop database ${owner} with (force)`);
      await asOwner(fresh.url, `drop role ${owner}`);
    }
  });
});

/** Takes a database back to the version whose senders wrote down what they had only claimed. */
const BEFORE_CLAIMS_IN_HAND = `
  alter table sends drop constraint sends_state, add column claimed_at timestamptz,
    add constraint sends_state check (state <> ''),
    add constraint sends_attempt unique (workspace_id, attempt_id)`;

function said(message: RegExp) {
  return (error: unknown) => {
    assert.ok(error instanceof UserError, String(error));
    assert.match(error.message, message);
    return true;
  };
}

async function asOwner(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
