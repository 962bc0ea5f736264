import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DEMO } from "../demo.ts";
import { objectsAt } from "../json.ts";
import { problemOf, startDesk, type TestDesk } from "../testing/desk.ts";
import { addPeople, codeOf, createOffer, sendText, sendTo } from "../testing/physics-desk.ts";
import { newsOf, sendTemplate } from "../testing/template-desk.ts";
import type { PersonJson } from "../wire/control.ts";

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const REAL = { quality: "by-feedback", spamLimit: true, throughput: "unlimited" } as const;

describe("quality by feedback", () => {
  it("turns yellow, then red with a pause of the template, then the number is held for spam", async () => {
    await using desk = await startDesk({ settings: REAL });
    const offer = await createOffer(desk);
    const people = await campaign(desk, 100);
    assert.deepEqual(await qualities(desk, offer), ["GREEN", "UNKNOWN", "APPROVED"]);

    await block(desk, people.slice(0, 4));
    assert.deepEqual(await qualities(desk, offer), ["YELLOW", "YELLOW", "APPROVED"]);
    await block(desk, people.slice(4, 8));
    await desk.meta.control.report(people[8]?.id ?? "", DEMO.phoneNumberId, "SPAM");
    assert.deepEqual(await qualities(desk, offer), ["RED", "RED", "PAUSED"]);
    assert.equal(problemOf(await sendTemplate(desk, "spring_offer")).code, 132015);
    await desk.pass();
    assert.deepEqual(
      newsOf(desk, "message_template_quality_update").map((it) => it["new_quality_score"]),
      ["GREEN", "YELLOW", "RED"],
    );

    await block(desk, people.slice(9, 20));
    const [ben] = await addPeople(desk, 1, "4916066");
    assert.equal(problemOf(await sendTo(desk, ben?.waId ?? "", "hello_world")).code, 131048);
    assert.equal((await sendText(desk, desk.ana.waId)).status, 200);
    const { causes, spamHoldUntil } = await numberStanding(desk);
    assert.deepEqual([causes.blocked, causes.reported], [19, 1]);
    assert.ok(spamHoldUntil);
    await desk.pass(DAY);
    assert.equal((await sendTo(desk, ben?.waId ?? "", "hello_world")).status, 200);
  });

  it("pauses again only for what people say after the pause, and disables at the third time", async () => {
    await using desk = await startDesk({ settings: { ...REAL, spamLimit: false } });
    const offer = await createOffer(desk);
    const people = await campaign(desk, 60);
    const angry = (from: number) => block(desk, people.slice(from, from + 6));
    await angry(0);
    assert.equal((await qualities(desk, offer))[2], "PAUSED");
    await angry(6);
    await desk.pass(3 * HOUR + 1000);
    assert.equal((await qualities(desk, offer))[2], "APPROVED");
    await block(desk, people.slice(12, 14));
    assert.equal((await qualities(desk, offer))[2], "APPROVED");
    await block(desk, people.slice(14, 15));
    assert.equal((await qualities(desk, offer))[2], "PAUSED");
    await desk.pass(6 * HOUR + 1000);
    await angry(20);
    assert.equal((await qualities(desk, offer))[2], "DISABLED");
    assert.equal(problemOf(await sendTemplate(desk, "spring_offer")).code, 132016);
  });

  it("is forgotten after seven days, by itself", async () => {
    await using desk = await startDesk({ settings: REAL });
    await createOffer(desk);
    const people = await campaign(desk, 100);
    await block(desk, people.slice(0, 5));
    assert.equal((await numberStanding(desk)).qualityRating, "YELLOW");
    await desk.pass(8 * DAY);
    assert.equal((await numberStanding(desk)).qualityRating, "GREEN");
  });

  it("is left alone when it is set by hand", async () => {
    await using desk = await startDesk({ settings: { throughput: "unlimited" } });
    const offer = await createOffer(desk);
    const people = await campaign(desk, 40);
    await block(desk, people.slice(0, 20));
    assert.deepEqual(await qualities(desk, offer), ["GREEN", "UNKNOWN", "APPROVED"]);
  });
});

describe("pacing", () => {
  const PACED = {
    ...REAL,
    spamLimit: false,
    pacing: "template",
    pacingSampleCount: 50,
    pacingHoldMs: 30 * 60 * 1000,
  } as const;

  it("holds what comes after the sample, and lets it out when nobody objects", async () => {
    await using desk = await startDesk({ settings: PACED });
    const offer = await createOffer(desk);
    const people = await addPeople(desk, 60);
    const answers = [];
    for (const person of people) answers.push(await sendTo(desk, person.waId, "spring_offer"));
    const states = answers.map((it) => objectsAt(it.body, "messages")[0]?.["message_status"]);
    assert.equal(states.filter((it) => it === "accepted").length, 50);
    assert.equal(states.filter((it) => it === "held_for_quality_assessment").length, 10);
    await desk.pass(10_000);
    assert.equal(delivered(desk), 50);
    const held = await templateStanding(desk, offer);
    assert.deepEqual([held.pacing?.phase, held.pacing?.heldCount], ["assessing", 10]);

    await desk.pass(31 * 60 * 1000);
    assert.equal(delivered(desk), 60);
    await sendTo(desk, people[0]?.waId ?? "", "spring_offer");
    assert.equal((await templateStanding(desk, offer)).pacing?.phase, "passed");
  });

  it("drops what is held with 132015, and pauses the template, when people object", async () => {
    await using desk = await startDesk({ settings: PACED });
    const offer = await createOffer(desk);
    const people = await campaign(desk, 60);
    await block(desk, people.slice(0, 8));
    await desk.pass();
    const dropped = desk.receiver.statuses().filter((it) => it["status"] === "failed");
    assert.deepEqual(dropped.map(codeOf), Array(10).fill(132015));
    assert.equal((await qualities(desk, offer))[2], "PAUSED");
    await desk.pass(3 * HOUR + 1000);
    const again = await sendTo(desk, people[20]?.waId ?? "", "spring_offer");
    assert.equal(objectsAt(again.body, "messages")[0]?.["message_status"], "accepted");
    assert.equal((await templateStanding(desk, offer)).pacing?.sampleCount, 1);
  });

  it("holds a small portfolio's templates of every kind, and looks again the next day", async () => {
    await using desk = await startDesk({
      settings: { ...PACED, pacing: "portfolio", pacingSampleCount: 5 },
    });
    await createOffer(desk);
    const people = await addPeople(desk, 7);
    for (const [index, person] of people.entries()) {
      await sendTo(desk, person.waId, index < 3 ? "hello_world" : "spring_offer");
    }
    await desk.pass(10_000);
    assert.equal(delivered(desk), 5);
    await desk.pass(31 * 60 * 1000);
    assert.equal(delivered(desk), 7);
    const phase = async () => (await desk.meta.control.standing()).portfolios[0]?.pacing?.phase;
    assert.equal(await phase(), "passed");
    await desk.pass(24 * HOUR);
    await sendTo(desk, people[0]?.waId ?? "", "hello_world");
    assert.equal(await phase(), "sampling");
  });
});

async function campaign(desk: TestDesk, count: number): Promise<readonly PersonJson[]> {
  const people = await addPeople(desk, count);
  for (const person of people) await sendTo(desk, person.waId, "spring_offer");
  await desk.pass(10_000);
  return people;
}

async function block(desk: TestDesk, people: readonly PersonJson[]): Promise<void> {
  for (const person of people) await desk.meta.control.block(person.id, DEMO.phoneNumberId);
}

async function numberStanding(desk: TestDesk) {
  const standing = (await desk.meta.control.standing()).numbers[0];
  assert.ok(standing);
  return standing;
}

async function templateStanding(desk: TestDesk, id: string) {
  const standing = (await desk.meta.control.standing()).templates.find(
    (it) => it.templateId === id,
  );
  assert.ok(standing);
  return standing;
}

/** Of the number, of the template, and the template's status. */
async function qualities(desk: TestDesk, template: string): Promise<readonly string[]> {
  const { qualityScore, status } = await templateStanding(desk, template);
  return [(await numberStanding(desk)).qualityRating, qualityScore, status];
}

function delivered(desk: TestDesk): number {
  return desk.receiver.statuses().filter((it) => it["status"] === "delivered").length;
}
