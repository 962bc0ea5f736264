import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { businessChat, message, person, text } from "../testing/builders.ts";
import { phonesWith } from "../testing/emulator-desk.tsx";
import { applyEvent, withChats } from "./apply.ts";
import { type Pending, type Phones, threadKey } from "./model.ts";
import { settle } from "./pending.ts";
import { withOlder } from "./thread.ts";

const chat = businessChat();
const key = threadKey("anna", chat.id);
const start = phonesWith([message({ id: "m1" })], chat);

describe("applyEvent", () => {
  it("adds a message below the others and the chat's line with it", () => {
    const arrived = message({ id: "m2", sentAt: "2026-11-22T10:01:00.000Z" });
    const next = arrive(start, arrived);
    assert.deepEqual(idsOf(next), ["m1", "m2"]);
    assert.equal(next.chats.get("anna")?.get(chat.id)?.lastMessage?.id, "m2");
  });

  it("puts what came last at the end, though the clock was moved back", () => {
    const late = message({ id: "m2", sentAt: "2026-11-22T09:00:00.000Z" });
    assert.deepEqual(idsOf(arrive(start, late)), ["m1", "m2"]);
  });

  it("leaves out an old message that changed above the loaded part", () => {
    const partly: Phones = {
      ...start,
      threads: new Map([[key, { messages: [message({ id: "m1" })], older: "m1" }]]),
    };
    const next = applyEvent(partly, {
      type: "message",
      personId: "anna",
      chat: { ...chat, lastMessage: message({ id: "m1" }) },
      message: message({ id: "m0", sentAt: "2026-11-22T09:00:00.000Z" }),
    });
    assert.deepEqual(idsOf(next), ["m1"]);
  });

  it("replaces a message that is known, and does so twice without harm", () => {
    const edited = message({ id: "m1", content: text("Hello again"), edited: true });
    const once = arrive(start, edited);
    const twice = arrive(once, edited);
    assert.deepEqual(idsOf(twice), ["m1"]);
    assert.deepEqual(twice, once);
  });

  it("leaves the chats of people whose phones are not on the desk alone", () => {
    const stranger = businessChat({ personId: "tom" });
    const next = applyEvent(start, { type: "chat", personId: "tom", chat: stranger });
    assert.equal(next.chats.has("tom"), false);
  });

  it("leaves a thread that was never opened unknown", () => {
    const other = businessChat({ id: "business-2" });
    const next = applyEvent(start, {
      type: "message",
      personId: "anna",
      chat: other,
      message: message({ chatId: other.id }),
    });
    assert.equal(next.threads.has(threadKey("anna", other.id)), false);
  });

  it("forgets everything of a person who was removed", () => {
    const next = applyEvent(start, { type: "person-removed", personId: "anna" });
    assert.deepEqual([next.people.length, next.chats.size, next.threads.size], [0, 0, 0]);
  });

  it("changes a person in place", () => {
    const offline = person({ online: false });
    const next = applyEvent(start, { type: "person", personId: "anna", person: offline });
    assert.deepEqual(next.people, [offline]);
  });

  it("drops the thread of a chat that a fresh list no longer has", () => {
    assert.equal(withChats(start, "anna", []).threads.size, 0);
  });
});

describe("settle", () => {
  const waiting: Pending = {
    key: "k1",
    personId: "anna",
    chatId: chat.id,
    writtenAt: "2026-11-22T10:02:00.000Z",
    shown: text("On my way"),
    replyTo: null,
    outgoing: { kind: "content", content: { kind: "text", body: "On my way" } },
    state: "sending",
  };

  it("takes the pending message away when the stream shows it", () => {
    const mine = message({ id: "m9", direction: "out", content: text("On my way") });
    assert.deepEqual(settle([waiting], "anna", mine), []);
  });

  it("takes one of two equal ones", () => {
    const mine = message({ id: "m9", direction: "out", content: text("On my way") });
    const second = { ...waiting, key: "k2" };
    assert.deepEqual(settle([waiting, second], "anna", mine), [second]);
  });

  it("keeps it for another text, another chat and for what came in", () => {
    const others = [
      message({ direction: "out", content: text("Something else") }),
      message({ direction: "out", content: text("On my way"), chatId: "person-tom" }),
      message({ direction: "in", content: text("On my way") }),
    ];
    for (const other of others) assert.equal(settle([waiting], "anna", other).length, 1);
  });

  it("takes what seemed to have failed but arrived, unless an equal one is on its way", () => {
    const failed: Pending = { ...waiting, key: "k0", state: "failed" };
    const mine = message({ direction: "out", content: text("On my way") });
    assert.deepEqual(settle([failed], "anna", mine), []);
    assert.deepEqual(settle([failed, waiting], "anna", mine), [failed]);
  });
});

describe("withOlder", () => {
  it("puts an older page above and keeps a message of both once", () => {
    const thread = { messages: [message({ id: "m2" })], older: "m2" };
    const next = withOlder(thread, [message({ id: "m1" }), message({ id: "m2" })], null);
    assert.deepEqual(
      next.messages.map((it) => it.id),
      ["m1", "m2"],
    );
    assert.equal(next.older, null);
  });
});

function arrive(phones: Phones, arrived: ReturnType<typeof message>): Phones {
  return applyEvent(phones, {
    type: "message",
    personId: "anna",
    chat: { ...chat, lastMessage: arrived },
    message: arrived,
  });
}

function idsOf(phones: Phones): readonly string[] {
  return phones.threads.get(key)?.messages.map((it) => it.id) ?? [];
}
