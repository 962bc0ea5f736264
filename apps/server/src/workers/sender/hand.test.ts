import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createLimiter } from "@galka/core/channels/limiter";
import type { Lane } from "@galka/core/sends/send";
import { type Hand, type Wanted, openHand } from "./hand.ts";
import { claimedTo } from "./testing/begun.ts";

const REPLIES = { of: "reply", most: 64 } as const;

describe("openHand", () => {
  it("chooses replies apart from what nobody waits for, and of it no more than may begin", () => {
    const hand = openHand();
    for (const n of [1, 2, 3]) put(hand, `campaign ${n}`, "marketing");
    put(hand, "notice", "utility");
    put(hand, "reply", "reply");
    const choose = (wanted: Wanted) =>
      hand.choose(createLimiter(80), 0, wanted).ready.map(({ send }) => send.id);
    assert.deepEqual(choose({ of: "patient", most: 2 }), ["notice", "campaign 1"]);
    assert.deepEqual(choose(REPLIES), ["reply"]);
    assert.deepEqual(choose({ of: "patient", most: 64 }), ["campaign 2", "campaign 3"]);
  });

  it("holds one person back without holding others back", () => {
    const hand = openHand();
    const limiter = createLimiter(80);
    limiter.holdPair(6000, "luz");
    put(hand, "to-luz", "reply", "luz");
    put(hand, "to-ana", "reply", "ana");
    const first = hand.choose(limiter, 0, REPLIES);
    assert.deepEqual([first.ready.map(({ send }) => send.id), first.waitMs], [["to-ana"], 6000]);
    const { ready } = hand.choose(limiter, 6000, REPLIES);
    assert.deepEqual(
      ready.map(({ send }) => send.id),
      ["to-luz"],
    );
  });

  it("is busy with a person until what was in hand for them is let go", () => {
    const hand = openHand();
    put(hand, "one", "reply", "luz");
    hand.choose(createLimiter(80), 0, REPLIES);
    assert.deepEqual(hand.busy(), ["luz"]);
    hand.letGo("one");
    assert.deepEqual([hand.busy(), hand.size()], [[], 0]);
  });

  it("holds each send once, whoever it is to by now", () => {
    const hand = openHand();
    assert.equal(hand.hold(claimedTo("luz", "reply", "one")), true);
    assert.equal(hand.hold(claimedTo("ana", "reply", "one")), false);
    assert.deepEqual(hand.busy(), ["luz"]);
  });

  function put(hand: Hand, id: string, lane: Lane, recipient = id): void {
    const send = claimedTo(recipient, lane, id);
    hand.hold(send);
    hand.ready({ send, remoteIds: new Map() });
  }
});
