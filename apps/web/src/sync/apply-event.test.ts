import assert from "node:assert/strict";
import type { EventJson } from "@galka/contract/events";
import { describe, it } from "vitest";
import {
  channel,
  contact,
  conversation,
  member,
  message,
  minutesBefore,
  text,
  workspace,
} from "../testing/builders.ts";
import { applyEvent, applyEvents } from "./apply-event.ts";
import { startFrom } from "./workspace-state.ts";

describe("applyEvent", () => {
  it("puts a message into its thread and its conversation into the list", () => {
    const after = applyEvent(workspace(), added(11, "message-2", 1));
    assert.deepEqual(idsIn(after), ["message-1", "message-2"]);
    assert.equal(after.conversations.get("conversation-1")?.unreadCount, 1);
    assert.equal(after.unreadConversations, 1);
    assert.equal(after.seq, 11);
  });

  it("changes nothing when it hears the same event twice", () => {
    const once = applyEvent(workspace(), added(11, "message-2", 1));
    assert.equal(applyEvent(once, added(11, "message-2", 1)), once);
  });

  it("replaces a message where it stands", () => {
    const changed = message({ content: text("Where is it?"), editedAt: minutesBefore(1) });
    const after = applyEvent(workspace(), {
      kind: "message-changed",
      seq: 11,
      message: changed,
      conversation: conversation(),
    });
    assert.deepEqual(after.threads.get("conversation-1")?.messages, [changed]);
  });

  it("sorts a message that comes late to its time", () => {
    const late = message({ id: "message-0", at: minutesBefore(60) });
    const after = applyEvent(workspace(), {
      kind: "message-added",
      seq: 11,
      message: late,
      conversation: conversation(),
    });
    assert.deepEqual(idsIn(after), ["message-0", "message-1"]);
  });

  it("leaves out a message beyond the stretch that is held", () => {
    const threads = new Map([
      [
        "conversation-1",
        { messages: [message()], activity: [], older: "cursor", newer: null, stale: false },
      ],
    ]);
    const older = message({ id: "message-0", at: minutesBefore(60) });
    const after = applyEvent(workspace({ threads }), {
      kind: "message-added",
      seq: 11,
      message: older,
      conversation: conversation(),
    });
    assert.deepEqual(idsIn(after), ["message-1"]);
  });

  it("marks a refilled thread as stale and keeps showing it", () => {
    const after = applyEvent(workspace(), {
      kind: "conversation-refilled",
      seq: 11,
      conversation: conversation(),
    });
    assert.equal(after.threads.get("conversation-1")?.stale, true);
    assert.deepEqual(idsIn(after), ["message-1"]);
  });

  it("fetches a thread again once its closed conversation is open, or a campaign moves", () => {
    const closed = workspace({
      conversations: new Map([["conversation-1", conversation({ status: "closed" })]]),
    });
    const reopened = applyEvent(closed, added(11, "message-2", 1));
    assert.equal(reopened.threads.get("conversation-1")?.stale, true);
    assert.deepEqual(idsIn(reopened), ["message-1", "message-2"]);

    const sending = { kind: "campaign-changed", seq: 11, campaignId: "campaign-1" } as const;
    assert.equal(applyEvent(closed, sending).threads.get("conversation-1")?.stale, true);
    assert.equal(applyEvent(workspace(), sending).threads.get("conversation-1")?.stale, false);
  });

  it("forgets a removed conversation with its thread and its unread mark", () => {
    const unread = applyEvent(workspace(), added(11, "message-2", 1));
    const after = applyEvent(unread, {
      kind: "conversation-removed",
      seq: 12,
      conversationId: "conversation-1",
    });
    assert.equal(after.conversations.size, 0);
    assert.equal(after.threads.size, 0);
    assert.equal(after.unreadConversations, 0);
  });

  it("renames a contact in every conversation of theirs", () => {
    const renamed = contact({ name: "Anna P." });
    const after = applyEvent(workspace(), { kind: "contact-changed", seq: 11, contact: renamed });
    assert.equal(after.conversations.get("conversation-1")?.contact, renamed);
  });

  it("follows channels, members, imports and templates", () => {
    const events: readonly EventJson[] = [
      { kind: "channel-changed", seq: 11, channel: channel({ id: "channel-2" }) },
      { kind: "member-changed", seq: 12, member: member({ name: "Ana L." }) },
      { kind: "templates-changed", seq: 13, channelId: "channel-1" },
      { kind: "channel-removed", seq: 14, channelId: "channel-1" },
      { kind: "passed", seq: 15 },
    ];
    const after = events.reduce(applyEvent, workspace());
    assert.deepEqual([...after.channels.keys()], ["channel-2"]);
    assert.equal(after.members.get("member-ana")?.name, "Ana L.");
    assert.equal(after.templatesSeq.get("channel-1"), 13);
    assert.equal(after.seq, 15);
  });

  it("says that the unread count is a guess after an event about an unknown conversation", () => {
    const state = startFrom({
      seq: 10,
      members: [],
      channels: [],
      conversations: [conversation()],
      nextConversations: "more",
      unreadConversations: 4,
    });
    const event = {
      kind: "conversation-changed",
      seq: 11,
      conversation: conversation({ id: "conversation-9", unreadCount: 1 }),
    } as const;
    assert.equal(applyEvent(state, event).unreadIsExact, false);
    const whole = { ...state, lists: { ...state.lists, all: { next: null, edge: null } } };
    assert.deepEqual(
      [applyEvent(whole, event).unreadIsExact, applyEvent(whole, event).unreadConversations],
      [true, 5],
    );
  });
});

describe("applyEvents", () => {
  it("puts events that come out of order into their order", () => {
    const { state, missing } = applyEvents(workspace(), [
      added(12, "message-3", 2),
      added(11, "message-2", 1),
    ]);
    assert.equal(missing, false);
    assert.deepEqual(idsIn(state), ["message-1", "message-2", "message-3"]);
  });

  it("stops before a hole and says so", () => {
    const { state, missing } = applyEvents(workspace(), [
      added(11, "message-2", 1),
      added(13, "message-4", 3),
    ]);
    assert.equal(missing, true);
    assert.equal(state.seq, 11);
  });

  it("takes events that it partly knows", () => {
    const { state, missing } = applyEvents(workspace(), [
      { kind: "passed", seq: 9 },
      { kind: "passed", seq: 10 },
      added(11, "message-2", 1),
    ]);
    assert.equal(missing, false);
    assert.equal(state.seq, 11);
  });
});

function added(seq: number, id: string, unreadCount: number): EventJson {
  const at = minutesBefore(20 - seq);
  return {
    kind: "message-added",
    seq,
    message: message({ id, at }),
    conversation: conversation({ unreadCount, lastMessageAt: at }),
  };
}

function idsIn(state: ReturnType<typeof workspace>): readonly string[] {
  return state.threads.get("conversation-1")?.messages.map(({ id }) => id) ?? [];
}
