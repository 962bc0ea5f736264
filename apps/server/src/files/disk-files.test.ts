import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { diskFiles } from "./disk-files.ts";
import { FileTooLargeError } from "./file-store.ts";

const HELLO = "185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969";

describe("diskFiles", () => {
  const directory = mkdtempSync(join(tmpdir(), "galka-files-"));
  const files = diskFiles(directory);
  after(() => rmSync(directory, { recursive: true }));

  it("stores equal content once, under its hash, and gives it back", async () => {
    const stored = await files.put(chunks("Hel", "lo"), 100);
    assert.deepEqual(stored, { sha256: HELLO, sizeBytes: 5 });
    assert.deepEqual(await files.put(chunks("Hello"), 100), stored);
    assert.equal(await textOf(await files.open(HELLO)), "Hello");
    assert.deepEqual(readdirSync(join(directory, "18", "5f")), [HELLO]);
  });

  it("reads a part, both ends included", async () => {
    assert.equal(await textOf(await files.open(HELLO, { start: 1, end: 3 })), "ell");
  });

  it("refuses a byte too many and keeps nothing of it", async () => {
    await assert.rejects(files.put(chunks("Hel", "lo!"), 5), FileTooLargeError);
    assert.deepEqual(readdirSync(join(directory, "incoming")), []);
  });

  it("keeps nothing of what breaks off", async () => {
    async function* breaking() {
      yield Buffer.from("Hel");
      throw new Error("the line went dead");
    }
    await assert.rejects(files.put(breaking(), 100), /went dead/u);
    assert.deepEqual(readdirSync(join(directory, "incoming")), []);
  });

  it("answers null for what is not there and throws for what is no hash", async () => {
    assert.equal(await files.open("0".repeat(64)), null);
    await assert.rejects(files.open("../../etc/passwd"));
  });
});

async function* chunks(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

async function textOf(bytes: AsyncIterable<Uint8Array> | null): Promise<string> {
  assert.ok(bytes);
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts).toString();
}
