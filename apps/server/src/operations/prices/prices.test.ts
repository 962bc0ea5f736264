import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { unknownAccount } from "@galka/core/billing/charging/account";
import { idOf } from "@galka/core/kernel/ids";
import { ROUBLES_OF_2022 } from "@galka/core/billing/tariffs/own-tariff";
import { inWorkspace } from "@galka/postgres/database";
import { savePriceAccount } from "@galka/postgres/stores/billing/price-accounts";
import { sql } from "kysely";
import { LUZ, body, says, second } from "../../testing/meta-bodies.ts";
import { PHONE_NUMBER_ID, WABA_ID, type TestApp, startTestApp } from "../../testing/test-app.ts";
import { rowsOf } from "../../testing/thread-lines.ts";
import { sendMessage } from "../messages/send-message.ts";
import { refreshAccounts } from "./accounts/refresh-accounts.ts";
import { rebook } from "./booking/rebook.ts";
import { keepBudget, readBudgets } from "./budgets/keep-budgets.ts";
import { readConversationPrices } from "./quote-conversation.ts";
import { readReconciliation } from "./read-reconciliation.ts";
import { readBookings, readPriceMonth, readSpending } from "./read-spending.ts";
import { readWhatIf } from "./read-what-if.ts";
import { choosePrices, keepTariff, removeTariff } from "./tariffs/change-tariffs.ts";

const DAY = { from: "2026-11-22", to: "2026-11-22" };

describe("what messages cost", () => {
  let test: TestApp;
  let conversationId: string;
  before(async () => {
    test = await startTestApp();
    await test.receive(says("hello", "Hola", -60));
    const [row] = await rowsOf(test, "select id from conversations");
    assert.ok(row && "id" in row && typeof row.id === "string");
    conversationId = row.id;
  });
  after(() => test[Symbol.asyncDispose]());
  beforeEach(async () => {
    await inWorkspace(test.app.db, test.workspaceId, async (tx) => {
      for (const table of [
        "bookings",
        "price_counters",
        "spending_days",
        "budgets",
        "own_tariffs",
        "price_settings",
        "price_accounts",
      ]) {
        await sql`delete from ${sql.table(table)}`.execute(tx);
      }
      await sql`delete from messages where direction = 'out'`.execute(tx);
    });
  });

  it("is told by part, with the workspace's own markup on top", async () => {
    const { app, member } = test;
    await deliver("1", "marketing");
    await deliver("2", "utility");
    await deliver("3", "service");
    const markup = { basisPoints: 1000, fixedMicros: 500 };
    await choosePrices(app, member, { tariff: "by-date", markup });
    const spending = await readSpending(app, member, { period: DAY, by: "category" });
    assert.ok("totals" in spending);
    assert.deepEqual(
      spending.parts.map(({ key, amountMicros, markedUpMicros }) => [
        key,
        amountMicros,
        markedUpMicros,
      ]),
      [
        ["marketing", 61_800, 61_800 + 6_180 + 500],
        ["utility", 26_000, 26_000 + 2_600 + 500],
        ["service", 0, 0],
      ],
    );
    for (const by of [
      "day",
      "country",
      "channel",
      "member",
      "conversation",
      "reason",
      "label",
      "campaign",
      "template",
    ] as const) {
      const parts = await readSpending(app, member, { period: DAY, by });
      assert.ok("parts" in parts, by);
    }
    const month = await readPriceMonth(app, member);
    assert.ok("totals" in month);
    assert.deepEqual(month.freeAnswers, [
      { channelId: test.channelId, usedCount: 1, freeCount: 1000 },
    ]);
  });

  it("is quoted before a message is written", async () => {
    const quoted = await readConversationPrices(test.app, test.member, idOf(conversationId));
    assert.ok("prices" in quoted);
    assert.equal(quoted.country, "AR");
    assert.deepEqual(
      quoted.prices.map(({ purpose, amountMicros, reason }) => [purpose, amountMicros, reason]),
      [
        ["service", 0, "free-answer"],
        ["authentication", 26_000, "message"],
        ["utility", 26_000, "message"],
        ["marketing", 61_800, "message"],
      ],
    );
  });

  it("keeps what Meta told beside what was booked, and tells the lines that differ", async () => {
    await deliver("1", "marketing", { billable: true, type: "regular", category: "marketing" });
    await deliver("2", "utility", { billable: true, type: "regular", category: "marketing" });
    const query = { disagreeingOnly: true, limit: 10 };
    const page = await readBookings(test.app, test.member, query);
    assert.ok("items" in page);
    assert.deepEqual(
      page.items.map(({ category, told }) => [category, told?.category]),
      [["utility", "marketing"]],
    );
  });

  it("follows another tariff from the first day of the month on", async () => {
    const { app, member, workspaceId } = test;
    await deliver("1", "marketing");
    const own = { ...ROUBLES_OF_2022, name: "Roubles", free: 0 };
    const tariff = await keepTariff(app, member, null, own);
    assert.ok("id" in tariff);
    await choosePrices(app, member, {
      tariff: tariff.id,
      markup: { basisPoints: 0, fixedMicros: 0 },
    });
    assert.equal(await rebook(app, workspaceId, new AbortController().signal), "done");
    const spending = await readSpending(app, member, { period: DAY, by: "day" });
    assert.ok("totals" in spending);
    // Within the window, so the person is taken to have begun it.
    assert.deepEqual(
      spending.totals.map(({ currency, amountMicros }) => [currency, amountMicros]),
      [["RUB", 4_000_000]],
    );
    assert.deepEqual(await removeTariff(app, member, tariff.id), { refused: "tariff-in-use" });
  });

  it("counts under a tariff by initiator for the budget of what was sent: marketing, not service", async () => {
    const { app, member } = test;
    const tariff = await keepTariff(app, member, null, {
      ...ROUBLES_OF_2022,
      name: "Roubles",
      free: 0,
    });
    assert.ok("id" in tariff);
    const markup = { basisPoints: 0, fixedMicros: 0 };
    await choosePrices(app, member, { tariff: tariff.id, markup });
    for (const purpose of ["marketing", "service", null] as const) {
      const limit = { currency: "RUB", limitMicros: 10_000_000, alarmPercent: 80, stops: true };
      const wish = { channelId: null, purpose, period: "day", ...limit } as const;
      assert.ok("id" in (await keepBudget(app, member, null, wish)));
    }
    await deliver("1", "marketing");
    const { items } = { items: [], ...(await readBudgets(app, member)) };
    assert.deepEqual(
      items.map(({ purpose, spentMicros }) => [purpose, spentMicros]),
      [
        ["marketing", 4_000_000],
        ["service", 0],
        [null, 4_000_000],
      ],
    );
  });

  it("tells the same messages under other tariffs, side by side", async () => {
    const { app, member } = test;
    await deliver("1", "marketing");
    await deliver("2", "marketing");
    const told = await readWhatIf(app, member, {
      period: DAY,
      tariffs: ["2018", "2022", "2023", "by-date"],
    });
    assert.ok("tariffs" in told);
    assert.deepEqual(
      told.tariffs.map(({ tariff, totals }) => [
        tariff,
        totals[0]?.chargedCount,
        totals[0]?.amountMicros,
      ]),
      [
        ["2018", 2, 105_200],
        ["2022", 0, 0],
        ["2023", 1, 61_800],
        ["by-date", 2, 123_600],
      ],
    );
    const unknown = await readWhatIf(app, member, { period: DAY, tariffs: ["1999"] });
    assert.deepEqual(unknown, { refused: "not-found" });
  });

  it("refuses a message once its budget is spent or on its way, and tells of it once", async () => {
    const { app, member } = test;
    const budget = {
      channelId: null,
      purpose: null,
      period: "day",
      currency: "USD",
      limitMicros: 60_000,
      alarmPercent: 50,
      stops: true,
    } as const;
    const kept = await keepBudget(app, member, null, budget);
    assert.ok("id" in kept);
    // Free answers go out whatever is spent.
    assert.ok("messageId" in (await answer()));
    await inWorkspace(app.db, test.workspaceId, (tx) =>
      sql`insert into price_counters (workspace_id, counter, count)
          values (${test.workspaceId}, ${`answers ${test.channelId} 2026-11`}, 1000)`.execute(tx),
    );
    assert.ok("messageId" in (await answer()));
    assert.ok("messageId" in (await answer()));
    const refused = await answer();
    assert.ok("refused" in refused && refused.refused === "budget-spent");
    assert.equal(refused.until, "2026-11-23");
    await deliver("1", "utility");
    await deliver("2", "utility");
    await deliver("3", "utility");
    const { items } = { items: [], ...(await readBudgets(app, member)) };
    assert.deepEqual(
      items.map(({ spentMicros, expectedMicros, alarm }) => [spentMicros, expectedMicros, alarm]),
      [[78_000, 52_000, "spent"]],
    );
    assert.deepEqual(await rowsOf(test, "select kind from budget_alarms order by at, kind"), [
      { kind: "near" },
      { kind: "spent" },
    ]);
  });

  it("refuses a budget in a currency that nothing is charged in, with the one that is", async () => {
    const { app, member, channelId } = test;
    const keep = (currency: string, of: string | null = null) =>
      keepBudget(app, member, null, {
        channelId: of,
        purpose: null,
        period: "month",
        currency,
        limitMicros: 1_000_000,
        alarmPercent: 80,
        stops: true,
      });
    await account("EUR");
    const dollars = { refused: "currency-not-charged", currencies: ["USD"] };
    assert.deepEqual(await keep("EUR"), dollars);
    assert.deepEqual(await keep("EUR", channelId), dollars);
    assert.ok("id" in (await keep("USD")));
    await account("INR");
    assert.ok("id" in (await keep("INR")));
    assert.ok("id" in (await keep("USD", channelId)));
    const own = await keepTariff(app, member, null, { ...ROUBLES_OF_2022, name: "Roubles" });
    assert.ok("id" in own);
    const markup = { basisPoints: 0, fixedMicros: 0 };
    const tariffs = await choosePrices(app, member, { tariff: own.id, markup });
    assert.ok("currencies" in tariffs);
    assert.deepEqual(tariffs.currencies, ["RUB"]);
    assert.deepEqual(await keep("INR"), { refused: "currency-not-charged", currencies: ["RUB"] });
  });

  it("is compared with what Meta says it has charged", async () => {
    const { app, member, meta, channelId } = test;
    await deliver("1", "marketing");
    await deliver("2", "marketing");
    const charge = {
      fromMs: Date.parse("2026-11-22"),
      country: "AR",
      category: "marketing",
      type: "regular",
    };
    meta.charges = [{ ...charge, messageCount: 3, amountMicros: 185_400 }];
    const found = await readReconciliation(app, member, { channelId, period: DAY });
    assert.ok("lines" in found);
    assert.deepEqual(found.lines, [
      {
        day: "2026-11-22",
        country: "AR",
        category: "marketing",
        type: "regular",
        ours: { messageCount: 2, amountMicros: 123_600, currency: "USD" },
        told: { messageCount: 3, amountMicros: 185_400, currency: "USD" },
        difference: "not-heard",
      },
    ]);
  });

  it("shows what is booked in dollars in dollars, beside an account in euros", async () => {
    const { app, member, meta, channelId } = test;
    await account("EUR");
    await deliver("1", "marketing");
    const fromMs = Date.parse("2026-11-22");
    const kind = { country: "AR", category: "marketing", type: "regular" };
    meta.charges = [{ fromMs, ...kind, messageCount: 1, amountMicros: 56_000 }];
    const found = await readReconciliation(app, member, { channelId, period: DAY });
    assert.ok("lines" in found);
    assert.deepEqual(found.lines, [
      {
        day: "2026-11-22",
        ...kind,
        ours: { messageCount: 1, amountMicros: 61_800, currency: "USD" },
        told: { messageCount: 1, amountMicros: 56_000, currency: "EUR" },
        difference: "other-currency",
      },
    ]);
    assert.deepEqual(found.totals, []);
  });

  it("is counted by the calendar of the account, also what was booked before that was known", async () => {
    const { app, member, meta, workspaceId } = test;
    await deliver("1", "marketing");
    meta.account = {
      id: "102290129340398",
      portfolioId: "1",
      currency: "USD",
      timeZone: "Pacific/Auckland",
      country: null,
      internationalFromMs: null,
      internationalExceptions: new Map(),
    };
    await refreshAccounts(app, new AbortController().signal);
    assert.equal(await rebook(app, workspaceId, new AbortController().signal), "done");
    const spending = await readSpending(app, member, {
      period: { from: "2026-11-22", to: "2026-11-23" },
      by: "day",
    });
    assert.ok("parts" in spending);
    assert.deepEqual(
      spending.parts.map(({ key }) => key),
      ["2026-11-23"],
    );
  });

  /** What Meta says of the number's account. */
  function account(currency: string): Promise<void> {
    const { app, workspaceId } = test;
    return inWorkspace(app.db, workspaceId, (tx) =>
      savePriceAccount(tx, workspaceId, { ...unknownAccount(WABA_ID), currency }, app.clock.now()),
    );
  }

  function answer() {
    return sendMessage(test.app, test.member, {
      conversationId: idOf(conversationId),
      clientId: test.app.ids.next(),
      draft: { kind: "text", text: "Sí" },
    });
  }

  /** A message of ours that is delivered, with or without a price that Meta tells. */
  async function deliver(id: string, purpose: string, pricing?: object): Promise<void> {
    const { app, workspaceId } = test;
    const at = new Date(Number(second(0)) * 1000);
    const messageId = app.ids.next();
    const wamid = `wamid.${messageId}`;
    await inWorkspace(app.db, workspaceId, async (tx) => {
      await sql`
        insert into messages (workspace_id, id, conversation_id, channel_id, direction, content, status, wamid, at, status_at, created_at)
        select ${workspaceId}, ${messageId}, id, channel_id, 'out', '{"kind":"text","text":"Sí"}', 'accepted',
               ${wamid}, ${at}, ${at}, ${at} from conversations`.execute(tx);
      await sql`
        insert into sends (workspace_id, id, channel_id, message_id, kind, lane, purpose, recipient, payload,
                           state, not_before, queued_at, dispatched_at)
        select ${workspaceId}, ${app.ids.next()}, channel_id, id, 'message', 'utility', ${purpose}, 'luz',
               ${JSON.stringify({ to: { phone: LUZ.wa_id } })}::jsonb, 'accepted', now(), now(), ${at}
          from messages where id = ${messageId}`.execute(tx);
    });
    const status = { id: wamid, status: "delivered", timestamp: second(Number(id)), pricing };
    const metadata = { display_phone_number: "15550783881", phone_number_id: PHONE_NUMBER_ID };
    await test.receive(
      body("messages", { messaging_product: "whatsapp", metadata, statuses: [status] }),
    );
  }
});
