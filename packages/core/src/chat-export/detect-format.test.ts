import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { detectFormat, type FormatFound } from "./detect-format.ts";

/** Android lines by Ana at these dates. */
function chat(dates: readonly string[], text = "hi"): readonly string[] {
  return dates.map((date) => `${date} - Ana: ${text}`);
}

function found(lines: readonly string[]): FormatFound {
  const format = detectFormat(lines);
  if ("refused" in format) throw new Error(format.refused);
  return format;
}

describe("the order of day and month", () => {
  check("is certain with stops", ["03.04.24, 21:04"], "day-month-year certain written-so");
  check(
    "is certain with the year first",
    ["2024-03-04, 21:04"],
    "year-month-day certain written-so",
  );
  check(
    "is certain when the first number is above twelve",
    ["03/04/24, 21:04", "13/04/24, 21:04"],
    "day-month-year certain number-above-twelve",
  );
  check(
    "is certain when the second number is above twelve",
    ["3/4/24, 21:04", "4/13/24, 21:04"],
    "month-day-year certain number-above-twelve",
  );
  check(
    "is the one in which dates do not jump back",
    ["1/12/24, 21:04", "2/1/24, 21:04", "3/2/24, 21:04"],
    "month-day-year likely order-of-dates",
  );
  check(
    "survives a single date out of order",
    ["30/03/2024, 10:00", "02/04/2024, 10:00", "01/04/2024, 10:00", "03/04/2024, 10:00"],
    "day-month-year certain number-above-twelve",
  );
  check(
    "is likely British when the year is long and the numbers padded",
    ["03/04/2024, 21:04"],
    "day-month-year likely style",
  );
  check(
    "is a guess when nothing speaks for either",
    ["3/4/24, 21:04", "3/5/24, 21:04"],
    "month-day-year guess closeness",
  );
  check(
    "is a guess when the dates contradict each other",
    ["25/03/24, 10:00", "26/03/24, 10:00", "03/27/24, 10:00"],
    "day-month-year guess contradiction",
  );

  function check(name: string, dates: readonly string[], expected: string) {
    it(name, () => {
      const { format, confidence, because } = found(chat(dates));
      assert.equal(`${format.dateOrder} ${confidence} ${because}`, expected);
    });
  }

  it("is likely American in English with AM and PM", () => {
    const { format, because } = found(chat(["3/4/24, 9:04\u202fPM"], "<Media omitted>"));
    assert.deepEqual([format.dateOrder, because], ["month-day-year", "style"]);
  });

  it("is the day first in every other language", () => {
    const { format, languages } = found(chat(["3/4/24, 9:04"], "<Multimedia omitido>"));
    assert.deepEqual([format.dateOrder, languages], ["day-month-year", ["es"]]);
  });

  it("shows a person what each order would mean", () => {
    assert.deepEqual(found(chat(["3/4/24, 21:04", "3/5/24, 21:04"])).readings, [
      {
        order: "month-day-year",
        first: { year: 2024, month: 3, day: 4 },
        last: { year: 2024, month: 3, day: 5 },
        impossibleCount: 0,
      },
      {
        order: "day-month-year",
        first: { year: 2024, month: 4, day: 3 },
        last: { year: 2024, month: 5, day: 3 },
        impossibleCount: 0,
      },
    ]);
  });
});

describe("the rest of the format", () => {
  it("is that of most messages, and the others are counted", () => {
    const lines = [
      "12.03.24, 21:04 - Ana: hi",
      "[12/03/24, 21:04:05] Bo: pasted",
      "12.03.24, 21:05 - Bo: x",
    ];
    const { format, messageCount, otherHeadCount, lineCount } = found(lines);
    assert.deepEqual([format.platform, format.separator], ["android", "."]);
    assert.deepEqual([lineCount, messageCount, otherHeadCount], [3, 2, 1]);
  });

  it("tells a 12-hour clock", () => {
    assert.equal(found(chat(["3/14/24, 9:04 PM"])).clock, 12);
    assert.equal(found(chat(["3/14/24, 21:04"])).clock, 24);
  });

  it("finds a name that always goes on behind its colon", () => {
    const lines = ["a", "b", "c"].map((text) => `12.03.24, 21:04 - Dr: Who: ${text}`);
    assert.deepEqual(found(lines).format.namesWithColon, ["Dr: Who"]);
  });

  it("does not take a person's habits for a name", () => {
    const texts = ["Price: 5", "Price: 6", "ok", "Price: 7"];
    const lines = texts.map((text) => `12.03.24, 21:04 - Ana: ${text}`);
    assert.deepEqual(found(lines).format.namesWithColon, []);
    const places = texts.map(
      () => "12.03.24, 21:04 - Ana: location: https://maps.google.com/?q=1,2",
    );
    assert.deepEqual(found(places).format.namesWithColon, []);
  });

  it("is refused to a file without messages", () => {
    assert.deepEqual(detectFormat(["hello", "12.03.24 lunch"]), {
      refused: "not-a-chat-export",
      lineCount: 2,
    });
  });
});
