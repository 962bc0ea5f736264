import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileWitness } from "./file-witness.ts";

describe("fileWitness", () => {
  it("recalls what another process has kept last, and nothing where there is no readable file", async () => {
    const directory = await mkdtemp(join(tmpdir(), "galka-witness-"));
    try {
      const path = join(directory, "database.mark");
      assert.equal(await fileWitness(path).recall(), null);
      const mark = { life: 2, mark: 41, at: new Date("2026-11-22T12:00:00Z"), dispatched: 7 };
      const witness = fileWitness(path);
      await witness.keep({ ...mark, mark: 40 });
      await witness.keep(mark);
      assert.deepEqual(await fileWitness(path).recall(), mark);
      await writeFile(path, "{");
      assert.equal(await fileWitness(path).recall(), null);
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});
