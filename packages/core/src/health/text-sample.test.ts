import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { linksIn } from "./text-sample.ts";

describe("linksIn", () => {
  finds("an address with its scheme", "See https://shop.example/a.", ["shop.example"]);
  finds("one without a scheme that has a path", "shop.example/sale today", ["shop.example"]);
  finds("a short link without a path", "go to bit.ly", ["bit.ly"]);
  finds("nothing in a sentence with points", "Done.Next, e.g. at 10.30 p.m.", []);
  finds("nothing in an address of mail", "write to ana@shop.example", []);
  finds("letters of other alphabets", "сюда: https://пример.рф/скидка", ["пример.рф"]);

  function finds(what: string, text: string, hosts: readonly string[]) {
    it(`finds ${what}`, () => {
      assert.deepEqual(
        linksIn(text).map(({ host }) => host),
        hosts,
      );
    });
  }
});
