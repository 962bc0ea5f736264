import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { UserError } from "@galka/postgres/user-error";
import { prepareDataDirectory, signVersion } from "./data-directory.ts";

describe("the data directory", () => {
  const directory = mkdtempSync(join(tmpdir(), "galka-data-"));
  const version = join(directory, "version");
  after(() => rmSync(directory, { recursive: true }));

  it("is made where there is none", () => {
    const data = join(directory, "deep", "data");
    prepareDataDirectory(data);
    assert.ok(statSync(data).isDirectory());
  });

  it("is refused where it cannot be made, saying which variable to set", () => {
    writeFileSync(join(directory, "file"), "");
    assert.throws(
      () => prepareDataDirectory(join(directory, "file", "data")),
      (error) => error instanceof UserError && /GALKA_DATA/.test(error.message),
    );
  });

  it("is signed with the version that wrote it last", () => {
    signVersion(version, "0.9.0");
    signVersion(version, "0.10.0");
    assert.equal(readFileSync(version, "utf8"), "0.10.0\n");
  });

  it("is refused to an older version than that", () => {
    assert.throws(
      () => signVersion(version, "0.9.1"),
      (error) =>
        error instanceof UserError &&
        /written by Galka 0\.10\.0; this is 0\.9\.1/.test(error.message),
    );
    assert.equal(readFileSync(version, "utf8"), "0.10.0\n");
  });
});
