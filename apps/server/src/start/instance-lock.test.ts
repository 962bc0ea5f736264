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

  it("holds the data for one process at a time, and leaves nothing behind", async () => {
    const lock = await lockInstance(path);
    await assert.rejects(
      lockInstance(path, 0),
      (error) => error instanceof UserError && /already runs/.test(error.message),
    );
    lock[Symbol.dispose]();
    assert.deepEqual(readdirSync(directory), []);
  });

  it("waits a moment for one that is about to end", async () => {
    const lock = await lockInstance(path);
    setTimeout(() => lock[Symbol.dispose](), 50);
    (await lockInstance(path))[Symbol.dispose]();
  });

  takes("the lock of a process that is gone", JSON.stringify({ pid: 2 ** 30, started: "1" }));
  takes(
    "the lock of a process whose id belongs to another",
    JSON.stringify({ pid: process.pid, started: "long ago" }),
  );
  takes("a lock that was never written to its end", '{"pid":');

  it("refuses while the process that holds it lives", async () => {
    writeFileSync(
      path,
      JSON.stringify({ pid: process.ppid, started: startOfProcess(process.ppid) }),
    );
    await assert.rejects(lockInstance(path, 0), UserError);
    rmSync(path);
  });

  function takes(what: string, content: string) {
    it(`takes ${what}`, async () => {
      writeFileSync(path, content);
      (await lockInstance(path, 0))[Symbol.dispose]();
      assert.deepEqual(readdirSync(directory), []);
    });
  }
});
