import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { AudiencePart, AudienceWish } from "@galka/core/audience/audience-wish";
import { RECIPIENT_STATES } from "@galka/core/campaigns/recipient";
import {
  CAMPAIGN_DEEDS,
  CONSENT_STATES,
  type DeepFacts,
} from "@galka/core/contacts/deep-conditions";
import {
  type PeopleCondition,
  type PeopleFilter,
  type PersonFacts,
  meansPerson,
} from "@galka/core/contacts/people-filter";
import type { Asking } from "@galka/core/filters/filter";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import fc from "fast-check";
import { sql } from "kysely";
import { type Tx, inWorkspace } from "../../database.ts";
import { type FreshDatabase, freshDatabase } from "../../testing/fresh-database.ts";
import { type Draw, countTogether, drawContacts } from "./audience-counts.ts";
import {
  type AudienceRow,
  audienceQuery,
  findMissingParts,
  inAudience,
  resolveAudience,
} from "./audience-query.ts";

const NOW = new Date("2026-11-22T12:00:00Z");
const ASKING: Asking = { now: NOW, memberId: randomUUID(), teamIds: [] };
const CHANNELS = ids("d", 2);
const LISTS = ids("e", 3);
const SEGMENTS = ids("f", 3);
const CAMPAIGNS = ids("b", 2);
const AGES = [0, 59, 60, 61, 1439, 1440, 1441, 5000] as const;

const minutes = fc.constantFrom(...AGES);
const bound = fc.option(fc.constantFrom(0, 1, 2, 4), { nil: undefined });

const condition: fc.Arbitrary<PeopleCondition> = fc
  .tuple(
    fc.oneof(
      fc.record({
        field: fc.constant("language" as const),
        in: fc.subarray(["de", "ru", "kk", "none"]),
      }),
      fc.record({ field: fc.constant("list" as const), in: fc.subarray(LISTS) }),
      fc.record({ field: fc.constant("last-inbound" as const), minutes }),
      fc.record({ field: fc.constant("last-outbound" as const), minutes }),
      fc
        .tuple(fc.constantFrom("in", "out"), fc.constantFrom(1, 2, 4), bound, bound)
        .map(([way, days, from, to]) => ({
          field: "message-count" as const,
          way,
          days,
          ...(from === undefined ? {} : { from }),
          ...(to === undefined ? {} : { to }),
        })),
      fc
        .tuple(fc.constantFrom("open", "closed", "never-open"), fc.constantFrom(null, ...CHANNELS))
        .map(([is, channelId]) => ({
          field: "window" as const,
          is,
          ...(channelId === null ? {} : { channelId }),
        })),
      fc.record({
        field: fc.constant("consent" as const),
        purpose: fc.constantFrom("marketing" as const, "utility" as const),
        channelId: fc.constantFrom(...CHANNELS),
        is: fc.constantFrom(...CONSENT_STATES),
      }),
      fc
        .tuple(
          fc.constantFrom(...CAMPAIGN_DEEDS),
          fc.option(fc.subarray(CAMPAIGNS, { minLength: 1 })),
          fc.option(fc.constantFrom(1, 2)),
          fc.option(fc.constantFrom("131026", "131049")),
        )
        .map(([did, among, days, code]) => ({
          field: "campaign" as const,
          did,
          ...(among === null ? {} : { in: among }),
          ...(days === null ? {} : { days }),
          ...(code === null ? {} : { code }),
        })),
      fc.record({ field: fc.constant("country" as const), in: fc.subarray(["49", "7"]) }),
    ),
    fc.boolean(),
  )
  .map(([about, not]): PeopleCondition => (not ? { ...about, not } : about));

const filters: fc.Arbitrary<PeopleFilter> = fc.record({
  all: fc.array(
    fc.oneof(condition, fc.record({ any: fc.array(condition, { minLength: 1, maxLength: 3 }) })),
    { maxLength: 2 },
  ),
});

const parts: fc.Arbitrary<AudiencePart> = fc.oneof(
  filters.map((filter) => ({ from: "filter" as const, filter })),
  fc.constantFrom(...LISTS).map((listId) => ({ from: "list" as const, listId })),
  fc.constantFrom(...SEGMENTS).map((segmentId) => ({ from: "segment" as const, segmentId })),
);

const wishes: fc.Arbitrary<AudienceWish> = fc.record({
  of: fc.array(parts, { maxLength: 3 }),
  except: fc.array(parts, { maxLength: 2 }),
});

const consents = fc.record({
  purpose: fc.constantFrom("marketing" as const, "utility" as const),
  channelId: fc.option(fc.constantFrom(...CHANNELS)),
  decision: fc.constantFrom("granted" as const, "withdrawn" as const),
  way: fc.constantFrom("site-form" as const, "meta-preference" as const, "stop-word" as const),
  /** Below nothing: dated in the future. */
  age: fc.constantFrom(-60, 0, 60, 120),
  recorded: fc.constantFrom(0, 60),
  ends: fc.option(fc.constantFrom(-1, 0, 1)),
});

const campaigns = fc.record({
  campaignId: fc.constantFrom(...CAMPAIGNS),
  state: fc.constantFrom(...RECIPIENT_STATES),
  problem: fc.option(fc.constantFrom("131026", "131049")),
  tapped: fc.boolean(),
  answered: fc.boolean(),
  optedOut: fc.boolean(),
  age: minutes,
});

type Person = PersonFacts &
  DeepFacts & { readonly variables: Readonly<Record<string, Record<string, string> | null>> };

describe("the people of an audience", () => {
  let fresh: FreshDatabase;
  let workspaceId: WorkspaceId;
  const everybody = people();
  const segments = fc.sample(filters, { numRuns: SEGMENTS.length, seed: 11 });

  before(async () => {
    fresh = await freshDatabase();
    workspaceId = await fresh.workspace("Ours");
    await inWorkspace(fresh.db, workspaceId, fill);
  });
  after(() => fresh[Symbol.asyncDispose]());

  it("are the same to PostgreSQL and to the core, each once, with what the first file says of them", async () => {
    await fc.assert(
      fc.asyncProperty(wishes, async (wish) => {
        const found = await inWorkspace(fresh.db, workspaceId, async (tx) => {
          const query = await audienceQuery(tx, workspaceId, wish, ASKING);
          const { rows } =
            await sql<AudienceRow>`select * from (${query}) a order by contact_id`.execute(tx);
          return rows;
        });
        assert.deepEqual(found, expected(wish));
      }),
      { numRuns: 200 },
    );
  });

  it("are told by a condition on each contact as well", async () => {
    await fc.assert(
      fc.asyncProperty(wishes, async (wish) => {
        const found = await inWorkspace(fresh.db, workspaceId, async (tx) => {
          const resolved = await resolveAudience(tx, workspaceId, wish);
          const { rows } = await sql<{ id: string }>`
            select ct.id from contacts ct
             where ct.workspace_id = ${workspaceId} and ${inAudience(resolved, ASKING)} order by ct.id`.execute(
            tx,
          );
          return rows.map(({ id }) => id);
        });
        assert.deepEqual(
          found,
          expected(wish).map((it) => it.contact_id),
        );
      }),
      { numRuns: 100 },
    );
  });

  it("are found among those drawn by lot, each contact once, however many are drawn at a time", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(wishes, wishes),
        fc.integer({ min: 40, max: 200 }),
        async ([one, other], size) => {
          const totals = await inWorkspace(fresh.db, workspaceId, async (tx) => {
            const [first, second] = [
              await resolveAudience(tx, workspaceId, one),
              await resolveAudience(tx, workspaceId, other),
            ];
            const asked = { of: [[first], [second], [first, second]] as const, asking: ASKING };
            const all = { drawn: 0, hits: [0, 0, 0] };
            for (let last: number | null = null; ;) {
              const draw: Draw = await drawContacts(tx, workspaceId, { after: last, size }, asked);
              all.drawn += draw.drawn;
              all.hits = all.hits.map((hits, at) => hits + (draw.hits[at] ?? 0));
              if (draw.drawn < size) break;
              ({ last } = draw);
            }
            const both = await countTogether(tx, workspaceId, [first, second], ASKING);
            return { ...all, both };
          });
          const ids = new Set(expected(one).map((it) => it.contact_id));
          const others = expected(other).map((it) => it.contact_id);
          const both = others.filter((id) => ids.has(id)).length;
          assert.deepEqual(totals, {
            drawn: everybody.length,
            hits: [ids.size, others.length, both],
            both,
          });
        },
      ),
      { numRuns: 30 },
    );
  });

  it("are not told when a part is gone, which is named", async () => {
    const gone = randomUUID();
    const wish: AudienceWish = {
      of: [{ from: "filter", filter: { all: [] } }],
      except: [
        { from: "segment", segmentId: gone },
        { from: "list", listId: LISTS[0] ?? "" },
      ],
    };
    await inWorkspace(fresh.db, workspaceId, async (tx) => {
      const missing = await findMissingParts(tx, workspaceId, wish);
      assert.deepEqual(missing, [{ kind: "segment", id: gone }]);
      await assert.rejects(audienceQuery(tx, workspaceId, wish, ASKING), /gone/u);
    });
  });

  function expected(wish: AudienceWish): AudienceRow[] {
    const isIn = (part: AudiencePart, it: Person): boolean => {
      if (part.from === "list") return it.listIds.includes(part.listId);
      const filter = part.from === "filter" ? part.filter : segmentOf(part.segmentId);
      return meansPerson(filter, it, ASKING);
    };
    return everybody.flatMap((it) => {
      const of = wish.of.filter((part) => isIn(part, it));
      if (of.length === 0 || wish.except.some((part) => isIn(part, it))) return [];
      const said = of.map((part) => (part.from === "list" ? it.variables[part.listId] : null));
      return [{ contact_id: it.id, variables: said.find((values) => values) ?? null }];
    });
  }

  function segmentOf(id: string): PeopleFilter {
    return segments[SEGMENTS.indexOf(id)] ?? { all: [] };
  }

  async function fill(tx: Tx): Promise<void> {
    for (const id of CHANNELS) {
      await sql`insert into channels (workspace_id, id, kind, name, status, base_url, api_version, waba_id,
                          phone_number_id, display_phone, verified_name, secrets, created_at)
                values (${workspaceId}, ${id}, 'whatsapp', 'Shop', 'connected', 'https://graph.test', 'v26.0',
                        '2002', ${id}, '+49 30 901820', 'Shop', ''::bytea, ${NOW})`.execute(tx);
    }
    for (const id of CAMPAIGNS) {
      await sql`insert into campaigns (workspace_id, id, channel_id, name, state, audience, plan, created_by, created_at, updated_at)
                values (${workspaceId}, ${id}, ${CHANNELS[0]}, 'Sale', 'finished', '{}', '{}', ${randomUUID()}, ${NOW}, ${NOW})`.execute(
        tx,
      );
    }
    for (const id of SEGMENTS) {
      await sql`insert into segments (workspace_id, id, name, filter, created_at, updated_at)
                values (${workspaceId}, ${id}, 'Some', ${JSON.stringify(segmentOf(id))}, ${NOW}, ${NOW})`.execute(
        tx,
      );
    }
    for (const id of LISTS) {
      await sql`insert into audience_lists (workspace_id, id, name, created_at, updated_at)
                values (${workspaceId}, ${id}, 'List', ${NOW}, ${NOW})`.execute(tx);
    }
    for (const it of everybody) await fillOne(tx, it);
  }

  async function fillOne(tx: Tx, it: Person): Promise<void> {
    await sql`insert into contacts (workspace_id, id, language, created_at, updated_at)
              values (${workspaceId}, ${it.id}, ${it.language}, ${it.createdAt}, ${NOW})`.execute(
      tx,
    );
    for (const { kind, value } of it.identities) {
      await sql`insert into contact_identities (workspace_id, id, contact_id, kind, value, created_at)
                values (${workspaceId}, ${randomUUID()}, ${it.id}, ${kind}, ${value}, ${NOW})`.execute(
        tx,
      );
    }
    for (const listId of it.listIds) {
      const variables = it.variables[listId] ?? null;
      await sql`insert into audience_list_members (workspace_id, list_id, contact_id, variables, added_at)
                values (${workspaceId}, ${listId}, ${it.id}, ${variables && JSON.stringify(variables)}, ${NOW})`.execute(
        tx,
      );
    }
    for (const one of it.consents) {
      await sql`insert into consent_records (workspace_id, id, contact_id, purpose, channel_id, decision, way, at,
                                             recorded_at, expires_at, wording, source)
                values (${workspaceId}, ${one.id}, ${it.id}, ${one.purpose}, ${one.channelId}, ${one.decision},
                        ${one.way}, ${one.at}, ${one.recordedAt}, ${one.expiresAt}, 'Yes', ${one.id})`.execute(
        tx,
      );
    }
    for (const [n, one] of it.campaigns.entries()) {
      const marked = (is: boolean) => (is ? one.at : null);
      await sql`insert into campaign_recipients (workspace_id, campaign_id, id, contact_id, step, part, n, state, problem,
                                                 queued_at, state_at, tapped_at, answered_at, opted_out_at)
                values (${workspaceId}, ${one.campaignId}, ${randomUUID()}, ${it.id}, 0, 1, ${n + 1}, ${one.state},
                        ${one.problem}, ${n === 0 ? one.at : null}, ${one.at}, ${marked(one.tapped)},
                        ${marked(one.answered)}, ${marked(one.optedOut)})`.execute(tx);
    }
    for (const [at, { channelId, lastInboundAt }] of it.threads.entries()) {
      const id = randomUUID();
      const lastAt =
        it.messages
          .map((message) => message.at)
          .toSorted()
          .at(-1) ?? NOW;
      await sql`insert into conversations (workspace_id, id, channel_id, contact_id, status, last_inbound_at,
                                           last_message_at, created_at)
                values (${workspaceId}, ${id}, ${channelId}, ${it.id}, 'open', ${lastInboundAt}, ${lastAt}, ${NOW})`.execute(
        tx,
      );
      if (at > 0) continue;
      for (const message of it.messages) {
        await sql`insert into messages (workspace_id, id, conversation_id, channel_id, direction, content, status, at, status_at, created_at)
                  values (${workspaceId}, ${randomUUID()}, ${id}, ${channelId}, ${message.way},
                          '{"kind": "text", "text": "Hola"}', 'delivered', ${message.at}, ${message.at}, ${NOW})`.execute(
          tx,
        );
      }
    }
  }
});

/** Their messages are all in the first of their conversations; without one there are none. */
function people(): readonly Person[] {
  const variables = fc.option(fc.constantFrom("S", "XL").map((size) => ({ size })));
  return fc
    .sample(
      fc.record({
        language: fc.option(fc.constantFrom("de", "ru")),
        phones: fc.subarray(["4915", "7701", "7916", "4179"]),
        lists: fc.subarray(LISTS),
        variables: fc.tuple(variables, variables, variables),
        channels: fc.subarray(CHANNELS),
        heard: fc.tuple(fc.option(minutes), fc.option(minutes)),
        consents: fc.array(consents, { maxLength: 4 }),
        campaigns: fc.uniqueArray(campaigns, {
          maxLength: 2,
          selector: ({ campaignId }) => campaignId,
        }),
        messages: fc.array(fc.record({ way: fc.constantFrom("in", "out"), age: minutes }), {
          maxLength: 5,
        }),
      }),
      { numRuns: 150, seed: 5 },
    )
    .map((it, n) => ({
      id: `a0000000-0000-4000-8000-${String(n).padStart(12, "0")}`,
      name: null,
      profileName: null,
      fields: {},
      responsibleId: null,
      labelIds: [],
      channelIds: it.channels,
      lastMessageAt: null,
      isBlocked: false,
      createdAt: NOW.toISOString(),
      language: it.language,
      identities: it.phones.map((code) => ({ kind: "phone", value: `${code}${1000 + n}` })),
      listIds: it.lists,
      consents: it.consents.map(({ age, ends, recorded, ...rest }) => ({
        ...rest,
        id: randomUUID(),
        at: new Date(ago(age)),
        recordedAt: new Date(ago(recorded)),
        expiresAt: ends === null ? null : new Date(ago(-ends)),
      })),
      campaigns: it.campaigns.map(({ age, ...rest }) => ({ ...rest, at: ago(age) })),
      variables: Object.fromEntries(LISTS.map((id, at) => [id, it.variables[at] ?? null])),
      threads: it.channels.map((channelId, at) => ({
        channelId,
        lastInboundAt: agoOrNull(it.heard[at] ?? null),
      })),
      messages:
        it.channels.length === 0 ? [] : it.messages.map(({ way, age }) => ({ way, at: ago(age) })),
    }));
}

function agoOrNull(age: number | null): string | null {
  return age === null ? null : ago(age);
}

function ago(minutesBefore: number): string {
  return new Date(NOW.getTime() - minutesBefore * 60_000).toISOString();
}

function ids(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, n) => `${letter}0000000-0000-4000-8000-00000000000${n}`);
}
