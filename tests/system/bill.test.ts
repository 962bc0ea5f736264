import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { unknownAccount } from "@galka/core/billing/charging/account";
import { bookHistory } from "@galka/core/billing/charging/book-history";
import type { BilledCategory, Delivery } from "@galka/core/billing/charging/delivery";
import { countryOfDigits } from "@galka/core/billing/countries";
import { toMinor } from "@galka/core/billing/money";
import { inChargingOrder } from "@galka/core/billing/settle-lines";
import { META_TARIFFS } from "@galka/core/billing/tariffs/meta-tariffs";
import type { Tariff } from "@galka/core/billing/tariffs/tariff";
import { tierName } from "@galka/core/billing/tariffs/volume-tiers";
import { DEMO, type Emulator, startEmulator } from "@galka/emulator";
import fc from "fast-check";

const PHONES = ["+55 11 98765 4321", "+91 98123 45678", "+49 151 12345678", "+7 701 123 45 67"];
const FREE_ANSWERS = 2;
const HOUR_MS = 3_600_000;

type Category = Exclude<BilledCategory, "marketing_lite">;
type Step = {
  readonly who: number;
  readonly hours: number;
  readonly does: Category | "writes" | "comes-by-advertisement";
};

/** What was done, by the emulator's own clock. */
type Said = { readonly phone: string; readonly atMs: number; readonly entry: boolean };
type Sent = { readonly category: Category; readonly acceptedAtMs: number };

const histories: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    who: fc.nat({ max: PHONES.length - 1 }),
    hours: fc.integer({ min: 0, max: 20 }),
    does: fc.constantFrom(
      "writes",
      "writes",
      "comes-by-advertisement",
      "service",
      "service",
      "marketing",
      "utility",
      "authentication",
    ),
  }),
  { minLength: 10, maxLength: 24 },
);

describe("the books and the emulator's bill, which was written apart from them", () => {
  let emulator: Emulator;
  let people: readonly { readonly id: string; readonly waId: string }[];

  before(async () => {
    emulator = await startEmulator({
      settings: {
        reviewDelayMs: 0,
        sentDelayMs: 0,
        arrivalDelayMs: 0,
        freeServiceMessages: FREE_ANSWERS,
      },
    });
    await emulator.control.moveClock({ frozen: true });
    people = await Promise.all(
      PHONES.map(async (phone) => {
        const { id, waId } = await emulator.control.addPerson({ name: phone, phone });
        return { id, waId };
      }),
    );
    await addTemplates();
  });
  after(() => emulator[Symbol.asyncDispose]());

  for (const { id } of META_TARIFFS) {
    it(`are equal to the minor unit under the tariff of ${id}`, async () => {
      await fc.assert(
        fc.asyncProperty(histories, (steps) => check(id, steps)),
        { numRuns: 2, endOnFailure: true },
      );
    });
  }

  async function check(id: (typeof META_TARIFFS)[number]["id"], steps: readonly Step[]) {
    const { control } = emulator;
    await control.changeSettings({ tariff: id });
    // Nothing of the history before is open any more, and its month is over.
    await control.moveClock({ advanceMs: 40 * 24 * HOUR_MS });
    const since = (await control.clock()).now;
    const { said, sent } = await play(steps);
    const { data: lines } = await control.billLines({ since, limit: 1000 });
    const known = new Map(lines.map((line) => [line.wamid, line]));
    const deliveries = lines.flatMap((line): { readonly delivery: Delivery }[] => {
      const one = sent.get(line.wamid);
      if (!one) return [];
      const atMs = Date.parse(line.deliveredAt);
      const before = said.filter((it) => it.phone === line.to && it.atMs <= atMs);
      return [
        {
          delivery: {
            id: line.wamid,
            atMs,
            ...one,
            country: countryOfDigits(line.to),
            numberId: DEMO.phoneNumberId,
            personId: line.to,
            accountId: DEMO.wabaId,
            lastInboundAtMs: before.at(-1)?.atMs ?? null,
            entryAtMs: before.findLast(({ entry }) => entry)?.atMs ?? null,
          },
        },
      ];
    });
    assert.equal(deliveries.length, lines.length);
    const booked = bookHistory(
      tariffOf(id),
      new Map([[DEMO.wabaId, account()]]),
      deliveries.toSorted(inChargingOrder).map(({ delivery }) => delivery),
    );
    for (const line of booked) {
      const told = known.get(line.delivery.id);
      assert.deepEqual(
        [line.amountMicros, line.category, line.type, line.billable, line.day],
        [told?.amountMicros, told?.category, told?.type, told?.billable, told?.day],
      );
      assert.equal(line.tier && tierName(line.tier), told?.tier);
    }
    const sum = (amounts: readonly { readonly amountMicros: number }[]) =>
      toMinor(
        amounts.reduce((all, { amountMicros }) => all + amountMicros, 0),
        "USD",
      );
    assert.equal(sum(booked), sum(lines));
  }

  /** Does the steps one after the other; what may not be sent at that moment is not sent. */
  async function play(steps: readonly Step[]) {
    const { control } = emulator;
    const said: Said[] = [];
    const sent = new Map<string, Sent>();
    for (const { who, hours, does } of steps) {
      const { now } = await control.moveClock({ advanceMs: hours * HOUR_MS + 60_000 });
      const person = people[who % people.length];
      assert.ok(person);
      const atMs = Date.parse(now);
      if (does === "writes" || does === "comes-by-advertisement") {
        const entry = does !== "writes";
        const hello = { kind: "text", body: "Hello?" } as const;
        await control.write(person.id, DEMO.phoneNumberId, hello, entry ? { referral: {} } : {});
        said.push({ phone: person.waId, atMs, entry });
      } else {
        const wamid = await send(person.waId, does);
        if (wamid) sent.set(wamid, { category: does, acceptedAtMs: atMs });
      }
      await control.moveClock({ advanceMs: 10_000 });
    }
    return { said, sent };
  }

  async function send(to: string, category: Category): Promise<string | null> {
    const answer = await graph(`/${DEMO.phoneNumberId}/messages`, {
      messaging_product: "whatsapp",
      to,
      ...messageOf(category),
    });
    return answer.messages?.[0]?.id ?? null;
  }

  async function addTemplates(): Promise<void> {
    const common = { language: "en_US" };
    await graph(`/${DEMO.wabaId}/message_templates`, {
      ...common,
      name: "spring_sale",
      category: "MARKETING",
      components: [{ type: "BODY", text: "Our spring sale has begun in every shop." }],
    });
    await graph(`/${DEMO.wabaId}/message_templates`, {
      ...common,
      name: "login_code",
      category: "AUTHENTICATION",
      components: [
        { type: "BODY" },
        { type: "BUTTONS", buttons: [{ type: "OTP", otp_type: "COPY_CODE" }] },
      ],
    });
    await emulator.control.moveClock({ advanceMs: 60_000 });
    for (const { id, status } of (await emulator.control.templates()).data) {
      if (status !== "APPROVED") await emulator.control.decideTemplate(id, { decision: "approve" });
    }
  }

  async function graph(path: string, json: object): Promise<GraphAnswer> {
    const answer = await fetch(`${emulator.url}/v26.0${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${DEMO.accessToken}`, "content-type": "application/json" },
      body: JSON.stringify(json),
    });
    // The few words of the answer that are looked at; what is not there is absent.
    return (await answer.json()) as GraphAnswer;
  }
});

type GraphAnswer = { readonly messages?: readonly { readonly id: string }[] };

function tariffOf(id: string): Tariff {
  const tariff = META_TARIFFS.find((it) => it.id === id);
  assert.ok(tariff);
  const { rules } = tariff;
  const isLimited = rules.unit === "message" && rules.freeService !== "all";
  return isLimited ? { ...tariff, rules: { ...rules, freeService: FREE_ANSWERS } } : tariff;
}

function account() {
  return { ...unknownAccount(DEMO.wabaId), timeZone: "America/Los_Angeles" };
}

function messageOf(category: Category): object {
  if (category === "service") return { type: "text", text: { body: "Here we are." } };
  const language = { code: "en_US" };
  if (category === "utility")
    return { type: "template", template: { name: "hello_world", language } };
  if (category === "marketing")
    return { type: "template", template: { name: "spring_sale", language } };
  const code = { type: "text", text: "123456" };
  const components = [
    { type: "body", parameters: [code] },
    { type: "button", sub_type: "url", index: "0", parameters: [code] },
  ];
  return { type: "template", template: { name: "login_code", language, components } };
}
