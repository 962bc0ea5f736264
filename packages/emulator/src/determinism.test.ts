import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { playScript, type Played } from "./testing/script.ts";

/** What the world was asked to do comes from outside; how long others take to answer is chance. */
const slowly = () => pause(Math.random() * 4);

const inMemory = (seed: string): Promise<Played> => playScript({ seed, slowly });

/** The play that others are compared with. */
const played = new Map<string, Promise<Played>>();
const once = (seed: string): Promise<Played> => {
  const known = played.get(seed) ?? inMemory(seed);
  played.set(seed, known);
  return known;
};

async function withRestart(seed: string): Promise<Played> {
  const dataDir = mkdtempSync(join(tmpdir(), "galka-same-"));
  try {
    return await playScript({ seed, slowly, dataDir, restartAt: [7, 20] });
  } finally {
    rmSync(dataDir, { recursive: true });
  }
}

describe("one seed and one script of calls", () => {
  it("give the same ledger and the same webhooks, byte for byte", async () => {
    const [first, second] = [await once("one"), await inMemory("one")];
    assert.ok(first.ledger.split("\n").length > 60, "the script sends");
    assert.ok(first.webhooks.split("\n").length > 100, "the script makes webhooks");
    assertSame(first, second);
  });

  it("give the same also when the emulator is stopped and started on the way", async () => {
    assertSame(await once("two"), await withRestart("two"));
  });

  it("give other ids, faults and weather under another seed", async () => {
    const [one, two] = [await once("one"), await once("two")];
    assert.notEqual(one.ledger, two.ledger);
    assert.notEqual(one.webhooks, two.webhooks);
  });
});

/** Line by line, so that a failure shows the first one that differs and not a megabyte. */
function assertSame(a: Played, b: Played): void {
  for (const part of ["ledger", "webhooks", "answers"] as const) {
    const [left, right] = [a[part].split("\n"), b[part].split("\n")];
    for (const [index, line] of left.entries()) {
      assert.equal(right[index], line, `${part}, line ${index + 1}`);
    }
    assert.equal(right.length, left.length, part);
  }
  assert.deepEqual(b.received, a.received);
}
