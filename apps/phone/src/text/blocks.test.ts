import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { parseBlocks } from "./blocks.ts";
import { plainText } from "./plain.ts";

describe("parseBlocks", () => {
  check("keeps lines together", "a\nb", ["lines 2"]);
  check("takes a block of code over lines", "a\n```\nb *c*\n```\nd", [
    "lines 1",
    "mono b *c*",
    "lines 1",
  ]);
  check("takes code inside a line", "a ```b``` c", ["lines 1", "mono b", "lines 1"]);
  check("gathers a list", "- a\n- b", ["list 2"]);
  check("gathers a numbered list", "1. a\n2. b", ["list 2 from 1"]);
  check("gathers a quote", "> a\n> b\nc", ["quote 2", "lines 1"]);
  check("leaves an arrow of nothing alone", ">", ["lines 1"]);
  check("leaves a dash of nothing alone", "- ", ["lines 1"]);

  function check(name: string, text: string, expected: readonly string[]) {
    it(name, () => {
      const found = parseBlocks(text).map((block) => {
        if (block.kind === "mono") return `mono ${block.text}`;
        if (block.kind === "list") {
          const from = block.ordered ? ` from ${block.items[0]?.number}` : "";
          return `list ${block.items.length}${from}`;
        }
        return `${block.kind} ${block.lines.length}`;
      });
      assert.deepEqual(found, expected);
    });
  }
});

describe("plainText", () => {
  it("drops the marks and the line breaks", () => {
    assert.equal(plainText("*a*\n- _b_\n```c```"), "a b c");
  });
});
