import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import {
  CONSENT_WAYS,
  type ConsentRecord,
  type ConsentWay,
  decideConsent,
} from "@galka/core/consent/consent";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import fc from "fast-check";
import { sql } from "kysely";
import { type Tx, inWorkspace } from "../../database.ts";
import { type FreshDatabase, freshDatabase } from "../../testing/fresh-database.ts";
import { seedWorkspace } from "../../testing/seed.ts";
import { deleteWorkspace } from "../members.ts";
import { type NewConsent, insertConsents, listConsents } from "./ledger.ts";
import { findValidConsents } from "./valid-consents.ts";

const NOON = Date.parse("2026-11-22T12:00:00Z");
const CHANNELS = [randomUUID(), randomUUID()] as const;

const hour = fc.integer({ min: -3, max: 2 });
const said = fc.record({
  purpose: fc.constantFrom("marketing" as const, "utility" as const),
  channelId: fc.constantFrom(null, ...CHANNELS),
  decision: fc.constantFrom("granted" as const, "withdrawn" as const),
  way: fc.constantFrom<ConsentWay>(...CONSENT_WAYS),
  at: hour.map(at),
  recordedAt: hour.map(at),
  expiresAt: fc.option(hour.map(at), { nil: null }),
});

describe("the consent ledger", () => {
  let database: FreshDatabase;
  let workspaceId: WorkspaceId;
  before(async () => {
    database = await freshDatabase();
    workspaceId = await database.workspace();
  });
  after(() => database[Symbol.asyncDispose]());

  const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    inWorkspace(database.db, workspaceId, work);

  it("says of many contacts at once what the core says of each", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(said, { maxLength: 6 }), { minLength: 1, maxLength: 4 }),
        async (ledgers) => {
          await inside(async (tx) => {
            const contactIds = await Promise.all(ledgers.map(() => addContact(tx)));
            for (const [n, records] of ledgers.entries()) {
              for (const { recordedAt, ...record } of records) {
                const contactId = contactIds[n] ?? "";
                await insertConsents(
                  tx,
                  workspaceId,
                  [whole({ ...record, contactId })],
                  recordedAt,
                );
              }
            }
            const kept = await listConsents(tx, workspaceId, contactIds);
            const asked = { purpose: "marketing", channelId: CHANNELS[0], now: at(0) } as const;
            const found = await findValidConsents(tx, workspaceId, { ...asked, contactIds });
            for (const contactId of contactIds) {
              const records: ConsentRecord[] = kept.filter((it) => it.contactId === contactId);
              const verdict = decideConsent(records, asked);
              assert.equal(found.get(contactId), verdict.valid ? verdict.recordId : undefined);
            }
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it("records the same source once", async () => {
    await inside(async (tx) => {
      const record = whole({ contactId: await addContact(tx) });
      const again = { ...record, id: randomUUID(), decision: "withdrawn" as const };
      assert.deepEqual([...(await insertConsents(tx, workspaceId, [record], at(0)))], [record.id]);
      assert.deepEqual([...(await insertConsents(tx, workspaceId, [again], at(0)))], []);
    });
  });

  for (const [what, change] of [
    ["changed", sql`update consent_records set decision = 'granted'`],
    ["dated anew", sql`update consent_records set at = now(), contact_id = contact_id`],
    ["deleted", sql`delete from consent_records`],
    ["given other words", sql`update consent_wordings set text = 'Anything'`],
    ["deleted with its words", sql`delete from consent_wordings`],
  ] as const) {
    it(`lets no record be ${what} by the server`, async () => {
      await inside(async (tx) => {
        await insertConsents(tx, workspaceId, [whole({ contactId: await addContact(tx) })], at(0));
      });
      await assert.rejects(
        inside((tx) => change.execute(tx)),
        /permission denied/u,
      );
    });
  }

  it("lets no record be changed by the owner of the table either", async () => {
    const contactId = await inside(addContact);
    await inside((tx) => insertConsents(tx, workspaceId, [whole({ contactId })], at(0)));
    for (const change of [
      "update consent_records set wording = 'Anything'",
      "delete from consent_records",
    ]) {
      await assert.rejects(
        database.asOwner(`set galka.workspace_id = '${workspaceId}'; ${change}`),
        /only added to/u,
      );
    }
  });

  it("takes no grant that does not say what to", async () => {
    for (const wording of [null, " "]) {
      await assert.rejects(
        inside(async (tx) => {
          const contactId = await addContact(tx);
          await insertConsents(tx, workspaceId, [whole({ contactId, wording })], at(0));
        }),
        /says_what/u,
      );
    }
  });

  it("lets no marketing wait or go without a record, and keeps what was sent before there were any", async () => {
    const { channelId, messageId, contactId } = await seedWorkspace(database.db, workspaceId);
    const insert = (state: string, consentId: string | null) =>
      inside((tx) =>
        sql`
          insert into sends (workspace_id, id, channel_id, message_id, kind, lane, purpose, recipient, payload,
                             state, not_before, queued_at, consent_id)
          values (${workspaceId}, ${randomUUID()}, ${channelId}, ${messageId}, 'message', 'utility', 'marketing',
                  ${contactId}, '{}', ${state}, now(), now(), ${consentId})`.execute(tx),
      );
    for (const state of ["queued", "dispatching"]) {
      await assert.rejects(insert(state, null), /sends_marketing_consent/u);
    }
    await assert.rejects(insert("queued", randomUUID()), /sends_consent/u);
    await insert("accepted", null);
    const record = whole({ contactId });
    await inside((tx) => insertConsents(tx, workspaceId, [record], at(0)));
    await insert("queued", record.id);
  });

  it("goes with the workspace that it is of", async () => {
    const own = await database.workspace("Closing");
    const { channelId, messageId, contactId, wordingId } = await seedWorkspace(database.db, own);
    const record = whole({ contactId, wordingId });
    await inWorkspace(database.db, own, async (tx) => {
      await insertConsents(tx, own, [record], at(0));
      await sql`
        insert into sends (workspace_id, id, channel_id, message_id, kind, lane, purpose, recipient, payload,
                           state, not_before, queued_at, consent_id)
        values (${own}, ${randomUUID()}, ${channelId}, ${messageId}, 'message', 'utility', 'marketing',
                ${contactId}, '{}', 'queued', now(), now(), ${record.id})`.execute(tx);
      await deleteWorkspace(tx, own);
    });
  });

  it("lets no contact be deleted whose records are to stay", async () => {
    await assert.rejects(
      inside(async (tx) => {
        const contactId = await addContact(tx);
        await insertConsents(tx, workspaceId, [whole({ contactId })], at(0));
        await sql`delete from contacts where id = ${contactId}`.execute(tx);
      }),
      /only added to/u,
    );
  });

  async function addContact(tx: Tx): Promise<string> {
    const id = randomUUID();
    await sql`
      insert into contacts (workspace_id, id, created_at, updated_at)
      values (${workspaceId}, ${id}, ${at(0)}, ${at(0)})`.execute(tx);
    return id;
  }
});

function at(hours: number): Date {
  return new Date(NOON + hours * 3_600_000);
}

function whole(record: Partial<NewConsent> & { readonly contactId: string }): NewConsent {
  return {
    id: randomUUID(),
    purpose: "marketing",
    channelId: null,
    decision: "granted",
    way: "note",
    at: at(-1),
    expiresAt: null,
    wording: "Write me about offers.",
    wordingId: null,
    evidence: {},
    memberId: null,
    source: randomUUID(),
    ...record,
  };
}
