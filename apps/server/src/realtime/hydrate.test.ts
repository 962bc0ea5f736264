import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ConversationJson } from "@galka/contract/json/conversation";
import { type Named, hydrate } from "./hydrate.ts";

describe("hydrate", () => {
  it("tells every seq, without holes", () => {
    const events = hydrate([changed(1), changed(2), changed(3)], named("one"));
    assert.deepEqual(
      events.map((it) => it.seq),
      [1, 2, 3],
    );
  });

  it("tells a thing once in a batch, with the last event about it", () => {
    const events = hydrate([changed(1), changed(2), changed(3)], named("one"));
    assert.deepEqual(
      events.map((it) => it.kind),
      ["passed", "passed", "conversation-changed"],
    );
  });

  it("passes over what is gone", () => {
    assert.deepEqual(hydrate([changed(7)], named()), [{ kind: "passed", seq: 7 }]);
  });

  it("passes over what a newer node has written", () => {
    const events = hydrate([{ ...changed(7), kind: "campaign-launched" }], named("one"));
    assert.deepEqual(events, [{ kind: "passed", seq: 7 }]);
  });

  function changed(seq: number) {
    return {
      seq,
      kind: "conversation-changed",
      conversationId: "one",
      messageId: null,
      contactId: null,
      channelId: null,
      otherId: null,
    };
  }

  function named(...conversations: string[]): Named {
    return {
      messages: new Map(),
      conversations: new Map(conversations.map((id) => [id, conversation(id)])),
      contacts: new Map(),
      channels: new Map(),
      members: new Map(),
      imports: new Map(),
      activities: new Map(),
    };
  }

  function conversation(id: string): ConversationJson {
    const contact = {
      id: "luz",
      name: null,
      profileName: "Luz",
      identities: [],
      fields: {},
      responsibleId: null,
      language: null,
      createdAt: "2026-11-22T12:00:00.000Z",
    };
    return {
      id,
      channelId: "shop",
      contact,
      status: "open",
      priority: "normal",
      assigneeId: null,
      teamId: null,
      labelIds: [],
      snoozedUntil: null,
      waitingSince: null,
      lastInboundAt: null,
      lastMessageAt: "2026-11-22T12:00:00.000Z",
      lastMessage: null,
      unreadCount: 0,
      blockedAt: null,
      sla: { running: null, brokenAt: null, keptAt: null },
      answeredCampaignIds: [],
      rating: null,
    };
  }
});
