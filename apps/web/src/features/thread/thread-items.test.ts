import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { message, minutesBefore } from "../../testing/builders.ts";
import { shownMessages } from "./shown-message.ts";
import { firstUnread, threadItems } from "./thread-items.ts";

describe("threadItems", () => {
  it("begins each day with its name and joins what one side wrote in a row", () => {
    const messages = [
      message({ id: "a", at: minutesBefore(3000) }),
      message({ id: "b", at: minutesBefore(20) }),
      message({ id: "c", at: minutesBefore(19) }),
      message({ id: "d", direction: "out", at: minutesBefore(18) }),
    ];
    const items = threadItems(shownMessages(messages, []), "c");
    assert.deepEqual(
      items.map((item) => (item.kind === "message" ? [item.key, item.starts] : item.kind)),
      ["day", ["a", true], "day", ["b", true], "unread", ["c", true], ["d", true]],
    );
  });
});

describe("firstUnread", () => {
  const messages = [
    message({ id: "a" }),
    message({ id: "b" }),
    message({ id: "c", direction: "out" }),
    message({ id: "d" }),
  ];

  it("counts back over what came in", () => {
    assert.deepEqual([firstUnread(messages, 2), firstUnread(messages, 0)], ["b", null]);
  });

  it("is the first that is held when more are unread", () => {
    assert.equal(firstUnread(messages, 9), "a");
  });
});

describe("shownMessages", () => {
  it("shows a message of the outbox until the server's version is here", () => {
    const entry = {
      clientId: "client-1",
      conversationId: "conversation-1",
      draft: { kind: "text", text: "Hi" },
      content: { kind: "text", text: "Hi" },
      files: [],
      replyTo: null,
      at: minutesBefore(0),
      state: "sending",
      refused: null,
    } as const;
    assert.equal(shownMessages([message()], [entry]).length, 2);
    const arrived = message({ id: "message-2", direction: "out", clientId: "client-1" });
    assert.equal(shownMessages([message(), arrived], [entry]).length, 2);
  });
});
