import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { fileIdOf, messageOf, sourceOf, withFile, withSource } from "./message-draft.ts";

const FILE = "00000000-0000-4000-8000-000000000001";

describe("a message while it is written", () => {
  const name = { place: "body", key: "first_name" } as const;
  const code = { place: "button", key: "0", card: 1 } as const;

  it("is given the name where a variable asks for it, and nothing else", () => {
    const message = messageOf("offer", [name, code]);
    assert.deepEqual(sourceOf(message, name), { from: "name", fallback: null });
    assert.equal(sourceOf(message, code), null);
  });

  it("keeps the variables of the message and of its cards apart", () => {
    const constant = { from: "constant", value: "SPRING" } as const;
    const message = withSource(messageOf("offer", []), code, constant);
    assert.deepEqual(sourceOf(message, code), constant);
    assert.equal(sourceOf(message, { place: "button", key: "0" }), null);
    assert.deepEqual(withSource(message, code, null).values, []);
  });

  it("has one file for its head and one for each card", () => {
    const message = withFile(messageOf("offer", []), 2, FILE);
    assert.equal(fileIdOf(message, 2), FILE);
    assert.equal(fileIdOf(message, undefined), null);
    assert.deepEqual(withFile(message, 2, null).files, []);
  });
});
