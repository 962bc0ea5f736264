import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { bigEmojiCount } from "./big-emoji.ts";
import { fileSize } from "./file-size.ts";
import { aheadBy, dayLabel, duration } from "./time.ts";

describe("bigEmojiCount", () => {
  check("counts one", "👍", 1);
  check("counts a family as one", "👨‍👩‍👧", 1);
  check("counts a flag and a skin tone", "🇩🇪 👋🏽", 2);
  check("is nothing beside a word", "👍 ok", 0);
  check("is nothing for a digit", "1", 0);
  check("is nothing for more than three", "👍👍👍👍", 0);

  function check(name: string, text: string, expected: number) {
    it(name, () => assert.equal(bigEmojiCount(text), expected));
  }
});

describe("dayLabel", () => {
  const now = new Date(2026, 10, 22, 12).getTime();
  check("says today up to midnight", new Date(2026, 10, 22, 0, 0), "today");
  check("says yesterday", new Date(2026, 10, 21, 23, 59), "yesterday");
  check("says the weekday within a week", new Date(2026, 10, 18, 12), "Wednesday");
  check("says the date after a week", new Date(2026, 10, 10, 12), "November 10");
  check("adds the year when it is another", new Date(2025, 10, 10, 12), "November 10, 2025");

  function check(name: string, at: Date, expected: string) {
    it(name, () => {
      const label = dayLabel(now, at.getTime(), "en");
      assert.equal(label.kind === "date" ? label.text : label.kind, expected);
    });
  }
});

describe("small texts", () => {
  it("writes a duration as minutes and seconds", () => assert.equal(duration(75.4), "1:15"));
  it("writes an unknown duration as zero", () => assert.equal(duration(Infinity), "0:00"));
  it("says how far a clock is ahead", () => {
    assert.deepEqual(aheadBy(90 * 60_000), { hours: 1, minutes: 30 });
  });
  it("calls less than half a minute the same time", () => assert.equal(aheadBy(20_000), null));
  it("writes a file's size in the reader's language", () => {
    assert.equal(fileSize(248_123, "en"), "248 kB");
    assert.equal(fileSize(3_400_000, "ru"), "3,4 МБ");
  });
});
