import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Member } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { replaceTemplates } from "@galka/postgres/stores/templates";
import { echo, says, second, status } from "../../testing/meta-bodies.ts";
import { type TestApp, WABA_ID, startTestApp } from "../../testing/test-app.ts";
import { rowsOf } from "../../testing/thread-lines.ts";
import { WELL } from "../../testing/well-standing.ts";
import { judgeNumber } from "./judge-number.ts";
import { overruleBrake, releaseBrake } from "./overrule-brake.ts";
import { readHealth, readHealthHistory, readHealthSummaries } from "./read-health.ts";
import { refreshStanding } from "./refresh-standing.ts";

const HOUR_MS = 60 * 60_000;

describe("looking at a number", () => {
  it("sees a handful of blocks, holds marketing back, and says in whose chats", async () => {
    await using test = await startTestApp();
    await blocks(test, 5);
    const alarms = (await look(test))?.alarms.map(({ check, severity }) => `${check} ${severity}`);
    assert.deepEqual(alarms, ["blocks critical"]);
    assert.equal(await heldIn(test), "pause-marketing");

    const health = await read(test);
    const blocked = health.findings.find(({ check }) => check === "blocks");
    assert.equal(blocked?.figures["blocked"], 5);
    assert.deepEqual(
      blocked?.evidence.map(({ kind }) => kind),
      ["conversation"],
    );
    assert.equal(health.pictures.at(-1)?.blocked, 5);
  });

  it("shows only those chats of which its figures speak", async () => {
    await using test = await startTestApp();
    await blocks(test, 5);
    test.clock.advance(25 * HOUR_MS);
    const { facts } = await read(test);
    assert.deepEqual([facts.signals.blocked, facts.blockers], [0, []]);
  });

  it("counts a person who was never reached as not there, and not as a block", async () => {
    await using test = await startTestApp();
    await test.receive(echo("1", "Hello"), status("1", "failed", 1, { code: 131_026 }));
    const { signals } = (await read(test)).facts;
    assert.deepEqual([signals.blocked, signals.unreachable], [0, 1]);
  });

  it("raises an alarm once, however many look", async () => {
    await using test = await startTestApp();
    await blocks(test, 5);
    const looks = await Promise.all([look(test), look(test), look(test)]);
    assert.equal(looks.flatMap((it) => it?.alarms ?? []).length, 1);
    assert.deepEqual(await kinds(test), ["alarm", "brake"]);
  });

  it("looses the brake step by step after the calm, and writes it down", async () => {
    await using test = await startTestApp();
    await blocks(test, 5);
    await look(test);
    const seen = [await heldIn(test)];
    test.clock.advance(24 * HOUR_MS);
    for (let round = 0; round < 12; round += 1) {
      test.clock.advance(HOUR_MS / 2);
      await look(test);
      const held = await heldIn(test);
      if (held !== seen.at(-1)) seen.push(held);
    }
    assert.deepEqual(seen, ["pause-marketing", "slow", "none"]);
    const page = await readHealthHistory(test.app, test.member, test.channelId, {
      limit: 3,
      before: null,
    });
    assert.ok("items" in page);
    assert.deepEqual(
      page.items.map(({ kind, before }) => `${kind} ${String(before)}`),
      ["brake slow", "brake pause-marketing", "brake none"],
    );
    assert.ok(page.next);
  });

  it("obeys a restriction of Meta's as soon as it is told, until it ends", async () => {
    await using test = await startTestApp();
    const until = Math.floor(test.clock.now().getTime() / 1000) + 3 * 3600;
    const restriction_info = [
      { restriction_type: "RESTRICTED_BIZ_INITIATED_MESSAGING", expiration: until },
    ];
    await test.receive(update({ event: "ACCOUNT_RESTRICTION", restriction_info }));
    await look(test);
    assert.equal(await heldIn(test), "pause-marketing");
    assert.deepEqual((await kinds(test)).toSorted(), ["account", "alarm", "brake"]);
    test.clock.advance(4 * HOUR_MS);
    await look(test);
    test.clock.advance(2 * HOUR_MS);
    await look(test);
    assert.equal(await heldIn(test), "slow");
  });

  it("notices once that a template was paused, whichever way it came in", async () => {
    await using test = await startTestApp();
    const template = (state: "approved" | "paused") =>
      inWorkspace(test.app.db, test.workspaceId, (tx) =>
        replaceTemplates(tx, test.workspaceId, test.channelId, {
          now: test.clock.now(),
          templates: [
            {
              channelId: test.channelId,
              id: "1",
              name: "sale",
              language: "en",
              category: "marketing",
              status: state,
              rejectedReason: null,
              quality: "green",
              header: null,
              body: "Sale",
              footer: null,
              buttons: [],
            },
          ],
        }),
      );
    await template("approved");
    await look(test);
    assert.deepEqual(await kinds(test), []);
    await template("paused");
    await look(test);
    await look(test);
    assert.deepEqual(await kinds(test), ["template", "alarm", "brake"]);
    assert.equal(await heldIn(test), "slow");
  });

  it("keeps what the platform says of the number when it is asked", async () => {
    await using test = await startTestApp();
    test.meta.standing = { ...WELL, quality: "yellow", tier: "TIER_2K" };
    await refreshStanding(test.app, test);
    await look(test);
    const health = await read(test);
    assert.deepEqual([health.facts.quality, health.facts.tier.tier], ["yellow", "TIER_2K"]);
    assert.equal(await heldIn(test), "slow");
  });
});

describe("a person's word about a brake", () => {
  it("holds instead of Galka's for its hours, and says who and why", async () => {
    await using test = await startTestApp();
    await blocks(test, 5);
    await look(test);
    const done = await decide(test, "none");
    assert.deepEqual(done, { done: true });
    await look(test);
    assert.equal(await heldIn(test), "none");
    const { overrule } = await read(test);
    assert.deepEqual([overrule?.memberName, overrule?.reason], ["Ana", "They were our own."]);
    test.clock.advance(5 * HOUR_MS);
    await look(test);
    assert.equal(await heldIn(test), "pause-marketing");
    const actions = await rowsOf(
      test,
      "select action, after ->> 'reason' as why from audit_entries",
    );
    assert.deepEqual(actions, [{ action: "brake-overruled", why: "They were our own." }]);
  });

  it("ends when something worse is found, and can be taken back", async () => {
    await using test = await startTestApp();
    await decide(test, "none");
    await blocks(test, 5);
    await look(test);
    assert.equal(await heldIn(test), "pause-marketing");
    await decide(test, "pause-all");
    assert.equal(await heldIn(test), "pause-all");
    await releaseBrake(test.app, test.member, test.channelId);
    assert.equal(await heldIn(test), "pause-marketing");
  });

  it("is asked only of those who keep the number", async () => {
    await using test = await startTestApp();
    const helper: Member = { ...test.member, role: "member" };
    const wish = { channelId: test.channelId, brake: "none", reason: "Why not", hours: 1 } as const;
    assert.deepEqual(await overruleBrake(test.app, helper, wish), { refused: "forbidden" });
    assert.deepEqual(await readHealthSummaries(test.app, helper), { refused: "forbidden" });
  });

  function decide(test: TestApp, brake: "none" | "pause-all") {
    const wish = { channelId: test.channelId, brake, reason: "They were our own.", hours: 4 };
    return overruleBrake(test.app, test.member, wish);
  }
});

function look(test: TestApp) {
  return judgeNumber(test.app, test);
}

async function read(test: TestApp) {
  const health = await readHealth(test.app, test.member, test.channelId);
  if ("refused" in health) throw new Error(health.refused);
  return health;
}

async function heldIn(test: TestApp): Promise<string> {
  const { record } = await read(test);
  return record.held;
}

async function kinds(test: TestApp): Promise<string[]> {
  const wish = { limit: 50, before: null };
  const page = await readHealthHistory(test.app, test.member, test.channelId, wish);
  if ("refused" in page) throw new Error(page.refused);
  return page.items.map(({ kind }) => kind).toReversed();
}

/** Messages to somebody who had written, and could not be reached any more. */
async function blocks(test: TestApp, count: number): Promise<void> {
  const sent = Array.from({ length: count }, (_, n) => [
    echo(`b${n}`, `News ${n}`, n),
    status(`b${n}`, "failed", n + 1, { code: 131_026 }),
  ]);
  await test.receive(says("hola", "Hola"), ...sent.flat());
}

function update(value: object): object {
  const changes = [{ field: "account_update", value }];
  const entry = [{ id: WABA_ID, time: Number(second(5)), changes }];
  return { object: "whatsapp_business_account", entry };
}
