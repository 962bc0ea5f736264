import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type BudgetState, isRoomAgain, roomOf } from "./budget.ts";

const ASKING = { channelId: "one", purpose: "marketing", currency: "USD" } as const;

describe("the room that budgets leave", () => {
  it("is that of the tightest which stops, less what is on its way", () => {
    const budgets = [
      budget({ id: "wide", limitMicros: 900 }),
      budget({ id: "tight", limitMicros: 500, spentMicros: 100, expectedMicros: 150 }),
      budget({ id: "tells", limitMicros: 1, stops: false }),
      budget({ id: "other number", limitMicros: 1, channelId: "two" }),
      budget({ id: "other purpose", limitMicros: 1, purpose: "utility" }),
      budget({ id: "other money", limitMicros: 1, currency: "EUR" }),
    ];
    const room = roomOf(budgets, ASKING);
    assert.deepEqual([room?.budget.id, room?.roomMicros], ["tight", 250]);
  });

  it("is unlimited where no budget has a say", () => {
    assert.equal(roomOf([budget({ purpose: "utility" })], ASKING), null);
  });
});

describe("what waits for money", () => {
  const lack = { ...ASKING, amountMicros: 60 };
  check("waits while a message costs more than there is", { limitMicros: 59 }, false);
  check("goes on once there is enough for a message", { limitMicros: 60 }, true);
  check(
    "waits on when a single message of a large budget has failed",
    { limitMicros: 60_000, spentMicros: 59_940 },
    false,
  );
  check(
    "goes on for a hundredth of the budget",
    { limitMicros: 60_000, spentMicros: 59_400 },
    true,
  );
  it("goes on when its budget is gone, or stops nobody any more", () => {
    assert.equal(isRoomAgain([], lack), true);
    assert.equal(isRoomAgain([budget({ limitMicros: 1, stops: false })], lack), true);
  });

  function check(name: string, state: Partial<BudgetState>, goesOn: boolean) {
    it(name, () => assert.equal(isRoomAgain([budget(state)], lack), goesOn));
  }
});

function budget(state: Partial<BudgetState>): BudgetState {
  return {
    id: "budget",
    channelId: null,
    purpose: null,
    period: "day",
    currency: "USD",
    limitMicros: 1_000,
    alarmPercent: 80,
    stops: true,
    since: "2026-11-22",
    spentMicros: 0,
    expectedMicros: 0,
    ...state,
  };
}
