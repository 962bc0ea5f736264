import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { array, assert as check, constantFrom, integer, property } from "fast-check";
import { type PairDebt, takePair } from "./pair-rate.ts";

type Borrowing = Parameters<typeof takePair>[2];

const SIX_SECONDS = 6000;

describe("the pair rate", () => {
  it("lets 45 messages through at once and not one more", () => {
    for (const borrowing of ["bucket", "burst"] as const) {
      assert.equal(count(verdicts(Array(60).fill(0), borrowing)), 45);
    }
  });

  it("lets one message in six seconds through for ever", () => {
    for (const borrowing of ["bucket", "burst"] as const) {
      const times = Array.from({ length: 500 }, (_, index) => index * SIX_SECONDS);
      assert.equal(count(verdicts(times, borrowing)), 500);
    }
  });

  it("asks two minutes of silence after a burst of 20, to the letter", () => {
    const burst: readonly number[] = Array(20).fill(0);
    assert.equal(verdicts([...burst, 119_999], "burst").at(-1), false);
    assert.equal(verdicts([...burst, 120_000], "burst").at(-1), true);
  });

  it("gives a place back every six seconds as a bucket", () => {
    const burst: readonly number[] = Array(45).fill(0);
    assert.equal(verdicts([...burst, 5999], "bucket").at(-1), false);
    assert.equal(verdicts([...burst, 6000], "bucket").at(-1), true);
    assert.deepEqual(verdicts([...burst, 6000, 6001], "bucket").slice(-2), [true, false]);
  });

  it("has no debt of a future that the clock was moved back from", () => {
    const burst: readonly number[] = Array(45).fill(1_000_000);
    assert.equal(verdicts([...burst, 0], "bucket").at(-1), true);
  });

  const gaps = array(constantFrom(0, 0, 0, 0, 1, 500, 2000, 5999, 6000, 6001, 20_000, 300_000), {
    maxLength: 200,
  });

  it("agrees with a list of all messages, as a bucket and to the letter", () => {
    check(
      property(gaps, integer({ min: 0, max: 1e12 }), (waits, start) => {
        const times = waits.reduce<number[]>(
          (all, wait) => [...all, (all.at(-1) ?? start) + wait],
          [],
        );
        assert.deepEqual(verdicts(times, "bucket"), judged(times, bucketAllows));
        assert.deepEqual(verdicts(times, "burst"), judged(times, burstAllows));
      }),
    );
  });
});

function verdicts(times: readonly number[], borrowing: Borrowing): readonly boolean[] {
  let debt: PairDebt | null = null;
  return times.map((now) => {
    const next = takePair(now, debt, borrowing);
    if (next !== null) debt = next;
    return next !== null;
  });
}

/** The slow way: of each message, ask all accepted ones before it. */
function judged(
  times: readonly number[],
  allows: (now: number, accepted: readonly number[]) => boolean,
): readonly boolean[] {
  const accepted: number[] = [];
  return times.map((now) => {
    const allowed = allows(now, accepted);
    if (allowed) accepted.push(now);
    return allowed;
  });
}

/** A bucket of 45 that each message empties by one and each six seconds fill by one. */
function bucketAllows(now: number, accepted: readonly number[]): boolean {
  let paidAt = Number.NEGATIVE_INFINITY;
  for (const at of accepted) paidAt = Math.max(paidAt, at) + SIX_SECONDS;
  const owed = Math.max(0, paidAt - now) / SIX_SECONDS;
  return owed + 1 <= 45;
}

/** Bursts of at most 45 in six seconds, each followed by six seconds of silence for every message. */
function burstAllows(now: number, accepted: readonly number[]): boolean {
  const bursts: number[][] = [];
  for (const at of accepted) {
    const last = bursts.at(-1);
    if (last !== undefined && at < (last[0] ?? 0) + last.length * SIX_SECONDS) last.push(at);
    else bursts.push([at]);
  }
  const last = bursts.at(-1);
  if (last === undefined) return true;
  const start = last[0] ?? 0;
  if (now >= start + last.length * SIX_SECONDS) return true;
  return now < start + SIX_SECONDS && last.length < 45;
}

function count(all: readonly boolean[]): number {
  return all.filter((it) => it).length;
}
