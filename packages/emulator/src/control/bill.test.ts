import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DEMO } from "../demo.ts";
import { startDesk, type TestDesk } from "../testing/desk.ts";

const hello = { type: "template", template: { name: "hello_world", language: { code: "en_US" } } };

/** Ana in the United States and Bruna in Brazil get a template each; Ana gets a text too. */
async function startShop(): Promise<TestDesk> {
  const desk = await startDesk({ settings: { tariff: "2026-10" } });
  const bruna = await desk.meta.control.addPerson({ name: "Bruna", phone: "+55 11 98765 4321" });
  await desk.send(hello);
  await desk.send({ type: "text", text: { body: "Hello" } });
  await desk.graph("POST", `/${DEMO.phoneNumberId}/messages`, {
    messaging_product: "whatsapp",
    to: bruna.waId,
    ...hello,
  });
  await desk.pass();
  return desk;
}

describe("the bill", () => {
  it("adds up what was delivered, by country and category", async () => {
    await using desk = await startShop();
    const { totals, groups } = await desk.meta.control.bill({ by: ["country", "category"] });
    assert.deepEqual(totals, [
      {
        currency: "USD",
        amountMicros: 10_200,
        amount: "0.0102",
        messageCount: 3,
        chargedCount: 2,
        freeCount: 1,
        conversationCount: 0,
      },
    ]);
    assert.deepEqual(
      groups.map((it) => [it.keys.country, it.keys.category, it.amount]),
      [
        ["BR", "utility", "0.0068"],
        ["US", "service", "0.0000"],
        ["US", "utility", "0.0034"],
      ],
    );
    const free = await desk.meta.control.bill({ charge: "free" });
    assert.equal(free.totals[0]?.messageCount, 1);
  });

  it("says of each line why it costs what it does, and how well its rate is known", async () => {
    await using desk = await startShop();
    const { data } = await desk.meta.control.billLines({ country: "US" });
    assert.deepEqual(
      data.map((it) => [it.reason, it.rate, it.amount, it.standing, it.tariff]),
      [
        ["message", "utility", "0.0034", "published", "2026-10"],
        ["free-allowance", null, "0.0000", "published", "2026-10"],
      ],
    );
    assert.match(data[1]?.because ?? "", /free service messages/);
  });

  it("rounds only a statement's total, to the cent", async () => {
    await using desk = await startShop();
    const statement = await desk.meta.control.statement();
    assert.equal(statement.timeZone, "America/Los_Angeles");
    assert.deepEqual(
      statement.rows.map((it) => [it.market, it.category, it.unitMicros, it.count]),
      [
        ["BR", "utility", 6800, 1],
        ["NORTH_AMERICA", "service", 0, 1],
        ["NORTH_AMERICA", "utility", 3400, 1],
      ],
    );
    assert.deepEqual(statement.totals, [
      { currency: "USD", amountMicros: 10_200, totalMinor: 1, total: "0.01" },
    ]);
  });

  it("shows the card in force, that of another day, and which rates are guesses", async () => {
    await using desk = await startDesk();
    const rateOf = async (tariff: "by-date" | "2023", market: string, kind: string, day: string) =>
      (await desk.meta.control.rates({ tariff, day })).rates.find(
        (it) => it.market === market && it.kind === kind,
      );
    const today = await rateOf("by-date", "RU", "marketing", "2026-11-23");
    assert.deepEqual([today?.amount, today?.standing], ["0.0802", "published"]);
    const then = await rateOf("by-date", "BR", "utility", "2023-06-01");
    assert.deepEqual([then?.amount, then?.standing], ["0.0350", "published"]);
    const guess = await rateOf("2023", "GB", "marketing", "2023-06-01");
    assert.equal(guess?.standing, "nearest");
    await assert.rejects(desk.meta.control.rates({ currency: "EUR" }), /no rates in EUR/);
  });

  it("charges authentication abroad by its international rate once that has begun", async () => {
    await using desk = await startDesk({ settings: { reviewDelayMs: 0 } });
    const { control } = desk.meta;
    const portfolioId = (await control.world()).wabas[0]?.portfolioId ?? "";
    await desk.graph("POST", `/${DEMO.wabaId}/message_templates`, {
      name: "login_code",
      language: "en_US",
      category: "AUTHENTICATION",
      components: [
        { type: "BODY" },
        { type: "BUTTONS", buttons: [{ type: "OTP", otp_type: "COPY_CODE" }] },
      ],
    });
    await desk.pass();
    const india = await control.addPerson({ name: "Asha", phone: "+91 98123 45678" });
    const code = { type: "text", text: "123456" };
    const send = async () => {
      await desk.graph("POST", `/${DEMO.phoneNumberId}/messages`, {
        messaging_product: "whatsapp",
        to: india.waId,
        type: "template",
        template: {
          name: "login_code",
          language: { code: "en_US" },
          components: [
            { type: "body", parameters: [code] },
            { type: "button", sub_type: "url", index: "0", parameters: [code] },
          ],
        },
      });
      await desk.pass();
      return (await control.billLines({ country: "IN" })).data.at(-1);
    };
    const before = await send();
    assert.deepEqual([before?.category, before?.amount], ["authentication", "0.0014"]);
    await control.changePortfolioBilling(portfolioId, {
      primaryBusinessLocation: "US",
      internationalFrom: (await control.clock()).now,
    });
    const after = await send();
    assert.deepEqual([after?.category, after?.amount], ["authentication-international", "0.0304"]);
    await control.changePortfolioBilling(portfolioId, { primaryBusinessLocation: "IN" });
    assert.equal((await send())?.category, "authentication");
  });

  it("refuses to count by what a line does not have", async () => {
    await using desk = await startDesk();
    const url = `${desk.meta.url}/_emulator/bill?by=mood`;
    assert.equal((await fetch(url)).status, 400);
  });
});
