import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type ConversationId, idOf } from "@galka/core/kernel/ids";
import { USUAL_POLICY } from "@galka/core/distribution/policy";
import type { Member } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { seedMember } from "@galka/postgres/testing/seed";
import { sql } from "kysely";
import { assignConversation } from "../../apps/server/src/operations/work/assign-conversation.ts";
import { changeState } from "../../apps/server/src/operations/work/change-state.ts";
import { setPolicy } from "../../apps/server/src/operations/work/distribution.ts";
import { setAvailability } from "../../apps/server/src/operations/work/set-availability.ts";
import { takeConversation } from "../../apps/server/src/operations/work/take-conversation.ts";
import { messages } from "../../apps/server/src/testing/meta-bodies.ts";
import { type TestApp, startTestApp } from "../../apps/server/src/testing/test-app.ts";

type Strike = (test: TestApp, member: Member, id: ConversationId) => Promise<unknown>;

/** What happens at once. Whatever else can happen to a conversation is one line more. */
const STRIKES: Readonly<Record<string, Strike>> = {
  take: (test, member, id) => takeConversation(test.app, member, id),
  assign: (test, member, id) =>
    assignConversation(test.app, test.member, { conversationId: id, assigneeId: member.id }),
  release: (test, _, id) =>
    assignConversation(test.app, test.member, { conversationId: id, assigneeId: null }),
  close: (test, member, id) =>
    changeState(test.app, member, { conversationId: id, status: "closed" }),
  "a message": (test, _, id) => writes(test, phoneOf.get(id) ?? ""),
};

const phoneOf = new Map<string, string>();
const AT_ONCE = 200;

describe("two hundred things at once on the same conversations", () => {
  for (const method of ["manual", "round-robin"] as const) {
    it(`leave one owner each and no hole in the events, ${method}`, async () => {
      await using test = await startTestApp();
      const team = await Promise.all(Array.from({ length: 8 }, (_, n) => joins(test, `M${n}`)));
      const wish = {
        owner: { of: "everywhere", ownerId: null },
        policy: { ...USUAL_POLICY, method },
      } as const;
      await setPolicy(test.app, test.member, wish);
      for (const member of team) await setAvailability(test.app, member, "online");
      const ids: ConversationId[] = [];
      for (let n = 0; n < 4; n++) ids.push(await begins(test, `49155500000${n}`));
      const strikes = Object.values(STRIKES);

      const results = await Promise.allSettled(
        Array.from({ length: AT_ONCE }, (_, n) => {
          const [strike, member, id] = [
            strikes[n % strikes.length],
            team[n % team.length],
            ids[n % ids.length],
          ];
          assert.ok(strike && member && id);
          return strike(test, member, id);
        }),
      );

      assert.deepEqual(
        results.filter(({ status }) => status === "rejected"),
        [],
      );
      await test.applyAll();
      assert.deepEqual(await holesIn(test), []);
      for (const id of ids) assert.deepEqual(await broken(test, id), []);
    });
  }
});

async function joins(test: TestApp, name: string): Promise<Member> {
  const id = test.app.ids.next<"member">();
  await seedMember(test.app.db, test.workspaceId, { id, name });
  return { workspaceId: test.workspaceId, id, name, email: `${name}@example.org`, role: "member" };
}

async function writes(test: TestApp, phone: string): Promise<void> {
  const timestamp = String(Math.floor(test.clock.now().getTime() / 1000));
  const message = {
    id: `wamid.${test.app.ids.next()}`,
    timestamp,
    type: "text",
    text: { body: "Hello" },
  };
  await test.receive(messages({ wa_id: phone, name: "Luz" }, message));
}

async function begins(test: TestApp, phone: string): Promise<ConversationId> {
  await writes(test, phone);
  return inWorkspace(test.app.db, test.workspaceId, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select c.id from conversations c join contact_identities i on i.contact_id = c.contact_id
       where i.value = ${phone}`.execute(tx);
    assert.ok(rows[0]);
    phoneOf.set(rows[0].id, phone);
    return idOf(rows[0].id);
  });
}

/** Seqs that are missing between the first and the last. */
async function holesIn({ app, workspaceId }: TestApp): Promise<unknown[]> {
  const { rows } = await inWorkspace(app.db, workspaceId, (tx) =>
    sql`select s as seq from generate_series(1, (select last_seq from workspaces)) s
        where not exists (select from events e where e.seq = s)`.execute(tx),
  );
  return rows;
}

/**
 * Where one remembered assignment does not begin with whom the one before it ended,
 * by the order in which they were committed: then two had it at once.
 */
async function broken({ app, workspaceId }: TestApp, id: ConversationId): Promise<unknown[]> {
  const { rows } = await inWorkspace(app.db, workspaceId, (tx) =>
    sql<{ before: string | null; after: string | null }>`
      select before ->> 'assigneeId' as before, after ->> 'assigneeId' as after
        from audit_entries where conversation_id = ${id} and action = 'conversation-assigned'
         and before ->> 'assigneeId' is not distinct from after ->> 'assigneeId'`.execute(tx),
  );
  const { rows: owners } = await inWorkspace(app.db, workspaceId, (tx) =>
    sql<{ gained: number; lost: number; has: number }>`
      select count(*) filter (where after ->> 'assigneeId' is not null)::int as gained,
             count(*) filter (where before ->> 'assigneeId' is not null)::int as lost,
             (select count(assignee_id)::int from conversations where id = ${id}) as has
        from audit_entries where conversation_id = ${id} and action = 'conversation-assigned'`.execute(
      tx,
    ),
  );
  const uneven = owners.filter(({ gained, lost, has }) => gained - lost !== has);
  return [...rows, ...uneven];
}
