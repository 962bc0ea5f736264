import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DEMO } from "../demo.ts";
import { objectAt, objectsAt } from "../json.ts";
import { problemOf, startDesk, type TestDesk } from "../testing/desk.ts";
import { addPeople, createOffer, fates, sendText, sendTo } from "../testing/physics-desk.ts";
import { createTemplate, newsOf, sendTemplate } from "../testing/template-desk.ts";
import type { PersonJson, SettingsPatch } from "../wire/control.ts";

const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe("marketing to one person", () => {
  it("stops with 131049 at the person's own limit, until a day has passed or they write", async () => {
    await using desk = await paced({ marketingPerDay: 2 });
    const ben = await person(desk);
    for (const name of ["spring_offer", "spring_offer", "spring_offer"]) {
      await sendTo(desk, ben.waId, name);
      await desk.pass();
    }
    assert.deepEqual(fates(desk), ["sent", "delivered", "sent", "delivered", 131049]);
    assert.equal((await standing(desk, ben)).marketingReceived, 2);

    desk.receiver.received.length = 0;
    await desk.meta.control.write(ben.id, DEMO.phoneNumberId, { kind: "text", body: "more" });
    await sendTo(desk, ben.waId, "spring_offer");
    await desk.pass();
    assert.deepEqual(fates(desk).slice(-2), ["sent", "delivered"]);
    await desk.pass(DAY);
    desk.receiver.received.length = 0;
    await sendTo(desk, ben.waId, "spring_offer");
    await desk.pass();
    assert.deepEqual(fates(desk), ["sent", "delivered"]);
  });

  it("has no limit in Europe, and none for what is no marketing", async () => {
    await using desk = await paced({ marketingPerDay: 0 });
    const [german] = await addPeople(desk, 1);
    const ben = await person(desk);
    await sendTo(desk, german?.waId ?? "", "spring_offer");
    await sendTo(desk, ben.waId, "hello_world");
    await desk.pass();
    assert.deepEqual(new Set(fates(desk)), new Set(["sent", "delivered"]));
  });

  it("stops with 131050 when they want none, and the business hears both wishes", async () => {
    await using desk = await paced({});
    const ben = await person(desk);
    await desk.meta.control.stopMarketing(ben.id, DEMO.phoneNumberId);
    await sendTo(desk, ben.waId, "spring_offer");
    await sendTo(desk, ben.waId, "hello_world");
    await desk.pass();
    assert.deepEqual(new Set(fates(desk)), new Set([131050, "sent", "delivered"]));
    await desk.meta.control.resumeMarketing(ben.id, DEMO.phoneNumberId);
    await desk.pass();
    const wishes = newsOf(desk, "user_preferences").flatMap((it) =>
      objectsAt(it, "user_preferences"),
    );
    assert.deepEqual(
      wishes.map((it) => [it["wa_id"], it["category"], it["value"]]),
      [
        [ben.waId, "marketing_messages", "stop"],
        [ben.waId, "marketing_messages", "resume"],
      ],
    );
  });

  it("fails with 130472 for those in the experiment, unless they have written", async () => {
    await using desk = await paced({ experimentShare: 1 });
    const ben = await person(desk);
    await sendTo(desk, ben.waId, "spring_offer");
    await desk.pass();
    assert.deepEqual(fates(desk), [130472]);
    await desk.meta.control.write(ben.id, DEMO.phoneNumberId, { kind: "text", body: "hi" });
    await sendTo(desk, ben.waId, "spring_offer");
    await desk.pass();
    assert.deepEqual(fates(desk), [130472, "sent", "delivered"]);
  });

  it("does not reach the United States, and does reach Canada", async () => {
    await using desk = await paced({ countryRules: true });
    const { control } = desk.meta;
    const canadian = await control.addPerson({ name: "Cleo", phone: "+1 416 555 0101" });
    const american = await control.addPerson({ name: "Dan", phone: "+1 212 555 0101" });
    await sendTo(desk, american.waId, "spring_offer");
    await desk.pass();
    await sendTo(desk, canadian.waId, "spring_offer");
    await desk.pass();
    assert.deepEqual(fates(desk), [131049, "sent", "delivered"]);
  });
});

describe("a business under Meta's rules", () => {
  it("may not write to closed countries (130497)", async () => {
    await using desk = await paced({ countryRules: true });
    assert.equal(problemOf(await sendTo(desk, "+98 912 555 0101", "hello_world")).code, 130497);
    await desk.meta.control.closeCountries(DEMO.wabaId, ["49"]);
    const [german] = await addPeople(desk, 1);
    const refused = await sendTo(desk, german?.waId ?? "", "hello_world");
    assert.equal(refused.status, 403);
    assert.equal(problemOf(refused).code, 130497);
  });

  it("is warned, held with 368, and locked with 131031, harder each time", async () => {
    await using desk = await startDesk();
    const { control } = desk.meta;
    const violate = () => control.violate(DEMO.wabaId, "SCAM");
    const code = async (answer: Promise<{ status: number }>) => (await answer).status;
    const template = () => sendTemplate(desk, "hello_world");
    const reply = () => sendText(desk, desk.ana.waId);
    await violate();
    assert.equal(await code(template()), 200);
    await violate();
    assert.equal(problemOf(await template()).code, 368);
    assert.equal(await code(reply()), 200);
    await desk.pass(DAY - 3000);
    assert.equal(problemOf(await template()).code, 368);
    await desk.pass(3000);
    assert.equal(await code(template()), 200);
    await violate();
    await violate();
    assert.equal(problemOf(await reply()).code, 368);
    await violate();
    await violate();
    assert.equal(problemOf(await reply()).code, 131031);
    await control.reinstate(DEMO.wabaId);
    assert.equal(await code(template()), 200);
    await desk.pass();
    assert.deepEqual(
      newsOf(desk, "account_update").map((it) => it["event"]),
      [
        "ACCOUNT_VIOLATION",
        ...[1, 2, 3, 4].flatMap(() => ["ACCOUNT_VIOLATION", "ACCOUNT_RESTRICTION"]),
        "ACCOUNT_VIOLATION",
        "DISABLED_UPDATE",
        "DISABLED_UPDATE",
      ],
    );
  });
});

describe("windows", () => {
  it("open with a message, a tap and a call, and close after exactly 24 hours", async () => {
    await using desk = await startDesk();
    const ben = await person(desk);
    assert.equal((await standing(desk, ben)).windowClosesAt, null);
    await desk.meta.control.ring(ben.id, DEMO.phoneNumberId);
    const { now } = await desk.meta.control.clock();
    const { windowClosesAt } = await standing(desk, ben);
    assert.equal(Date.parse(windowClosesAt ?? ""), Date.parse(now) + DAY);
    await desk.pass(DAY);
    await sendText(desk, ben.waId);
    await desk.pass();
    assert.deepEqual(fates(desk), [131047]);
  });

  it("are free for 72 hours from the answer to somebody who came from an advertisement", async () => {
    await using desk = await startDesk();
    const ben = await person(desk);
    const body = { kind: "text", body: "hi" } as const;
    const referral = { headline: "Tulips", ctwaClid: "Aff-x" };
    await desk.meta.control.write(ben.id, DEMO.phoneNumberId, body, { referral });
    await desk.pass();
    const told = objectAt(desk.receiver.messages().at(-1) ?? {}, "referral");
    assert.deepEqual([told?.["headline"], told?.["ctwa_clid"]], ["Tulips", "Aff-x"]);
    assert.equal((await standing(desk, ben)).entryPointClosesAt, null);
    await sendText(desk, ben.waId);
    await desk.pass();
    assert.ok((await standing(desk, ben)).entryPointClosesAt);
    await desk.pass(71 * HOUR);
    await sendTo(desk, ben.waId, "hello_world");
    await desk.pass();
    const pricing = objectAt(desk.receiver.statuses().at(-1) ?? {}, "pricing");
    assert.equal(pricing?.["type"], "free_entry_point");
    await desk.pass(HOUR);
    assert.equal((await standing(desk, ben)).entryPointClosesAt, null);
  });
});

describe("a phone that is offline", () => {
  it("gets what waited up to 30 days, or the template's own time, and nothing older", async () => {
    await using desk = await startDesk();
    await createTemplate(desk, { name: "short_lived", message_send_ttl_seconds: 60 });
    const { control } = desk.meta;
    const ben = await person(desk);
    const back = async (after: number) => {
      await desk.pass(after);
      await control.changePerson(ben.id, { online: true });
      await desk.pass();
      await control.changePerson(ben.id, { online: false });
      const last = desk.receiver.statuses().at(-1)?.["status"];
      desk.receiver.received.length = 0;
      return last;
    };
    await control.changePerson(ben.id, { online: false });
    await sendTo(desk, ben.waId, "hello_world");
    assert.equal(await back(29 * DAY), "delivered");
    await sendTo(desk, ben.waId, "hello_world");
    assert.equal(await back(30 * DAY), "sent");
    await sendTo(desk, ben.waId, "short_lived");
    assert.equal(await back(30_000), "delivered");
    await sendTo(desk, ben.waId, "short_lived");
    assert.equal(await back(2 * MINUTE), "sent");
  });
});

async function paced(settings: SettingsPatch): Promise<TestDesk> {
  const desk = await startDesk({ settings });
  await createOffer(desk);
  desk.receiver.received.length = 0;
  return desk;
}

/** Somebody in Brazil, who has not written yet. */
function person(desk: TestDesk): Promise<PersonJson> {
  return desk.meta.control.addPerson({ name: "Ben", phone: "+55 11 95555 0101" });
}

function standing(desk: TestDesk, someone: PersonJson) {
  return desk.meta.control.chatStanding(someone.id, DEMO.phoneNumberId);
}
