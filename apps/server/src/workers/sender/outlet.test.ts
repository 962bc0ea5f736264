import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Limiter, createLimiter } from "@galka/core/channels/limiter";
import type { Lane } from "@galka/core/sends/send";
import type { Begun } from "./outlet.ts";
import { openOutlet } from "./outlet.ts";
import { begunTo } from "./testing/begun.ts";

describe("openOutlet", () => {
  it("lets a reply go before utility, and utility before marketing", () => {
    const { outlet, add, out, at } = outletOf(createLimiter(10));
    while (outlet.size() === 0) add("filler", "reply");
    add("campaign", "marketing");
    add("notice", "utility");
    add("reply", "reply");
    out.length = 0;
    for (let nowMs = 0; outlet.size() > 0; nowMs += 50) at(nowMs);
    assert.deepEqual(
      out.filter((it) => it !== "filler"),
      ["reply", "notice", "campaign"],
    );
  });

  it("uses the number to the full, and never lets out more than it may", () => {
    const { add, out, at } = outletOf(createLimiter(1000));
    for (let n = 0; n < 1200; n += 1) add(`${n}`, "marketing");
    for (let nowMs = 4; nowMs <= 1000; nowMs += 4) at(nowMs);
    assert.ok(out.length > 980, `${out.length} went out`);
    assert.ok(out.length <= 1000, `${out.length} went out`);
  });

  it("gives back what has not gone out, and lets out nothing of it any more", () => {
    const { outlet, add, out, at } = outletOf(createLimiter(10));
    for (const n of [1, 2, 3]) add(`${n}`, "marketing");
    assert.deepEqual(
      outlet.takeBack().map(({ it }) => it.send.id),
      ["2", "3"],
    );
    at(60_000);
    assert.deepEqual([out, outlet.size()], [["1"], 0]);
  });

  it("lets others pass whoever has to wait for their own sake", () => {
    const limiter = createLimiter(80);
    const { outlet, add, out, at } = outletOf(limiter);
    limiter.holdPair(6000, "luz");
    add("luz", "reply");
    add("ana", "reply");
    assert.deepEqual([out, outlet.size()], [["ana"], 1]);
    at(6000);
    assert.deepEqual([out, outlet.size()], [["ana", "luz"], 0]);
  });
});

/** An outlet with a clock that stands until it is set. */
function outletOf(limiter: Limiter) {
  let nowMs = 0;
  const out: string[] = [];
  const letOut = ({ it }: Begun): void => void out.push(it.send.recipient);
  const outlet = openOutlet(limiter, () => nowMs, letOut);
  return {
    outlet,
    out,
    add: (recipient: string, lane: Lane) => outlet.add([begunTo(recipient, lane)]),
    at(ms: number) {
      nowMs = ms;
      outlet.add([]);
    },
  };
}
