import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { attachmentProblem, kindFor } from "./attachment-rules.ts";

const MB = 1024 * 1024;

describe("attachmentProblem", () => {
  it("takes what WhatsApp takes", () => {
    assert.equal(attachmentProblem("image", "image/png", 5 * MB), null);
    assert.equal(attachmentProblem("voice", "audio/ogg; codecs=opus", MB), null);
    assert.equal(attachmentProblem("document", "application/x-anything", 100 * MB), null);
  });

  it("refuses one byte too many and names the limit", () => {
    assert.deepEqual(attachmentProblem("image", "image/png", 5 * MB + 1), {
      refused: "file-too-large",
      maxBytes: 5 * MB,
    });
  });

  it("refuses a type that the kind cannot carry and names those that it can", () => {
    assert.deepEqual(attachmentProblem("sticker", "image/png", 10), {
      refused: "file-type-not-allowed",
      allowed: ["image/webp"],
    });
  });
});

describe("kindFor", () => {
  it("sends a picture that is too large as a document", () => {
    assert.equal(kindFor("image/jpeg", MB), "image");
    assert.equal(kindFor("image/jpeg", 6 * MB), "document");
    assert.equal(kindFor("image/gif", 10), "document");
  });
});
