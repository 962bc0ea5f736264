import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { examine } from "./examine.ts";
import type { HealthFacts } from "./facts.ts";
import {
  type Check,
  SEVERITIES,
  brakeFor,
  gradeOf,
  keptFindings,
  parseBefore,
  rankOf,
  worstOf,
} from "./finding.ts";
import { sampleTexts } from "./text-sample.ts";
import { NOON, NOTHING_SENT, UNPROVEN, daysAgo, signals, wellFacts } from "./testing/facts.ts";
import { tierBudgetOf } from "./tier.ts";

describe("examine", () => {
  it("finds nothing at a number with which all is well", () => {
    const findings = examine(NOON, wellFacts(), {});
    assert.equal(worstOf(findings), "ok");
    assert.equal(brakeFor(findings), "none");
  });

  const told = NOON.toISOString();
  const { account } = wellFacts();

  finds("a quality that has fallen to yellow", { quality: "yellow" }, "quality warning slow");
  finds("a red quality", { quality: "red" }, "quality critical pause-marketing");
  finds("one that was red this week", { worstQuality: "red" }, "quality notice none");

  finds(
    "a handful of blocks at a number that sends little",
    { sentToday: 300, signals: signals({ blocked: 5 }) },
    "blocks critical pause-marketing",
  );
  finds("three of a thousand", { signals: signals({ blocked: 3 }) }, "blocks warning slow");
  finds(
    "nothing in as many of a hundred thousand",
    { sentToday: 100_000, signals: signals({ blocked: 5 }) },
    null,
  );
  finds(
    "what WhatsApp itself holds back",
    { signals: signals({ unwanted: 300 }) },
    "blocks warning slow",
  );
  finds(
    "a hold for spam",
    { signals: signals({ "spam-held": 1 }) },
    "spam-hold critical pause-marketing",
  );

  finds(
    "people who want no more",
    { signals: signals({ "opted-out": 40 }) },
    "opt-outs warning slow",
  );
  finds(
    "people who took their consent back",
    { sentToday: 100, consent: { without: 0, refused: 0, people: [], withdrawn: 20 } },
    "opt-outs critical pause-marketing",
  );
  finds(
    "marketing that nobody agreed to",
    { consent: { without: 1, refused: 0, people: [], withdrawn: 0 } },
    "consent critical pause-marketing",
  );
  finds(
    "attempts at it that were refused",
    { consent: { without: 0, refused: 60, people: [], withdrawn: 0 } },
    "consent warning none",
  );
  finds(
    "notices to people who never agreed to anything",
    { tier: UNPROVEN, sample: { ...NOTHING_SENT, count: 40, people: 40, strangers: 30 } },
    "consent warning slow",
  );

  finds(
    "a disabled account",
    { account: { ...account, ban: { at: told, state: "disabled", on: "2026-11-23" } } },
    "account critical pause-all",
  );
  finds(
    "one that will be disabled",
    { account: { ...account, ban: { at: told, state: "scheduled", on: "2026-12-01" } } },
    "account critical pause-marketing",
  );
  finds(
    "nothing in one that was taken back",
    { account: { ...account, ban: { at: told, state: "reinstated", on: null } } },
    null,
  );
  finds(
    "a restriction that holds",
    {
      account: {
        ...account,
        restriction: { at: told, of: [{ what: "starts", until: "2026-11-24T00:00:00.000Z" }] },
      },
    },
    "account critical pause-marketing",
  );
  finds(
    "nothing in one that is over",
    {
      account: {
        ...account,
        restriction: { at: told, of: [{ what: "starts", until: "2026-11-22T00:00:00.000Z" }] },
      },
    },
    null,
  );
  finds(
    "a rule that was broken",
    { account: { ...account, violation: { at: told, rule: "SCAM", remedy: null } } },
    "account critical pause-marketing",
  );
  finds(
    "a number that cannot send",
    {
      standing: {
        canSend: "blocked",
        registeredAt: null,
        problems: [{ about: "WABA", what: "No payment method.", remedy: null }],
      },
    },
    "account critical pause-marketing",
  );

  const template = {
    name: "sale",
    language: "en",
    status: "approved",
    category: "marketing",
    quality: "green",
    change: null,
  } as const;
  finds(
    "a template that was paused just now",
    {
      templates: [
        {
          ...template,
          status: "paused",
          change: { at: NOON, what: "status", before: "approved" },
        },
      ],
    },
    "templates warning slow",
  );
  finds(
    "a paused template behind one that only became dearer",
    {
      templates: [
        { ...template, name: "dear", change: { at: NOON, what: "category", before: "utility" } },
        {
          ...template,
          status: "paused",
          change: { at: NOON, what: "status", before: "approved" },
        },
      ],
    },
    "templates warning slow",
  );
  finds(
    "one that was disabled just now",
    {
      templates: [
        { ...template, status: "disabled", change: { at: NOON, what: "status", before: "paused" } },
      ],
    },
    "templates critical slow",
  );
  finds(
    "one that was moved to another category",
    { templates: [{ ...template, change: { at: NOON, what: "category", before: "utility" } }] },
    "templates warning none",
  );
  finds("a red mark", { templates: [{ ...template, quality: "red" }] }, "templates warning none");

  finds("too many a minute", { tier: UNPROVEN, busiestMinute: 60 }, "pace-minute warning slow");
  finds("nothing in as many of a known number", { busiestMinute: 600 }, null);
  finds(
    "a day that is used up",
    { tier: tierBudgetOf({ tier: "TIER_10K", used: 10_000, reserved: 0 }) },
    "pace-day warning none",
  );
  finds(
    "a fresh number that writes as if it were known",
    { registeredAt: daysAgo(0), tier: tierBudgetOf({ tier: "TIER_250", used: 60, reserved: 0 }) },
    "fresh warning slow",
  );
  finds(
    "a fresh number",
    { registeredAt: daysAgo(3), tier: tierBudgetOf({ tier: "TIER_10K", used: 9, reserved: 0 }) },
    "fresh notice none",
  );

  finds(
    "one text for all",
    { tier: UNPROVEN, sample: sampleOf(60, () => "Sale today!") },
    "sameness warning slow",
  );
  finds("nothing in texts with a name", { sample: sampleOf(60, (n) => `Ana ${n}, sale!`) }, null);
  finds(
    "links that hide where they lead",
    { tier: UNPROVEN, sample: sampleOf(20, (n) => `Ana ${n}: https://bit.ly/x${n}`) },
    "links warning slow",
  );
  finds(
    "links in most texts",
    { sample: sampleOf(20, (n) => `Ana ${n}: https://shop.example/${n}`) },
    "links notice none",
  );
  finds(
    "a number that nobody answers",
    {
      tier: UNPROVEN,
      week: { incoming: 0, outgoing: 500, delivered: 500, read: 400, failed: 0 },
    },
    "incoming warning slow",
  );
  finds(
    "messages that nobody reads",
    { week: { incoming: 100, outgoing: 1_000, delivered: 990, read: 50, failed: 10 } },
    "reads warning none",
  );

  it("finds the same when it looks twice, and no more for having looked before", () => {
    const figures = fc.record({
      blocked: fc.nat({ max: 30 }),
      used: fc.nat({ max: 300 }),
      refused: fc.nat({ max: 80 }),
      incoming: fc.nat({ max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(figures, { minLength: 1, maxLength: 20 }), (story) => {
        let before = {};
        for (const { blocked, used, refused, incoming } of story) {
          const facts = wellFacts({
            signals: signals({ blocked }),
            tier: tierBudgetOf({ tier: "TIER_250", used, reserved: 0 }),
            consent: { without: 0, refused, people: [], withdrawn: 0 },
            week: { incoming, outgoing: 500, delivered: 500, read: 400, failed: 0 },
          });
          const fresh = examine(NOON, facts, {});
          const findings = examine(NOON, facts, before);
          for (const [n, found] of findings.entries()) {
            const alone = fresh[n];
            assert.ok(alone && rankOf(found.severity) >= rankOf(alone.severity), found.check);
          }
          before = parseBefore(findings);
          assert.deepEqual(parseBefore(examine(NOON, facts, before)), before);
        }
      }),
      { numRuns: 60 },
    );
  });

  /** `expected`: the check, its severity and the brake it asks for; null when nothing else is found. */
  function finds(what: string, changes: Partial<HealthFacts>, expected: string | null) {
    it(`finds ${what}`, () => {
      const findings = examine(NOON, wellFacts(changes), {});
      const found = findings
        .filter(({ severity }) => severity !== "ok")
        .map(({ check, severity, brake }) => `${check} ${severity} ${brake}`);
      if (expected === null) assert.deepEqual(found, []);
      else assert.ok(found.includes(expected), found.join(", "));
    });
  }

  function sampleOf(count: number, textOf: (n: number) => string) {
    return sampleTexts(
      Array.from({ length: count }, (_, n) => ({
        conversationId: `c${n}`,
        name: null,
        recipient: `p${n}`,
        isKnown: true,
        content: { kind: "text", text: textOf(n) } as const,
      })),
    );
  }
});

describe("gradeOf", () => {
  const steps = { notice: 10, warning: 20, critical: 40 };

  it("reaches a step at its figure", () => {
    assert.deepEqual(
      [9, 10, 20, 40].map((n) => gradeOf(n, steps, "ok")),
      [...SEVERITIES],
    );
  });

  it("leaves a step only a fifth below", () => {
    assert.equal(gradeOf(16, steps, "warning"), "warning");
    assert.equal(gradeOf(15.9, steps, "warning"), "notice");
    assert.equal(gradeOf(19.9, steps, "notice"), "notice");
  });
});

describe("keptFindings", () => {
  it("leaves out what another version has written", () => {
    const kept: unknown[] = [
      { check: "blocks", severity: "warning" },
      { check: "moon" satisfies string, severity: "ok" },
      { check: "links" satisfies Check, severity: "awful" },
      null,
    ];
    assert.deepEqual(keptFindings(kept), [{ check: "blocks", severity: "warning" }]);
    assert.deepEqual(keptFindings({}), []);
  });
});
