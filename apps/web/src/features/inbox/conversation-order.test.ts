import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { ALL, UNREAD } from "../../sync/workspace-state.ts";
import { conversation, minutesBefore, NOON, workspace } from "../../testing/builders.ts";
import { conversationOrder, heldOrder } from "./conversation-order.ts";

describe("conversationOrder", () => {
  const a = conversation({ id: "a", lastMessageAt: minutesBefore(1), unreadCount: 1 });
  const b = conversation({ id: "b", lastMessageAt: minutesBefore(2) });
  const c = conversation({ id: "c", lastMessageAt: minutesBefore(90) });
  const conversations = new Map([c, b, a].map((it) => [it.id, it]));
  const whole = { next: null, edge: null };
  const looking = { now: new Date(NOON), memberId: "member-1", teamIds: [], opened: null };

  it("puts the newest message first", () => {
    assert.deepEqual(ids("all", null), ["a", "b", "c"]);
  });

  it("shows the unread, and the one that is open", () => {
    assert.deepEqual(ids("unread", null), ["a"]);
    assert.deepEqual(ids("unread", "c"), ["a", "c"]);
  });

  it("ends where the list has been fetched to", () => {
    const edge = { at: minutesBefore(2), id: "b" };
    assert.deepEqual(ids("all", null, { next: "more", edge }), ["a", "b"]);
  });

  it("is not known before the first page is here", () => {
    const { lists } = workspace();
    assert.equal(conversationOrder({ conversations, lists }, UNREAD, looking), null);
  });

  function ids(filter: "all" | "unread", opened: string | null, reach: object = whole) {
    const lists = { all: { ...whole, ...reach }, unread: { ...whole, ...reach } };
    const list = filter === "all" ? ALL : UNREAD;
    const order = conversationOrder({ conversations, lists }, list, { ...looking, opened });
    return order?.map(({ id }) => id);
  }
});

describe("heldOrder", () => {
  it("keeps the rows still and counts what has risen above them", () => {
    assert.deepEqual(heldOrder(["a", "b", "c"], ["d", "c", "a", "b"]), {
      order: ["a", "b", "c"],
      risen: 2,
    });
  });

  it("drops what is gone and takes what was fetched below", () => {
    assert.deepEqual(heldOrder(["a", "b"], ["a", "c", "d"]), { order: ["a", "c", "d"], risen: 0 });
  });
});
