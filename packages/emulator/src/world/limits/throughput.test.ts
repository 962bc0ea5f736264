import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { THROUGHPUT, Throughput } from "./throughput.ts";

const taken = (throughput: Throughput, now: number, rate: keyof typeof THROUGHPUT) =>
  Array.from({ length: 1500 }, () => throughput.take(now, "number", THROUGHPUT[rate])).filter(
    (it) => it,
  ).length;

describe("throughput", () => {
  it("is 80 messages a second for a standard number and 1,000 for a high one", () => {
    assert.equal(taken(new Throughput(), 0, "STANDARD"), 80);
    assert.equal(taken(new Throughput(), 0, "HIGH"), 1000);
  });

  it("is whole again after a second", () => {
    const throughput = new Throughput();
    taken(throughput, 0, "STANDARD");
    assert.equal(taken(throughput, 500, "STANDARD"), 40);
    assert.equal(taken(throughput, 1500, "STANDARD"), 80);
  });

  it("has no debt of a future that the clock was moved back from", () => {
    const throughput = new Throughput();
    taken(throughput, 1_000_000, "STANDARD");
    assert.equal(taken(throughput, 0, "STANDARD"), 80);
  });

  it("has no debt of the next moment either", () => {
    const throughput = new Throughput();
    for (let count = 0; count < 40; count++) throughput.take(900, "number", THROUGHPUT.STANDARD);
    assert.equal(taken(throughput, 500, "STANDARD"), 80);
  });
});
