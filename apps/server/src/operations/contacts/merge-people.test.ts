import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { idOf } from "@galka/core/kernel/ids";
import { type MetaPerson, says, second } from "../../testing/meta-bodies.ts";
import { dumpWorkspace } from "../../testing/table-dump.ts";
import { type TestApp, startTestApp } from "../../testing/test-app.ts";
import { rowsOf, threadLines } from "../../testing/thread-lines.ts";
import { fireDueRules } from "../rules/fire-rules.ts";
import { type RuleDraft, createRule } from "../rules/write-rules.ts";
import { takeConversation } from "../work/take-conversation.ts";
import { findDuplicates } from "./find-duplicates.ts";
import { mergePeople } from "./merge-people.ts";
import { listMerges, partPeople } from "./part-people.ts";

const LUZ: MetaPerson = { wa_id: "5491155550101", name: "Luz" };
const WORK: MetaPerson = { wa_id: "5491155550202", name: "Luz" };

const GREETING: RuleDraft = {
  name: "Urgent",
  isOn: true,
  trigger: { kind: "message" },
  conditions: [],
  actions: [{ kind: "set-priority", priority: "high" }],
  restMinutes: 60,
  mostPerHour: 1000,
  isLast: false,
};

describe("mergePeople", () => {
  it("pours the loser's thread into the winner's and tells everybody", async () => {
    await using test = await twoPeople();
    const { winnerId, loserId } = await idsOf(test);
    const merged = await mergePeople(test.app, test.member, { winnerId, loserId });
    assert.ok(!("refused" in merged));
    assert.deepEqual(merged.identities.map(({ value }) => value).sort(), [
      "5491155550101",
      "5491155550202",
    ]);
    assert.deepEqual(
      (await threadLines(test)).map(({ said }) => said),
      ["Hola", "From work", "Again"],
    );
    assert.deepEqual(await rowsOf(test, "select unread_count from conversations"), [
      { unread_count: 3 },
    ]);
    await test.receive(says("9", "Both", 9, WORK));
    assert.equal((await rowsOf(test, "select from conversations")).length, 1);
  });

  it("keeps what rules did for the loser, so that they rest, and gives it back", async () => {
    await using test = await startTestApp();
    test.clock.set(new Date(Number(second(10)) * 1000));
    const made = await createRule(test.app, test.member, GREETING);
    assert.ok("id" in made, JSON.stringify(made));
    const fireAll = async () => {
      while ((await fireDueRules(test.app)) > 0) continue;
    };
    const rested = () =>
      rowsOf(
        test,
        `select i.value, f.outcome, m.content ->> 'text' as said
           from rule_firings f join messages m on m.id = f.message_id
           join conversations c on c.id = f.conversation_id
           join contact_identities i on i.contact_id = c.contact_id and i.value <> '${LUZ.wa_id}'
          where f.conversation_id = m.conversation_id order by f.at, f.id`,
      );
    await test.receive(says("1", "Hola", 1, LUZ), says("2", "From work", 2, WORK));
    await fireAll();
    const before = await rested();
    assert.equal(before.length, 1);

    const { winnerId, loserId } = await idsOf(test);
    await mergePeople(test.app, test.member, { winnerId, loserId });
    assert.equal((await rested()).length, 2);
    test.clock.advance(1000);
    await test.receive(says("3", "Again", 3, WORK));
    await fireAll();
    assert.deepEqual((await rested()).at(-1), {
      value: WORK.wa_id,
      outcome: "held",
      said: "Again",
    });

    const [merge] = await mergesOf(test, winnerId);
    await partPeople(test.app, test.member, merge?.id ?? "");
    const held = { value: WORK.wa_id, outcome: "held", said: "Again" };
    assert.deepEqual(await rested(), [...before, held]);
  });

  it("says in the thread whose it is by now, and gives what waits to who has room by that", async () => {
    await using test = await twoPeople();
    const { winnerId, loserId } = await idsOf(test);
    const [work] = await rowsOf(
      test,
      `select id from conversations where contact_id = '${loserId}'`,
    );
    assert.ok(work && "id" in work);
    await takeConversation(test.app, test.member, idOf(String(work.id)));
    await mergePeople(test.app, test.member, { winnerId, loserId });
    const lines = await rowsOf(
      test,
      `select after ->> 'assigneeId' as who from audit_entries a join conversations c on c.id = a.conversation_id
        where action = 'conversation-assigned'`,
    );
    assert.deepEqual(lines, [{ who: test.member.id }]);
    const [poured] = await rowsOf(
      test,
      "select assigned_at is not null as dated from conversations",
    );
    assert.deepEqual(poured, { dated: true });
  });

  it("suggests who may be the same", async () => {
    await using test = await twoPeople();
    const { winnerId, loserId } = await idsOf(test);
    const found = await findDuplicates(test.app, test.member, winnerId);
    assert.ok(!("refused" in found));
    assert.deepEqual(
      found.items.map((it) => [it.contact.id, it.because]),
      [[loserId, "name"]],
    );
  });

  it("is undone without a trace", async () => {
    await using test = await twoPeople();
    await label(test);
    const before = await wholeOf(test);
    const { winnerId, loserId } = await idsOf(test);
    await mergePeople(test.app, test.member, { winnerId, loserId });
    assert.equal((await rowsOf(test, "select from conversation_labels")).length, 2);
    const [merge] = await mergesOf(test, winnerId);
    const parted = await partPeople(test.app, test.member, merge?.id ?? "");
    assert.ok(!("refused" in parted));
    assert.deepEqual(await wholeOf(test), before);
  });

  it("leaves what came since with whom it came from when it is undone", async () => {
    await using test = await twoPeople();
    const { winnerId, loserId } = await idsOf(test);
    await mergePeople(test.app, test.member, { winnerId, loserId });
    test.clock.advance(1000);
    await test.receive(says("8", "Private", 8, LUZ), says("9", "Business", 9, WORK));
    const [merge] = await mergesOf(test, winnerId);
    await partPeople(test.app, test.member, merge?.id ?? "");
    assert.deepEqual(
      await rowsOf(
        test,
        `select i.value, c.unread_count, array_agg(m.content ->> 'text' order by m.at) as said
           from conversations c join contact_identities i on i.contact_id = c.contact_id
           join messages m on m.conversation_id = c.id group by 1, 2 order by 1`,
      ),
      [
        { value: "5491155550101", unread_count: 3, said: ["Hola", "Again", "Private"] },
        { value: "5491155550202", unread_count: 2, said: ["From work", "Business"] },
      ],
    );
  });

  it("parts a chain from its end, and only so", async () => {
    await using test = await twoPeople();
    await test.receive(says("5", "Third", 5, { wa_id: "5491155550303", name: "Luz" }));
    const before = await wholeOf(test);
    const { winnerId, loserId } = await idsOf(test);
    const thirdId = await idOfPhone(test, "5491155550303");
    await mergePeople(test.app, test.member, { winnerId, loserId });
    const [first] = await mergesOf(test, winnerId);
    await mergePeople(test.app, test.member, { winnerId: thirdId, loserId: winnerId });
    assert.deepEqual(await partPeople(test.app, test.member, first?.id ?? ""), {
      refused: "merge-not-undoable",
    });
    const [second] = await mergesOf(test, thirdId);
    await partPeople(test.app, test.member, second?.id ?? "");
    await partPeople(test.app, test.member, first?.id ?? "");
    assert.deepEqual(await wholeOf(test), before);
  });

  it("loses nothing when merges, undoings and messages come at once", async () => {
    await using test = await twoPeople();
    const { winnerId, loserId } = await idsOf(test);
    const { app, member } = test;
    const answers = await Promise.all([
      ...Array.from({ length: 6 }, (_, n) =>
        mergePeople(
          app,
          member,
          n % 2 === 0 ? { winnerId, loserId } : { winnerId: loserId, loserId: winnerId },
        ),
      ),
      ...Array.from({ length: 10 }, (_, n) =>
        test.receive(says(`r${n}`, `Race ${n}`, 20 + n, n % 2 === 0 ? LUZ : WORK)),
      ),
    ]);
    const done = answers.filter((it) => it !== undefined && !("refused" in it));
    assert.equal(done.length, 1);
    const said = (await threadLines(test)).map((it) => it.said);
    assert.equal(said.length, 13);
    assert.deepEqual(
      await rowsOf(test, "select count(*)::int as n, max(seq)::int as last from events"),
      await rowsOf(test, "select count(*)::int as n, count(*)::int as last from events"),
    );
  });

  it("is for those who may erase", async () => {
    await using test = await twoPeople();
    const { winnerId, loserId } = await idsOf(test);
    const member = { ...test.member, role: "member" } as const;
    assert.deepEqual(await mergePeople(test.app, member, { winnerId, loserId }), {
      refused: "forbidden",
    });
  });
});

async function twoPeople(): Promise<TestApp> {
  const test = await startTestApp();
  await test.receive(
    says("1", "Hola", 1, LUZ),
    says("2", "From work", 2, WORK),
    says("3", "Again", 3, LUZ),
  );
  test.clock.advance(60_000);
  return test;
}

async function mergesOf(test: TestApp, contactId: string) {
  const found = await listMerges(test.app, test.member, contactId);
  return "refused" in found ? [] : found.items;
}

async function idsOf(test: TestApp) {
  return {
    winnerId: await idOfPhone(test, "5491155550101"),
    loserId: await idOfPhone(test, "5491155550202"),
  };
}

async function idOfPhone(test: TestApp, phone: string) {
  const [row] = await rowsOf(
    test,
    `select contact_id as id from contact_identities where value = '${phone}'`,
  );
  assert.ok(row && "id" in row);
  return idOf<"contact">(String(row.id));
}

/** One label on both conversations and one on the second alone: the first cannot simply move. */
async function label(test: TestApp): Promise<void> {
  await rowsOf(
    test,
    `with made as (
       insert into labels (workspace_id, id, name, color, shape, created_at)
       select id, gen_random_uuid(), n, 'red', 'dot', now() from workspaces, unnest(array['A', 'B']) n
       returning workspace_id, id, name)
     insert into conversation_labels (workspace_id, conversation_id, label_id)
     select l.workspace_id, c.id, l.id from made l, conversations c
       join contact_identities i on i.contact_id = c.contact_id
      where l.name = 'A' or i.value = '5491155550202'`,
  );
}

async function wholeOf(test: TestApp) {
  const { contacts, conversations, ...dump } = await dumpWorkspace(test.app, test.workspaceId);
  return {
    ...dump,
    contacts: contacts.map((it) => JSON.stringify(it)).sort(),
    conversations: conversations.map((it) => JSON.stringify(it)).sort(),
    whole: await rowsOf(test, "select * from conversations order by id"),
    people: await rowsOf(test, "select id, name, profile_name, fields from contacts order by id"),
    labels: await rowsOf(test, "select * from conversation_labels order by 2, 3"),
    filed: await rowsOf(test, "select id, conversation_id, import_key from messages order by id"),
    found: await rowsOf(test, "select message_id, conversation_id from message_texts order by 1"),
  };
}
