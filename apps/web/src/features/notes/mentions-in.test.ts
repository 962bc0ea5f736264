import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { mentionWordAt, mentionsIn } from "./mentions-in.ts";

const TEAM = [
  { id: "1", name: "Ana" },
  { id: "2", name: "Ana Ruiz" },
  { id: "3", name: "Пётр" },
  { id: "4", name: "Пётр" },
];

describe("mentionsIn", () => {
  it("takes the longest name", () => {
    assert.deepEqual(mentionsIn("Look, @Ana Ruiz", TEAM, new Set()), ["2"]);
    assert.deepEqual(mentionsIn("@Ana Ruiz and @Ana", TEAM, new Set()), ["2", "1"]);
  });
  it("means the picked one of two of a name, and both when nobody was picked", () => {
    assert.deepEqual(mentionsIn("@Пётр", TEAM, new Set(["4"])), ["4"]);
    assert.deepEqual(mentionsIn("@Пётр", TEAM, new Set()), ["3", "4"]);
  });
  it("forgets who was picked and then deleted from the text", () => {
    assert.deepEqual(mentionsIn("Nobody", TEAM, new Set(["1"])), []);
  });
});

describe("mentionWordAt", () => {
  it("is what is written after an @", () => {
    assert.deepEqual(mentionWordAt("Hi @Пё", 6), { from: 3, query: "Пё" });
    assert.deepEqual(mentionWordAt("@", 1), { from: 0, query: "" });
  });
  it("is no part of an address", () => {
    assert.equal(mentionWordAt("ana@example", 11), null);
  });
});
