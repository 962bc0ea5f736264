import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Work, changed } from "./work-change.ts";
import { workLines } from "./work-lines.ts";

const work: Work = {
  status: "open",
  snoozedUntil: null,
  priority: "normal",
  assigneeId: null,
  teamId: "sales",
  labelIds: ["a"],
  unreadCount: 2,
  waitingSince: null,
};

describe("what is remembered of a change to the work", () => {
  it("is a line for each thing that is otherwise", () => {
    const until = "2026-11-23T09:00:00.000Z";
    const after = changed(work, {
      assigneeId: "ana",
      status: "snoozed",
      snoozedUntil: until,
      priority: "high",
      addLabels: ["b"],
      removeLabels: ["a"],
      unread: false,
    });
    assert.deepEqual(
      workLines(work, after).map(({ action, after: told }) => [action, told]),
      [
        ["conversation-assigned", { assigneeId: "ana", teamId: "sales" }],
        ["conversation-state-changed", { status: "snoozed", snoozedUntil: until }],
        ["conversation-priority-changed", { priority: "high" }],
        ["label-removed", null],
        ["label-added", { labelId: "b" }],
      ],
    );
  });

  it("is nothing of what is as it was, nor of what becomes read", () => {
    assert.deepEqual(workLines(work, changed(work, { status: "open", unread: false })), []);
  });

  it("names the team alone when only the team is another", () => {
    const [line] = workLines(work, changed(work, { teamId: null }));
    assert.deepEqual(line, {
      action: "conversation-team-changed",
      labelId: null,
      before: { teamId: "sales" },
      after: { teamId: null },
    });
  });

  it("keeps how it came to somebody, and a note also without a hand-over", () => {
    const taken = workLines(work, changed(work, { assigneeId: "ana" }), { how: "taken" });
    assert.deepEqual(taken[0]?.after, { assigneeId: "ana", teamId: "sales", how: "taken" });
    const noted = workLines(work, work, { note: "Knows the tour" });
    assert.deepEqual(noted[0]?.after, {
      assigneeId: null,
      teamId: "sales",
      note: "Knows the tour",
    });
  });
});
