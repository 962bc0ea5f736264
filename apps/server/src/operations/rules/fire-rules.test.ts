import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { RuleDraftJson } from "@galka/contract/json/rule";
import { idOf } from "@galka/core/kernel/ids";
import { echo, history, says, second } from "../../testing/meta-bodies.ts";
import { type TestApp, startTestApp } from "../../testing/test-app.ts";
import { rowsOf, threadLines } from "../../testing/thread-lines.ts";
import { sendMessage } from "../messages/send-message.ts";
import { fireDueRules } from "./fire-rules.ts";
import { createRule, updateRule } from "./write-rules.ts";

const START = new Date(Number(second(0)) * 1000);
const FIRINGS = "select outcome, because, kind from rule_firings order by at, id";

describe("the rules", () => {
  it("answer a message once, by their name, however often it is told and they are asked", async () => {
    await using test = await startShop();
    await create(test, {});
    await test.receive(says("1", "What are your hours?"), says("1", "What are your hours?"));
    await Promise.all([fireDueRules(test.app), fireDueRules(test.app)]);
    await fireAll(test);
    await test.receive(says("1", "What are your hours?"));
    await fireAll(test);

    assert.deepEqual(
      (await threadLines(test)).map(({ said, status }) => `${said} ${status}`),
      ["What are your hours? received", "Nine to six, Luz queued"],
    );
    assert.deepEqual(await rowsOf(test, FIRINGS), [
      { outcome: "fired", because: null, kind: "message" },
    ]);
    assert.deepEqual(
      await rowsOf(
        test,
        "select author_rule_name as name, author_member_id as member from messages where direction = 'out'",
      ),
      [{ name: "Hours", member: null }],
    );
    assert.deepEqual(await rowsOf(test, "select lane, purpose from sends"), [
      { lane: "utility", purpose: "service" },
    ]);
  });

  it("write a note for the team by their name, which is never sent", async () => {
    await using test = await startShop();
    await create(test, { actions: [{ kind: "add-note", text: "{{name}} asked for the hours" }] });
    await test.receive(says("1", "What are your hours?"));
    await fireAll(test);
    assert.deepEqual(
      await rowsOf(
        test,
        "select content ->> 'text' as text, author_rule_name as name from messages where direction = 'note'",
      ),
      [{ text: "Luz asked for the hours", name: "Hours" }],
    );
    assert.deepEqual(await rowsOf(test, "select * from sends where kind = 'message'"), []);
  });

  it("leave nothing to look at where none is on", async () => {
    await using test = await startShop();
    await create(test, { isOn: false });
    await test.receive(says("1", "hours"));
    assert.deepEqual(await rowsOf(test, "select * from rule_occurrences"), []);
  });

  it("do all or nothing when what they do breaks half-way", async () => {
    await using test = await startShop();
    await create(test, {});
    await test.receive(says("1", "hours"));
    const broken = { ...test.app, ids: { next: () => idOf<never>("no uuid") } };
    await assert.rejects(fireDueRules(broken));
    assert.deepEqual(await rowsOf(test, "select count(*)::int as n from rule_occurrences"), [
      { n: 1 },
    ]);
    await fireAll(test);
    assert.equal((await threadLines(test)).length, 2);
  });

  it("say in the log why they did not fire", async () => {
    await using test = await startShop();
    await create(test, { restMinutes: 60 });
    await test.receive(says("1", "hours", 0));
    await fireAll(test);
    test.clock.advance(10_000);
    await test.receive(says("2", "hours again", 10));
    await fireAll(test);
    assert.deepEqual(await rowsOf(test, FIRINGS), [
      { outcome: "fired", because: null, kind: "message" },
      { outcome: "held", because: "resting", kind: "message" },
    ]);
  });

  it("count a storm over all conversations, those of one round among them", async () => {
    await using test = await startShop();
    await create(test, { mostPerHour: 2 });
    const people = [1, 2, 3, 4].map((n) => ({ wa_id: `549115555010${n}`, name: `P${n}` }));
    await test.receive(...people.map((person, n) => says(`${n}`, "hours", 0, person)));
    await fireAll(test);
    const outcomes = await rowsOf(test, "select outcome from rule_firings order by outcome");
    assert.deepEqual(
      outcomes.map((it) => Object.values(it)[0]),
      ["fired", "fired", "held", "held"],
    );
  });

  it("do not answer what was written long ago", async () => {
    await using test = await startShop();
    await create(test, {});
    test.clock.advance(2 * 3_600_000);
    await test.receive(says("1", "hours"));
    await fireAll(test);
    assert.deepEqual(await rowsOf(test, FIRINGS), []);
  });

  it("remind the team of a contact who waits, unless somebody answered", async () => {
    await using test = await startShop();
    const trigger = { kind: "member-silent", afterMinutes: 30 } as const;
    await create(test, { trigger, conditions: [], actions: [{ kind: "remind" }] });
    await test.receive(says("1", "Hello"), says("2", "Anybody?", 5));
    test.clock.advance(29 * 60_000);
    await fireAll(test);
    assert.deepEqual(await rowsOf(test, FIRINGS), []);
    test.clock.advance(2 * 60_000);
    await fireAll(test);
    assert.deepEqual(await rowsOf(test, FIRINGS), [
      { outcome: "fired", because: null, kind: "member-silent" },
    ]);

    await test.receive(says("3", "Hello?", 40 * 60));
    test.clock.advance(10 * 60_000);
    await answer(test, "Here I am");
    test.clock.advance(60 * 60_000);
    await fireAll(test);
    assert.equal((await rowsOf(test, FIRINGS)).length, 1);
  });

  it("remind a contact who does not answer, inside the window only", async () => {
    await using test = await startShop();
    const trigger = { kind: "contact-silent", afterMinutes: 60 } as const;
    const late = { kind: "contact-silent", afterMinutes: 25 * 60 } as const;
    const actions = [{ kind: "send-text", text: "Are you still there?" }] as const;
    await create(test, { trigger, conditions: [], actions });
    await create(test, { name: "Late", trigger: late, conditions: [], actions });
    await test.receive(says("1", "Hello"));
    await answer(test, "Which size?");
    test.clock.advance(61 * 60_000);
    await fireAll(test);
    test.clock.advance(24 * 60 * 60_000);
    await fireAll(test);
    assert.deepEqual(await rowsOf(test, FIRINGS), [
      { outcome: "fired", because: null, kind: "contact-silent" },
      { outcome: "held", because: "window-closed", kind: "contact-silent" },
    ]);
  });

  it("change the work on a conversation and say so among its lines", async () => {
    await using test = await startShop();
    await create(test, {
      actions: [
        { kind: "set-priority", priority: "high" },
        { kind: "set-state", state: "pending" },
        { kind: "assign-member", memberId: "00000000-0000-4000-8000-00000000dead" },
      ],
    });
    await test.receive(says("1", "hours"));
    await fireAll(test);
    assert.deepEqual(
      await rowsOf(test, "select status, priority, assignee_id from conversations"),
      [{ status: "pending", priority: "high", assignee_id: null }],
    );
    const audit = await rowsOf(
      test,
      "select actor, action from audit_entries where conversation_id is not null order by action",
    );
    assert.deepEqual(audit, [
      { actor: "rule", action: "conversation-priority-changed" },
      { actor: "rule", action: "conversation-state-changed" },
    ]);
    assert.deepEqual(
      await rowsOf(test, "select actions -> 2 ->> 'became' as last from rule_firings"),
      [{ last: "refused" }],
    );
  });

  it("are set off neither by history nor by what was written on the phone", async () => {
    await using test = await startShop();
    const remind = [{ kind: "send-text", text: "Are you still there?" }] as const;
    const trigger = { kind: "contact-silent", afterMinutes: 30 } as const;
    await create(test, { conditions: [] });
    await create(test, { name: "Late", trigger, conditions: [], actions: remind });
    await test.receive(history("h1", "hours", -60), echo("e1", "Nine to six", -30));
    test.clock.advance(31 * 60_000);
    await fireAll(test);
    assert.deepEqual(await rowsOf(test, "select * from rule_firings"), []);
    assert.deepEqual(await rowsOf(test, "select * from rule_occurrences"), []);
  });

  it("go on counting when they are changed", async () => {
    await using test = await startShop();
    const id = await create(test, { restMinutes: 60 });
    await test.receive(says("1", "hours"));
    await fireAll(test);
    assert.ok(
      !("refused" in (await updateRule(test.app, test.member, idOf(id), { name: "Other" }))),
    );
    test.clock.advance(1000);
    await test.receive(says("2", "hours", 1));
    await fireAll(test);
    assert.deepEqual((await rowsOf(test, FIRINGS)).at(-1), {
      outcome: "held",
      because: "resting",
      kind: "message",
    });
  });
});

describe("writing a rule", () => {
  refuses("one without a name", { name: " " }, "name-missing");
  refuses("one that does nothing", { actions: [] }, "no-action");
  refuses(
    "a pattern that takes more than linear time",
    { conditions: [{ kind: "pattern", pattern: "(a+)\\1" }] },
    "pattern-unusable",
  );
  refuses(
    "an address that is not https",
    { actions: [{ kind: "webhook", url: "http://example.org/" }] },
    "address-unusable",
  );
  refuses(
    "a word that nobody can fill",
    { actions: [{ kind: "send-text", text: "{{surname}}" }] },
    "unknown-word",
  );

  it("is for those who may manage automations", async () => {
    await using test = await startShop();
    const member = { ...test.member, role: "member" } as const;
    assert.deepEqual(await createRule(test.app, member, draft({})), { refused: "forbidden" });
  });

  function refuses(name: string, some: Partial<RuleDraftJson>, problem: string) {
    it(`refuses ${name}`, async () => {
      await using test = await startShop();
      const made = await createRule(test.app, test.member, draft(some));
      assert.ok("refused" in made && made.refused === "rule-unusable");
      assert.deepEqual(
        made.problems.map((it) => it.problem),
        [problem],
      );
    });
  }
});

async function startShop(): Promise<TestApp> {
  const test = await startTestApp();
  test.clock.set(START);
  return test;
}

function draft(some: Partial<RuleDraftJson>): RuleDraftJson {
  return {
    name: "Hours",
    isOn: true,
    trigger: { kind: "message" },
    conditions: [{ kind: "text", how: "word", phrases: ["hours"] }],
    actions: [{ kind: "send-text", text: "Nine to six, {{first_name}}" }],
    restMinutes: 0,
    mostPerHour: 1000,
    isLast: false,
    ...some,
  };
}

async function create(test: TestApp, some: Partial<RuleDraftJson>): Promise<string> {
  const made = await createRule(test.app, test.member, draft(some));
  assert.ok("id" in made, JSON.stringify(made));
  return made.id;
}

async function fireAll(test: TestApp): Promise<void> {
  while ((await fireDueRules(test.app)) > 0) continue;
}

async function answer(test: TestApp, text: string): Promise<void> {
  const [row] = await rowsOf(test, "select id from conversations");
  assert.ok(row && "id" in row && typeof row.id === "string");
  const wish = { clientId: crypto.randomUUID(), draft: { kind: "text", text } } as const;
  const sent = await sendMessage(test.app, test.member, { ...wish, conversationId: idOf(row.id) });
  assert.ok("messageId" in sent, JSON.stringify(sent));
}
