import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { dayName, listTime } from "./dates.ts";
import { fileSize, money, playTime, timeLeft } from "./numbers.ts";

const NOW = new Date(2026, 10, 22, 12, 0);
const WORDS = {
  en: { today: "Today", yesterday: "Yesterday" },
  ru: { today: "Сегодня", yesterday: "Вчера" },
} as const;

describe("listTime", () => {
  check("shows the clock today", new Date(2026, 10, 22, 9, 5), "9:05 AM", "09:05");
  check("says yesterday", new Date(2026, 10, 21, 23, 59), "Yesterday", "Вчера");
  check("names the weekday within the week", new Date(2026, 10, 18, 9, 5), "Wed", "ср");
  check("shows the date of this year", new Date(2026, 2, 3, 9, 5), "Mar 3", "3 мар.");
  check("shows the year when it is another", new Date(2025, 2, 3, 9, 5), "03/03/25", "03.03.25");

  function check(name: string, at: Date, en: string, ru: string): void {
    it(name, () => {
      assert.equal(plain(listTime("en", NOW, at, WORDS.en)), en);
      assert.equal(plain(listTime("ru", NOW, at, WORDS.ru)).replace(/^9:/, "09:"), ru);
    });
  }
});

describe("dayName", () => {
  it("names days as near as they are", () => {
    const days = [
      new Date(2026, 10, 22, 23, 0),
      new Date(2026, 10, 21, 0, 1),
      new Date(2026, 10, 17),
      new Date(2026, 0, 5),
      new Date(2024, 0, 5),
    ];
    assert.deepEqual(
      days.map((at) => dayName("en", NOW, at, WORDS.en)),
      ["Today", "Yesterday", "Tuesday", "January 5", "January 5, 2024"],
    );
    assert.deepEqual(
      days.map((at) => dayName("ru", NOW, at, WORDS.ru)),
      ["Сегодня", "Вчера", "вторник", "5 января", "5 января 2024 г."],
    );
  });

  it("does not call a later day by a weekday", () => {
    assert.equal(dayName("en", NOW, new Date(2026, 10, 23), WORDS.en), "November 23");
  });
});

describe("numbers", () => {
  it("are written as the language writes them", () => {
    assert.equal(plain(fileSize("en", 1_468_006)), "1.4 MB");
    assert.equal(plain(fileSize("ru", 1_468_006)), "1,4 МБ");
    assert.equal(plain(money("en", 4900, "EUR")), "€49.00");
    assert.equal(plain(money("ru", 500_000, "JPY")), "500 000 ¥");
  });

  it("of time are short and exact", () => {
    assert.deepEqual([0, 7_400, 750_000, 3_723_000].map(playTime), [
      "0:00",
      "0:07",
      "12:30",
      "1:02:03",
    ]);
    assert.deepEqual([23 * 3_600_000 + 14 * 60_000, 3_600_000, 2_525_000, 400].map(timeLeft), [
      "23:14",
      "1:00",
      "42:05",
      "0:01",
    ]);
  });
});

/** Languages use spaces that do not break; they look the same here. */
function plain(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, " ");
}
