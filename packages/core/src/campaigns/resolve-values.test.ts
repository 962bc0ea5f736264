import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { CampaignMessage, ValueSource } from "./plan.ts";
import { asValue, resolveValues } from "./resolve-values.ts";

const LUZ = { name: "Luz", fields: { city: "Rosario", note: " " }, columns: { order: "A-17" } };

function message(source: ValueSource): CampaignMessage {
  return { templateId: "t", files: [], values: [{ place: "body", key: "1", source }] };
}

describe("resolveValues", () => {
  check("a constant", { from: "constant", value: "today" }, "today");
  check("a name", { from: "name", fallback: null }, "Luz");
  check("a field", { from: "field", field: "city", fallback: null }, "Rosario");
  check("a column", { from: "column", column: "order", fallback: null }, "A-17");
  check(
    "a fallback for a field that nobody filled in",
    { from: "field", field: "zip", fallback: "?" },
    "?",
  );
  check(
    "a fallback for a field that is blank",
    { from: "field", field: "note", fallback: "-" },
    "-",
  );
  check(
    "nothing of what objects have by themselves",
    { from: "field", field: "constructor", fallback: null },
    null,
  );

  it("says what is missing and leaves it out", () => {
    const source = { from: "field", field: "zip", fallback: null } as const;
    const { values, missing } = resolveValues(message(source), LUZ, []);
    assert.deepEqual(missing, [{ place: "body", key: "1" }]);
    assert.deepEqual(values, {});
  });

  it("fills each card of a carousel by itself", () => {
    const carousel: CampaignMessage = {
      templateId: "t",
      files: [],
      values: [
        { place: "body", key: "1", source: { from: "name", fallback: null } },
        { place: "body", key: "1", card: 1, source: { from: "constant", value: "second" } },
        {
          place: "button",
          key: "0",
          card: 1,
          source: { from: "column", column: "order", fallback: null },
        },
      ],
    };
    const pictures = [0, 1].map((card) => ({ card, file: { fileId: `picture ${card}` } }));
    assert.deepEqual(resolveValues(carousel, LUZ, pictures).values, {
      body: { 1: "Luz" },
      cards: [
        { headerFile: { fileId: "picture 0" } },
        { headerFile: { fileId: "picture 1" }, body: { 1: "second" }, buttons: { 0: "A-17" } },
      ],
    });
  });

  function check(name: string, source: ValueSource, text: string | null) {
    it(`takes ${name}`, () => {
      const { values } = resolveValues(message(source), LUZ, []);
      assert.equal(values.body?.["1"] ?? null, text);
    });
  }
});

describe("asValue", () => {
  it("makes one line of several, without what Meta refuses", () => {
    assert.equal(asValue(" one\ntwo\t three      four\u00a0 "), "one two three four");
  });
});
