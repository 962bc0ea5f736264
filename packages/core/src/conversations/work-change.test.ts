import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { idOf } from "../kernel/ids.ts";
import type { Member } from "../workspaces/member.ts";
import { workChangeOf } from "../library/macro.ts";
import { changed, difference, mayMake, undone, type Work } from "./work-change.ts";

const work: Work = {
  status: "open",
  snoozedUntil: null,
  priority: "normal",
  assigneeId: null,
  teamId: null,
  labelIds: ["b"],
  unreadCount: 0,
  waitingSince: null,
};
const now = new Date("2026-11-22T12:00:00Z");

describe("a change to the work", () => {
  it("changes what it names and nothing else", () => {
    const after = changed(work, { priority: "high", addLabels: ["a", "b"], unread: true });
    assert.deepEqual(difference(work, after), {
      priority: "high",
      labelIds: ["a", "b"],
      unreadCount: 1,
    });
  });

  it("is none when everything is so already", () => {
    assert.equal(difference(work, changed(work, { status: "open", addLabels: ["b"] })), null);
  });

  it("keeps a time only while snoozed", () => {
    const snoozed = changed(work, { status: "snoozed", snoozedUntil: now.toISOString() });
    assert.equal(snoozed.snoozedUntil, now.toISOString());
    assert.equal(changed(snoozed, { status: "open" }).snoozedUntil, null);
  });

  it("ends the waiting when it closes, and taken back has the contact wait as before", () => {
    const waits = { ...work, waitingSince: now.toISOString() };
    const closed = changed(waits, { status: "closed" });
    assert.equal(closed.waitingSince, null);
    assert.deepEqual(undone(waits, closed, closed), waits);
    assert.deepEqual(changed(waits, { status: "pending" }).waitingSince, now.toISOString());
  });

  it("is taken back where nobody has decided otherwise since", () => {
    const after = changed(work, { status: "closed" });
    assert.deepEqual(undone(work, after, { ...after, unreadCount: 3 }), {
      ...work,
      unreadCount: 3,
    });
    assert.equal(undone(work, after, { ...after, status: "pending" }), null);
  });

  it("lets a member take and give back, and a supervisor assign", () => {
    const mine = changed(work, { assigneeId: "ana" });
    const bens = changed(work, { assigneeId: "ben" });
    assert.equal(mayMake(memberWith("member"), work, mine), true);
    assert.equal(mayMake(memberWith("member"), mine, work), true);
    assert.equal(mayMake(memberWith("member"), mine, bens), true);
    assert.equal(mayMake(memberWith("member"), bens, mine), false);
    assert.equal(mayMake(memberWith("member"), work, bens), false);
    assert.equal(mayMake(memberWith("supervisor"), bens, mine), true);
    assert.equal(mayMake(memberWith("read-only"), work, mine), false);
  });

  it("is what the steps of a macro say together, the later over the earlier", () => {
    const change = workChangeOf(
      [
        { do: "label", add: ["a"], remove: [] },
        { do: "snooze", minutes: 30 },
        { do: "label", add: [], remove: ["a"] },
        { do: "status", to: "closed" },
        { do: "assign", to: "me" },
      ],
      { now, memberId: "ana" },
    );
    const { addLabels, removeLabels, ...rest } = change;
    assert.deepEqual(rest, { status: "closed", snoozedUntil: null, assigneeId: "ana" });
    assert.deepEqual([addLabels, removeLabels], [[], ["a"]]);
  });
});

function memberWith(role: "member" | "supervisor" | "read-only"): Member {
  return { workspaceId: idOf("w"), id: idOf("ana"), name: "Ana", email: "ana@example.org", role };
}
