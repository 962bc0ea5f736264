import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { usernameProblem, usernamesFrom } from "./username-rules.ts";

describe("a business username", () => {
  const check = (name: string, good: boolean) =>
    it(`"${name}" is ${good ? "good" : "refused"}`, () =>
      assert.equal(usernameProblem(name) === null, good));

  check("lucky_shrub", true);
  check("lucky.shrub.2", true);
  check("ab", false);
  check("a".repeat(36), false);
  check("Lucky", false);
  check("12345", false);
  check(".lucky", false);
  check("lucky.", false);
  check("lucky..shrub", false);
  check("wwwlucky", false);
  check("lucky.com", false);
});

it("suggests usernames that are allowed", () => {
  assert.deepEqual(usernamesFrom("Lucky Shrub"), [
    "luckyshrub",
    "lucky_shrub",
    "lucky.shrub",
    "luckyshrub_official",
  ]);
  assert.deepEqual(usernamesFrom("Галка"), []);
});
