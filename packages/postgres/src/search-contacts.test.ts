import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import { type Tx, inWorkspace } from "./database.ts";
import { searchContacts } from "./stores/views/search.ts";
import { type FreshDatabase, freshDatabase } from "./testing/fresh-database.ts";

type Person = {
  readonly name?: string;
  readonly profileName?: string;
  readonly phone?: string;
  readonly username?: string;
  /** When each of their conversations was last heard of. */
  readonly heardAt: readonly string[];
};

const PEOPLE: readonly Person[] = [
  { name: "Ana Souza", phone: "5511900000001", heardAt: ["2026-11-01", "2026-11-09"] },
  { name: "Ana Lima", profileName: "Aninha", phone: "5511900000002", heardAt: ["2026-11-05"] },
  { profileName: "Anabel", username: "belle.ana", heardAt: ["2026-11-03"] },
  { name: "Bruno 100%", phone: "351900000003", heardAt: ["2026-11-08"] },
  { name: "Never wrote, Ana", phone: "351900000004", heardAt: [] },
];

describe("searchContacts", () => {
  let fresh: FreshDatabase;
  let ours: WorkspaceId;

  before(async () => {
    fresh = await freshDatabase();
    ours = await fresh.workspace("Ours");
    for (const person of PEOPLE) await write(ours, person);
    await write(await fresh.workspace("Theirs"), { name: "Ana Theirs", heardAt: ["2026-11-10"] });
    await writeCrowd(ours);
  });
  after(() => fresh[Symbol.asyncDispose]());

  finds("those who were heard of last first, each once", "ana", 20, [
    "Ana Souza",
    "Ana Lima",
    "Anabel",
    "Never wrote, Ana",
  ]);
  finds("no more than are wanted, of many the latest", "ana", 2, ["Ana Souza", "Ana Lima"]);
  finds("a name that they gave themselves beside the team's", "ninha", 1, ["Ana Lima"]);
  finds("a user name, with its sign or without", "@belle.a", 20, ["Anabel"]);
  finds("a number as people write it", "+55 (11) 90000-0002", 20, ["Ana Lima"]);
  finds("of many numbers the latest", "351-9", 1, ["Bruno 100%"]);
  finds("what looks like a pattern as it stands", "0%", 20, ["Bruno 100%"]);
  finds("nobody for a number with a letter", "351x9", 20, []);
  finds("of a crowd the latest, by their name", "anonymous", 2, ["Anonymous 400", "Anonymous 399"]);
  finds("of a crowd the latest, by their numbers", "777000", 2, ["Anonymous 400", "Anonymous 399"]);

  it("looks at no numbers for who may not see them", async () => {
    assert.deepEqual(await search("351900000003", 20, false), []);
  });

  it("names the latest conversation of each, and none where there is none", async () => {
    const found = await inWorkspace(fresh.db, ours, (tx) =>
      searchContacts(tx, ours, { text: "ana", byNumber: true }, 20),
    );
    const heardAt = await inWorkspace(fresh.db, ours, (tx) => lastHeard(tx));
    assert.deepEqual(
      found.map((it) => heardAt.get(it.conversationId ?? "") ?? null),
      ["2026-11-09", "2026-11-05", "2026-11-03", null],
    );
  });

  function finds(what: string, text: string, limit: number, names: readonly string[]) {
    it(`finds ${what}`, async () => assert.deepEqual(await search(text, limit), names));
  }

  async function search(text: string, limit: number, byNumber = true) {
    const found = await inWorkspace(fresh.db, ours, (tx) =>
      searchContacts(tx, ours, { text, byNumber }, limit),
    );
    return found.map(({ contact }) => contact.name ?? contact.profileName);
  }

  async function lastHeard(tx: Tx): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.selectFrom("conversations").select(["id", "last_message_at"]).execute();
    return new Map(rows.map((it) => [it.id, it.last_message_at.toISOString().slice(0, 10)]));
  }

  /** So many of one name that they are not all put in order; of what they wrote the highest number is the latest. */
  function writeCrowd(workspaceId: WorkspaceId): Promise<void> {
    return inWorkspace(fresh.db, workspaceId, async (tx) => {
      await sql`
        insert into contacts (workspace_id, id, name, created_at, updated_at)
        select ${workspaceId}::uuid, md5(n::text)::uuid, 'Anonymous ' || n, now(), now() from generate_series(1, 400) n`.execute(
        tx,
      );
      await sql`
        insert into contact_identities (workspace_id, id, contact_id, kind, value, created_at)
        select ${workspaceId}::uuid, gen_random_uuid(), md5(n::text)::uuid, 'phone', '777000' || n, now()
          from generate_series(1, 400) n`.execute(tx);
      await sql`
        insert into conversations (workspace_id, id, channel_id, contact_id, status, last_message_at, created_at)
        select ${workspaceId}::uuid, gen_random_uuid(), (select id from channels limit 1), md5(n::text)::uuid, 'open',
               '2025-01-01'::timestamptz + n * interval '1 minute', now()
          from generate_series(1, 400) n`.execute(tx);
    });
  }

  function write(workspaceId: WorkspaceId, person: Person): Promise<void> {
    return inWorkspace(fresh.db, workspaceId, async (tx) => {
      const contactId = randomUUID();
      await sql`
        insert into contacts (workspace_id, id, name, profile_name, created_at, updated_at)
        values (${workspaceId}, ${contactId}, ${person.name ?? null}, ${person.profileName ?? null}, now(), now())`.execute(
        tx,
      );
      for (const kind of ["phone", "username"] as const) {
        const value = person[kind];
        if (value === undefined) continue;
        await sql`
          insert into contact_identities (workspace_id, id, contact_id, kind, value, created_at)
          values (${workspaceId}, ${randomUUID()}, ${contactId}, ${kind}, ${value}, now())`.execute(
          tx,
        );
      }
      for (const at of person.heardAt) {
        const channelId = randomUUID();
        await sql`
          insert into channels (workspace_id, id, kind, name, status, base_url, api_version, waba_id,
                                phone_number_id, display_phone, verified_name, secrets, created_at)
          values (${workspaceId}, ${channelId}, 'whatsapp', 'Salon', 'connected', 'http://meta.example', 'v25.0',
                  '1', ${channelId}, '+1 555 0100', 'Salon', '', now())`.execute(tx);
        await sql`
          insert into conversations (workspace_id, id, channel_id, contact_id, status, last_message_at, created_at)
          values (${workspaceId}, ${randomUUID()}, ${channelId}, ${contactId}, 'open', ${`${at}T12:00:00Z`}, now())`.execute(
          tx,
        );
      }
    });
  }
});
