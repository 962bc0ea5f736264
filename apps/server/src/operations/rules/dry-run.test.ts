import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { idOf } from "@galka/core/kernel/ids";
import { says, second } from "../../testing/meta-bodies.ts";
import { type TestApp, startTestApp } from "../../testing/test-app.ts";
import { rowsOf } from "../../testing/thread-lines.ts";
import { sendMessage } from "../messages/send-message.ts";
import { dryRunRule } from "./dry-run.ts";
import { fireDueRules } from "./fire-rules.ts";
import { type RuleDraft, createRule } from "./write-rules.ts";

const START_MS = Number(second(0)) * 1000;
const STEPS = 130;
const TEXTS = ["What is the price?", "hello", "hello", "Order AB-17", "thanks", "hours?"];

const BASE = { isOn: true, restMinutes: 0, mostPerHour: 1000, isLast: false };
const send = (text: string) => [{ kind: "send-text", text } as const];
const RULES: readonly RuleDraft[] = [
  {
    ...BASE,
    name: "Greeting",
    trigger: { kind: "greeting", afterDays: 2 },
    conditions: [],
    actions: send("Welcome, {{name}}"),
  },
  {
    ...BASE,
    name: "Price",
    trigger: { kind: "message" },
    conditions: [{ kind: "text", how: "word", phrases: ["price", "hello"] }],
    actions: send("See our list"),
    mostPerHour: 3,
  },
  {
    ...BASE,
    name: "Order",
    trigger: { kind: "message" },
    conditions: [{ kind: "pattern", pattern: "[A-Z]{2}-\\d+" }],
    actions: [{ kind: "set-priority", priority: "high" }],
    restMinutes: 600,
  },
  {
    ...BASE,
    name: "Nobody answered",
    trigger: { kind: "member-silent", afterMinutes: 45 },
    conditions: [{ kind: "country", how: "in", codes: ["AR"] }],
    actions: [{ kind: "remind" }],
  },
  {
    ...BASE,
    name: "Still there?",
    trigger: { kind: "contact-silent", afterMinutes: 90 },
    conditions: [],
    actions: send("Are you still there?"),
  },
];

describe("the dry run", () => {
  it("counts what fires when the same history happens with the rules on", async () => {
    await using past = await startTestApp();
    await live(past);
    const ids = await create(past);
    const foretold: number[] = [];
    for (const [n, rule] of RULES.entries()) {
      const id = ids[n] ?? "";
      const run = await dryRunRule(past.app, past.member, { id, rule, days: 7 });
      assert.ok("fired" in run);
      assert.equal(run.isCut, false);
      foretold.push(run.fired);
    }
    assert.deepEqual(await rowsOf(past, "select * from rule_firings"), [], "nothing is written");

    await using real = await startTestApp();
    real.clock.set(new Date(START_MS));
    const realIds = await create(real);
    await live(real);
    const happened = await rowsOf(
      real,
      "select rule_id as id, count(*)::int as n from rule_firings where outcome = 'fired' group by 1",
    );
    const counts = new Map(happened.map((row) => Object.values(row)).map(([id, n]) => [id, n]));
    assert.deepEqual(
      foretold,
      realIds.map((id) => counts.get(id) ?? 0),
    );
    assert.ok(
      foretold.every((count) => count > 0),
      foretold.join(),
    );
  });
});

async function create(test: TestApp): Promise<string[]> {
  const ids: string[] = [];
  for (const rule of RULES) {
    const made = await createRule(test.app, test.member, rule);
    assert.ok("id" in made, JSON.stringify(made));
    ids.push(made.id);
  }
  return ids;
}

/** Six days of a shop, always the same: people write, and sometimes somebody answers. */
async function live(test: TestApp): Promise<void> {
  const dice = seeded(7);
  let at = 0;
  for (let step = 0; step < STEPS; step += 1) {
    at += 60 + Math.floor(dice() * dice() * 7800);
    await passTo(test, new Date(START_MS + at * 1000));
    const person = Math.floor(dice() * 6);
    if (dice() < 0.3) await answer(test, `P${person}`);
    else {
      const words = TEXTS[Math.floor(dice() * TEXTS.length)] ?? "";
      const who = { wa_id: `549115555010${person}`, name: `P${person}` };
      await test.receive(says(`${step}`, words, at, who));
    }
    await fireAll(test);
  }
  await passTo(test, new Date(START_MS + (at + 3 * 3600) * 1000));
}

/** Lets the time pass, so that each silence is noticed when it is due. */
async function passTo(test: TestApp, until: Date): Promise<void> {
  for (;;) {
    const [next] = await rowsOf(test, "select min(due_at) as at from rule_occurrences");
    const due = next && "at" in next && next.at instanceof Date ? next.at : null;
    if (!due || due > until) break;
    test.clock.set(due);
    await fireAll(test);
  }
  test.clock.set(until);
}

async function fireAll(test: TestApp): Promise<void> {
  while ((await fireDueRules(test.app)) > 0) continue;
}

async function answer(test: TestApp, name: string): Promise<void> {
  const [row] = await rowsOf(
    test,
    `select c.id from conversations c join contacts ct on ct.id = c.contact_id where ct.profile_name = '${name}'`,
  );
  if (!row || !("id" in row) || typeof row.id !== "string") return;
  const draft = { kind: "text", text: "Let me look" } as const;
  const wish = {
    conversationId: idOf<"conversation">(row.id),
    clientId: crypto.randomUUID(),
    draft,
  };
  const sent = await sendMessage(test.app, test.member, wish);
  assert.ok("messageId" in sent || sent.refused === "window-closed", JSON.stringify(sent));
}

/** The same numbers every time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
