import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import { inWorkspace } from "./database.ts";
import { type FreshDatabase, freshDatabase } from "./testing/fresh-database.ts";

const NOT_TENANTS = ["channel_directory"];
const NOT_FORCED = ["message_texts"];

describe("row-level security", () => {
  let fresh: FreshDatabase;
  let ours: WorkspaceId;
  let theirs: WorkspaceId;

  before(async () => {
    fresh = await freshDatabase();
    ours = await fresh.workspace("Ours");
    theirs = await fresh.workspace("Theirs");
    for (const workspaceId of [ours, theirs]) await addContact(workspaceId);
  });
  after(() => fresh[Symbol.asyncDispose]());

  it("is enabled and forced on every table with a workspace", async () => {
    const { rows } = await sql<{ relname: string; enabled: boolean; forced: boolean }>`
      select c.relname, c.relrowsecurity as enabled, c.relforcerowsecurity as forced
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`.execute(fresh.db);
    assert.ok(rows.length > 15);
    for (const table of rows) {
      if (NOT_TENANTS.includes(table.relname)) continue;
      assert.ok(table.enabled, table.relname);
      assert.equal(table.forced, !NOT_FORCED.includes(table.relname), table.relname);
    }
  });

  it("is not bypassed by the role of the server", async () => {
    const { rows } = await sql<{ bypasses: boolean; owns: number }>`
      select rolsuper or rolbypassrls as bypasses,
        (select count(*) from pg_class where relowner = pg_roles.oid) as owns
      from pg_roles where rolname = current_user`.execute(fresh.db);
    assert.deepEqual(rows, [{ bypasses: false, owns: 0 }]);
  });

  it("shows a transaction the rows of its workspace alone", async () => {
    const seen = await inWorkspace(fresh.db, ours, (tx) =>
      tx.selectFrom("contacts").select("workspace_id").execute(),
    );
    assert.deepEqual(seen, [{ workspace_id: ours }]);
    assert.deepEqual(await fresh.db.selectFrom("contacts").selectAll().execute(), []);
  });

  it("changes and deletes nothing of another workspace", async () => {
    await inWorkspace(fresh.db, ours, async (tx) => {
      const changed = await tx
        .updateTable("contacts")
        .set({ name: "x" })
        .where("workspace_id", "=", theirs)
        .executeTakeFirst();
      const deleted = await tx
        .deleteFrom("contacts")
        .where("workspace_id", "=", theirs)
        .executeTakeFirst();
      assert.deepEqual([changed.numUpdatedRows, deleted.numDeletedRows], [0n, 0n]);
    });
  });

  it("refuses a row for another workspace", async () => {
    const now = new Date();
    await assert.rejects(
      inWorkspace(fresh.db, ours, (tx) =>
        tx
          .insertInto("contacts")
          .values({ workspace_id: theirs, id: randomUUID(), created_at: now, updated_at: now })
          .execute(),
      ),
      /row-level security/,
    );
  });

  it("holds after `reset role`", async () => {
    await fresh.db.connection().execute(async (db) => {
      await sql`reset role`.execute(db);
      assert.deepEqual(await db.selectFrom("contacts").selectAll().execute(), []);
    });
  });

  it("keeps what belongs to nobody from every workspace, and lets anybody add to it", async () => {
    const parked = (workspaceId: WorkspaceId | null) => ({
      id: randomUUID(),
      workspace_id: workspaceId,
      position: 1,
      received_at: new Date(),
      reason: "unknown-number",
      detail: "",
      member: "{}",
      parked_at: new Date(),
    });
    await fresh.db
      .insertInto("parked_webhooks")
      .values([parked(null), parked(theirs)])
      .execute();
    const list = (db: typeof fresh.db) =>
      db.selectFrom("parked_webhooks").select("workspace_id").execute();
    assert.deepEqual(await inWorkspace(fresh.db, ours, list), []);
    assert.deepEqual(await inWorkspace(fresh.db, theirs, list), [{ workspace_id: theirs }]);
    assert.deepEqual(await list(fresh.db), [{ workspace_id: null }]);
  });

  it("does not let the received be changed", async () => {
    await fresh.db
      .insertInto("webhook_log")
      .values({ hint: "1", body: Buffer.from("{}") })
      .execute();
    await assert.rejects(
      fresh.db.updateTable("webhook_log").set({ hint: "2" }).execute(),
      /permission denied/,
    );
    await assert.rejects(fresh.db.deleteFrom("webhook_log").execute(), /permission denied/);
  });

  it("files what is received under its day", async () => {
    const { rows } = await sql<{
      part: string;
    }>`select distinct tableoid::regclass::text as part from webhook_log`.execute(fresh.db);
    assert.match(rows[0]?.part ?? "", /^webhook_log_\d{8}$/);
  });

  it("lets jobs be queued in the transaction that causes them", async () => {
    await inWorkspace(fresh.db, ours, (tx) =>
      sql`select graphile_worker.add_job('tidy', json_build_object('n', 1))`.execute(tx),
    );
  });

  it("answers where a person is a member before any workspace is known", async () => {
    const userId = randomUUID();
    await fresh.db
      .insertInto("auth_users")
      .values({ id: userId, name: "Ana", email: "ana@salon.example" })
      .execute();
    for (const workspaceId of [ours, theirs]) {
      await inWorkspace(fresh.db, workspaceId, (tx) =>
        tx
          .insertInto("members")
          .values({
            workspace_id: workspaceId,
            id: randomUUID(),
            user_id: userId,
            name: "Ana",
            role: "owner",
            created_at: new Date(),
          })
          .execute(),
      );
    }
    const { rows } = await sql<{
      workspace_name: string;
    }>`select workspace_name from workspaces_of_user(${userId})`.execute(fresh.db);
    assert.deepEqual(rows.map((row) => row.workspace_name).sort(), ["Ours", "Theirs"]);
  });

  async function addContact(workspaceId: WorkspaceId): Promise<void> {
    const now = new Date();
    await inWorkspace(fresh.db, workspaceId, (tx) =>
      tx
        .insertInto("contacts")
        .values({ workspace_id: workspaceId, id: randomUUID(), created_at: now, updated_at: now })
        .execute(),
    );
  }
});
