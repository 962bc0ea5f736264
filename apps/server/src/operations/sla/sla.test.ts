import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type ConversationId, idOf } from "@galka/core/kernel/ids";
import type { SlaPolicy } from "@galka/core/sla/sla-policy";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { loadConversationViews } from "@galka/postgres/stores/views/conversation-list";
import { seedMember } from "@galka/postgres/testing/seed";
import { sql } from "kysely";
import { messages } from "../../testing/meta-bodies.ts";
import { type TestApp, startTestApp } from "../../testing/test-app.ts";
import { sendMessage } from "../messages/send-message.ts";
import { changeState } from "../work/change-state.ts";
import { setHours } from "../work/hours.ts";
import { sweepWork } from "../work/sweep-work.ts";
import { takeConversation } from "../work/take-conversation.ts";
import { listBehindSlaFigure, readSlaAlerts, readSlaDue, readSlaFigures } from "./read-sla.ts";
import { settleAll } from "./settle-all.ts";
import { sweepClocks } from "./sweep-clocks.ts";
import {
  createSlaPolicy,
  deleteSlaPolicy,
  orderSlaPolicies,
  readSlaPolicies,
  updateSlaPolicy,
} from "./write-sla-policies.ts";

const MINUTE_MS = 60_000;
const ANY = { channelIds: [], teamIds: [], priorities: [], labelIds: [] };
const HALF_AN_HOUR: Omit<SlaPolicy, "id"> = {
  name: "Everybody",
  isOn: true,
  scope: ANY,
  minutes: { "first-answer": 30, "next-answer": 60, resolution: 480 },
  countedIn: "wall-clock",
  warnPercent: 50,
};
const never = new AbortController().signal;

describe("the clocks of targets", () => {
  it("begin with the message that waits and end with the answer", async () => {
    await using test = await startTestApp();
    await policy(test);
    const id = await writes(test, "491550000001");
    const begun = await sla(test, id);
    assert.equal(begun.running?.target, "first-answer");
    assert.deepEqual(begun.running?.dueAt, minutesFrom(test, 30));

    test.clock.advance(10 * MINUTE_MS);
    await answers(test, id);
    const answered = await sla(test, id);
    assert.equal(answered.running?.target, "resolution");
    assert.deepEqual(answered.keptAt, test.clock.now());
    assert.deepEqual(await outcomes(test), ["first-answer kept", "resolution running"]);
  });

  it("count the next answer by its own target, and the resolution until closing", async () => {
    await using test = await startTestApp();
    await policy(test);
    const id = await writes(test, "491550000001");
    await answers(test, id);
    test.clock.advance(5 * MINUTE_MS);
    await writes(test, "491550000001");
    assert.equal((await sla(test, id)).running?.target, "next-answer");
    assert.deepEqual((await sla(test, id)).running?.dueAt, minutesFrom(test, 60));

    await state(test, id, "closed");
    assert.equal((await sla(test, id)).running, null);
    assert.deepEqual(await outcomes(test), [
      "first-answer kept",
      "next-answer dropped",
      "resolution kept",
    ]);
    test.clock.advance(MINUTE_MS);
    await writes(test, "491550000001");
    assert.equal((await sla(test, id)).running?.target, "first-answer");
    assert.equal((await sla(test, id)).keptAt, null);
  });

  it("stand still for the resolution while it is pending, and go on when it is taken up", async () => {
    await using test = await startTestApp();
    await policy(test);
    const id = await writes(test, "491550000001");
    const due = minutesFrom(test, 480 + 100);
    await answers(test, id);
    await state(test, id, "pending");
    assert.equal((await sla(test, id)).running, null);
    test.clock.advance(100 * MINUTE_MS);
    await state(test, id, "open");
    assert.deepEqual((await sla(test, id)).running?.dueAt, due);
  });

  it("go on by themselves when what was snoozed comes back", async () => {
    await using test = await startTestApp();
    await policy(test);
    const id = await writes(test, "491550000001");
    const due = minutesFrom(test, 480 + 60);
    await answers(test, id);
    const wish = { conversationId: id, status: "snoozed", snoozedUntil: minutesFrom(test, 60) };
    assert.deepEqual(await changeState(test.app, test.member, { ...wish, status: "snoozed" }), {
      done: true,
    });
    assert.equal((await sla(test, id)).running, null);
    test.clock.advance(60 * MINUTE_MS);
    await sweepWork(test.app);
    assert.deepEqual((await sla(test, id)).running?.dueAt, due);
  });

  it("are told once when they warn and once when they are broken, by however many at once", async () => {
    await using test = await startTestApp();
    await policy(test);
    const ben = await joins(test, "Ben");
    const id = await writes(test, "491550000001");
    await takeConversation(test.app, ben, id);

    test.clock.advance(15 * MINUTE_MS);
    await Promise.all([sweepClocks(test.app), sweepClocks(test.app), sweepClocks(test.app)]);
    assert.deepEqual(await lines(test, id), ["sla-warned"]);
    assert.deepEqual(await alerts(test, ben), ["soon first-answer"]);
    assert.deepEqual(await alerts(test, test.member), []);

    test.clock.advance(15 * MINUTE_MS);
    await Promise.all([sweepClocks(test.app), sweepClocks(test.app), sweepClocks(test.app)]);
    await sweepClocks(test.app);
    assert.deepEqual(await lines(test, id), ["sla-warned", "sla-broken"]);
    assert.deepEqual(await alerts(test, ben), ["broken first-answer"]);
    assert.deepEqual(await alerts(test, test.member), ["broken first-answer"]);
    assert.deepEqual((await sla(test, id)).brokenAt, (await sla(test, id)).running?.dueAt);
  });

  it("are counted on both sides, and open the conversations behind", async () => {
    await using test = await startTestApp();
    await policy(test);
    const kept = await writes(test, "491550000001");
    const late = await writes(test, "491550000002");
    await answers(test, kept);
    test.clock.advance(31 * MINUTE_MS);
    await answers(test, late);
    await sweepClocks(test.app);
    assert.deepEqual(await lines(test, late), ["sla-broken"]);
    const figure = { scope: whole(test), period: today(test) };
    const figures = await readSlaFigures(test.app, test.member, figure);
    assert.ok("counts" in figures);
    assert.deepEqual(
      figures.counts
        .map(({ target, outcome, count }) => `${target} ${outcome} ${count}`)
        .toSorted(),
      ["first-answer broken 1", "first-answer kept 1"],
    );
    const wish = { ...figure, outcome: "broken", target: null } as const;
    const behind = await listBehindSlaFigure(test.app, test.member, wish, 10);
    assert.ok("items" in behind);
    assert.deepEqual(
      behind.items.map(({ id }) => id),
      [late],
    );
  });

  it("follow a policy and hours that change, and end with it", async () => {
    await using test = await startTestApp();
    const id = await writes(test, "491550000001");
    assert.equal((await sla(test, id)).running, null);
    const policyId = await policy(test);
    await settleAll(test.app, test.workspaceId, never);
    const asked = minutesFrom(test, 30);
    assert.deepEqual((await sla(test, id)).running?.dueAt, asked);

    const byHours = { ...HALF_AN_HOUR, countedIn: "office-hours" } as const;
    await updateSlaPolicy(test.app, test.member, policyId, byHours);
    const week = Array.from({ length: 7 }, () => [{ fromMinute: 13 * 60, toMinute: 14 * 60 }]);
    const hours = { timeZone: "UTC", week, holidays: [] };
    await setHours(test.app, test.member, { owner: { of: "office", ownerId: null }, hours });
    await settleAll(test.app, test.workspaceId, never);
    // The clock of the test stands at noon: an hour before these hours begin.
    assert.deepEqual((await sla(test, id)).running?.dueAt, new Date("2026-11-22T13:30:00Z"));

    await deleteSlaPolicy(test.app, test.member, policyId);
    await settleAll(test.app, test.workspaceId, never);
    assert.equal((await sla(test, id)).running, null);
    assert.deepEqual(await outcomes(test), ["first-answer dropped", "resolution dropped"]);
  });

  it("use the first policy that fits, in the order that was given", async () => {
    await using test = await startTestApp();
    const slow = await policy(test, { minutes: { ...HALF_AN_HOUR.minutes, "first-answer": 90 } });
    const urgent = await policy(test, { scope: { ...ANY, priorities: ["urgent"] } });
    await orderSlaPolicies(test.app, test.member, [urgent]);
    const order = (await readSlaPolicies(test.app, test.member)).map(({ id }) => id);
    assert.deepEqual(order, [urgent, slow]);
    const id = await writes(test, "491550000001");
    assert.deepEqual((await sla(test, id)).running?.dueAt, minutesFrom(test, 90));
    await changeState(test.app, test.member, { conversationId: id, priority: "urgent" });
    assert.deepEqual((await sla(test, id)).running?.dueAt, minutesFrom(test, 30));
  });

  it("put those that are due first in front", async () => {
    await using test = await startTestApp();
    await policy(test);
    const first = await writes(test, "491550000001");
    test.clock.advance(MINUTE_MS);
    const second = await writes(test, "491550000002");
    const due = await readSlaDue(test.app, test.member, 10);
    assert.ok("items" in due);
    assert.deepEqual(
      due.items.map(({ id }) => id),
      [first, second],
    );
  });

  it("refuse targets that say nothing, and whoever may not set any", async () => {
    await using test = await startTestApp();
    const none = { "first-answer": null, "next-answer": null, resolution: null };
    const empty = await createSlaPolicy(test.app, test.member, { ...HALF_AN_HOUR, minutes: none });
    assert.deepEqual(empty, { refused: "sla-policy-invalid", problem: "target-missing" });
    const ben = await joins(test, "Ben");
    const answer = await createSlaPolicy(test.app, ben, HALF_AN_HOUR);
    assert.deepEqual(answer, { refused: "forbidden" });
    const figure = { scope: whole(test), period: today(test) };
    assert.deepEqual(await readSlaFigures(test.app, ben, figure), { refused: "forbidden" });
  });
});

async function policy(test: TestApp, given: Partial<SlaPolicy> = {}): Promise<string> {
  const made = await createSlaPolicy(test.app, test.member, { ...HALF_AN_HOUR, ...given });
  assert.ok("id" in made);
  return made.id;
}

async function writes(test: TestApp, phone: string): Promise<ConversationId> {
  const message = {
    id: `wamid.${test.app.ids.next()}`,
    timestamp: String(Math.floor(test.clock.now().getTime() / 1000)),
    type: "text",
    text: { body: "Hello" },
  };
  await test.receive(messages({ wa_id: phone, name: "Luz" }, message));
  const rows = await query<{ id: string }>(test, (tx) =>
    sql<{ id: string }>`
      select c.id from conversations c join contact_identities i on i.contact_id = c.contact_id
       where i.value = ${phone}`.execute(tx),
  );
  assert.ok(rows[0]);
  return idOf(rows[0].id);
}

async function answers(test: TestApp, conversationId: ConversationId): Promise<void> {
  const draft = { kind: "text", text: "Yes" } as const;
  const clientId = test.app.ids.next();
  const sent = await sendMessage(test.app, test.member, { conversationId, clientId, draft });
  assert.ok(!("refused" in sent));
}

async function state(
  test: TestApp,
  conversationId: ConversationId,
  status: "open" | "pending" | "closed",
) {
  const changed = await changeState(test.app, test.member, { conversationId, status });
  assert.deepEqual(changed, { done: true });
}

async function sla({ app, workspaceId }: TestApp, id: string) {
  const [found] = await inWorkspace(app.db, workspaceId, (tx) =>
    loadConversationViews(tx, workspaceId, [id]),
  );
  assert.ok(found);
  return found.sla;
}

async function outcomes(test: TestApp): Promise<string[]> {
  const rows = await query<{ told: string }>(test, (tx) =>
    sql<{ told: string }>`
      select target || ' ' || coalesce(outcome, 'running') as told from sla_clocks order by 1`.execute(
      tx,
    ),
  );
  return rows.map(({ told }) => told);
}

async function lines(test: TestApp, id: string): Promise<string[]> {
  const rows = await query<{ action: string }>(test, (tx) =>
    sql<{ action: string }>`
      select action from audit_entries
       where conversation_id = ${id} and action like 'sla-%' order by at, action desc`.execute(tx),
  );
  return rows.map(({ action }) => action);
}

async function query<R>(
  { app, workspaceId }: TestApp,
  ask: (tx: Tx) => Promise<{ readonly rows: R[] }>,
): Promise<R[]> {
  return (await inWorkspace(app.db, workspaceId, ask)).rows;
}

async function alerts(test: TestApp, member: TestApp["member"]): Promise<string[]> {
  const read = await readSlaAlerts(test.app, member);
  assert.ok("items" in read);
  return read.items.map(({ is, target }) => `${is} ${target}`);
}

async function joins(test: TestApp, name: string): Promise<TestApp["member"]> {
  const id = test.app.ids.next<"member">();
  await seedMember(test.app.db, test.workspaceId, { id, name, role: "member" });
  return { workspaceId: test.workspaceId, id, name, email: `${name}@example.org`, role: "member" };
}

function minutesFrom(test: TestApp, minutes: number): Date {
  return new Date(test.clock.now().getTime() + minutes * MINUTE_MS);
}

function whole(test: TestApp) {
  return { part: "workspace", partId: test.workspaceId } as const;
}

function today(test: TestApp) {
  const day = test.clock.now().toISOString().slice(0, 10);
  return { from: day, to: day };
}
