import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { unknownAccount } from "@galka/core/billing/charging/account";
import { bookHistory } from "@galka/core/billing/charging/book-history";
import type { BilledCategory, Delivery } from "@galka/core/billing/charging/delivery";
import { changesOf, inChargingOrder } from "@galka/core/billing/settle-lines";
import { META_TARIFF_IDS } from "@galka/core/billing/tariffs/tariff-ids";
import { type OwnTariff, ROUBLES_OF_2022 } from "@galka/core/billing/tariffs/own-tariff";
import { inWorkspace } from "@galka/postgres/database";
import { sumCampaigns } from "@galka/postgres/stores/billing/campaign-costs";
import { listBookings } from "@galka/postgres/stores/billing/booking-rows";
import { savePriceSettings } from "@galka/postgres/stores/billing/ledger";
import { saveOwnTariff } from "@galka/postgres/stores/billing/own-tariffs";
import fc from "fast-check";
import { sql } from "kysely";
import { PHONE_NUMBER_ID, WABA_ID, type TestApp, startTestApp } from "../../../testing/test-app.ts";
import { body, messages, second } from "../../../testing/meta-bodies.ts";
import { rowsOf } from "../../../testing/thread-lines.ts";
import { tariffNamed } from "./books.ts";
import { rebook } from "./rebook.ts";

/** Two people of two countries; each has one conversation. */
const PHONES = ["5491155550101", "77015550102"] as const;
const COUNTRIES = ["AR", "KZ"] as const;
const CATEGORIES = ["marketing", "utility", "authentication", "service"] as const;

/** An own tariff of which two answers a month are free, so that the order shows. */
const FEW_FREE: OwnTariff = {
  ...ROUBLES_OF_2022,
  id: "00000000-0000-4000-8000-000000000001",
  name: "Few free",
  unit: "message",
  free: 2,
  prices: CATEGORIES.map((kind, index) => ({ market: "other", kind, micros: (index + 1) * 1_000 })),
};

type Step =
  | { readonly what: "said"; readonly at: number; readonly who: 0 | 1; readonly entry: boolean }
  | {
      readonly what: "sent";
      readonly at: number;
      readonly who: 0 | 1;
      readonly category: BilledCategory;
      readonly read: boolean;
    };

describe("bookStatuses", () => {
  let test: TestApp;
  before(async () => {
    test = await startTestApp();
    // After all of it: what is ahead of the clock is taken for now.
    test.clock.set(new Date(Number(second(400_000)) * 1000));
    await test.receive(
      ...PHONES.map((wa_id, who) => messages({ wa_id }, said(`first-${who}`, -1))),
    );
    const { app, workspaceId } = test;
    await inWorkspace(app.db, workspaceId, (tx) =>
      saveOwnTariff(tx, workspaceId, FEW_FREE, app.clock.now()),
    );
  });
  after(() => test[Symbol.asyncDispose]());

  it("books the same whatever the order of statuses and however often they come", async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.array(fc.nat(), { minLength: 80, maxLength: 80 }), check),
      { numRuns: 12, endOnFailure: true },
    );
  });

  async function check({ tariff, steps }: History, order: readonly number[]) {
    await begin(test, tariff);
    const bodies = [...steps.entries()].flatMap(([index, step]) => bodiesOf(step, index));
    await addMessages(test, steps);
    const shuffled = [...bodies, ...bodies.slice(0, 5)]
      .map((one, index) => ({ one, rank: order[index % order.length] ?? 0 }))
      .toSorted((one, other) => one.rank - other.rank)
      .map(({ one }) => one);
    for (let at = 0; at < shuffled.length; at += 7)
      await test.receive(...shuffled.slice(at, at + 7));
    await assertBooked(test, tariff, steps);
    await inWorkspace(test.app.db, test.workspaceId, (tx) =>
      sql`update price_settings set rebook_from = '2026-01-01'`.execute(tx),
    );
    assert.equal(await rebook(test.app, test.workspaceId, new AbortController().signal, 3), "done");
    await assertBooked(test, tariff, steps);
  }
});

type History = { readonly tariff: string; readonly steps: readonly Step[] };

const history: fc.Arbitrary<History> = fc.record({
  tariff: fc.constantFrom(...META_TARIFF_IDS, "by-date", FEW_FREE.id),
  steps: fc
    .array(
      fc.record({
        hours: fc.integer({ min: 0, max: 9 }),
        who: fc.constantFrom(0 as const, 1 as const),
        kind: fc.constantFrom("said", "entry", ...CATEGORIES, "service" as const),
        read: fc.boolean(),
      }),
      { minLength: 4, maxLength: 14 },
    )
    .map((raw) => {
      let at = 0;
      return raw.map(({ hours, who, kind, read }): Step => {
        at += hours * 3600 + 5;
        return kind === "said" || kind === "entry"
          ? { what: "said", at, who, entry: kind === "entry" }
          : { what: "sent", at, who, category: kind, read };
      });
    }),
});

function said(id: string, at: number, entry = false): object {
  const referral = { source_type: "ad", source_id: "1", source_url: "https://fb.me/ad" };
  return {
    id: `wamid.${id}`,
    timestamp: second(at),
    type: "text",
    text: { body: "Hola" },
    ...(entry && { referral }),
  };
}

let run = 0;

function bodiesOf(step: Step, index: number): object[] {
  const id = `${run}-${index}`;
  if (step.what === "said") {
    return [messages({ wa_id: PHONES[step.who] }, said(`in-${id}`, step.at, step.entry))];
  }
  const pricing = {
    billable: true,
    pricing_model: "PMP",
    type: "regular",
    category: step.category,
  };
  return [
    statusBody(`out-${id}`, "sent", step.at - 1),
    statusBody(`out-${id}`, "delivered", step.at, pricing),
    ...(step.read ? [statusBody(`out-${id}`, "read", step.at + 2)] : []),
  ];
}

function statusBody(id: string, status: string, at: number, pricing?: object): object {
  return body("messages", {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: "15550783881", phone_number_id: PHONE_NUMBER_ID },
    statuses: [{ id: `wamid.${id}`, status, timestamp: second(at), pricing }],
  });
}

/** Everything of the run before is gone, and the tariff is another. */
async function begin({ app, workspaceId }: TestApp, tariff: string): Promise<void> {
  run += 1;
  await inWorkspace(app.db, workspaceId, async (tx) => {
    for (const table of [
      "bookings",
      "price_counters",
      "spending_days",
      "campaign_costs",
      "entry_points",
      "sends",
    ]) {
      await sql`delete from ${sql.table(table)}`.execute(tx);
    }
    await sql`delete from messages where wamid not like 'wamid.first-%'`.execute(tx);
    await sql`update conversations set last_inbound_at = ${new Date(Number(second(-1)) * 1000)}`.execute(
      tx,
    );
    const settings = { tariff, tariffFrom: null, tariffBefore: null };
    const markup = { markupBasisPoints: 0, markupFixedMicros: 0 };
    await savePriceSettings(tx, workspaceId, { ...settings, ...markup }, app.clock.now());
  });
}

async function addMessages({ app, workspaceId }: TestApp, steps: readonly Step[]): Promise<void> {
  await inWorkspace(app.db, workspaceId, async (tx) => {
    for (const [index, step] of steps.entries()) {
      if (step.what === "said") continue;
      const at = new Date(Number(second(step.at)) * 1000 - 2000);
      const id = app.ids.next();
      await sql`
        insert into messages (workspace_id, id, conversation_id, channel_id, direction, campaign_id, content, status, wamid, at, status_at, created_at)
        select ${workspaceId}, ${id}, c.id, c.channel_id, 'out', ${CAMPAIGNS[index % 3] ?? null},
               '{"kind":"text","text":"Sí"}', 'accepted',
               ${`wamid.out-${run}-${index}`}, ${at}, ${at}, ${at}
          from conversations c
          join contact_identities i on i.contact_id = c.contact_id and i.value = ${PHONES[step.who]}`.execute(
        tx,
      );
      await sql`
        insert into sends (workspace_id, id, channel_id, message_id, kind, lane, purpose, recipient, payload,
                           state, not_before, queued_at, dispatched_at)
        select ${workspaceId}, ${app.ids.next()}, channel_id, id, 'message', 'reply', ${step.category}, 'x',
               ${JSON.stringify({ to: { phone: PHONES[step.who] } })}::jsonb, 'accepted', now(), now(), ${at}
          from messages where id = ${id}`.execute(tx);
    }
  });
}

async function assertBooked(test: TestApp, tariff: string, steps: readonly Step[]): Promise<void> {
  const expected = expectedOf(tariff, steps);
  const lines = await inWorkspace(test.app.db, test.workspaceId, (tx) =>
    listBookings(tx, test.workspaceId, new Date(0), 1000),
  );
  const told = ({
    delivery,
    reason,
    amountMicros,
    category,
    currency,
    day,
  }: Omit<(typeof expected)[number], "tier">) =>
    [delivery.atMs, delivery.country, reason, amountMicros, category, currency, day].join(" ");
  assert.deepEqual(lines.map(told), expected.map(told));
  await assertSums(test, lines);
}

/** Two of three messages are of a campaign. */
const CAMPAIGNS = ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"];

/** The sums are those of the lines, to the last one. */
async function assertSums(test: TestApp, lines: Parameters<typeof changesOf>[1]): Promise<void> {
  const { counts, spending } = changesOf([], lines);
  const kept = await rowsOf(
    test,
    "select counter, count::int from price_counters where count <> 0",
  );
  assert.deepEqual(
    kept.map((row) => JSON.stringify(row)).toSorted(),
    [...counts].map(([counter, count]) => JSON.stringify({ counter, count })).toSorted(),
  );
  const [sum] = await rowsOf(
    test,
    `select coalesce(sum(message_count), 0)::int as messages, coalesce(sum(charged_count), 0)::int as charged,
            coalesce(sum(amount_micros), 0)::float8 as micros from spending_days`,
  );
  const total = (of: (it: (typeof spending)[number]) => number) =>
    spending.reduce((all, it) => all + of(it), 0);
  assert.deepEqual(sum, {
    messages: total((it) => it.messageCount),
    charged: total((it) => it.chargedCount),
    micros: total((it) => it.amountMicros),
  });
  const ofCampaigns = await inWorkspace(test.app.db, test.workspaceId, (tx) =>
    sumCampaigns(tx, test.workspaceId, CAMPAIGNS),
  );
  const bookedOf = await rowsOf(
    test,
    `select campaign_id as id, currency, sum(amount_micros)::float8 as "amountMicros",
            count(*) filter (where amount_micros = 0)::float8 as "freeCount"
       from bookings where campaign_id is not null group by 1, 2 order by 1, 2`,
  );
  assert.deepEqual(
    [...ofCampaigns].flatMap(([id, costs]) => costs.map((cost) => ({ id, ...cost }))),
    bookedOf,
  );
}

function expectedOf(tariff: string, steps: readonly Step[]) {
  const ms = (at: number) => Number(second(at)) * 1000;
  const sayings = (who: number, until: number, entries: boolean) =>
    steps
      .filter(
        (it) => it.what === "said" && it.who === who && it.at <= until && (!entries || it.entry),
      )
      .map((it) => ms(it.at));
  const deliveries = [...steps.entries()].flatMap(([index, step]): { delivery: Delivery }[] => {
    if (step.what === "said") return [];
    const delivery = {
      id: String(index).padStart(3, "0"),
      atMs: ms(step.at),
      acceptedAtMs: ms(step.at) - 2000,
      category: step.category,
      country: COUNTRIES[step.who],
      numberId: "number",
      personId: String(step.who),
      accountId: WABA_ID,
      lastInboundAtMs: Math.max(ms(-1), ...sayings(step.who, step.at, false)),
      entryAtMs: sayings(step.who, step.at, true).at(-1) ?? null,
    };
    return [{ delivery }];
  });
  return bookHistory(
    tariffNamed(tariff, [FEW_FREE]),
    new Map([[WABA_ID, unknownAccount(WABA_ID)]]),
    deliveries.toSorted(inChargingOrder).map(({ delivery }) => delivery),
  );
}
