import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { inDeskOrder, signOf } from "./template-status.ts";

describe("the reviewer's desk", () => {
  it("has what waits for a decision on top", () => {
    const order = inDeskOrder([
      template("b", "APPROVED"),
      template("c", "PENDING"),
      template("a", "REJECTED"),
      template("d", "IN_APPEAL"),
    ]);
    assert.deepEqual(
      order.map((it) => it.name),
      ["c", "d", "a", "b"],
    );
  });

  it("shows a status that it does not know plainly", () => {
    assert.equal(signOf("SOMETHING_ELSE").tone, "plain");
  });

  function template(name: string, status: string) {
    return { name, status, language: "en" };
  }
});
