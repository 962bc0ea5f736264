import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ChatMessage } from "@galka/core/chat-export/entry";
import { mediaOf } from "@galka/core/chat-export/words/attachments";
import { idOf } from "@galka/core/kernel/ids";
import type { MessageContent } from "@galka/core/messages/content";
import { contentsOf } from "./imported-content.ts";

const FILE = { id: idOf<"file">("f1"), sha256: "", sizeBytes: 1, width: null, height: null };

describe("contentsOf", () => {
  kind("a picture", "IMG-1.jpg", "image/jpeg", "image");
  kind("a picture that is called a document", "scan.pdf", "image/png", "image");
  kind("a page that is called a picture", "IMG-2.jpg", "text/plain", "document");
  kind("a picture that browsers do not show", "IMG-3.heic", "image/heic", "document");
  kind("a drawing that could carry a script", "logo.svg", "application/xml", "document");
  kind("a sticker", "STK-1.webp", "image/webp", "sticker");
  kind("a voice note of an Android", "PTT-20240514-WA0001.opus", "audio/ogg", "voice");
  kind("a voice note of an iPhone", "00000012-AUDIO-2024-05-14.m4a", "audio/mp4", "voice");
  kind("music", "song.mp3", "audio/mpeg", "audio");
  kind("a film", "VID-1.mp4", "video/mp4", "video");

  becomes("words", {}, { kind: "text", text: "Hello" });
  becomes("a call", { kind: "call" }, { kind: "notice", text: "Hello" });
  becomes("a poll", { kind: "poll" }, { kind: "text", text: "Hello" });
  becomes("what was deleted", { kind: "deleted", text: "" }, { kind: "omitted", what: "deleted" });
  becomes(
    "a photo to be seen once",
    { kind: "empty", text: "" },
    { kind: "omitted", what: "view-once" },
  );
  becomes(
    "a place",
    { kind: "location", coordinates: { latitude: 52.5, longitude: 13.4 } },
    { kind: "location", place: { latitude: 52.5, longitude: 13.4 } },
  );
  becomes("a place without coordinates", { kind: "location" }, { kind: "text", text: "Hello" });
  becomes(
    "a file that was left out",
    { kind: "media-omitted", media: "document", attachmentName: "a.pdf" },
    { kind: "omitted", what: "document", name: "a.pdf", caption: "Hello" },
  );
  becomes(
    "an attached file that is not there",
    { kind: "attachment", media: "image", attachmentName: "a.jpg" },
    { kind: "omitted", what: "image", name: "a.jpg", caption: "Hello" },
  );

  it("shortens a name in its middle, so that its end still says what it is", () => {
    const long = `${"n".repeat(400)}.pdf`;
    const file = { ...FILE, mediaType: "application/pdf", name: long };
    const [content] = contentsOf(message({ kind: "attachment", attachmentName: long }), file, null);
    assert.ok(content?.kind === "document");
    assert.equal(content.file.name?.length, 240);
    assert.match(content.file.name ?? "", /…n+\.pdf$/);
  });

  function kind(what: string, name: string, mediaType: string, expected: string) {
    it(`takes ${what} for ${expected}`, () => {
      const entry = message({ kind: "attachment", media: mediaOf(name), attachmentName: name });
      const [content] = contentsOf(entry, { ...FILE, mediaType, name }, null);
      assert.equal(content?.kind, expected);
    });
  }

  function becomes(what: string, changes: Partial<ChatMessage>, expected: MessageContent) {
    it(`keeps ${what}`, () => {
      assert.deepEqual(contentsOf(message(changes), null, null), [expected]);
    });
  }
});

function message(changes: Partial<ChatMessage>): ChatMessage {
  return {
    type: "message",
    at: { year: 2024, month: 5, day: 14, hour: 9, minute: 1, second: null },
    sender: { name: "Ana", kind: "name", phone: null },
    kind: "text",
    text: "Hello",
    media: null,
    attachmentName: null,
    coordinates: null,
    edited: false,
    language: null,
    occurrence: 1,
    lines: { from: 1, to: 1 },
    ...changes,
  };
}
