import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { Asking, Condition, Filter } from "@galka/core/filters/filter";
import { type Filterable, matches } from "@galka/core/filters/matches";
import { type WorkspaceId } from "@galka/core/kernel/ids";
import fc from "fast-check";
import { sql } from "kysely";
import { inWorkspace } from "../../database.ts";
import { type FreshDatabase, freshDatabase } from "../../testing/fresh-database.ts";
import {
  type ConversationView,
  countConversations,
  listConversations,
} from "./conversation-list.ts";

const NOW = new Date("2026-11-22T12:00:00Z");
const MEMBERS = ids("a", 3);
const TEAMS = ids("b", 3);
const LABELS = ids("c", 3);
const CHANNELS = ids("d", 2);
const CAMPAIGNS = ids("e", 2);
/** Minutes before now, on and around every border that a filter can ask about. */
const AGES = [0, 1, 5, 59, 60, 61, 1379, 1380, 1381, 1439, 1440, 1441, 5000] as const;
const NAMES = ["Ana", "ana maria", "БОРИС", "борис К.", "100%", "a_b", ""] as const;
const PARTS = ["ana", "A", "ОРИС", "%", "_", "к.", "zzz"] as const;

const minutes = fc.constantFrom(...AGES);

const condition: fc.Arbitrary<Condition> = fc
  .tuple(
    fc.oneof(
      fc.record({
        field: fc.constant("status" as const),
        in: fc.subarray(["open", "pending", "snoozed", "closed"] as const),
      }),
      fc.record({
        field: fc.constant("priority" as const),
        in: fc.subarray(["urgent", "high", "normal", "low"] as const),
      }),
      fc.record({
        field: fc.constant("assignee" as const),
        in: fc.subarray([...MEMBERS, "me", "nobody"]),
      }),
      fc.record({
        field: fc.constant("team" as const),
        in: fc.subarray([...TEAMS, "mine", "none"]),
      }),
      fc.record({ field: fc.constant("label" as const), in: fc.subarray([...LABELS, "none"]) }),
      fc.record({ field: fc.constant("channel" as const), in: fc.subarray(CHANNELS) }),
      fc.record({ field: fc.constant("unread" as const) }),
      fc.record({
        field: fc.constant("answered-campaign" as const),
        in: fc.subarray(CAMPAIGNS),
      }),
      fc.record({
        field: fc.constant("rating" as const),
        in: fc.subarray(["good", "ok", "bad", "none"] as const),
      }),
      fc.record({
        field: fc.constant("last-word" as const),
        by: fc.constantFrom("contact" as const, "business" as const),
      }),
      fc.record({ field: fc.constant("waiting" as const), minutes }),
      fc.record({
        field: fc.constant("window" as const),
        is: fc.constantFrom(
          "open" as const,
          "closing" as const,
          "closed" as const,
          "never-open" as const,
        ),
      }),
      fc.record({ field: fc.constant("sla-due" as const), minutes }),
      fc.record({
        field: fc.constant("sla" as const),
        is: fc.constantFrom("soon" as const, "broken" as const, "kept" as const),
      }),
      fc.record({ field: fc.constant("last-message" as const), minutes }),
      fc.record({
        field: fc.constant("last-message-after" as const),
        at: minutes.map((it) => ago(it).toISOString()),
      }),
      fc.record({
        field: fc.constant("contact-name" as const),
        contains: fc.constantFrom(...PARTS),
      }),
      fc.record({
        field: fc.constant("contact-field" as const),
        name: fc.constantFrom("city", "none"),
        is: fc.constantFrom(...NAMES),
      }),
      fc.record({
        field: fc.constant("contact-field-has" as const),
        name: fc.constantFrom("city", "none"),
        contains: fc.constantFrom(...PARTS),
      }),
      fc.record({
        field: fc.constant("contact-field-filled" as const),
        name: fc.constantFrom("city", "none"),
      }),
      fc.record({
        field: fc.constant("country" as const),
        in: fc.subarray(["49", "7", "1"]),
      }),
    ),
    fc.boolean(),
  )
  .map(([about, not]) => (not ? { ...about, not } : about));

const filters: fc.Arbitrary<Filter> = fc.record({
  all: fc.array(
    fc.oneof(condition, fc.record({ any: fc.array(condition, { minLength: 1, maxLength: 3 }) })),
    { maxLength: 4 },
  ),
});

describe("a filter", () => {
  let fresh: FreshDatabase;
  let workspaceId: WorkspaceId;
  let everything: readonly ConversationView[];

  before(async () => {
    fresh = await freshDatabase();
    workspaceId = await fresh.workspace("Ours");
    await fill();
    const page = await inWorkspace(fresh.db, workspaceId, (tx) =>
      listConversations(tx, workspaceId, { limit: 500 }),
    );
    everything = page.items;
    assert.equal(everything.length, 150);
  });
  after(() => fresh[Symbol.asyncDispose]());

  it("means the same conversations to PostgreSQL and to the page", async () => {
    await fc.assert(
      fc.asyncProperty(filters, fc.subarray(TEAMS), async (filter, teamIds) => {
        const asking: Asking = { now: NOW, memberId: MEMBERS[0] ?? "", teamIds };
        const where = { filter, asking };
        const expected = everything.filter((it) => matches(filter, filterable(it), asking));
        const [page, count] = await inWorkspace(fresh.db, workspaceId, async (tx) => [
          await listConversations(tx, workspaceId, { limit: 500, where }),
          await countConversations(tx, workspaceId, where, 1000),
        ]);
        assert.deepEqual(
          page.items.map(({ id }) => id),
          expected.map(({ id }) => id),
        );
        assert.equal(count, expected.length);
      }),
      { numRuns: 300 },
    );
  });

  it("counts no further than it is asked to", async () => {
    const asking: Asking = { now: NOW, memberId: MEMBERS[0] ?? "", teamIds: [] };
    const count = await inWorkspace(fresh.db, workspaceId, (tx) =>
      countConversations(tx, workspaceId, { filter: { all: [] }, asking }, 20),
    );
    assert.equal(count, 20);
  });

  async function fill(): Promise<void> {
    const random = fc.sample(
      fc.record({
        status: fc.constantFrom("open", "pending", "snoozed", "closed"),
        priority: fc.constantFrom("urgent", "high", "normal", "low"),
        assignee: fc.constantFrom(...MEMBERS, null),
        team: fc.constantFrom(...TEAMS, null),
        labels: fc.subarray(LABELS),
        answered: fc.subarray(CAMPAIGNS),
        channel: fc.constantFrom(...CHANNELS),
        unread: fc.constantFrom(0, 0, 1, 7),
        rating: fc.option(
          fc
            .constantFrom(3, 5)
            .chain((of) => fc.tuple(fc.integer({ min: 1, max: of }), fc.constant(of))),
        ),
        waiting: fc.option(minutes),
        inbound: fc.option(minutes),
        due: fc.option(fc.constantFrom(-1441, -61, -60, -59, -5, -1, 0, 1, 60)),
        warns: fc.constantFrom(0, 1, 30),
        broken: fc.option(minutes),
        kept: fc.option(minutes),
        last: minutes,
        direction: fc.constantFrom("in", "out", null),
        name: fc.option(fc.constantFrom(...NAMES)),
        profile: fc.option(fc.constantFrom(...NAMES)),
        city: fc.option(fc.constantFrom(...NAMES)),
        phone: fc.option(fc.constantFrom("49", "7", "1", "55")),
      }),
      { numRuns: 150, seed: 7 },
    );
    await inWorkspace(fresh.db, workspaceId, async (tx) => {
      for (const [index, id] of MEMBERS.entries()) {
        const userId = randomUUID();
        await sql`insert into auth_users (id, name, email) values (${userId}, 'M', ${`${userId}@example.org`})`.execute(
          tx,
        );
        await sql`insert into members (workspace_id, id, user_id, name, role, created_at)
                  values (${workspaceId}, ${id}, ${userId}, ${`M${index}`}, 'member', ${NOW})`.execute(
          tx,
        );
      }
      for (const id of TEAMS) {
        await sql`insert into teams (workspace_id, id, name, created_at) values (${workspaceId}, ${id}, ${id}, ${NOW})`.execute(
          tx,
        );
      }
      for (const id of LABELS) {
        await sql`insert into labels (workspace_id, id, name, color, shape, created_at)
                  values (${workspaceId}, ${id}, ${id}, 'blue', 'dot', ${NOW})`.execute(tx);
      }
      for (const id of CHANNELS) {
        await sql`insert into channels (workspace_id, id, kind, name, status, base_url, api_version, waba_id,
                            phone_number_id, display_phone, verified_name, secrets, created_at)
                  values (${workspaceId}, ${id}, 'whatsapp', 'Shop', 'connected', 'https://graph.test', 'v26.0',
                          '2002', ${id}, '+49 30 901820', 'Shop', ''::bytea, ${NOW})`.execute(tx);
      }
      for (const id of CAMPAIGNS) {
        await sql`insert into campaigns (workspace_id, id, channel_id, name, state, audience, plan, created_by,
                            created_at, updated_at)
                  values (${workspaceId}, ${id}, ${CHANNELS[0]}, 'Sale', 'finished', '{}', '{}', ${MEMBERS[0]},
                          ${NOW}, ${NOW})`.execute(tx);
      }
      for (const [n, it] of random.entries()) {
        const contactId = randomUUID();
        const id = randomUUID();
        const messageId = it.direction === null ? null : randomUUID();
        await sql`insert into contacts (workspace_id, id, name, profile_name, fields, created_at, updated_at)
                  values (${workspaceId}, ${contactId}, ${it.name}, ${it.profile},
                          ${JSON.stringify(it.city === null ? {} : { city: it.city })}, ${NOW}, ${NOW})`.execute(
          tx,
        );
        if (it.phone !== null) {
          await sql`insert into contact_identities (workspace_id, id, contact_id, kind, value, created_at)
                    values (${workspaceId}, ${randomUUID()}, ${contactId}, 'phone', ${`${it.phone}555${n}`}, ${NOW})`.execute(
            tx,
          );
        }
        await sql`insert into conversations (workspace_id, id, channel_id, contact_id, status, priority, assignee_id,
                      team_id, waiting_since, last_inbound_at, last_message_id, last_message_at, unread_count, created_at,
                      sla_target, sla_due_at, sla_warn_at, sla_broken_at, sla_kept_at, rating_score, rating_of, rated_at)
                  values (${workspaceId}, ${id}, ${it.channel}, ${contactId}, ${it.status}, ${it.priority},
                      ${it.assignee}, ${it.team}, ${it.waiting === null ? null : ago(it.waiting)},
                      ${it.inbound === null ? null : ago(it.inbound)}, ${messageId}, ${ago(it.last)}, ${it.unread}, ${NOW},
                      ${it.due === null ? null : "resolution"}, ${it.due === null ? null : ago(it.due)},
                      ${it.due === null ? null : ago(it.due + it.warns)},
                      ${it.broken === null ? null : ago(it.broken)}, ${it.kept === null ? null : ago(it.kept)},
                      ${it.rating?.[0] ?? null}, ${it.rating?.[1] ?? null}, ${it.rating && NOW})`.execute(
          tx,
        );
        for (const labelId of it.labels) {
          await sql`insert into conversation_labels (workspace_id, conversation_id, label_id)
                    values (${workspaceId}, ${id}, ${labelId})`.execute(tx);
        }
        for (const campaignId of it.answered) {
          await sql`insert into campaign_answers (workspace_id, conversation_id, campaign_id)
                    values (${workspaceId}, ${id}, ${campaignId})`.execute(tx);
        }
        if (messageId !== null) {
          await sql`insert into messages (workspace_id, id, conversation_id, channel_id, direction, content, status,
                            at, status_at, created_at)
                    values (${workspaceId}, ${messageId}, ${id}, ${it.channel}, ${it.direction},
                            '{"kind":"text","text":"x"}', 'received', ${NOW}, ${NOW}, ${NOW})`.execute(
            tx,
          );
        }
      }
    });
  }
});

function ago(minutes: number): Date {
  return new Date(NOW.getTime() - minutes * 60_000);
}

function ids(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, n) => `${letter}0000000-0000-4000-8000-00000000000${n}`);
}

/** As the API tells it. */
function filterable(view: ConversationView): Filterable {
  return {
    ...view,
    waitingSince: view.waitingSince?.toISOString() ?? null,
    lastInboundAt: view.lastInboundAt?.toISOString() ?? null,
    lastMessageAt: view.lastMessageAt.toISOString(),
    sla: {
      running: view.sla.running && {
        target: view.sla.running.target,
        dueAt: view.sla.running.dueAt.toISOString(),
        warnAt: view.sla.running.warnAt.toISOString(),
      },
      brokenAt: view.sla.brokenAt?.toISOString() ?? null,
      keptAt: view.sla.keptAt?.toISOString() ?? null,
    },
  };
}
