import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  type CampaignMove,
  type CampaignStatus,
  HOLDS,
  type Mover,
  mayFeed,
  moveCampaign,
} from "./life-cycle.ts";

const DRAFT: CampaignStatus = { state: "draft", hold: null, launchedBy: null };
const mia: Mover = { by: "member", id: "mia" };
const ana: Mover = { by: "member", id: "ana" };

const move = fc.oneof(
  fc.record({
    move: fc.constant("launch" as const),
    needsApproval: fc.boolean(),
    isLater: fc.boolean(),
  }),
  fc.record({ move: fc.constant("approve" as const), isLater: fc.boolean() }),
  fc.record({
    move: fc.constantFrom("hold" as const, "release" as const),
    hold: fc.constantFrom(...HOLDS),
  }),
  fc.record({
    move: fc.constantFrom(
      "reject" as const,
      "recall" as const,
      "start" as const,
      "pause" as const,
      "resume" as const,
      "stop" as const,
      "finish" as const,
      "reopen" as const,
    ),
  }),
);
const mover = fc.constantFrom(mia, ana);
const life = fc.array(fc.tuple(move, mover), { maxLength: 30 });

function after(status: CampaignStatus, wish: CampaignMove, by: Mover): CampaignStatus {
  const moved = moveCampaign(status, wish, by);
  return "refused" in moved || !moved.changed ? status : moved.status;
}

describe("the life of a campaign", () => {
  it("makes one change of a move that is asked for twice", () => {
    fc.assert(
      fc.property(life, move, mover, mover, (before, wish, one, other) => {
        const status = before.reduce((it, [what, who]) => after(it, what, who), DRAFT);
        const first = moveCampaign(status, wish, one);
        if ("refused" in first || !first.changed) return;
        const second = moveCampaign(first.status, wish, other);
        assert.ok(!("refused" in second) && !second.changed, JSON.stringify({ status, wish }));
      }),
    );
  });

  it("names what holds it exactly while it is held", () => {
    fc.assert(
      fc.property(life, (moves) => {
        let status = DRAFT;
        for (const [wish, by] of moves) {
          status = after(status, wish, by);
          assert.equal(status.hold !== null, status.state === "held");
        }
      }),
    );
  });

  it("writes to nobody without the agreement that was asked for, by a second person", () => {
    fc.assert(
      fc.property(life, (moves) => {
        let status = after(DRAFT, { move: "launch", needsApproval: true, isLater: false }, mia);
        for (const [wish, by] of moves) {
          if (wish.move === "launch") continue;
          const isAgreement = wish.move === "approve" && by === ana && status.state === "approval";
          status = after(status, wish, by);
          if (isAgreement) return;
          assert.ok(!mayFeed(status.state));
        }
      }),
    );
  });

  it("ends for good unless it is reopened", () => {
    fc.assert(
      fc.property(life, (moves) => {
        let status: CampaignStatus = { state: "stopped", hold: null, launchedBy: "mia" };
        for (const [wish, by] of moves) {
          if (wish.move === "reopen") continue;
          status = after(status, wish, by);
          assert.equal(status.state, "stopped");
        }
      }),
    );
  });

  it("is resumed by nobody but a person once a person has paused it", () => {
    const paused: CampaignStatus = { state: "paused", hold: null, launchedBy: "mia" };
    for (const hold of HOLDS) {
      assert.deepEqual(moveCampaign(paused, { move: "release", hold }, { by: "system" }), {
        changed: false,
      });
    }
  });

  it("is not approved by who launched it", () => {
    const waiting = after(DRAFT, { move: "launch", needsApproval: true, isLater: true }, mia);
    const refused = moveCampaign(waiting, { move: "approve", isLater: true }, mia);
    assert.deepEqual(refused, { refused: "second-person" });
    assert.equal(after(waiting, { move: "approve", isLater: true }, ana).state, "scheduled");
  });
});
