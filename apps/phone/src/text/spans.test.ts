import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { parseSpans, type Span } from "./spans.ts";

describe("parseSpans", () => {
  check("reads bold", "a *b c* d", "a <bold>b c</bold> d");
  check("reads italic", "_a_", "<italic>a</italic>");
  check("reads strike", "~a~", "<strike>a</strike>");
  check("reads code and leaves marks in it alone", "`a *b* c`", "<code>a *b* c</code>");
  check("reads marks inside marks", "*a _b_*", "<bold>a <italic>b</italic></bold>");
  check("leaves arithmetic alone", "2*3*4", "2*3*4");
  check("leaves names with underscores alone", "snake_case_name", "snake_case_name");
  check("needs words right inside the marks", "* a *", "* a *");
  check("leaves an unclosed mark alone", "*a", "*a");
  check("leaves empty marks alone", "** __", "** __");
  check("works beside punctuation", "(*a*), *b*.", "(<bold>a</bold>), <bold>b</bold>.");
  check("works in Cyrillic", "это *важно*!", "это <bold>важно</bold>!");
  check("sees that Cyrillic letters are letters", "а*б*в", "а*б*в");
  check(
    "finds a link without the full stop after it",
    "see https://a.example/b.",
    "see <link https://a.example/b>https://a.example/b</link>.",
  );
  check(
    "keeps underscores of a link",
    "https://a.example/_b_c",
    "<link https://a.example/_b_c>https://a.example/_b_c</link>",
  );
  check(
    "finds an e-mail address",
    "to a.b@c.example",
    "to <link mailto:a.b@c.example>a.b@c.example</link>",
  );

  function check(name: string, line: string, expected: string) {
    it(name, () => assert.equal(write(parseSpans(line)), expected));
  }
});

function write(spans: readonly Span[]): string {
  return spans
    .map((span) => {
      if (span.kind === "text") return span.text;
      if (span.kind === "link") return `<link ${span.href}>${span.text}</link>`;
      const inner = span.kind === "code" ? span.text : write(span.children);
      return `<${span.kind}>${inner}</${span.kind}>`;
    })
    .join("");
}
