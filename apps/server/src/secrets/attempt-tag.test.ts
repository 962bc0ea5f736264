import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { uuidIds } from "../ids.ts";
import { aesSealer } from "./aes-sealer.ts";
import { readAttemptTag, tagAttempt } from "./attempt-tag.ts";
import { parseKeyRing } from "./key-ring.ts";

describe("tagAttempt", () => {
  const sealer = aesSealer(parseKeyRing(Buffer.alloc(32, "fake key").toString("base64")));
  const ids = uuidIds();
  const attempt = { sendId: ids.next<"send">(), attemptId: ids.next<"attempt">() };
  const tag = tagAttempt(sealer, attempt);

  it("comes back as what it was", () => {
    assert.deepEqual(readAttemptTag(sealer, tag), attempt);
    assert.equal(tag.length, 60);
  });

  it("is not read when it was changed, is of another installation, or is somebody else's data", () => {
    const stranger = aesSealer(parseKeyRing(Buffer.alloc(32, "another fake").toString("base64")));
    assert.equal(readAttemptTag(sealer, tagAttempt(stranger, attempt)), null);
    assert.equal(readAttemptTag(sealer, `v1.B${tag.slice(4)}`), null);
    assert.equal(readAttemptTag(sealer, "order 17"), null);
    assert.equal(readAttemptTag(sealer, ""), null);
  });
});
