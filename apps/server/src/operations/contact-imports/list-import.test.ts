import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inWorkspace } from "@galka/postgres/database";
import type { ContactImportChoices } from "@galka/postgres/stores/contacts/contact-imports";
import { sql } from "kysely";
import { type TestApp, startTestApp } from "../../testing/test-app.ts";
import { keepAudienceList, readAudienceLists } from "../audience/audience-lists.ts";
import { countAudience } from "../audience/count-audience.ts";
import { previewAudience } from "../audience/preview-audience.ts";
import { previewTable, problemRows, readContactImport } from "./examine-table.ts";
import { listUntakenRows } from "./list-untaken-rows.ts";
import { receiveTable } from "./receive-table.ts";
import { runContactImport } from "./run-contact-import.ts";
import { startTable } from "./start-contact-import.ts";

const TABLE = [
  "Phone\tName\tLang\tAmount due\t",
  "030 901820\tAna\tde-DE\t1.200,50\tleft over",
  '+49 151 12345678\t"Max ""the tab\t"""\t\t7\t',
  "0151 12345678\tMax again\t\t8\t",
  "+54 9 11 5555 0101\tLuz\tes\t9\t",
  "+54 11 5555 0101\tLuz in her older form\tes\t10\t",
  "nobody\tNo number\t\t11\t",
  "+49 151 22345678\tBad language\tdeutsch!\t12\t",
].join("\n");

const COLUMNS = [
  { to: "phone" },
  { to: "name" },
  { to: "language" },
  { to: "nothing" },
  { to: "nothing" },
] as const;

describe("an import of contacts into a list", () => {
  it("keeps the file's columns with its people, and says which rows it left out", async () => {
    await using world = await startWorld();
    const done = await world.carryOut("add");
    assert.deepEqual([done.added, done.skipped, done.failed], [3, 0, 4]);
    assert.deepEqual(await world.members(), [
      {
        phone: "4915112345678",
        language: null,
        variables: { Name: 'Max "the tab\t"', "Amount due": "7" },
      },
      {
        phone: "4930901820",
        language: "de",
        variables: { Name: "Ana", Lang: "de-DE", "Amount due": "1.200,50" },
      },
      {
        phone: "5491155550101",
        language: "es",
        variables: { Name: "Luz", Lang: "es", "Amount due": "9" },
      },
    ]);
    assert.deepEqual(await world.problems(), [
      [4, "duplicate-in-file"],
      [6, "duplicate-in-file"],
      [7, "phone-invalid"],
      [8, "value-invalid"],
    ]);
    assert.deepEqual(done.reasons, {
      "duplicate-in-file": 2,
      "phone-invalid": 1,
      "value-invalid": 1,
    });
    const lists = await readAudienceLists(world.test.app, world.test.member);
    assert.ok(!("refused" in lists));
    assert.deepEqual(lists.items[0]?.columns, ["Name", "Lang", "Amount due"]);
    assert.equal(lists.items[0]?.importId, world.importId);
  });

  it("shows the first rows of a reason, with what stands where the problem lies", async () => {
    await using world = await startWorld();
    await world.carryOut("add");
    const { app, member } = world.test;
    const shown = async (reason?: string) => {
      const found = await listUntakenRows(app, member, world.importId, reason);
      assert.ok(!("refused" in found));
      return found.items.map(({ row, text }) => [row, text]);
    };
    assert.deepEqual(await shown("value-invalid"), [[8, "deutsch!"]]);
    assert.deepEqual(await shown("phone-invalid"), [[7, "nobody"]]);
    assert.deepEqual(await shown(), [
      [4, "0151 12345678"],
      [6, "+54 11 5555 0101"],
      [7, "nobody"],
      [8, "deutsch!"],
    ]);
  });

  it("leaves out whoever is not known when that is chosen, and tells it", async () => {
    await using world = await startWorld();
    await world.know("4930901820");
    const choices = world.choices("leave");
    const preview = await previewTable(world.test.app, world.test.member, world.importId, choices);
    assert.ok(!("refused" in preview));
    assert.deepEqual([preview.added, preview.known, preview.problemCount], [0, 1, 6]);
    assert.equal(preview.reasons["unknown-person"], 2);
    const done = await world.carryOut("leave");
    assert.deepEqual([done.added, done.skipped, done.failed], [0, 1, 6]);
    assert.deepEqual(
      (await world.members()).map(({ phone }) => phone),
      ["4930901820"],
    );
    const unknown = (await world.problems()).filter(([, reason]) => reason === "unknown-person");
    assert.deepEqual(unknown, [
      [3, "unknown-person"],
      [5, "unknown-person"],
    ]);
  });

  it("tells of two numbers of one contact, and keeps the earlier row", async () => {
    await using world = await startWorld();
    await world.know("4930901820", "4915112345678");
    await world.carryOut("leave");
    const members = await world.members();
    assert.deepEqual(
      new Set(members.map(({ variables }) => variables?.["Amount due"])),
      new Set(["1.200,50"]),
    );
    assert.deepEqual(
      (await world.problems()).find(([, reason]) => reason === "duplicate-person"),
      [3, "duplicate-person"],
    );
  });

  it("begins anew with its own rows when it is repeated, and leaves everybody else on the list", async () => {
    await using world = await startWorld();
    const other = await world.know("4917000000000");
    await world.put(other);
    await world.carryOut("add");
    assert.equal((await world.members()).length, 4);
    const again = await world.carryOut("add");
    assert.deepEqual([again.added, again.skipped, again.failed], [0, 3, 4]);
    assert.equal((await world.members()).length, 4);
  });

  it("is an audience whose people bring what their rows say", async () => {
    await using world = await startWorld();
    await world.carryOut("add");
    const { app, member } = world.test;
    const wish = { of: [{ from: "list", listId: world.listId }], except: [] } as const;
    assert.deepEqual(await countAudience(app, member, wish, "quick"), {
      number: { exact: true, count: 3 },
    });
    const preview = await previewAudience(app, member, wish, 2);
    assert.ok(!("refused" in preview));
    assert.deepEqual(
      preview.items.map(({ variables }) => variables !== null),
      [true, true],
    );
  });

  it("is refused a list that is not there", async () => {
    await using world = await startWorld();
    const list = { id: crypto.randomUUID(), unknown: "add" } as const;
    const choices = { ...world.choices("add"), list };
    const refused = await startTable(world.test.app, world.test.member, world.importId, choices);
    assert.deepEqual(refused, { refused: "not-found" });
  });
});

async function startWorld() {
  const test = await startTestApp();
  const { app, member, workspaceId } = test;
  const list = await keepAudienceList(app, member, null, { name: "Debtors", description: "" });
  assert.ok(!("refused" in list));
  const received = await receiveTable(app, member, { name: "debts.tsv", bytes: bytesOf(TABLE) });
  assert.ok(!("refused" in received));
  const importId = received.id;
  const choices = (unknown: "add" | "leave"): ContactImportChoices => ({
    columns: COLUMNS,
    country: "DE",
    known: "skip",
    list: { id: list.id, unknown },
  });
  return {
    test,
    importId,
    listId: list.id,
    choices,
    know: (...phones: string[]) => knowPerson(test, phones),
    async put(contactId: string) {
      await inWorkspace(app.db, workspaceId, (tx) =>
        sql`insert into audience_list_members (workspace_id, list_id, contact_id, added_at)
            values (${workspaceId}, ${list.id}, ${contactId}, ${app.clock.now()})`.execute(tx),
      );
    },
    async carryOut(unknown: "add" | "leave") {
      const started = await startTable(app, member, importId, choices(unknown));
      assert.ok(!("refused" in started), JSON.stringify(started));
      assert.equal(await runContactImport(app, { workspaceId, importId }), "done");
      const done = await readContactImport(app, member, importId);
      assert.ok(!("refused" in done));
      return done;
    },
    async problems() {
      const told: [number, string][] = [];
      for await (const page of problemRows(app, member, received)) {
        told.push(...page.map(({ row, reason }): [number, string] => [row, reason]));
      }
      return told;
    },
    members: () => membersOf(test),
    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
  };
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** A contact with these numbers. */
async function knowPerson(
  { app, workspaceId }: TestApp,
  phones: readonly string[],
): Promise<string> {
  const contactId = crypto.randomUUID();
  const now = app.clock.now();
  await inWorkspace(app.db, workspaceId, async (tx) => {
    await sql`insert into contacts (workspace_id, id, created_at, updated_at)
              values (${workspaceId}, ${contactId}, ${now}, ${now})`.execute(tx);
    for (const phone of phones) {
      await sql`insert into contact_identities (workspace_id, id, contact_id, kind, value, created_at)
                values (${workspaceId}, ${crypto.randomUUID()}, ${contactId}, 'phone', ${phone}, ${now})`.execute(
        tx,
      );
    }
  });
  return contactId;
}

async function membersOf({ app, workspaceId }: TestApp) {
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const { rows } = await sql<{
      phone: string;
      language: string | null;
      variables: Record<string, string> | null;
    }>`select i.value as phone, ct.language, m.variables from audience_list_members m
         join contacts ct on ct.workspace_id = m.workspace_id and ct.id = m.contact_id
         join contact_identities i on i.workspace_id = m.workspace_id and i.contact_id = m.contact_id
        where m.workspace_id = ${workspaceId} order by i.value`.execute(tx);
    return rows;
  });
}
