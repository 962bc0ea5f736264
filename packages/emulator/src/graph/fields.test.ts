import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { GraphError } from "./error.ts";
import { parseFields, selectFields } from "./fields.ts";

const node = {
  type: "Thing",
  usual: ["name"],
  fields: {
    id: () => "1",
    name: () => "a",
    nothing: () => undefined,
    inner: () => ({ a: 1, b: 2 }),
  },
};

describe("selectFields", () => {
  it("answers the usual fields and the id when none are named", () => {
    assert.deepEqual(selectFields(node, undefined), { name: "a", id: "1" });
  });

  it("narrows what is inside a field", () => {
    assert.deepEqual(selectFields(node, "inner{b},nothing"), { inner: { b: 2 }, id: "1" });
  });

  it("refuses a field that does not exist", () => {
    assert.throws(
      () => selectFields(node, "nope"),
      (error: unknown) =>
        error instanceof GraphError && /nonexisting field \(nope\)/.test(error.message),
    );
  });
});

it("reads nested fields and their modifiers", () => {
  const plain = (name: string) => ({ name, modifiers: {}, inner: [] });
  assert.deepEqual(parseFields('a{b,c{d}},e.limit(2).of(["x", "y"]){f}'), [
    {
      name: "a",
      modifiers: {},
      inner: [plain("b"), { name: "c", modifiers: {}, inner: [plain("d")] }],
    },
    { name: "e", modifiers: { limit: "2", of: '["x", "y"]' }, inner: [plain("f")] },
  ]);
});
