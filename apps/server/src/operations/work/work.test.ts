import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Action } from "@galka/core/automations/rule";
import { type ConversationId, idOf } from "@galka/core/kernel/ids";
import { type DistributionPolicy, USUAL_POLICY } from "@galka/core/distribution/policy";
import type { Member } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { loadConversationViews } from "@galka/postgres/stores/views/conversation-list";
import { seedMember } from "@galka/postgres/testing/seed";
import { sql } from "kysely";
import { messages } from "../../testing/meta-bodies.ts";
import { type TestApp, startTestApp } from "../../testing/test-app.ts";
import { startBulkChange, undoBulkChange } from "../bulk/bulk-change.ts";
import { listInbox } from "../conversations/read-inbox.ts";
import { sendMessage } from "../messages/send-message.ts";
import { createRule } from "../rules/write-rules.ts";
import { fireDueRules } from "../rules/fire-rules.ts";
import { runMacro, saveOwnMacro } from "../library/macros.ts";
import { assignConversation } from "./assign-conversation.ts";
import { changeState } from "./change-state.ts";
import { setPolicy } from "./distribution.ts";
import { setAvailability, setDesk } from "./set-availability.ts";
import { sweepWork } from "./sweep-work.ts";
import { takeConversation } from "./take-conversation.ts";

describe("the work on a conversation", () => {
  it("is taken by one of all who press at once, and the others learn who", async () => {
    await using test = await startTestApp();
    const id = await writes(test, "491550000001");
    const team = await Promise.all(Array.from({ length: 12 }, (_, n) => joins(test, `M${n}`)));

    const answers = await Promise.all(team.map((member) => takeConversation(test.app, member, id)));

    const winners = answers.filter((it) => "done" in it);
    assert.equal(winners.length, 1);
    const owner = await view(test, id);
    for (const answer of answers) {
      if ("refused" in answer)
        assert.deepEqual(
          [answer.refused, "memberId" in answer && answer.memberId],
          ["taken", owner.assigneeId],
        );
    }
  });

  it("is handed over with a note that stands in what is remembered", async () => {
    await using test = await startTestApp();
    const id = await writes(test, "491550000001");
    const ben = await joins(test, "Ben");
    const wish = { conversationId: id, assigneeId: ben.id, note: "Knows the tour", from: null };
    assert.deepEqual(await assignConversation(test.app, test.member, wish), { done: true });

    assert.equal((await view(test, id)).assigneeId, ben.id);
    const [entry] = await audits(test, "conversation-assigned");
    assert.deepEqual(entry, { assigneeId: ben.id, teamId: null, note: "Knows the tour" });
  });

  it("is not changed by who saw it otherwise", async () => {
    await using test = await startTestApp();
    const id = await writes(test, "491550000001");
    const ben = await joins(test, "Ben");
    await takeConversation(test.app, ben, id);
    const wish = { conversationId: id, assigneeId: test.member.id, from: null };
    const answer = await assignConversation(test.app, test.member, wish);
    assert.deepEqual(answer, { refused: "taken", memberId: ben.id, name: "Ben" });
  });

  it("is taken from a colleague only by who may assign", async () => {
    await using test = await startTestApp();
    const id = await writes(test, "491550000001");
    const [ben, eve] = [await joins(test, "Ben"), await joins(test, "Eve")];
    await takeConversation(test.app, ben, id);
    const wish = { conversationId: id, assigneeId: eve.id };
    assert.deepEqual(await assignConversation(test.app, eve, wish), { refused: "forbidden" });
    assert.deepEqual(await assignConversation(test.app, ben, wish), { done: true });
    const reader = await joins(test, "Rea", "read-only");
    const toReader = { conversationId: id, assigneeId: reader.id };
    assert.deepEqual(await assignConversation(test.app, eve, toReader), {
      refused: "not-assignable",
    });
  });

  it("comes back at its time, and before it when the contact writes", async () => {
    await using test = await startTestApp();
    const [one, other] = [await writes(test, "491550000001"), await writes(test, "491550000002")];
    const snoozedUntil = new Date(test.clock.now().getTime() + 3_600_000);
    for (const conversationId of [one, other]) {
      const wish = { conversationId, status: "snoozed", snoozedUntil } as const;
      assert.deepEqual(await changeState(test.app, test.member, wish), { done: true });
    }
    await writes(test, "491550000002");
    await sweepWork(test.app);
    assert.deepEqual(
      [(await view(test, one)).status, (await view(test, other)).status],
      ["snoozed", "open"],
    );

    test.clock.advance(3_600_000);
    await sweepWork(test.app);
    const back = await view(test, one);
    assert.deepEqual([back.status, back.snoozedUntil], ["open", null]);
  });

  it("refuses to put aside until a time that is over", async () => {
    await using test = await startTestApp();
    const conversationId = await writes(test, "491550000001");
    const wish = { conversationId, status: "snoozed", snoozedUntil: test.clock.now() } as const;
    assert.deepEqual(await changeState(test.app, test.member, wish), { refused: "snooze-past" });
  });

  it("waits since the first unanswered message, until a member answers", async () => {
    await using test = await startTestApp();
    const id = await writes(test, "491550000001");
    const first = await view(test, id);
    test.clock.advance(60_000);
    await writes(test, "491550000001");
    assert.deepEqual((await view(test, id)).waitingSince, first.lastInboundAt);

    test.clock.advance(60_000);
    await answers(test, test.member, id);
    const answered = await view(test, id);
    assert.equal(answered.waitingSince, null);
    assert.equal(answered.assigneeId, test.member.id);

    test.clock.advance(60_000);
    await writes(test, "491550000001");
    assert.deepEqual((await view(test, id)).waitingSince, (await view(test, id)).lastInboundAt);
  });

  it("is filtered by who has it and how it stands", async () => {
    await using test = await startTestApp();
    const [mine, closed, free] = [
      await writes(test, "491550000001"),
      await writes(test, "491550000002"),
      await writes(test, "491550000003"),
    ];
    await takeConversation(test.app, test.member, mine);
    await changeState(test.app, test.member, { conversationId: closed, status: "closed" });
    const ids = async (query: object) => {
      const page = await listInbox(test.app, test.member, { limit: 10, ...query });
      assert.ok("items" in page);
      return page.items.map((it) => it.id);
    };
    assert.deepEqual(await ids({ assigneeId: test.member.id }), [mine]);
    assert.deepEqual(await ids({ assigneeId: null, status: "open" }), [free]);
    assert.deepEqual(await ids({ status: "closed" }), [closed]);
  });
});

describe("a second answer", () => {
  it("is asked about shortly after a colleague's, and sent when that is wanted", async () => {
    await using test = await startTestApp();
    const id = await writes(test, "491550000001");
    const ben = await joins(test, "Ben");
    test.clock.advance(1_000);
    await answers(test, ben, id);

    const asked = await answers(test, test.member, id, true);
    assert.ok("refused" in asked && asked.refused === "just-answered");
    assert.equal(asked.name, "Ben");
    assert.ok("messageId" in (await answers(test, ben, id, true)));
    assert.ok("messageId" in (await answers(test, test.member, id, false)));
    test.clock.advance(15_000);
    assert.ok("messageId" in (await answers(test, ben, id, true)));
  });

  it("is refused where only the one who has it answers", async () => {
    await using test = await startTestApp();
    const id = await writes(test, "491550000001");
    const ben = await joins(test, "Ben");
    await policy(test, { onlyAssigneeAnswers: true });
    await takeConversation(test.app, ben, id);
    const answer = await answers(test, test.member, id);
    assert.deepEqual(answer, { refused: "taken", memberId: ben.id, name: "Ben" });
  });
});

describe("distribution", () => {
  it("gives what comes in around those who are there, and nobody more than they can do", async () => {
    await using test = await startTestApp();
    const [ben, eve] = [await joins(test, "Ben"), await joins(test, "Eve")];
    for (const { id } of [ben, eve]) await desk(test, id, 2);
    await desk(test, test.member.id, 0);
    await policy(test, { method: "round-robin" });
    for (const member of [ben, eve]) await setAvailability(test.app, member, "online");

    const ids = [];
    for (let n = 1; n <= 5; n++) ids.push(await writes(test, `49155000000${n}`));
    const owners = await Promise.all(ids.map(async (id) => (await view(test, id)).assigneeId));
    assert.deepEqual(
      owners.map((id) => (id === ben.id ? "Ben" : id === eve.id ? "Eve" : id)),
      ["Ben", "Eve", "Ben", "Eve", null].map((it) => it),
    );
  });

  it("drains the queue when somebody comes, and when somebody closes one", async () => {
    await using test = await startTestApp();
    const ben = await joins(test, "Ben");
    await desk(test, ben.id, 1);
    await policy(test, { method: "least-busy" });
    const [first, second] = [
      await writes(test, "491550000001"),
      await writes(test, "491550000002"),
    ];
    assert.equal((await view(test, first)).assigneeId, null);

    await setAvailability(test.app, ben, "online");
    assert.equal((await view(test, first)).assigneeId, ben.id);
    assert.equal((await view(test, second)).assigneeId, null);

    await changeState(test.app, ben, { conversationId: first, status: "closed" });
    assert.equal((await view(test, second)).assigneeId, ben.id);
  });

  it("does not leave a reopened conversation with somebody who is away", async () => {
    await using test = await startTestApp();
    const [ben, eve] = [await joins(test, "Ben"), await joins(test, "Eve")];
    await policy(test, { method: "round-robin" });
    await setAvailability(test.app, ben, "online");
    const id = await writes(test, "491550000001");
    assert.equal((await view(test, id)).assigneeId, ben.id);
    await changeState(test.app, ben, { conversationId: id, status: "closed" });
    await setAvailability(test.app, ben, "away");
    await setAvailability(test.app, eve, "online");
    await writes(test, "491550000001");
    assert.equal((await view(test, id)).assigneeId, eve.id);
  });

  it("passes a conversation on after silence, to somebody else", async () => {
    await using test = await startTestApp();
    const [ben, eve] = [await joins(test, "Ben"), await joins(test, "Eve")];
    await policy(test, { method: "round-robin", takeOverMinutes: 10 });
    await setAvailability(test.app, ben, "online");
    const id = await writes(test, "491550000001");
    test.clock.advance(9 * 60_000);
    await sweepWork(test.app);
    assert.equal((await view(test, id)).assigneeId, ben.id);
    test.clock.advance(2 * 60_000);
    await setAvailability(test.app, ben, "online");
    await setAvailability(test.app, eve, "online");
    await sweepWork(test.app);
    assert.equal((await view(test, id)).assigneeId, eve.id);
  });

  it("never gives more than somebody can do, however much happens at once", async () => {
    await using test = await startTestApp();
    const team = await Promise.all(["A", "B", "C"].map((name) => joins(test, name)));
    for (const { id } of team) await desk(test, id, 2);
    const ids = [];
    for (let n = 10; n < 30; n++) ids.push(await writes(test, `4915500000${n}`));
    await desk(test, test.member.id, 0);
    await policy(test, { method: "round-robin" });
    await Promise.all([
      ...team.map((member) => setAvailability(test.app, member, "online")),
      ...ids
        .slice(0, 5)
        .map((conversationId) =>
          changeState(test.app, test.member, { conversationId, status: "closed" }),
        ),
      writes(test, "491550000040"),
      sweepWork(test.app),
    ]);
    await sweepWork(test.app);
    const views = await Promise.all(ids.map((id) => view(test, id)));
    for (const { id } of team) {
      assert.equal(views.filter((it) => it.assigneeId === id && it.status === "open").length, 2);
    }
  });
});

describe("the same change", () => {
  const close = { do: "status", to: "closed" } as const;
  const ways: Readonly<
    Record<string, (test: TestApp, ben: Member, id: ConversationId) => unknown>
  > = {
    "one by one": (test, ben, id) =>
      changeState(test.app, ben, { conversationId: id, status: "closed" }),
    "to many": (test, ben, id) =>
      startBulkChange(test.app, ben, { change: { status: "closed" }, ids: [id] }),
    "by a macro": async (test, ben, id) => {
      const reach = { for: "everyone" } as const;
      const made = await saveOwnMacro(test.app, test.member, null, {
        name: "Done",
        steps: [close],
        reach,
      });
      assert.ok("id" in made, JSON.stringify(made));
      return runMacro(test.app, ben, { macroId: made.id, conversationId: id, clientIds: [] });
    },
    "by a rule": async (test) => {
      await ruleThat(test, { kind: "set-state", state: "closed" });
      await writes(test, "491550000001", "close it");
      while ((await fireDueRules(test.app)) > 0) continue;
    },
  };

  for (const [way, closes] of Object.entries(ways)) {
    it(`${way} frees who had it for what waits, and leaves the same line`, async () => {
      await using test = await startTestApp();
      const ben = await joins(test, "Ben");
      await desk(test, ben.id, 1);
      await desk(test, test.member.id, 0);
      await policy(test, { method: "least-busy" });
      await setAvailability(test.app, ben, "online");
      const [first, second] = [
        await writes(test, "491550000001"),
        await writes(test, "491550000002"),
      ];
      assert.equal((await view(test, first)).assigneeId, ben.id);
      await closes(test, ben, first);

      const closed = await view(test, first);
      assert.deepEqual([closed.status, closed.waitingSince], ["closed", null]);
      assert.equal((await view(test, second)).assigneeId, ben.id);
      assert.deepEqual(await audits(test, "conversation-state-changed"), [{ status: "closed" }]);
      assert.deepEqual(await told(test, [first, second]), [first, second].toSorted());
    });
  }

  it("gives nothing to who may not answer, whichever way", async () => {
    await using test = await startTestApp();
    const reader = await joins(test, "Rea", "read-only");
    const id = await writes(test, "491550000001");
    const change = { assigneeId: reader.id };
    const no = { refused: "not-assignable" };
    assert.deepEqual(
      await assignConversation(test.app, test.member, { conversationId: id, ...change }),
      no,
    );
    assert.deepEqual(await startBulkChange(test.app, test.member, { change, ids: [id] }), no);
    const macro = {
      name: "To Rea",
      steps: [{ do: "assign", to: reader.id }],
      reach: { for: "everyone" },
    } as const;
    assert.deepEqual(await saveOwnMacro(test.app, test.member, null, macro), no);

    await ruleThat(test, { kind: "assign-member", memberId: reader.id });
    await writes(test, "491550000001", "close it");
    while ((await fireDueRules(test.app)) > 0) continue;
    assert.equal((await view(test, id)).assigneeId, null);
  });

  it("has the contact wait as before when it is taken back", async () => {
    await using test = await startTestApp();
    const id = await writes(test, "491550000001");
    const { waitingSince } = await view(test, id);
    assert.notEqual(waitingSince, null);
    const change = { status: "closed" } as const;
    const bulk = await startBulkChange(test.app, test.member, { change, ids: [id] });
    assert.ok("id" in bulk);
    await undoBulkChange(test.app, test.member, bulk.id);
    const back = await view(test, id);
    assert.deepEqual([back.status, back.waitingSince], ["open", waitingSince]);
  });

  it("refuses a time that is over, and has who takes a closed one say that it is open", async () => {
    await using test = await startTestApp();
    const id = await writes(test, "491550000001");
    const snoozedUntil = test.clock.now().toISOString();
    const change = { status: "snoozed", snoozedUntil } as const;
    assert.deepEqual(await startBulkChange(test.app, test.member, { change, ids: [id] }), {
      refused: "snooze-past",
    });
    await changeState(test.app, test.member, { conversationId: id, status: "closed" });
    await takeConversation(test.app, test.member, id);
    assert.deepEqual(await audits(test, "conversation-state-changed"), [
      { status: "closed" },
      { status: "open" },
    ]);
  });
});

async function ruleThat(test: TestApp, action: Action): Promise<void> {
  const made = await createRule(test.app, test.member, {
    name: "Close",
    isOn: true,
    trigger: { kind: "message" },
    conditions: [{ kind: "text", how: "word", phrases: ["close"] }],
    actions: [action],
    restMinutes: 0,
    mostPerHour: 1000,
    isLast: false,
  });
  assert.ok("id" in made, JSON.stringify(made));
}

/** Of these conversations, the ones of which an event told. */
async function told({ app, workspaceId }: TestApp, ids: readonly string[]): Promise<string[]> {
  const { rows } = await inWorkspace(app.db, workspaceId, (tx) =>
    sql<{ id: string }>`
      select distinct conversation_id as id from events
       where kind = 'conversation-changed' and conversation_id = any(${[...ids]}::uuid[])
       order by 1`.execute(tx),
  );
  return rows.map(({ id }) => id);
}

async function joins(
  test: TestApp,
  name: string,
  role: "member" | "read-only" = "member",
): Promise<Member> {
  const id = test.app.ids.next<"member">();
  await seedMember(test.app.db, test.workspaceId, { id, name, role });
  return { workspaceId: test.workspaceId, id, name, email: `${name}@example.org`, role };
}

async function writes(test: TestApp, phone: string, body = "Hello"): Promise<ConversationId> {
  const now = test.clock.now();
  const message = {
    id: `wamid.${test.app.ids.next()}`,
    timestamp: String(Math.floor(now.getTime() / 1000)),
    type: "text",
    text: { body },
  };
  await test.receive(messages({ wa_id: phone, name: "Luz" }, message));
  return inWorkspace(test.app.db, test.workspaceId, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select c.id from conversations c join contact_identities i on i.contact_id = c.contact_id
       where i.value = ${phone}`.execute(tx);
    assert.ok(rows[0]);
    return idOf(rows[0].id);
  });
}

async function view({ app, workspaceId }: TestApp, id: string) {
  const [found] = await inWorkspace(app.db, workspaceId, (tx) =>
    loadConversationViews(tx, workspaceId, [id]),
  );
  assert.ok(found);
  return found;
}

function answers(test: TestApp, member: Member, conversationId: ConversationId, asksFirst = false) {
  const draft = { kind: "text", text: "Yes" } as const;
  const clientId = test.app.ids.next();
  return sendMessage(test.app, member, { conversationId, clientId, draft, asksFirst });
}

async function policy(test: TestApp, given: Partial<DistributionPolicy>): Promise<void> {
  const wish = {
    owner: { of: "everywhere", ownerId: null },
    policy: { ...USUAL_POLICY, ...given },
  } as const;
  assert.deepEqual(await setPolicy(test.app, test.member, wish), { done: true });
}

async function desk(test: TestApp, memberId: string, capacity: number): Promise<void> {
  const settings = { capacity, skills: [], languages: [], labelIds: [] };
  assert.deepEqual(await setDesk(test.app, test.member, memberId, settings), { done: true });
}

async function audits({ app, workspaceId }: TestApp, action: string): Promise<unknown[]> {
  const { rows } = await inWorkspace(app.db, workspaceId, (tx) =>
    sql<{
      after: unknown;
    }>`select after from audit_entries where action = ${action} order by at, id`.execute(tx),
  );
  return rows.map(({ after }) => after);
}
