import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Facts, Line, Memory } from "./facts.ts";
import { type Decision, fire } from "./fire.ts";
import type { Condition, Rule, Trigger } from "./rule.ts";
import { NOON, NOTHING_REMEMBERED, PLAIN, facts, rule } from "./testing/rule-samples.ts";

const ago = (minutes: number) => new Date(NOON.getTime() - minutes * 60_000);
const days = (count: number) => count * 24 * 60;

describe("what sets a rule off", () => {
  triggered("a message, by any rule about messages", { kind: "message" }, {}, true);
  triggered("a first message", { kind: "greeting", afterDays: null }, {}, true);
  triggered(
    "no second message",
    { kind: "greeting", afterDays: null },
    { previousInboundAt: ago(days(400)) },
    false,
  );
  triggered(
    "a message after fourteen days",
    { kind: "greeting", afterDays: 14 },
    { previousInboundAt: ago(days(14)) },
    true,
  );
  triggered(
    "no message a minute before fourteen days are over",
    { kind: "greeting", afterDays: 14 },
    { previousInboundAt: ago(days(14) - 1) },
    false,
  );
  triggered("a silence that still lasts", silence(30), silent(30, true), true);
  triggered("no silence that was ended", silence(30), silent(30, false), false);
  triggered("no silence of another length", silence(30), silent(60, true), false);
  triggered(
    "no silence in a closed conversation",
    silence(30),
    { ...silent(30, true), work: { ...facts().work, state: "closed" } },
    false,
  );

  function triggered(name: string, trigger: Trigger, some: Partial<Facts>, expected: boolean) {
    it(`is ${name}`, () => {
      assert.equal(decide({ trigger }, some).length, expected ? 1 : 0);
    });
  }
});

describe("what has to be so as well", () => {
  holds("a word in other letters", text("word", "PRICE"), says("What is the price?"), true);
  holds("no part of a word when words are asked for", text("word", "pri"), says("price"), false);
  holds(
    "two words that follow each other",
    text("word", "opening hours"),
    says("Opening  hours?"),
    true,
  );
  holds("a part of a word", text("part", "pri"), says("price"), true);
  holds("ё as е", text("word", "еще"), says("Ещё"), true);
  holds("the whole text", text("exact", "menu"), says(" Menu "), true);
  holds("not the whole text and more", text("exact", "menu"), says("menu please"), false);
  holds("a pattern", { kind: "pattern", pattern: "AB-1" }, says("It is AB-1"), true);
  holds("no text in what has none", text("part", "a"), says(""), false);
  holds("the channel", { kind: "channel", channelIds: ["shop"] }, {}, true);
  holds("another channel", { kind: "channel", channelIds: ["desk"] }, {}, false);
  holds("a country", { kind: "country", how: "in", codes: ["ar", "UY"] }, {}, true);
  holds("not in a country", { kind: "country", how: "not-in", codes: ["DE"] }, {}, true);
  holds("a language", { kind: "language", how: "in", codes: ["ru"] }, {}, false);
  holds("a field", { kind: "field", key: "vip", how: "is-filled", value: "" }, {}, false);
  holds("office hours", { kind: "hours", during: "office-hours" }, {}, true);
  holds("nobody there", { kind: "team", presence: "nobody" }, {}, false);
  holds("no label of these", { kind: "labels", how: "none", labelIds: ["spam"] }, {}, true);
  holds("nobody's conversation", { kind: "assignee", who: "nobody", memberIds: [] }, {}, true);
  holds("a state", { kind: "state", states: ["closed"] }, {}, false);

  function holds(name: string, condition: Condition, some: Partial<Facts>, expected: boolean) {
    it(`is ${name}: ${expected}`, () => {
      assert.equal(decide({ conditions: [condition] }, some).length, expected ? 1 : 0);
    });
  }
});

describe("what keeps a rule from firing", () => {
  held(
    "its rest in this conversation",
    { restMinutes: 60 },
    { lastFiredAt: last(ago(59)) },
    "resting",
  );
  held("nothing once it has rested", { restMinutes: 60 }, { lastFiredAt: last(ago(60)) }, null);
  held("a storm of its own", {}, { firedInHour: new Map([["answer", 1000]]) }, "storm");
  held("five messages in the hour", {}, { sentAt: times(5, 30) }, "send-budget");
  held("nothing when they are an hour old", {}, { sentAt: times(5, 60) }, null);
  held("twenty messages in the day", {}, { sentAt: times(20, 90) }, "send-budget");
  held("thirty firings in the hour", {}, { firedAt: times(30, 30) }, "fire-budget");
  held(
    "answers that come at once, the third time",
    {},
    { lines: [...atOnce(8), ...atOnce(4), own(NOON, -1)] },
    "answering-machine",
  );
  held("nothing the second time", {}, { lines: [...atOnce(4), own(NOON, -1)] }, null);
  held(
    "the same text for the fourth time, each after a rule wrote",
    {},
    { lines: [180, 120, 60].flatMap((it) => [heard("Hello there", it), own(ago(it), 5)]) },
    "answering-machine",
  );
  held(
    "nothing when a person repeats it to a person",
    {},
    { lines: [180, 120, 60].map((it) => heard("Hello there", it)) },
    null,
  );

  it("is a closed window, unless it has a template for it", () => {
    const gone = { ...silent(60 * 30, true), lastInboundAt: ago(60 * 30) };
    const when = { trigger: silence(60 * 30) } as const;
    assert.deepEqual(decide(when, gone).map(became), ["window-closed"]);
    const values = {};
    const template = { kind: "send-template", name: "back", language: "en", values } as const;
    const actions = [
      { kind: "send-text", text: "Hi" },
      { ...template, when: "closed-window" },
    ] as const;
    const [decision] = decide({ ...when, actions }, gone);
    assert.ok(decision?.does === "fire");
    assert.deepEqual(
      decision.actions.map(({ leftOut }) => leftOut),
      ["window-closed", null],
    );
    const [inside] = decide({ actions }, {});
    assert.ok(inside?.does === "fire");
    assert.deepEqual(
      inside.actions.map(({ leftOut }) => leftOut),
      [null, "window-open"],
    );
  });

  it("is that the message is more than an hour old", () => {
    const old = { kind: "message", messageId: "m", at: ago(61), text: "Hi" } as const;
    assert.deepEqual(decide({}, { occurrence: old }).map(became), ["late"]);
  });

  it("lets a label through where a message would be too much", () => {
    const actions = [{ kind: "add-label", labelId: "new" }] as const;
    const memory = { ...NOTHING_REMEMBERED, sentAt: times(20, 1) };
    assert.deepEqual(decide({ actions }, { memory }).map(became), ["fire"]);
  });

  function held(name: string, some: Partial<Rule>, memory: Partial<Memory>, guard: string | null) {
    it(`is ${name}`, () => {
      const remembered = { ...NOTHING_REMEMBERED, ...memory };
      assert.deepEqual(decide(some, { memory: remembered }).map(became), [guard ?? "fire"]);
    });
  }
});

describe("several rules", () => {
  it("fire in their order, up to one that is the last", () => {
    const rules = ["a", "b", "c"].map((id) => rule({ id, isLast: id === "b" }));
    const fired = fire(NOON, { rules, around: PLAIN }, facts());
    assert.deepEqual(
      fired.map((it) => it.rule.id),
      ["a", "b"],
    );
  });

  it("share one budget within one occurrence", () => {
    const rules = Array.from({ length: 9 }, (_, n) => rule({ id: `r${n}` }));
    const fired = fire(NOON, { rules, around: PLAIN }, facts());
    assert.deepEqual(fired.map(became), [
      ...Array.from({ length: 5 }, () => "fire"),
      ...Array.from({ length: 4 }, () => "send-budget"),
    ]);
  });

  it("leave out one that is off", () => {
    assert.deepEqual(decide({ isOn: false }, {}), []);
  });
});

function decide(some: Partial<Rule>, about: Partial<Facts>): Decision[] {
  return fire(NOON, { rules: [rule(some)], around: PLAIN }, facts(about));
}

function became(decision: Decision): string {
  return decision.does === "hold" ? decision.because : "fire";
}

function silence(afterMinutes: number): Trigger {
  return { kind: "member-silent", afterMinutes };
}

function silent(afterMinutes: number, stillSilent: boolean): Partial<Facts> {
  const at = ago(afterMinutes);
  const occurrence = {
    kind: "member-silent",
    messageId: "m1",
    at,
    afterMinutes,
    stillSilent,
  } as const;
  return { occurrence, lastInboundAt: at };
}

function text(how: "word" | "part" | "exact", phrase: string): Condition {
  return { kind: "text", how, phrases: [phrase] };
}

function says(words: string): Partial<Facts> {
  return { occurrence: { kind: "message", messageId: "m1", at: NOON, text: words } };
}

function last(at: Date): Map<string, Date> {
  return new Map([["answer", at]]);
}

function times(count: number, minutes: number): Date[] {
  return Array.from({ length: count }, () => ago(minutes));
}

function own(at: Date, seconds: number): Line {
  return { from: "rule", text: "Thank you", at: new Date(at.getTime() + seconds * 1000) };
}

function heard(words: string, minutes: number): Line {
  return { from: "contact", text: words, at: ago(minutes) };
}

/** A rule's message and an answer one second after it. */
function atOnce(minutes: number): Line[] {
  return [own(ago(minutes), -1), heard(`Again ${minutes}`, minutes)];
}
