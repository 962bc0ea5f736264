import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Action } from "@galka/core/automations/rule";
import { USUAL_POLICY } from "@galka/core/distribution/policy";
import { type ConversationId, idOf } from "@galka/core/kernel/ids";
import type { Member } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { seedMember } from "@galka/postgres/testing/seed";
import { sql } from "kysely";
import {
  startBulkChange,
  undoBulkChange,
} from "../../apps/server/src/operations/bulk/bulk-change.ts";
import { mergePeople } from "../../apps/server/src/operations/contacts/merge-people.ts";
import { listMerges, partPeople } from "../../apps/server/src/operations/contacts/part-people.ts";
import { runMacro, saveOwnMacro } from "../../apps/server/src/operations/library/macros.ts";
import { fireDueRules } from "../../apps/server/src/operations/rules/fire-rules.ts";
import { createRule } from "../../apps/server/src/operations/rules/write-rules.ts";
import { assignConversation } from "../../apps/server/src/operations/work/assign-conversation.ts";
import { changeState } from "../../apps/server/src/operations/work/change-state.ts";
import { setPolicy } from "../../apps/server/src/operations/work/distribution.ts";
import { setAvailability } from "../../apps/server/src/operations/work/set-availability.ts";
import { sweepWork } from "../../apps/server/src/operations/work/sweep-work.ts";
import { takeConversation } from "../../apps/server/src/operations/work/take-conversation.ts";
import { messages } from "../../apps/server/src/testing/meta-bodies.ts";
import { type TestApp, startTestApp } from "../../apps/server/src/testing/test-app.ts";
import { follow, freshState, shownOf } from "../support/follower.ts";

/** Who is struck: a conversation, and the contact of another one that it can be made one with. */
type Target = { readonly id: ConversationId; readonly phone: string; readonly twin: string };
type Strike = (test: TestApp, member: Member, target: Target) => Promise<unknown>;

/** What happens at once. Whatever else can happen to a conversation is one line more. */
const STRIKES: Readonly<Record<string, Strike>> = {
  take: (test, member, { id }) => takeConversation(test.app, member, id),
  assign: (test, member, { id }) =>
    assignConversation(test.app, test.member, { conversationId: id, assigneeId: member.id }),
  release: (test, _, { id }) =>
    assignConversation(test.app, test.member, { conversationId: id, assigneeId: null }),
  close: (test, member, { id }) =>
    changeState(test.app, member, { conversationId: id, status: "closed" }),
  "a message": (test, _, { phone }) => writes(test, phone, "Hello"),
  "a message of the other": (test, _, { twin }) => writes(test, twin, "Hello from work"),
  merge: async (test, _, { phone, twin }) => {
    const [winnerId, loserId] = [await contactOf(test, phone), await contactOf(test, twin)];
    return mergePeople(test.app, test.member, { winnerId, loserId });
  },
  part: async (test, _, { phone }) => {
    const found = await listMerges(test.app, test.member, await contactOf(test, phone));
    const [merge] = "refused" in found ? [] : found.items;
    return merge && partPeople(test.app, test.member, merge.id);
  },
  "a rule": (test) => fireDueRules(test.app),
  "a change to many": async (test, _, { id }) => {
    const change = { status: "closed", assigneeId: null } as const;
    const bulk = await startBulkChange(test.app, test.member, { change, ids: [id] });
    return "id" in bulk ? undoBulkChange(test.app, test.member, bulk.id) : bulk;
  },
  "a macro": async (test, member, { id }) => {
    const macroId = macroOf.get(test) ?? "";
    return runMacro(test.app, member, { macroId, conversationId: id, clientIds: [] });
  },
  "the time": (test) => sweepWork(test.app),
};

const macroOf = new WeakMap<TestApp, string>();
const AT_ONCE = 200;

describe("two hundred things at once on the same conversations", () => {
  for (const method of ["manual", "round-robin"] as const) {
    it(`leave one owner each, tell every change and lose none, ${method}`, async () => {
      await using test = await startTestApp();
      const { team, targets } = await aTeamAtWork(test, method);
      await using client = await follow(test);
      const strikes = Object.values(STRIKES);

      const results = await Promise.allSettled(
        Array.from({ length: AT_ONCE }, (_, n) => {
          const strike = strikes[n % strikes.length];
          const member = team[n % team.length];
          const target = targets[Math.floor(n / strikes.length) % targets.length];
          assert.ok(strike && member && target);
          return strike(test, member, target);
        }),
      );

      assert.deepEqual(
        results.filter(({ status }) => status === "rejected"),
        [],
      );
      await test.applyAll();
      while ((await fireDueRules(test.app)) > 0) continue;
      assert.deepEqual(await holesIn(test), []);
      assert.deepEqual(await brokenIn(test), []);
      const fresh = await freshState(test);
      assert.deepEqual(shownOf(await client.caughtUp(fresh.seq)), shownOf(fresh));
    });
  }
});

async function aTeamAtWork(test: TestApp, method: "manual" | "round-robin") {
  const team = await Promise.all(Array.from({ length: 8 }, (_, n) => joins(test, `M${n}`)));
  const owner = { of: "everywhere", ownerId: null } as const;
  await setPolicy(test.app, test.member, { owner, policy: { ...USUAL_POLICY, method } });
  for (const member of team) await setAvailability(test.app, member, "online");
  const [first] = team;
  assert.ok(first);
  await rule(test, "hello", { kind: "assign-member", memberId: first.id });
  await rule(test, "work", { kind: "set-state", state: "pending" });
  const macro = await saveOwnMacro(test.app, test.member, null, {
    name: "Mine and done",
    steps: [
      { do: "assign", to: "me" },
      { do: "status", to: "closed" },
    ],
    reach: { for: "everyone" },
  });
  assert.ok("id" in macro, JSON.stringify(macro));
  macroOf.set(test, macro.id);
  const targets: Target[] = [];
  for (let n = 0; n < 4; n++) {
    const [phone, twin] = [`49155500000${n}`, `49155500001${n}`];
    await writes(test, twin, "Good day");
    await writes(test, phone, "Good day");
    targets.push({ id: await conversationOf(test, phone), phone, twin });
  }
  return { team, targets };
}

async function rule(test: TestApp, word: string, action: Action): Promise<void> {
  const made = await createRule(test.app, test.member, {
    name: word,
    isOn: true,
    trigger: { kind: "message" },
    conditions: [{ kind: "text", how: "word", phrases: [word] }],
    actions: [action],
    restMinutes: 0,
    mostPerHour: 100_000,
    isLast: false,
  });
  assert.ok("id" in made, JSON.stringify(made));
}

async function joins(test: TestApp, name: string): Promise<Member> {
  const id = test.app.ids.next<"member">();
  await seedMember(test.app.db, test.workspaceId, { id, name });
  return { workspaceId: test.workspaceId, id, name, email: `${name}@example.org`, role: "member" };
}

async function writes(test: TestApp, phone: string, body: string): Promise<void> {
  const timestamp = String(Math.floor(test.clock.now().getTime() / 1000));
  const message = { id: `wamid.${test.app.ids.next()}`, timestamp, type: "text", text: { body } };
  await test.receive(messages({ wa_id: phone, name: "Luz" }, message));
}

async function contactOf(test: TestApp, phone: string) {
  const [row] = await rows<{ id: string }>(
    test,
    sql`select contact_id as id from contact_identities where value = ${phone}`,
  );
  assert.ok(row);
  return idOf<"contact">(row.id);
}

async function conversationOf(test: TestApp, phone: string): Promise<ConversationId> {
  const [row] = await rows<{ id: string }>(
    test,
    sql`select c.id from conversations c join contact_identities i on i.contact_id = c.contact_id
         where i.value = ${phone}`,
  );
  assert.ok(row);
  return idOf(row.id);
}

function rows<Row>(
  { app, workspaceId }: TestApp,
  question: ReturnType<typeof sql>,
): Promise<readonly Row[]> {
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const found = await tx.executeQuery<Row>(question.$castTo<Row>().compile(tx));
    return found.rows;
  });
}

/** Seqs that are missing between the first and the last. */
function holesIn(test: TestApp): Promise<readonly unknown[]> {
  return rows(
    test,
    sql`select s as seq from generate_series(1, (select last_seq from workspaces)) s
         where not exists (select from events e where e.seq = s)`,
  );
}

/**
 * Conversations whose remembered assignments do not add up: each begins with whom
 * one before it ended, so as often as somebody got it, somebody had lost it. Otherwise
 * two had it at once, or one got it and nobody was told.
 */
function brokenIn(test: TestApp): Promise<readonly unknown[]> {
  return rows(
    test,
    sql`select c.id, c.assignee_id, count(*) filter (where a.after ->> 'assigneeId' is not null) as gained,
               count(*) filter (where a.before ->> 'assigneeId' is not null) as lost
          from conversations c
          left join audit_entries a
            on a.conversation_id = c.id and a.action = 'conversation-assigned'
         group by c.id, c.assignee_id
        having count(*) filter (where a.after ->> 'assigneeId' is not null)
             - count(*) filter (where a.before ->> 'assigneeId' is not null)
            <> count(c.assignee_id) / greatest(count(*), 1)
            or count(*) filter (where a.before ->> 'assigneeId' = a.after ->> 'assigneeId') > 0`,
  );
}
