import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { file } from "../../../testing/builders.ts";
import type { Attachment } from "./attachments.ts";
import { sendingsOf } from "./sendings.ts";

describe("sendingsOf", () => {
  it("puts the words below the first file that takes some", () => {
    const drafts = sendingsOf([attachment("audio"), attachment("image")], "Look").map(
      ({ draft }) => draft,
    );
    assert.deepEqual(drafts, [
      { kind: "audio", fileId: "file-1" },
      { kind: "image", fileId: "file-1", caption: "Look" },
    ]);
  });

  it("sends the words by themselves when no file takes them", () => {
    const kinds = sendingsOf([attachment("voice")], "Listen").map(({ draft }) => draft.kind);
    assert.deepEqual(kinds, ["voice", "text"]);
  });

  it("sends words alone as a text", () => {
    assert.deepEqual(sendingsOf([], "Hi")[0]?.draft, { kind: "text", text: "Hi" });
  });
});

function attachment(kind: Attachment["kind"]): Attachment {
  return {
    id: "attachment-1",
    kind,
    file: new File(["x"], "x"),
    localUrl: "blob:x",
    share: 1,
    uploaded: file(),
    error: null,
    sendsItself: false,
  };
}
