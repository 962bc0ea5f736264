import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { ChatFormat } from "./chat-format.ts";
import { detectFormat } from "./detect-format.ts";
import { fingerprintInput } from "./entry.ts";
import { takeLines, lastLine, NO_PART } from "./lines.ts";
import { addToSummary, startSummary } from "./summary.ts";
import { readChunks, readText } from "./testing/read-text.ts";

/** Each head is of one of these formats, so that texts hold messages in every one of them. */
const FORMATS = [
  ["android", "/", "day-month-year", "12/03/2024, 21:04 - "],
  ["android", "/", "month-day-year", "3/25/24, 9:04\u202fPM - "],
  ["android", "-", "year-month-day", "2024-03-12, 21:04 - "],
  ["ios", ".", "day-month-year", "\u200e[12.03.24, 21:04:05] "],
] as const;
const HEADS = FORMATS.map(([, , , head]) => head);

const format: fc.Arbitrary<ChatFormat> = fc
  .tuple(fc.constantFrom(...FORMATS), fc.array(fc.string(), { maxLength: 2 }))
  .map(([[platform, separator, dateOrder], namesWithColon]) => ({
    platform,
    separator,
    dateOrder,
    namesWithColon,
  }));

/** Pieces that a reader of exports may stumble over, in any order. */
const piece = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom(
    ..."[ ] - : ; < > ( ) , . / \u200e \u200f \u202f \u00a0 \ufeff \u0000 \ud83d \n \r\n".split(
      " ",
    ),
    " ",
    "\n",
    ...HEADS,
    "[99.99.99, 99:99:99] ",
    "Ana: ",
    "Dr: Who: ",
    "\u200e<attached: 0001.jpg>",
    "IMG-1.jpg (file attached)",
    "<This message was edited>",
    "\u200eimage omitted",
    "POLL:\n",
    "location: https://maps.google.com/?q=1,2",
    "Ana changed the subject to “",
  ),
);
const line = fc
  .tuple(
    fc.constantFrom("", ...HEADS, ...HEADS.map((head) => `${head}Ana: `)),
    fc.array(piece, { maxLength: 5, size: "max" }),
  )
  .map(([head, pieces]) => head + pieces.join(""));
const text = fc.array(line, { maxLength: 30, size: "max" }).map((lines) => lines.join("\n"));

describe("any text at all", () => {
  it("is read without an exception, each line exactly once", () => {
    fc.assert(
      fc.property(text, format, (written, as) => {
        const { entries, unread, lineCount } = readText(written, as);
        const lines = unread.map(({ line }) => line);
        for (const { lines: range } of entries) {
          for (let line = range.from; line <= range.to; line += 1) lines.push(line);
        }
        lines.sort((a, b) => a - b);
        assert.deepEqual(
          lines,
          Array.from({ length: lineCount }, (_, index) => index + 1),
        );
      }),
      { numRuns: 100 },
    );
  });

  it("is looked at for its format without an exception, and then read in it", () => {
    fc.assert(
      fc.property(text, (written) => {
        const found = detectFormat(written.split("\n"));
        if ("refused" in found) return;
        const read = readText(written, found.format);
        const summary = startSummary();
        addToSummary(summary, read);
        assert.equal(summary.entryCount, read.entries.length);
      }),
      { numRuns: 100 },
    );
  });

  it("is read alike wherever it is cut into pieces", () => {
    fc.assert(
      fc.property(text, format, fc.array(fc.nat(200)), (written, as, cuts) => {
        assert.deepEqual(readChunks(cutAt(written, cuts), as), readText(written, as));
      }),
      { numRuns: 100 },
    );
  });

  it("gives no two entries the same key", () => {
    fc.assert(
      fc.property(text, format, (written, as) => {
        const keys = readText(written, as).entries.map(fingerprintInput);
        assert.equal(new Set(keys).size, keys.length);
      }),
      { numRuns: 100 },
    );
  });

  it("leaves no character that cannot be stored", () => {
    fc.assert(
      fc.property(text, format, (written, as) => {
        const { entries, unread } = readText(written, as);
        const all = JSON.stringify([entries, unread]);
        assert.ok(!all.includes("\\u0000") && !/\\ud[89a-f]/iu.test(all));
      }),
      { numRuns: 100 },
    );
  });
});

describe("a text without line ends", () => {
  it("does not fill the memory", () => {
    let part = NO_PART;
    for (let index = 0; index < 40; index += 1) part = takeLines(part, "x".repeat(50_000)).part;
    assert.ok(part.text.length < 300_000);
    const { lines, part: rest } = takeLines(part, "x\nnext");
    assert.deepEqual([lines.length, lastLine(rest)], [1, ["next"]]);
    assert.deepEqual(lastLine(NO_PART), []);
  });
});

function cutAt(written: string, cuts: readonly number[]): readonly string[] {
  const pieces: string[] = [];
  let rest = written;
  for (const cut of cuts) {
    pieces.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return [...pieces, rest];
}
