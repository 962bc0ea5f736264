import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import {
  type PeopleCondition,
  type PeopleFilter,
  type PersonFacts,
  meansRow,
} from "@galka/core/contacts/people-filter";
import type { Asking } from "@galka/core/filters/filter";
import { type WorkspaceId } from "@galka/core/kernel/ids";
import fc from "fast-check";
import { sql } from "kysely";
import { type Tx, inWorkspace } from "../../database.ts";
import { type FreshDatabase, freshDatabase } from "../../testing/fresh-database.ts";
import {
  type PeopleCursor,
  type PeopleOrder,
  type PersonView,
  countPeople,
  listPeople,
} from "./people-list.ts";

const NOW = new Date("2026-11-22T12:00:00Z");
const MEMBERS = ids("a", 2);
const LABELS = ids("c", 2);
const CHANNELS = ids("d", 2);
const AGES = [0, 59, 60, 61, 1440, 5000] as const;
const VALUES = ["Riga", "12", "-3.5", "1e3", "2026-11-22", "2026-01-31", "100%", ""] as const;
const KINDS = ["phone", "bsuid", "username"] as const;

const minutes = fc.constantFrom(...AGES);
const number = fc.option(fc.constantFrom(-3.5, 0, 12, 100), { nil: undefined });
const day = fc.option(fc.constantFrom("2026-01-01", "2026-01-31", "2026-11-22"), {
  nil: undefined,
});
const name = fc.constantFrom("city", "none");

const condition: fc.Arbitrary<PeopleCondition> = fc
  .tuple(
    fc.oneof(
      fc.record({ field: fc.constant("label" as const), in: fc.subarray([...LABELS, "none"]) }),
      fc.record({ field: fc.constant("channel" as const), in: fc.subarray(CHANNELS) }),
      fc.record({
        field: fc.constant("responsible" as const),
        in: fc.subarray([...MEMBERS, "me", "nobody"]),
      }),
      fc.record({ field: fc.constant("known-by" as const), kind: fc.constantFrom(...KINDS) }),
      fc.record({ field: fc.constant("blocked" as const) }),
      fc.record({ field: fc.constant("last-message" as const), minutes }),
      fc.record({
        field: fc.constant("last-message-after" as const),
        at: minutes.map((it) => ago(it).toISOString()),
      }),
      fc.tuple(fc.option(minutes), fc.option(minutes)).map(([from, to]) => ({
        field: "created" as const,
        ...(from === null ? {} : { from: ago(from).toISOString() }),
        ...(to === null ? {} : { to: ago(to).toISOString() }),
      })),
      fc.tuple(name, number, number).map(([field, from, to]) => ({
        field: "contact-field-number" as const,
        name: field,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      })),
      fc.tuple(name, day, day).map(([field, from, to]) => ({
        field: "contact-field-date" as const,
        name: field,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      })),
      fc.record({
        field: fc.constant("contact-name" as const),
        contains: fc.constantFrom("ana", "БОР", "%", "zzz"),
      }),
      fc.record({
        field: fc.constant("contact-field" as const),
        name,
        is: fc.constantFrom(...VALUES),
      }),
      fc.record({
        field: fc.constant("contact-field-has" as const),
        name,
        contains: fc.constantFrom("ig", "1", "%"),
      }),
      fc.record({ field: fc.constant("contact-field-filled" as const), name }),
      fc.record({ field: fc.constant("country" as const), in: fc.subarray(["49", "7"]) }),
    ),
    fc.boolean(),
  )
  .map(([about, not]) => (not ? { ...about, not } : about));

const filters: fc.Arbitrary<PeopleFilter> = fc.record({
  all: fc.array(
    fc.oneof(condition, fc.record({ any: fc.array(condition, { minLength: 1, maxLength: 3 }) })),
    { maxLength: 3 },
  ),
});

describe("the table of contacts", () => {
  let fresh: FreshDatabase;
  let workspaceId: WorkspaceId;
  let everybody: readonly PersonView[];

  before(async () => {
    fresh = await freshDatabase();
    workspaceId = await fresh.workspace("Ours");
    await inWorkspace(fresh.db, workspaceId, fill);
    everybody = await all({ by: "created", way: "up" }, { all: [] });
    assert.equal(everybody.length, 120);
  });
  after(() => fresh[Symbol.asyncDispose]());

  it("means the same contacts to PostgreSQL and to the page", async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const asking: Asking = { now: NOW, memberId: MEMBERS[0] ?? "", teamIds: [] };
        const expected = everybody.filter((it) => meansRow(filter, facts(it), asking));
        const found = await all({ by: "created", way: "up" }, filter);
        assert.deepEqual(
          found.map(({ id }) => id),
          expected.map(({ id }) => id),
        );
        const count = await inWorkspace(fresh.db, workspaceId, (tx) =>
          countPeople(tx, workspaceId, meant(filter), 1000),
        );
        assert.equal(count, expected.length);
      }),
      { numRuns: 200 },
    );
  });

  for (const by of ["name", "created", "last-message"] as const) {
    for (const way of ["up", "down"] as const) {
      it(`has everybody once, page after page, by ${by} ${way}`, async () => {
        const order: PeopleOrder = { by, way };
        const whole = await all(order, { all: [] });
        const paged: string[] = [];
        let after: PeopleCursor | null = null;
        do {
          const page = await pageOf(order, { all: [] }, 7, after);
          paged.push(...page.items.map(({ id }) => id));
          after = page.next;
        } while (after !== null);
        assert.deepEqual(
          paged,
          whole.map(({ id }) => id),
        );
        assert.equal(new Set(paged).size, 120);
        const values = whole.map((it) => valueOf(it, by)).filter((it) => it !== null);
        const sorted = way === "up" ? values.toSorted() : values.toSorted().toReversed();
        assert.deepEqual(values, sorted);
        if (by === "last-message") {
          const first = whole.findIndex(({ lastMessageAt }) => lastMessageAt === null);
          assert.ok(whole.slice(first).every(({ lastMessageAt }) => lastMessageAt === null));
        }
      });
    }
  }

  function meant(filter: PeopleFilter) {
    const asking: Asking = { now: NOW, memberId: MEMBERS[0] ?? "", teamIds: [] };
    return { filter, asking, byNumber: true };
  }

  async function all(order: PeopleOrder, filter: PeopleFilter) {
    return (await pageOf(order, filter, 500, null)).items;
  }

  function pageOf(
    order: PeopleOrder,
    filter: PeopleFilter,
    limit: number,
    after: PeopleCursor | null,
  ) {
    const query = { meant: meant(filter), order, limit, ...(after ? { after } : {}) };
    return inWorkspace(fresh.db, workspaceId, (tx) => listPeople(tx, workspaceId, query));
  }

  async function fill(tx: Tx): Promise<void> {
    for (const id of MEMBERS) {
      const userId = randomUUID();
      await sql`insert into auth_users (id, name, email) values (${userId}, 'M', ${`${userId}@example.org`})`.execute(
        tx,
      );
      await sql`insert into members (workspace_id, id, user_id, name, role, created_at)
                values (${workspaceId}, ${id}, ${userId}, 'M', 'member', ${NOW})`.execute(tx);
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
    for (const [n, it] of people().entries()) await fillOne(tx, n, it);
  }

  async function fillOne(tx: Tx, n: number, it: Person): Promise<void> {
    const contactId = randomUUID();
    const fields = it.city === null ? {} : { city: it.city };
    await sql`insert into contacts (workspace_id, id, name, profile_name, fields, responsible_id, created_at, updated_at)
              values (${workspaceId}, ${contactId}, ${it.name}, ${it.profile}, ${JSON.stringify(fields)},
                      ${it.responsible}, ${ago(it.age)}, ${NOW})`.execute(tx);
    for (const kind of it.kinds) {
      const value = kind === "phone" ? `${it.code}555${n}` : `${kind}${n}`;
      await sql`insert into contact_identities (workspace_id, id, contact_id, kind, value, created_at)
                values (${workspaceId}, ${randomUUID()}, ${contactId}, ${kind}, ${value}, ${NOW})`.execute(
        tx,
      );
    }
    for (const [at, channelId] of it.channels.entries()) {
      const id = randomUUID();
      await sql`insert into conversations (workspace_id, id, channel_id, contact_id, status, last_message_at, created_at)
                values (${workspaceId}, ${id}, ${channelId}, ${contactId}, 'open', ${ago(it.lasts[at] ?? 0)}, ${NOW})`.execute(
        tx,
      );
      for (const labelId of it.labels) {
        await sql`insert into conversation_labels (workspace_id, conversation_id, label_id)
                  values (${workspaceId}, ${id}, ${labelId})`.execute(tx);
      }
    }
    if (it.blocked) {
      await sql`insert into contact_blocks (workspace_id, channel_id, contact_id, at)
                values (${workspaceId}, ${CHANNELS[0]}, ${contactId}, ${NOW})`.execute(tx);
    }
  }
});

type Person = ReturnType<typeof people>[number];

function people() {
  const names = fc.constantFrom("Ana", "ana maria", "борис", "100%", "");
  return fc.sample(
    fc.record({
      name: fc.option(names),
      profile: fc.option(names),
      city: fc.option(fc.constantFrom(...VALUES)),
      responsible: fc.option(fc.constantFrom(...MEMBERS)),
      age: minutes,
      kinds: fc.subarray([...KINDS]),
      code: fc.constantFrom("49", "7", "1"),
      channels: fc.subarray(CHANNELS),
      lasts: fc.tuple(minutes, minutes),
      labels: fc.subarray(LABELS),
      blocked: fc.boolean(),
    }),
    { numRuns: 120, seed: 7 },
  );
}

function valueOf(it: PersonView, by: PeopleOrder["by"]): string | null {
  if (by === "created") return it.createdAt.toISOString();
  if (by === "last-message") return it.lastMessageAt?.toISOString() ?? null;
  return null;
}

function facts(it: PersonView): PersonFacts {
  return {
    ...it,
    createdAt: it.createdAt.toISOString(),
    lastMessageAt: it.lastMessageAt?.toISOString() ?? null,
  };
}

function ago(minutesBefore: number): Date {
  return new Date(NOW.getTime() - minutesBefore * 60_000);
}

function ids(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, n) => `${letter}0000000-0000-4000-8000-00000000000${n}`);
}
