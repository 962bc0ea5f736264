import assert from "node:assert/strict";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { aesSealer } from "./aes-sealer.ts";
import { KeyRingError, loadKeyFile, parseKeyRing } from "./key-ring.ts";
import { SealBrokenError } from "./sealer.ts";

const OLD = Buffer.alloc(32, "an old fake key").toString("base64");
const FRESH = Buffer.alloc(32, "a fresh fake key").toString("base64");

describe("aesSealer", () => {
  const sealer = aesSealer(parseKeyRing(OLD));

  it("opens what it sealed, and never seals twice alike", () => {
    const one = sealer.seal("fake-token-для-теста", "channel:1");
    assert.equal(sealer.open(one, "channel:1"), "fake-token-для-теста");
    assert.notDeepEqual(one, sealer.seal("fake-token-для-теста", "channel:1"));
    assert.ok(!Buffer.from(one).includes("fake-token"));
  });

  it("does not open for another row, nor what was changed, nor rubbish", () => {
    const sealed = Buffer.from(sealer.seal("fake-token", "channel:1"));
    assert.throws(() => sealer.open(sealed, "channel:2"), SealBrokenError);
    for (const at of [0, 3, 10, 20, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      assert.throws(() => sealer.open(changed, "channel:1"), SealBrokenError);
    }
    assert.throws(() => sealer.open(Buffer.from("x"), "channel:1"), SealBrokenError);
  });

  it("seals with the first key and opens with any, so that keys can be rotated", () => {
    const rotated = aesSealer(parseKeyRing(`${FRESH}\n${OLD}\n`));
    const before = sealer.seal("fake-token", "channel:1");
    assert.equal(rotated.open(before, "channel:1"), "fake-token");
    const after = rotated.seal("fake-token", "channel:1");
    assert.throws(() => sealer.open(after, "channel:1"), /key that is not known/u);
    assert.ok(rotated.hasSigned("id", sealer.sign("id")));
    assert.ok(!sealer.hasSigned("id", rotated.sign("id")));
  });

  it("knows what it has signed", () => {
    assert.ok(sealer.hasSigned("id", sealer.sign("id")));
    assert.ok(!sealer.hasSigned("another", sealer.sign("id")));
    assert.ok(!sealer.hasSigned("id", Buffer.alloc(0)));
  });

  it("finds a text again by its fingerprint, also after the key was changed", () => {
    const [before = ""] = aesSealer(parseKeyRing(OLD)).fingerprints("a number");
    assert.match(before, /^[0-9a-f]{64}$/u);
    const rotated = aesSealer(parseKeyRing(`${FRESH}\n${OLD}\n`)).fingerprints("a number");
    assert.equal(rotated.length, 2);
    assert.ok(rotated.includes(before));
    assert.notEqual(rotated[0], before);
    assert.ok(!aesSealer(parseKeyRing(OLD)).fingerprints("another").includes(before));
  });
});

describe("loadKeyFile", () => {
  it("makes a key that only its owner may read, and reads the same one again", () => {
    const directory = mkdtempSync(join(tmpdir(), "galka-key-"));
    try {
      const path = join(directory, "deep", "secret.key");
      const made = loadKeyFile(path);
      assert.equal(statSync(path).mode & 0o777, 0o600);
      assert.deepEqual(loadKeyFile(path), made);
      writeFileSync(path, "too short\n");
      assert.throws(() => loadKeyFile(path), KeyRingError);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
