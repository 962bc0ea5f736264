import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { PAIR_RATE, RateLimiter, THROUGHPUT } from "./rate-limit.ts";

const taken = (limiter: RateLimiter, now: number, tries: number) =>
  Array.from({ length: tries }, () => limiter.take(now, "pair", PAIR_RATE)).filter((it) => it)
    .length;

describe("the pair rate", () => {
  it("lets 45 messages through at once and not one more", () => {
    assert.equal(taken(new RateLimiter(), 0, 60), 45);
  });

  it("takes the burst from the time after: one message each six seconds", () => {
    const limiter = new RateLimiter();
    taken(limiter, 0, 45);
    assert.equal(taken(limiter, 5999, 5), 0);
    assert.equal(taken(limiter, 6000, 5), 1);
    assert.equal(taken(limiter, 6000 * 46, 60), 45);
  });

  it("counts each pair by itself", () => {
    const limiter = new RateLimiter();
    taken(limiter, 0, 60);
    assert.equal(limiter.take(0, "another pair", PAIR_RATE), true);
  });
});

describe("throughput", () => {
  it("is 80 messages a second for a standard number", () => {
    const limiter = new RateLimiter();
    const accepted = Array.from({ length: 200 }, () =>
      limiter.take(0, "number", THROUGHPUT.STANDARD),
    ).filter((it) => it).length;
    assert.equal(accepted, 80);
  });
});
