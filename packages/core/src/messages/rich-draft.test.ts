import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type RichDraft, flawsOf, richContent } from "./rich-draft.ts";

const buttons = (...titles: readonly string[]): RichDraft => ({
  kind: "buttons",
  text: "Shall we?",
  buttons: titles.map((title, index) => ({ id: `b${index}`, title })),
});
const row = (id: string, title = id) => ({ id, title });
const list = (
  ...sections: Extract<RichDraft, { kind: "list" }>["sections"][number][]
): RichDraft => ({
  kind: "list",
  text: "What?",
  buttonTitle: "Choose",
  sections,
});
const link = (url: string): RichDraft => ({ kind: "link", text: "See", title: "Open", url });
const card = (number: string): RichDraft => ({
  kind: "contacts",
  cards: [{ name: "Luz", phones: [{ number }], emails: [] }],
});

describe("flawsOf", () => {
  finds("nothing in three buttons", buttons("Yes", "No", "Later"), []);
  finds("a fourth button", buttons("1", "2", "3", "4"), ["buttons too-many"]);
  finds("no button", buttons(), ["buttons empty"]);
  finds("a button of 21 characters", buttons("a".repeat(21)), ["buttons.0 too-long"]);
  finds("nothing in 20 emoji", buttons("🍞".repeat(20)), []);
  finds("two buttons of the same words", buttons("Yes", "Yes"), ["buttons.1 repeated"]);
  finds("a button without words", buttons("Yes", " "), ["buttons.1 empty"]);
  finds(
    "a text of 1025",
    { kind: "buttons", text: "a".repeat(1025), buttons: [{ id: "y", title: "Yes" }] },
    ["text too-long"],
  );
  finds(
    "a second section without a title",
    list({ rows: [row("a")] }, { title: "B", rows: [row("b")] }),
    ["sections.0.title empty"],
  );
  finds("nothing in one section without a title", list({ rows: [row("a")] }), []);
  finds("an empty section", list({ rows: [] }), ["rows empty", "sections.0.rows empty"]);
  finds(
    "eleven rows in two sections",
    list(
      { title: "A", rows: Array.from({ length: 6 }, (_, n) => row(`a${n}`)) },
      { title: "B", rows: Array.from({ length: 5 }, (_, n) => row(`b${n}`)) },
    ),
    ["rows too-many"],
  );
  finds("a description of 73", list({ rows: [{ ...row("a"), description: "d".repeat(73) }] }), [
    "sections.0.rows.0.description too-long",
  ]);
  finds(
    "the same id in two sections",
    list({ title: "A", rows: [row("a")] }, { title: "B", rows: [row("a")] }),
    ["rows repeated"],
  );
  finds("nothing in a link", link("https://example.org/a?b=c"), []);
  finds("a link without its beginning", link("example.org"), ["url not-a-link"]);
  finds("a link of another kind", link("javascript:alert(1)"), ["url not-a-link"]);
  finds("nothing in a card with a number", card("+49 (151) 234-56.78"), []);
  finds("a masked number", card("+49 •••• 78"), ["cards.0.phones.0 not-a-phone"]);
  finds(
    "a card that leads nowhere",
    { kind: "contacts", cards: [{ name: "Luz", phones: [], emails: [] }] },
    ["cards.0.phones empty"],
  );
  finds("a place off the earth", { kind: "location", place: { latitude: 91, longitude: 0 } }, [
    "place not-a-place",
  ]);

  function finds(name: string, draft: RichDraft, expected: readonly string[]) {
    it(`finds ${name}`, () => {
      assert.deepEqual(
        flawsOf(draft).map(({ at, flaw }) => `${at} ${flaw}`),
        expected,
      );
    });
  }
});

describe("richContent", () => {
  it("makes a link a message with one button that opens it", () => {
    assert.deepEqual(richContent(link("https://example.org")), {
      kind: "buttons",
      text: "See",
      buttons: [{ kind: "url", title: "Open", url: "https://example.org" }],
    });
  });

  it("leaves out a footer that says nothing", () => {
    const draft: RichDraft = { kind: "link", text: "See", footer: " ", title: "Open", url: "x" };
    assert.equal("footer" in richContent(draft), false);
  });
});
