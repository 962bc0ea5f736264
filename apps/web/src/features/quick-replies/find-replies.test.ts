import assert from "node:assert/strict";
import type { QuickReplyJson } from "@galka/contract/json/library";
import { describe, it } from "vitest";
import { findReplies, slashWord } from "./find-replies.ts";

describe("the word after a slash", () => {
  it("is one that begins the text", () => {
    assert.equal(slashWord("/", 1), "");
    assert.equal(slashWord("/при", 4), "при");
    assert.equal(slashWord("and/or", 6), null);
    assert.equal(slashWord("/two words", 10), null);
  });
});

describe("the quick replies that it may mean", () => {
  const replies = [
    reply({ shortcut: "price", title: "The price", sentCount: 1 }),
    reply({ shortcut: "hours", title: "Opening hours and prices", sentCount: 9 }),
    reply({ shortcut: "prepay", title: "Prepayment", sentCount: 5 }),
  ];

  it("are those whose shortcut begins so, the most sent first, then those that name it", () => {
    assert.deepEqual(shortcuts("pr"), ["prepay", "price", "hours"]);
  });

  it("are all for an empty word, and none for a strange one", () => {
    assert.equal(shortcuts("").length, 3);
    assert.deepEqual(shortcuts("zzz"), []);
  });

  function shortcuts(word: string) {
    return findReplies(replies, word, 8).map((it) => it.shortcut);
  }
});

function reply(some: Partial<QuickReplyJson>): QuickReplyJson {
  return {
    id: some.shortcut ?? "id",
    shortcut: "x",
    title: "X",
    folder: "",
    ownerId: null,
    teamId: null,
    text: "",
    buttons: [],
    file: null,
    mayChange: false,
    sentCount: 0,
    lastSentAt: null,
    ...some,
  };
}
