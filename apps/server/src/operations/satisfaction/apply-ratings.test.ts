import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inWorkspace } from "@galka/postgres/database";
import { says, messages, LUZ, second } from "../../testing/meta-bodies.ts";
import { rowsOf, threadLines } from "../../testing/thread-lines.ts";
import { markConversationRead } from "../conversations/mark-read.ts";
import { fireDueRules } from "../rules/fire-rules.ts";
import { createRule } from "../rules/write-rules.ts";
import { type SatisfiedShop, satisfiedShop, tap, tapped } from "./testing/satisfied-shop.ts";

const WEEK_S = 7 * 24 * 3600;
const ANSWERS = "select score, score_of as of, member_id, comment_id from satisfaction_requests";
const WORK = "select status, unread_count, waiting_since from conversations";
const QUIET = [{ status: "closed", unread_count: 0, waiting_since: null }];

describe("a tap on the question", () => {
  it("is recorded for whoever had the conversation, and asks nobody for anything", async () => {
    await using shop = await satisfiedShop();
    await asked(shop);
    await shop.receive(tapped("t", await shop.token(), 3));
    assert.deepEqual(await rowsOf(shop, ANSWERS), [
      { score: 3, of: 3, member_id: shop.member.id, comment_id: null },
    ]);
    assert.deepEqual(await rowsOf(shop, WORK), QUIET);
    assert.deepEqual(await rowsOf(shop, "select content from messages where wamid = 'wamid.t'"), [
      { content: { kind: "rating", score: 3, of: 3, title: "Good" } },
    ]);
    assert.deepEqual(
      await rowsOf(
        shop,
        `select actor, action, after from audit_entries where action like 'satisfaction-a%' order by at, id`,
      ),
      [
        { actor: "system", action: "satisfaction-asked", after: { askedBy: "message" } },
        { actor: "contact", action: "satisfaction-answered", after: { score: 3, of: 3 } },
      ],
    );
    assert.deepEqual(await rowsOf(shop, "select rating_score, rating_of from conversations"), [
      { rating_score: 3, rating_of: 3 },
    ]);
    assert.equal((await rowsOf(shop, "select from waits")).length, 1);
  });

  it("is thanked for once, however often it is told and changed", async () => {
    await using shop = await satisfiedShop();
    await asked(shop);
    const token = await shop.token();
    await shop.receive(tapped("t1", token, 3, 1), tapped("t1", token, 3, 1));
    await Promise.all([shop.ask(), shop.ask(), shop.ask()]);
    await shop.receive(tapped("t2", token, 2, 5));
    await shop.ask();
    const said = (await threadLines(shop)).map((line) => line.said);
    assert.equal(said.filter((it) => it === "Thank you for your rating!").length, 1);
    assert.deepEqual(await shop.cells("select score from satisfaction_requests"), [2]);
  });

  it("that is bad is followed by the question why, and the next words are the comment", async () => {
    await using shop = await satisfiedShop();
    await asked(shop);
    await shop.receive(tapped("t", await shop.token(), 1));
    shop.clock.advance(2_000);
    await shop.ask();
    assert.ok((await threadLines(shop)).some(({ said }) => said.startsWith("We are sorry")));
    assert.deepEqual(await rowsOf(shop, WORK), QUIET);

    await shop.receive(says("c", "Too slow", 3), says("d", "And too dear", 4));
    assert.deepEqual(
      await shop.cells(
        `select m.content ->> 'text' from satisfaction_requests r join messages m on m.id = r.comment_id`,
      ),
      ["Too slow"],
    );
    const [work] = await rowsOf(shop, WORK);
    assert.ok(work && "status" in work && "unread_count" in work);
    assert.deepEqual([work.status, work.unread_count], ["open", 2]);
  });

  it("that is good has no comment: what is written after it is a message", async () => {
    await using shop = await satisfiedShop();
    await asked(shop);
    await shop.receive(tapped("t", await shop.token(), 3));
    await shop.ask();
    await shop.receive(says("c", "By the way", 3));
    assert.deepEqual(await shop.cells("select comment_id from satisfaction_requests"), [null]);
    assert.deepEqual(await shop.cells("select status from conversations"), ["open"]);
  });

  it("changes the answer for seven days, and nothing after them", async () => {
    await using shop = await satisfiedShop();
    await asked(shop);
    const token = await shop.token();
    await shop.receive(tapped("t1", token, 3, 1));
    shop.clock.advance(8 * 24 * 3600_000);
    await shop.receive(tapped("t2", token, 2, WEEK_S - 1));
    assert.deepEqual(await shop.cells("select score from satisfaction_requests"), [2]);
    await shop.receive(tapped("t3", token, 1, WEEK_S + 60));
    assert.deepEqual(await shop.cells("select score from satisfaction_requests"), [2]);
    assert.deepEqual(await rowsOf(shop, WORK), QUIET);
  });

  it("counts by the contact's clock, in whatever order it is told", async () => {
    await using shop = await satisfiedShop();
    await asked(shop);
    const token = await shop.token();
    await shop.receive(tapped("later", token, 2, 9));
    await shop.receive(tapped("sooner", token, 3, 4));
    assert.deepEqual(await shop.cells("select score from satisfaction_requests"), [2]);
    assert.deepEqual(await shop.cells("select rating_score from conversations"), [2]);
  });

  it("counts in its own conversation alone: of anybody else it is a message", async () => {
    await using shop = await satisfiedShop();
    await asked(shop);
    const payload = `galka-rating:${await shop.token()}:1/3`;
    const eve = { wa_id: "5491155550999", name: "Eve" };
    await shop.receive(
      tap("e", payload, 3, eve),
      tap("f", `galka-rating:${"x".repeat(24)}:1/3`, 4),
    );
    assert.deepEqual(await shop.cells("select score from satisfaction_requests"), [null]);
    assert.deepEqual(
      await shop.cells(
        "select content ->> 'kind' from messages where wamid in ('wamid.e', 'wamid.f')",
      ),
      ["choice", "choice"],
    );
  });

  it("on a template's button counts like any other", async () => {
    await using shop = await satisfiedShop();
    await asked(shop);
    const payload = `galka-rating:${await shop.token()}:2/3`;
    await shop.receive(
      messages(LUZ, {
        id: "wamid.b",
        timestamp: second(2),
        type: "button",
        button: { payload, text: "OK" },
      }),
    );
    assert.deepEqual(await shop.cells("select score from satisfaction_requests"), [2]);
  });

  it("sets off no rule, no greeting and no silence", async () => {
    await using shop = await satisfiedShop();
    for (const trigger of [
      { kind: "message" },
      { kind: "greeting", afterDays: 1 },
      { kind: "member-silent", afterMinutes: 1 },
    ] as const) {
      const made = await createRule(shop.app, shop.member, {
        name: trigger.kind,
        isOn: true,
        trigger,
        conditions: [],
        actions: [{ kind: "send-text", text: "Hello!" }],
        restMinutes: 0,
        mostPerHour: 1000,
        isLast: false,
      });
      assert.ok("id" in made, JSON.stringify(made));
    }
    await asked(shop);
    await drain(shop);
    const before = await shop.cells("select id from rule_firings");
    await shop.receive(tapped("t", await shop.token(), 3));
    shop.clock.advance(3_600_000);
    await drain(shop);
    assert.deepEqual(await shop.cells("select id from rule_firings"), before);
    assert.deepEqual(await shop.cells("select id from rule_occurrences"), []);
  });

  it("goes when its conversation goes", async () => {
    await using shop = await satisfiedShop();
    await asked(shop);
    await shop.receive(tapped("t", await shop.token(), 3));
    await inWorkspace(shop.app.db, shop.workspaceId, (tx) =>
      tx.deleteFrom("conversations").execute(),
    );
    assert.deepEqual(await shop.cells("select id from satisfaction_requests"), []);
  });
});

/** A conversation that was closed, and whose contact was asked. */
async function asked(shop: SatisfiedShop): Promise<void> {
  const id = await shop.talk("1");
  await shop.set(id, "closed");
  await markConversationRead(shop.app, shop.member, id);
  await shop.ask();
}

async function drain(shop: SatisfiedShop): Promise<void> {
  while ((await fireDueRules(shop.app)) > 0) continue;
}
