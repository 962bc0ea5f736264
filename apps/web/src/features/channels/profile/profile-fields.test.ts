import assert from "node:assert/strict";
import type { ProfileJson } from "@galka/contract/json/profile";
import { describe, it } from "vitest";
import { changeOf, fieldsOf, problemsOf } from "./profile-fields.ts";

const before: ProfileJson = {
  about: "Bread since 1912",
  address: "Main street 1",
  description: "",
  email: "",
  websites: ["https://jackdaw.example"],
  vertical: "RETAIL",
};

describe("changeOf", () => {
  it("is nothing when nothing was typed", () => {
    assert.deepEqual(changeOf(before, fieldsOf(before)), {});
  });

  it("names only what differs, without spaces at its ends", () => {
    const fields = { ...fieldsOf(before), about: " Bread and cake ", address: "" };
    assert.deepEqual(changeOf(before, fields), { about: "Bread and cake", address: "" });
  });

  it("makes a web address of a bare name", () => {
    const fields = { ...fieldsOf(before), websites: "jackdaw.example\n\nshop.example" };
    const websites = ["https://jackdaw.example", "https://shop.example"];
    assert.deepEqual(changeOf(before, fields), { websites });
  });
});

describe("problemsOf", () => {
  it("names the field of each problem", () => {
    const problems = problemsOf({ about: "", email: "no" });
    assert.deepEqual(
      [...problems],
      [
        ["email", "no-email"],
        ["about", "empty"],
      ],
    );
  });
});
