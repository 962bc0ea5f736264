import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Line, Memory } from "./facts.ts";
import { fire, textsOf } from "./fire.ts";
import { BUDGET, remember } from "./guards.ts";
import { type PastDecision, replay } from "./replay.ts";
import type { Action, Rule, Trigger } from "./rule.ts";
import { NOON, NOTHING_REMEMBERED, PLAIN, facts, rule } from "./testing/rule-samples.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const anyTrigger: fc.Arbitrary<Trigger> = fc.oneof(
  fc.constant<Trigger>({ kind: "message" }),
  fc.record({
    kind: fc.constant("greeting" as const),
    afterDays: fc.option(fc.integer({ min: 1, max: 2 })),
  }),
  fc.record({
    kind: fc.constantFrom("member-silent" as const, "contact-silent" as const),
    afterMinutes: fc.integer({ min: 1, max: 200 }),
  }),
);
const anyAction: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("send-text" as const),
      text: fc.string({ minLength: 1 }),
    }),
  },
  fc.constant<Action>({
    kind: "send-template",
    name: "t",
    language: "en",
    values: {},
    when: "always",
  }),
  fc.constant<Action>({ kind: "add-label", labelId: "l" }),
  fc.constant<Action>({ kind: "set-state", state: "closed" }),
  fc.constant<Action>({ kind: "webhook", url: "https://example.org/hook" }),
);
const anyRules: fc.Arbitrary<Rule[]> = fc
  .array(
    fc.record({
      trigger: anyTrigger,
      actions: fc.array(anyAction, { minLength: 1, maxLength: 6 }),
      restMinutes: fc.constantFrom(0, 0, 5),
      mostPerHour: fc.constantFrom(7, 1000),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((all) => all.map((some, n) => rule({ ...some, id: `r${n}` })));

/** Messages of one conversation, seconds to hours apart, the same words again and again. */
const anyTalk = fc.array(
  fc.record({
    gapMs: fc.constantFrom(0, 1000, 1000, 30_000, 60_000, 20 * 60_000, 3 * HOUR_MS),
    text: fc.constantFrom("hi", "hi", "price", "thanks", ""),
    from: fc.constantFrom(
      "contact" as const,
      "contact" as const,
      "contact" as const,
      "member" as const,
    ),
  }),
  { maxLength: 120 },
);

describe("the bound of all rules", () => {
  it("holds for every set of rules and every sequence of messages", () => {
    fc.assert(
      fc.property(anyRules, fc.array(anyTalk, { minLength: 1, maxLength: 3 }), (rules, talks) => {
        const conversations = talks.map((talk, n) => pastOf(`c${n}`, talk));
        const until = new Date(NOON.getTime() + 60 * DAY_MS);
        const decided = replay(until, { rules, around: PLAIN }, conversations);
        const fired = decided.filter(({ decision }) => decision.does === "fire");

        for (const { id } of conversations) {
          const here = fired.filter(({ conversationId }) => conversationId === id);
          atMost(
            BUDGET.firingsPerHour,
            HOUR_MS,
            here.map(({ at }) => at),
          );
          const sends = here.flatMap((it) => sentBy(it).map(() => it.at));
          atMost(BUDGET.sendsPerHour, HOUR_MS, sends);
          atMost(BUDGET.sendsPerDay, DAY_MS, sends);
        }
        for (const { id, mostPerHour } of rules) {
          const own = fired.filter(({ decision }) => decision.rule.id === id);
          atMost(
            mostPerHour,
            HOUR_MS,
            own.map(({ at }) => at),
          );
          const keys = own.map(({ occurrence }) => `${occurrence.kind} ${occurrence.messageId}`);
          assert.equal(new Set(keys).size, keys.length, "a rule fired twice for one occurrence");
        }
      }),
      { numRuns: 150 },
    );
  });

  it("ends what two businesses' rules say to each other, however long they are let", () => {
    fc.assert(
      fc.property(
        anyRules,
        anyRules,
        fc.constantFrom(0, 500, 1000, 2500),
        (mine, theirs, lagMs) => {
          const { sent, isQuiet } = pingPong([answering(mine), answering(theirs)], lagMs, 5000);
          assert.ok(isQuiet, "they talk forever");
          // Whoever starts may be answered by as many rules as the hour allows, each way.
          assert.ok(sent <= 2 * BUDGET.sendsPerHour, `${sent} messages`);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("keeps two slow answering machines within a day's budget each", () => {
    const rules = [rule({ id: "always" })];
    const { times } = pingPong([rules, rules], 15 * 60_000, 1000);
    for (const own of times) atMost(BUDGET.sendsPerDay, DAY_MS, own);
    assert.ok(times[0].length + times[1].length <= 8, "the same text again and again is noticed");
  });
});

type Talk = readonly {
  readonly gapMs: number;
  readonly text: string;
  readonly from: "contact" | "member";
}[];

function pastOf(id: string, talk: Talk) {
  let at = NOON.getTime();
  const lines = talk.map(({ gapMs, text, from }, n) => {
    at += gapMs;
    return { id: `${id} ${n}`, from, text, at: new Date(at) };
  });
  const { channelId, contact, work } = facts();
  return { id, channelId, contact, work, previousInboundAt: null, lines };
}

function sentBy({ decision }: PastDecision): string[] {
  return decision.does === "fire" ? textsOf(decision.actions, facts()) : [];
}

/** At least one of them answers everything. */
function answering(rules: readonly Rule[]): Rule[] {
  return [...rules, rule({ id: "everything" })];
}

/** Two businesses that meet each other as a contact: what one sends is what the other hears. */
function pingPong(sides: readonly [readonly Rule[], readonly Rule[]], lagMs: number, most: number) {
  const memories = [NOTHING_REMEMBERED, NOTHING_REMEMBERED];
  const times: [Date[], Date[]] = [[], []];
  const waiting = [{ to: 0, text: "hello", at: NOON.getTime() }];
  for (let sent = 0; sent <= most;) {
    const next = waiting.shift();
    if (!next) return { sent, isQuiet: true, times };
    const { to, text } = next;
    const at = new Date(next.at);
    const memory = memories[to] ?? NOTHING_REMEMBERED;
    const occurrence = { kind: "message", messageId: `${to} ${sent}`, at, text } as const;
    const set = { rules: sides[to] ?? [], around: PLAIN };
    const about = facts({ occurrence, lastInboundAt: at, memory });
    const heard: Line = { from: "contact", text, at };
    let after: Memory = { ...memory, lines: [...memory.lines, heard] };
    for (const decision of fire(at, set, about)) {
      if (decision.does === "hold") continue;
      const texts = textsOf(decision.actions, about);
      after = remember(at, after, { ruleId: decision.rule.id, texts });
      for (const said of texts) {
        sent += 1;
        times[to === 0 ? 0 : 1].push(at);
        waiting.push({ to: 1 - to, text: said, at: next.at + lagMs });
      }
    }
    memories[to] = after;
  }
  return { sent: most, isQuiet: false, times };
}

function atMost(count: number, spanMs: number, unsorted: readonly Date[]): void {
  const times = unsorted.map((at) => at.getTime()).toSorted((a, b) => a - b);
  for (const [n, at] of times.entries()) {
    const first = times[n - count];
    assert.ok(first === undefined || at - first >= spanMs, `more than ${count} in ${spanMs} ms`);
  }
}
