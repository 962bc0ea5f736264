import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { nameProblem } from "./name-rules.ts";

describe("a display name", () => {
  const check = (name: string, problem: string | null) =>
    it(`"${name}" is ${problem ?? "good"}`, () => assert.equal(nameProblem(name), problem));

  check("Lucky Shrub", null);
  check("Кафе «Галка»", null);
  check("IKEA", null);
  check("ab", "NAME_FORMAT_UNACCEPTABLE");
  check("12345", "NAME_FORMAT_UNACCEPTABLE");
  check("www.shrub.example", "NAME_FORMAT_UNACCEPTABLE");
  check("shrub.com", "NAME_FORMAT_UNACCEPTABLE");
  check("BEST SHRUBS EVER", "NAME_FORMAT_UNACCEPTABLE");
  check("Shrubs!!!", "NAME_FORMAT_UNACCEPTABLE");
  check("Shrubs 🌳", "NAME_FORMAT_UNACCEPTABLE");
  check("WhatsApp Support", "NAME_NOT_CONSISTENT");
});
