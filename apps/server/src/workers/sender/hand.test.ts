import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createLimiter } from "@galka/core/channels/limiter";
import type { Lane } from "@galka/core/sends/send";
import type { ClaimedSend } from "../../operations/sends/claim-next.ts";
import { type Hand, openHand } from "./hand.ts";

describe("openHand", () => {
  it("lets a reply go before utility, and utility before marketing", () => {
    const hand = openHand();
    put(hand, "campaign", "marketing");
    put(hand, "notice", "utility");
    put(hand, "reply", "reply");
    const limiter = createLimiter(80);
    const order = [0, 1000, 2000].flatMap((nowMs) =>
      hand.choose(limiter, nowMs, 1).ready.map(({ send }) => send.id),
    );
    assert.deepEqual(order, ["reply", "notice", "campaign"]);
  });

  it("holds one person back without holding others back", () => {
    const hand = openHand();
    const limiter = createLimiter(80);
    limiter.holdPair(6000, "luz");
    put(hand, "to-luz", "reply", "luz");
    put(hand, "to-ana", "reply", "ana");
    const first = hand.choose(limiter, 0, 64);
    assert.deepEqual([first.ready.map(({ send }) => send.id), first.waitMs], [["to-ana"], 6000]);
    const { ready } = hand.choose(limiter, 6000, 64);
    assert.deepEqual(
      ready.map(({ send }) => send.id),
      ["to-luz"],
    );
  });

  it("says how long the number has to wait", () => {
    const hand = openHand();
    for (let n = 0; n < 30; n += 1) put(hand, `${n}`, "reply");
    const { ready, waitMs } = hand.choose(createLimiter(10), 0, 64);
    assert.ok(ready.length < 30);
    assert.ok(waitMs !== null && waitMs > 0);
  });

  it("is busy with a person until what was in hand for them is let go", () => {
    const hand = openHand();
    put(hand, "one", "reply", "luz");
    hand.choose(createLimiter(80), 0, 64);
    assert.deepEqual(hand.busy(), ["luz"]);
    hand.letGo("one");
    assert.deepEqual([hand.busy(), hand.size()], [[], 0]);
  });

  function put(hand: Hand, id: string, lane: Lane, recipient = id): void {
    const send: ClaimedSend = {
      id,
      messageId: null,
      kind: "message",
      lane,
      purpose: "service",
      recipient,
      attemptCount: 0,
      queuedAt: new Date(0),
      payload: {},
      content: null,
      replyToWamid: null,
    };
    hand.hold(send);
    hand.ready({ send, remoteIds: new Map() });
  }
});
