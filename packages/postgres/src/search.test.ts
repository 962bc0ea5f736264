import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import { inWorkspace } from "./database.ts";
import { type FreshDatabase, freshDatabase } from "./testing/fresh-database.ts";

describe("search_messages", () => {
  let fresh: FreshDatabase;
  let ours: WorkspaceId;

  before(async () => {
    fresh = await freshDatabase();
    ours = await fresh.workspace("Ours");
    await write(ours, [
      "Мы записали клиентов на стрижки",
      "Good morning, are you running the discounts today?",
      "Order AB-1734-X is 100% ready",
      `${"a long way before ".repeat(10)}the needle${" and a long way after".repeat(10)}`,
    ]);
    await write(await fresh.workspace("Theirs"), ["Good morning from somebody else"]);
  });
  after(() => fresh[Symbol.asyncDispose]());

  finds("another form of a Russian word", "клиент стрижка", "Мы записали ⟦клиентов⟧ на ⟦стрижки⟧");
  finds(
    "another form of an English word",
    "run discount",
    "are you ⟦running⟧ the ⟦discounts⟧ today?",
  );
  finds(
    "the beginning of a word",
    "good morn",
    "⟦Good morn⟧ing, are you running the discounts today?",
  );
  finds("a part of a word, in any case", "1734-x", "Order AB-⟦1734-X⟧ is 100% ready");
  finds("a part of a Russian word, in any case", "ЛИЕНТО", "Мы записали к⟦лиенто⟧в на стрижки");
  finds("what looks like a pattern as it stands", "100%", "Order AB-1734-X is ⟦100%⟧ ready");
  finds("nothing for a pattern that would match everything", "%%%", null);
  finds("nothing for nothing", "  ", null);
  finds("nothing for what only quotes and operators are", "\"' & | ! ( <->", null);

  it("cuts a long text around what was found", async () => {
    const [found] = await search(ours, "the needle");
    assert.match(found ?? "", /^….{40,70}⟦the needle⟧.{80,110}…$/);
  });

  it("finds nothing outside a workspace", async () => {
    const { rows } = await sql`select * from search_messages('good')`.execute(fresh.db);
    assert.deepEqual(rows, []);
  });

  it("has an index for words and one for parts of words", async () => {
    const { rows } = await sql<{ name: string }>`
      select indexname as name from pg_indexes where tablename = 'message_texts' and indexdef like '%USING gin%'`.execute(
      fresh.db,
    );
    assert.equal(rows.length, 2);
  });

  function finds(what: string, asked: string, snippet: string | null) {
    it(`finds ${what}`, async () => {
      assert.deepEqual(await search(ours, asked), snippet === null ? [] : [snippet]);
    });
  }

  async function search(workspaceId: WorkspaceId, asked: string): Promise<string[]> {
    const { rows } = await inWorkspace(fresh.db, workspaceId, (tx) =>
      sql<{ snippet: string }>`select snippet from search_messages(${asked}, 10)`.execute(tx),
    );
    return rows.map((row) => row.snippet.replaceAll("\uE000", "⟦").replaceAll("\uE001", "⟧"));
  }

  async function write(workspaceId: WorkspaceId, bodies: readonly string[]): Promise<void> {
    const now = new Date();
    const [channelId, contactId, conversationId] = [randomUUID(), randomUUID(), randomUUID()];
    await inWorkspace(fresh.db, workspaceId, async (tx) => {
      await tx
        .insertInto("channels")
        .values({
          workspace_id: workspaceId,
          id: channelId,
          kind: "whatsapp",
          name: "Salon",
          status: "connected",
          base_url: "http://meta.example",
          api_version: "v25.0",
          waba_id: "1",
          phone_number_id: "2",
          display_phone: "+1 555 0100",
          verified_name: "Salon",
          secrets: Buffer.from("fake"),
          created_at: now,
        })
        .execute();
      await tx
        .insertInto("contacts")
        .values({ workspace_id: workspaceId, id: contactId, created_at: now, updated_at: now })
        .execute();
      await tx
        .insertInto("conversations")
        .values({
          workspace_id: workspaceId,
          id: conversationId,
          channel_id: channelId,
          contact_id: contactId,
          status: "open",
          last_message_at: now,
          created_at: now,
        })
        .execute();
      for (const body of bodies) {
        const id = randomUUID();
        await tx
          .insertInto("messages")
          .values({
            workspace_id: workspaceId,
            id,
            conversation_id: conversationId,
            channel_id: channelId,
            direction: "in",
            content: JSON.stringify({ kind: "text", text: body }),
            status: "received",
            at: now,
            status_at: now,
            created_at: now,
          })
          .execute();
        await tx
          .insertInto("message_texts")
          .values({
            workspace_id: workspaceId,
            message_id: id,
            conversation_id: conversationId,
            at: now,
            body,
          })
          .execute();
      }
    });
  }
});
