import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { array, assert as check, constantFrom, integer, property, record } from "fast-check";
import { grownTier, limitOf, mayReachOneMore, REACH } from "../../world/limits/messaging-tier.ts";
import { TIERS, type Tier } from "../kinds/limits.ts";
import { countDelivered, countReached, markDelivered, ReachCounts } from "./reached.ts";
import { Database } from "../sqlite.ts";

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

type Reached = { readonly at: number; readonly person: string };

describe("a messaging limit", () => {
  it("counts a person once, and for exactly 24 hours", () => {
    const db = new Database(":memory:");
    const reach = new ReachCounts(db, REACH.limitMs);
    reach.add(0, "b", "ana");
    reach.add(HOUR, "b", "ana");
    reach.add(2 * HOUR, "b", "ben");
    assert.equal(reach.count(2 * HOUR, "b"), 2);
    assert.equal(reach.count(25 * HOUR - 1, "b"), 2);
    assert.equal(reach.count(25 * HOUR, "b"), 1);
    assert.equal(reach.count(26 * HOUR, "b"), 0);
    db.close();
  });

  it("lets those through who are counted already, and one fewer than the limit besides", () => {
    assert.equal(mayReachOneMore("TIER_250", 249, false), true);
    assert.equal(mayReachOneMore("TIER_250", 250, false), false);
    assert.equal(mayReachOneMore("TIER_250", 250, true), true);
    assert.equal(mayReachOneMore("TIER_UNLIMITED", 1e9, false), true);
  });

  const steps = array(
    record({
      wait: constantFrom(0, 1, HOUR, 6 * HOUR, 23 * HOUR, DAY, 3 * DAY, -5 * HOUR),
      person: integer({ min: 1, max: 12 }),
    }),
    { maxLength: 80 },
  );

  it("agrees with a list of everybody who was ever written to, whichever way the clock goes", () => {
    check(
      property(steps, constantFrom(3, 6, 100), (all, limit) => {
        const db = new Database(":memory:");
        const reach = new ReachCounts(db, REACH.limitMs);
        const story: Reached[] = [];
        let now = 100 * DAY;
        for (const { wait, person: id } of all) {
          now += wait;
          const person = `p${id}`;
          const counted = reach.has(now, "b", person);
          assert.equal(counted, within(story, now, DAY).has(person));
          assert.equal(reach.count(now, "b"), within(story, now, DAY).size);
          if (!counted && reach.count(now, "b") >= limit) continue;
          reach.add(now, "b", person);
          story.push({ at: now, person });
        }
        const growth = countReached(db, "b", now - REACH.growthMs, Number.MAX_SAFE_INTEGER);
        assert.equal(growth, within(story, now, REACH.growthMs).size);
        db.close();
      }),
      { numRuns: 60 },
    );
  });

  it("counts delivered people of 30 days once", () => {
    const db = new Database(":memory:");
    const reach = new ReachCounts(db, REACH.limitMs);
    for (const person of ["ana", "ben"]) reach.add(0, "b", person);
    for (const at of [0, DAY]) markDelivered(db, "b", "ana", at);
    assert.equal(countDelivered(db, "b", 31 * DAY - REACH.firstGrowthMs - 1), 1);
    assert.equal(countDelivered(db, "b", 31 * DAY - REACH.firstGrowthMs), 0);
    db.close();
  });
});

describe("the growth of a limit", () => {
  it("takes half of the limit in seven days with good quality, one step at a time", () => {
    check(
      property(
        constantFrom(...TIERS),
        integer({ min: 0, max: 120_000 }),
        integer({ min: 0, max: 4000 }),
        constantFrom(true, false),
        (tier, reachedCount, deliveredCount, goodQuality) => {
          const grown = grownTier({ tier, reachedCount, deliveredCount, goodQuality });
          assert.equal(grown, shouldBe(tier, reachedCount, deliveredCount, goodQuality));
        },
      ),
    );
  });
});

/** Latest time of each person, from the whole list; only then is it asked who is recent enough. */
function within(story: readonly Reached[], now: number, ms: number): ReadonlySet<string> {
  const latest = new Map(story.map(({ at, person }) => [person, at]));
  return new Set([...latest].filter(([, at]) => at > now - ms).map(([person]) => person));
}

function shouldBe(tier: Tier, reached: number, delivered: number, good: boolean): Tier {
  if (!good) return tier;
  if (tier === "TIER_250") return delivered >= 2000 ? "TIER_2K" : tier;
  if (tier === "TIER_2K") return reached >= 1000 ? "TIER_10K" : tier;
  if (tier === "TIER_10K") return reached >= 5000 ? "TIER_100K" : tier;
  if (tier === "TIER_100K") return reached >= 50_000 ? "TIER_UNLIMITED" : tier;
  assert.equal(limitOf(tier), null);
  return tier;
}
