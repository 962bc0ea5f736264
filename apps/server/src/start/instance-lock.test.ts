import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { UserError } from "@galka/postgres/user-error";
import { lockInstance } from "./instance-lock.ts";
import { startOfProcess } from "./process-start.ts";

describe("lockInstance", () => {
  const directory = mkdtempSync(join(tmpdir(), "galka-lock-"));
  const path = join(directory, "galka.lock");
  after(() => rmSync(directory, { recursive: true }));

  it("holds the data for one process at a time, and leaves nothing behind", () => {
    const lock = lockInstance(path);
    assert.throws(
      () => lockInstance(path),
      (error) => error instanceof UserError && /already runs/.test(error.message),
    );
    lock[Symbol.dispose]();
    assert.deepEqual(readdirSync(directory), []);
  });

  takes("the lock of a process that is gone", JSON.stringify({ pid: 2 ** 30, started: "1" }));
  takes(
    "the lock of a process whose id belongs to another",
    JSON.stringify({ pid: process.pid, started: "long ago" }),
  );
  takes("a lock that was never written to its end", '{"pid":');

  it("refuses while the process that holds it lives", () => {
    writeFileSync(
      path,
      JSON.stringify({ pid: process.ppid, started: startOfProcess(process.ppid) }),
    );
    assert.throws(() => lockInstance(path), UserError);
    rmSync(path);
  });

  function takes(what: string, content: string) {
    it(`takes ${what}`, () => {
      writeFileSync(path, content);
      lockInstance(path)[Symbol.dispose]();
      assert.deepEqual(readdirSync(directory), []);
    });
  }
});
