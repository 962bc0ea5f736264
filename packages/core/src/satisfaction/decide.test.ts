import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type AskDecision, type AskFacts, decideAsking } from "./decide.ts";

const NOON = new Date("2026-11-22T12:00:00Z");
const HOUR_MS = 3_600_000;
const TEMPLATE = { name: "how_was_it", language: "en", scores: [3, 2, 1] };

describe("decideAsking", () => {
  check("asks by a message while the window is open", {}, "message");
  check("asks nobody while it is off", { settings: settings({ isOn: false }) }, "off");
  check("asks nobody on a number that was not chosen", { channelId: "other" }, "off");
  check("asks nobody whose conversation is open again", { status: "open" }, "reopened");
  check("asks nobody whom the number does not hear", { isBlocked: true }, "blocked");
  check("asks nobody who wants no such messages", { hasOptedOut: true }, "opted-out");
  check("asks nobody whom nobody answered", { answeredAt: null }, "not-answered");
  check("takes no answer from before it began", { beganAt: ago(0.5) }, "not-answered");
  check("asks nobody again within the days of rest", { lastAskedAt: ago(29 * 24) }, "asked-lately");
  check("asks again at exactly the days of rest", { lastAskedAt: ago(30 * 24) }, "message");
  check(
    "asks nobody outside the window without a template",
    { lastInboundAt: ago(24) },
    "window-closed",
  );
  check(
    "asks by the template outside the window",
    { lastInboundAt: ago(24), settings: settings({ template: TEMPLATE }) },
    "template",
  );
  check(
    "asks by the template whoever never wrote",
    { lastInboundAt: null, settings: settings({ template: TEMPLATE }) },
    "template",
  );

  it("asks only where nothing speaks against it, whatever the facts", () => {
    fc.assert(
      fc.property(anyFacts(), (facts) => {
        const decided = decideAsking(NOON, facts);
        if (decided.ask === null) return;
        assert.ok(facts.settings.isOn && facts.status === "closed");
        assert.ok(!facts.isBlocked && !facts.hasOptedOut && facts.answeredAt !== null);
        const { lastInboundAt, lastAskedAt, settings: chosen } = facts;
        const restMs = chosen.restDays * 24 * HOUR_MS;
        assert.ok(lastAskedAt === null || NOON.getTime() - lastAskedAt.getTime() >= restMs);
        const isOpen =
          lastInboundAt !== null && NOON.getTime() - lastInboundAt.getTime() < 24 * HOUR_MS;
        assert.equal(decided.ask === "message", isOpen);
        assert.ok(decided.ask === "message" || chosen.template !== null);
      }),
    );
  });

  function check(
    name: string,
    some: Partial<AskFacts>,
    expected: "message" | "template" | Extract<AskDecision, { ask: null }>["because"],
  ) {
    it(name, () => {
      const decided = decideAsking(NOON, { ...FACTS, ...some });
      assert.equal(decided.ask ?? decided.because, expected);
    });
  }
});

function settings(some: Partial<AskFacts["settings"]> = {}): AskFacts["settings"] {
  return { isOn: true, channelIds: ["shop"], restDays: 30, template: null, ...some };
}

const FACTS: AskFacts = {
  settings: settings(),
  channelId: "shop",
  status: "closed",
  lastInboundAt: ago(2),
  answeredAt: ago(1),
  beganAt: ago(2),
  lastAskedAt: null,
  isBlocked: false,
  hasOptedOut: false,
};

function ago(hours: number): Date {
  return new Date(NOON.getTime() - hours * HOUR_MS);
}

function anyFacts(): fc.Arbitrary<AskFacts> {
  const time = fc.option(fc.double({ min: 0, max: 1_000, noNaN: true }).map(ago));
  return fc.record({
    settings: fc.record({
      isOn: fc.boolean(),
      channelIds: fc.option(fc.subarray(["shop", "desk"])),
      restDays: fc.integer({ min: 0, max: 40 }),
      template: fc.option(fc.constant(TEMPLATE)),
    }),
    channelId: fc.constantFrom("shop", "desk"),
    status: fc.constantFrom("open" as const, "pending" as const, "closed" as const),
    lastInboundAt: time,
    answeredAt: time,
    beganAt: time,
    lastAskedAt: time,
    isBlocked: fc.boolean(),
    hasOptedOut: fc.boolean(),
  });
}
