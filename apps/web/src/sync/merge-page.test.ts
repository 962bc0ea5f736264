import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { conversation, message, minutesBefore, text, workspace } from "../testing/builders.ts";
import { applyEvent } from "./apply-event.ts";
import { mergeConversations, mergeMessages, mergeUnread } from "./merge-page.ts";
import { ALL } from "./workspace-state.ts";

describe("mergeMessages", () => {
  it("puts an older page above what is held", () => {
    const older = message({ id: "message-0", at: minutesBefore(60) });
    const page = { seq: 10, items: [older], next: "more", newer: null, activity: [] };
    const thread = mergeMessages(workspace(), "conversation-1", page, "older")?.threads.get(
      "conversation-1",
    );
    assert.deepEqual(
      thread?.messages.map(({ id }) => id),
      ["message-0", "message-1"],
    );
    assert.deepEqual([thread?.older, thread?.newer], ["more", null]);
  });

  it("tells a late page the events that it missed", () => {
    const edited = message({ content: text("edited"), editedAt: minutesBefore(1) });
    const state = applyEvent(workspace({ threads: new Map() }), {
      kind: "message-changed",
      seq: 11,
      message: edited,
      conversation: conversation(),
    });
    const page = { seq: 10, items: [message()], next: null, newer: null, activity: [] };
    const merged = mergeMessages(state, "conversation-1", page, "instead");
    assert.deepEqual(merged?.threads.get("conversation-1")?.messages, [edited]);
  });

  it("refuses a page so late that its events are forgotten", () => {
    const page = { seq: 3, items: [], next: null, newer: null, activity: [] };
    assert.equal(mergeMessages(workspace(), "conversation-1", page, "instead"), null);
  });
});

describe("mergeConversations", () => {
  it("never takes a conversation back to what it was before an event", () => {
    const state = applyEvent(workspace(), {
      kind: "conversation-changed",
      seq: 11,
      conversation: conversation({ unreadCount: 3 }),
    });
    const merged = mergeConversations(state, ALL, {
      seq: 10,
      items: [conversation({ unreadCount: 0 })],
      next: null,
    });
    assert.equal(merged?.conversations.get("conversation-1")?.unreadCount, 3);
    assert.equal(merged?.unreadConversations, 1);
  });

  it("knows how far down the list is whole", () => {
    const merged = mergeConversations(workspace(), ALL, {
      seq: 10,
      items: [conversation({ lastMessageAt: minutesBefore(90) })],
      next: "more",
    });
    assert.deepEqual(merged?.lists["all"], {
      next: "more",
      edge: { at: minutesBefore(90), id: "conversation-1" },
    });
  });
});

describe("mergeUnread", () => {
  it("takes a count only at the event it was counted at", () => {
    const state = { ...workspace(), unreadIsExact: false };
    assert.equal(mergeUnread(state, 12, 7).unreadIsExact, false);
    assert.equal(mergeUnread(state, 10, 7).unreadConversations, 7);
  });
});
