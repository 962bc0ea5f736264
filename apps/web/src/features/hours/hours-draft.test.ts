import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { type HoursDraft, draftOf, firstDraft, nextSpan, readDraft } from "./hours-draft.ts";

describe("a draft of office hours", () => {
  it("begins with nine to six on working days", () => {
    const read = readDraft(firstDraft("Europe/Berlin"));
    assert.ok("hours" in read);
    assert.deepEqual(read.hours.week[0], [{ fromMinute: 540, toMinute: 1080 }]);
    assert.deepEqual(read.hours.week[6], []);
  });

  it("reads back what was written down, a day until midnight too", () => {
    const hours = {
      timeZone: "UTC",
      week: Array.from({ length: 7 }, () => [
        { fromMinute: 0, toMinute: 615 },
        { fromMinute: 720, toMinute: 1440 },
      ]),
      holidays: [{ date: "2026-12-25", name: "Christmas", periods: [] }],
    };
    assert.deepEqual(draftOf(hours).week[0]?.[1], { from: "12:00", to: "00:00" });
    assert.deepEqual(readDraft(draftOf(hours)), { hours });
  });

  it("puts the periods of a day and the holidays in order", () => {
    const read = readDraft({
      ...monday({ from: "14:00", to: "18:00" }, { from: "09:00", to: "13:00" }),
      holidays: [
        { date: "2027-01-01", name: " New Year ", spans: [] },
        { date: "2026-12-25", name: "Christmas", spans: [] },
      ],
    });
    assert.ok("hours" in read);
    assert.deepEqual(
      read.hours.week[0]?.map(({ fromMinute }) => fromMinute),
      [540, 840],
    );
    assert.deepEqual(
      read.hours.holidays.map(({ name }) => name),
      ["Christmas", "New Year"],
    );
  });

  problem("misses a time that is not typed yet", monday({ from: "09:00", to: "" }), "time-missing");
  problem("refuses what ends first", monday({ from: "18:00", to: "09:00" }), "period-backwards");
  problem(
    "refuses two periods at once",
    monday({ from: "09:00", to: "13:00" }, { from: "12:00", to: "18:00" }),
    "periods-overlap",
  );
  problem(
    "refuses a holiday without its date",
    { ...monday(), holidays: [{ date: "", name: "", spans: [] }] },
    "date-invalid",
  );

  function problem(name: string, draft: HoursDraft, expected: string): void {
    it(name, () => assert.deepEqual(readDraft(draft), { problem: expected }));
  }
});

describe("another period of a day", () => {
  it("begins an hour after the last and ends with the day", () => {
    assert.deepEqual(nextSpan([]), { from: "09:00", to: "18:00" });
    assert.deepEqual(nextSpan([{ from: "09:00", to: "13:00" }]), { from: "14:00", to: "18:00" });
    assert.deepEqual(nextSpan([{ from: "09:00", to: "22:00" }]), { from: "23:00", to: "00:00" });
    assert.deepEqual(nextSpan([{ from: "09:00", to: "" }]), { from: "", to: "" });
  });
});

function monday(...spans: HoursDraft["week"][number][number][]): HoursDraft {
  return {
    timeZone: "UTC",
    week: Array.from({ length: 7 }, (_, day) => (day === 0 ? spans : [])),
    holidays: [],
  };
}
