import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import fc from "fast-check";
import { sql } from "kysely";
import { type Tx, inWorkspace } from "../../database.ts";
import { type FreshDatabase, freshDatabase } from "../../testing/fresh-database.ts";
import { seedWorkspace } from "../../testing/seed.ts";
import { recountWaits } from "./waits.ts";
import { foldFigures, recountDay } from "./fold.ts";

const PLACES = 3;
const BEGIN = Date.parse("2026-03-28T12:00:00Z");

/** What can happen to what is counted; numbers name conversations, labels, teams, members by their places. */
const happening = fc.oneof(
  fc.record({
    what: fc.constant("message" as const),
    conversation: fc.nat(PLACES - 1),
    minute: fc.nat(4 * 24 * 60),
    direction: fc.constantFrom("in", "out"),
    member: fc.option(fc.nat(1), { nil: null }),
    source: fc.constantFrom("live", "live", "live", "import"),
  }),
  fc.record({
    what: fc.constant("status" as const),
    nth: fc.nat(30),
    status: fc.constantFrom("sent", "delivered", "read", "failed", "played"),
    minute: fc.nat(4 * 24 * 60),
  }),
  fc.record({
    what: fc.constant("team" as const),
    conversation: fc.nat(2),
    team: fc.option(fc.nat(1), { nil: null }),
  }),
  fc.record({ what: fc.constant("label" as const), conversation: fc.nat(2), label: fc.nat(1) }),
  fc.record({ what: fc.constant("unlabel" as const), conversation: fc.nat(2), label: fc.nat(1) }),
  fc.record({ what: fc.constant("merge" as const), from: fc.nat(2), to: fc.nat(2) }),
  fc.record({ what: fc.constant("remove" as const), nth: fc.nat(30) }),
  fc.record({ what: fc.constant("remove-conversation" as const), conversation: fc.nat(2) }),
  fc.record({ what: fc.constant("drop-label" as const), label: fc.nat(1) }),
  fc.record({ what: fc.constant("fold" as const) }),
);
type Happening = typeof happening extends fc.Arbitrary<infer It> ? It : never;

type World = {
  readonly workspaceId: WorkspaceId;
  readonly channelId: string;
  readonly conversations: readonly string[];
  readonly members: readonly string[];
  readonly teams: readonly string[];
  readonly labels: readonly string[];
};

describe("figures", () => {
  let fresh: FreshDatabase;
  before(async () => {
    fresh = await freshDatabase();
  });
  after(() => fresh[Symbol.asyncDispose]());

  it("that were kept up as things happened equal those that are counted anew", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { minLength: 5, maxLength: 40 }),
        fc.constantFrom("UTC", "Europe/Berlin", "Asia/Kolkata"),
        async (happenings, zone) => {
          const world = await newWorld(zone);
          await inWorkspace(fresh.db, world.workspaceId, async (tx) => {
            for (const it of happenings) await happens(tx, world, it);
            await foldFigures(tx, world.workspaceId);
            const kept = await figuresOf(tx, world.workspaceId);
            await recount(tx, world.workspaceId);
            assert.deepEqual(kept, await figuresOf(tx, world.workspaceId));
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  it("count nothing twice when two add up at once", async () => {
    const world = await newWorld("UTC");
    await inWorkspace(fresh.db, world.workspaceId, (tx) =>
      happens(tx, world, {
        what: "message",
        conversation: 0,
        minute: 5,
        direction: "in",
        member: null,
        source: "live",
      }),
    );
    await Promise.all(
      [1, 2, 3, 4].map(() =>
        inWorkspace(fresh.db, world.workspaceId, (tx) => foldFigures(tx, world.workspaceId)),
      ),
    );
    const rows = await inWorkspace(fresh.db, world.workspaceId, (tx) =>
      sql<{
        n: number;
      }>`select incoming as n from figure_days where part = 'workspace' and day = '2026-03-28'`.execute(
        tx,
      ),
    );
    assert.deepEqual(rows.rows, [{ n: 1 }]);
  });

  it("go with their workspace", async () => {
    const world = await newWorld("UTC");
    await inWorkspace(fresh.db, world.workspaceId, async (tx) => {
      await sql`delete from workspaces where id = ${world.workspaceId}`.execute(tx);
    });
    const left = await inWorkspace(fresh.db, world.workspaceId, (tx) =>
      figuresOf(tx, world.workspaceId),
    );
    assert.deepEqual(left, { days: [], hours: [], waits: [] });
  });

  async function newWorld(zone: string): Promise<World> {
    const workspaceId = await fresh.workspace();
    const { channelId, conversationId, contactId } = await seedWorkspace(fresh.db, workspaceId);
    const ids = (count: number) => Array.from({ length: count }, () => randomUUID());
    const [members, teams, labels, others] = [ids(2), ids(2), ids(2), ids(PLACES - 1)];
    await inWorkspace(fresh.db, workspaceId, async (tx) => {
      await sql`insert into figure_zones (workspace_id, time_zone) values (${workspaceId}, ${zone})`.execute(
        tx,
      );
      for (const id of teams) {
        await sql`insert into teams (workspace_id, id, name, created_at) values (${workspaceId}, ${id}, ${id}, now())`.execute(
          tx,
        );
      }
      for (const id of labels) {
        await sql`insert into labels (workspace_id, id, name, color, shape, created_at)
          values (${workspaceId}, ${id}, ${id}, 'blue', 'dot', now())`.execute(tx);
      }
      for (const id of others) {
        const contact = randomUUID();
        await sql`insert into contacts (workspace_id, id, created_at, updated_at) values (${workspaceId}, ${contact}, now(), now())`.execute(
          tx,
        );
        await sql`insert into conversations (workspace_id, id, channel_id, contact_id, status, last_message_at, created_at)
          values (${workspaceId}, ${id}, ${channelId}, ${contact}, 'open', now(), now())`.execute(
          tx,
        );
      }
      // The message of the seed lies in a day of its own, which no happening reaches.
      await sql`delete from messages where workspace_id = ${workspaceId}`.execute(tx);
    });
    assert.ok(contactId);
    return {
      workspaceId,
      channelId,
      conversations: [conversationId, ...others],
      members,
      teams,
      labels,
    };
  }
});

async function happens(tx: Tx, world: World, it: Happening): Promise<void> {
  const { workspaceId: w, channelId, conversations, members, teams, labels } = world;
  const nth = (n: number) =>
    sql`(select id from messages where workspace_id = ${w} order by at, id offset ${n} limit 1)`;
  switch (it.what) {
    case "message": {
      const at = new Date(BEGIN + it.minute * 60_000);
      const author =
        it.direction === "out" && it.member !== null ? (members[it.member] ?? null) : null;
      await sql`
        insert into messages (workspace_id, id, conversation_id, channel_id, direction, author_member_id, source, content,
                              status, at, status_at, created_at)
        select ${w}, ${randomUUID()}, c.id, ${channelId}, ${it.direction}, ${author}, ${it.source}, '{"kind": "text", "text": ""}',
               ${it.direction === "in" ? "received" : "accepted"}, ${at}, ${at}, ${at}
          from conversations c where c.workspace_id = ${w} and c.id = ${conversations[it.conversation]}`.execute(
        tx,
      );
      return;
    }
    case "status":
      await sql`update messages set status = ${it.status}, status_at = ${new Date(BEGIN + it.minute * 60_000)}
        where workspace_id = ${w} and id = ${nth(it.nth)} and direction = 'out'`.execute(tx);
      return;
    case "team":
      await sql`update conversations set team_id = ${it.team === null ? null : (teams[it.team] ?? null)}
        where workspace_id = ${w} and id = ${conversations[it.conversation]}`.execute(tx);
      return;
    case "label":
      await sql`insert into conversation_labels (workspace_id, conversation_id, label_id)
        select c.workspace_id, c.id, l.id from conversations c join labels l on l.workspace_id = c.workspace_id
         where c.workspace_id = ${w} and c.id = ${conversations[it.conversation]} and l.id = ${labels[it.label]}
        on conflict do nothing`.execute(tx);
      return;
    case "unlabel":
      await sql`delete from conversation_labels where workspace_id = ${w}
        and conversation_id = ${conversations[it.conversation]} and label_id = ${labels[it.label]}`.execute(
        tx,
      );
      return;
    case "merge":
      await sql`update messages set conversation_id = c.id from conversations c
        where messages.workspace_id = ${w} and conversation_id = ${conversations[it.from]}
          and c.workspace_id = ${w} and c.id = ${conversations[it.to]}`.execute(tx);
      return;
    case "remove":
      await sql`delete from messages where workspace_id = ${w} and id = ${nth(it.nth)}`.execute(tx);
      return;
    case "remove-conversation":
      await sql`delete from conversations where workspace_id = ${w} and id = ${conversations[it.conversation]}`.execute(
        tx,
      );
      return;
    case "drop-label":
      await sql`delete from labels where workspace_id = ${w} and id = ${labels[it.label]}`.execute(
        tx,
      );
      return;
    case "fold":
      await foldFigures(tx, w);
  }
}

async function recount(tx: Tx, workspaceId: WorkspaceId): Promise<void> {
  await sql`delete from waits where workspace_id = ${workspaceId}`.execute(tx);
  await recountWaits(tx, workspaceId, null);
  for (let n = -2; n < 8; n++) {
    const day = new Date(BEGIN + n * 86_400_000).toISOString().slice(0, 10);
    await recountDay(tx, workspaceId, day);
  }
}

/** What stands there, without what came to nothing: a count that went up and down again. */
async function figuresOf(tx: Tx, workspaceId: WorkspaceId) {
  const days = await sql`
    select part, part_id, day, incoming, outgoing, sent, delivered, read, failed from figure_days
     where workspace_id = ${workspaceId} and (incoming, outgoing, sent, delivered, read, failed) <> (0, 0, 0, 0, 0, 0)
     order by 1, 2, 3`.execute(tx);
  const hours = await sql`
    select part, part_id, day, hour, incoming, outgoing, reads from figure_hours
     where workspace_id = ${workspaceId} and (incoming, outgoing, reads) <> (0, 0, 0)
     order by 1, 2, 3, 4`.execute(tx);
  const waits = await sql`
    select conversation_id, asked_at, is_first, answered_at, member_id from waits
     where workspace_id = ${workspaceId} order by 1, 2`.execute(tx);
  return { days: days.rows, hours: hours.rows, waits: waits.rows };
}
