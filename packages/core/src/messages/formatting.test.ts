import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { unreachable } from "../kernel/unreachable.ts";
import type { Inline } from "./formatting-inline.ts";
import { type Block, parseFormatting, plainText } from "./formatting.ts";

describe("parseFormatting", () => {
  check("plain text", "Hello", "Hello");
  check(
    "the marks",
    "*bold* _italic_ ~struck~ `code`",
    "<bold>bold</> <italic>italic</> <struck>struck</> <code>code</>",
  );
  check("marks inside marks", "*bold _and italic_*", "<bold>bold <italic>and italic</></>");
  check("marks that cross each other", "*a _b* c_", "<bold>a _b</> c_");
  check("a mark without its pair", "5 * 3 = 15, *really", "5 * 3 = 15, *really");
  check("arithmetic and names", "2*3*4 and snake_case_name", "2*3*4 and snake_case_name");
  check("two marks with nothing between", "** and __", "** and __");
  check("marks inside code", "`*not bold*`", "<code>*not bold*</>");
  check(
    "a link with marks in it",
    "see https://example.org/a_b_c*d.",
    "see <link>https://example.org/a_b_c*d</>.",
  );
  check("a bold link", "*https://example.org*", "<bold><link>https://example.org</></>");
  check("a link without its scheme", "www.example.org!", "<link>www.example.org</>!");
  check("a quote", "> said *he*\nyes", "[quote said <bold>he</>]\nyes");
  check("bullets", "- one\n- two", "[bullets one|two]");
  check("numbers that go on", "2. two\n3. three", "[numbers 2 two|three]");
  check(
    "a block of code over lines",
    "look:\n```\nif (*a*)\n```\nend",
    "look:\n[code if (*a*)]\nend",
  );
  check("an open block of code", "```never closed", "```never closed");
  check("a mark is closed on its own line", "*one\ntwo*", "*one\ntwo*");

  it("points a link without a scheme to https", () => {
    assert.deepEqual(parseFormatting("www.example.org"), [
      {
        kind: "paragraph",
        lines: [[{ kind: "link", text: "www.example.org", href: "https://www.example.org" }]],
      },
    ]);
  });

  it("never throws and loses nothing but marks, for any text", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({
        unit: fc.constantFrom("*", "_", "~", "`", "a", " ", "\n", ">", "-", "1", ".", "я"),
      }),
    );
    fc.assert(
      fc.property(text, (written) => {
        const letters = (of: string) => of.replace(/[^\p{L}]/gu, "");
        assert.equal(letters(plainText(written)), letters(written));
      }),
      { numRuns: 2000 },
    );
  });

  it("reads 200,000 marks in well under a second", () => {
    for (const hostile of ["*a ", "*", "_*~", "`", "``` ", "> ", "www.", "https://("]) {
      const startedAt = performance.now();
      parseFormatting(hostile.repeat(200_000));
      assert.ok(performance.now() - startedAt < 2000, hostile);
    }
  });

  function check(name: string, text: string, shown: string) {
    it(`reads ${name}`, () => assert.equal(parseFormatting(text).map(show).join("\n"), shown));
  }
});

function show(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return block.lines.map(showLine).join("\n");
    case "quote":
      return `[quote ${block.lines.map(showLine).join("\n")}]`;
    case "code":
      return `[code ${block.text}]`;
    case "bullets":
      return `[bullets ${block.items.map(showLine).join("|")}]`;
    case "numbers":
      return `[numbers ${block.start} ${block.items.map(showLine).join("|")}]`;
    default:
      return unreachable(block);
  }
}

function showLine(parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      if (part.kind === "plain") return part.text;
      return `<${part.kind}>${"parts" in part ? showLine(part.parts) : part.text}</>`;
    })
    .join("");
}
