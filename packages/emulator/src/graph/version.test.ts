import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { GraphError } from "./error.ts";
import { readVersion } from "./version.ts";

describe("a path's version", () => {
  const check = (path: string, version: string, rest: string) =>
    it(`of ${path} is ${version}`, () =>
      assert.deepEqual(readVersion(path), { version, path: rest }));

  check("/v20.0/1/messages", "v20.0", "/1/messages");
  check("/v26.0/1", "v26.0", "/1");
  check("/v2.0/1", "v20.0", "/1");
  check("/1/messages", "v26.0", "/1/messages");
  check("//v23.0/1", "v23.0", "/1");

  for (const path of ["/v27.0/1/messages", "/v26.1/1/messages", "/v26/1/messages"]) {
    it(`of ${path} does not exist`, () =>
      assert.throws(
        () => readVersion(path),
        (error: unknown) =>
          error instanceof GraphError &&
          error.problem.code === 2500 &&
          error.message === "Unknown path components: /1/messages",
      ));
  }
});
