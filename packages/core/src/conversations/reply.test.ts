import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { idOf } from "../kernel/ids.ts";
import type { Template } from "../templates/template.ts";
import { type Draft, type DraftFile, type ReplyTo, reply } from "./reply.ts";

const now = new Date("2026-11-22T12:00:00Z");
const open: ReplyTo = {
  channelStatus: "connected",
  status: "open",
  lastInboundAt: new Date("2026-11-22T11:00:00Z"),
};
const closed: ReplyTo = { ...open, lastInboundAt: new Date("2026-11-20T11:00:00Z") };
const photo: DraftFile = { fileId: idOf("photo"), mediaType: "image/jpeg", sizeBytes: 1000 };
const greeting: Template = {
  channelId: idOf("channel"),
  id: "1",
  name: "greeting",
  language: "ru",
  category: "marketing",
  status: "approved",
  rejectedReason: null,
  quality: "unknown",
  header: null,
  body: "Hello {{1}}",
  footer: null,
  buttons: [],
};
const buttons = (count: number, title = "Yes"): Draft => ({
  kind: "buttons",
  text: "Shall we?",
  buttons: Array.from({ length: count }, (_, n) => ({ id: `b${n}`, title })),
});

describe("reply", () => {
  it("lets a text through while the window is open", () => {
    assert.deepEqual(reply(now, open, { kind: "text", text: "Hello" }), {
      content: { kind: "text", text: "Hello" },
      purpose: "service",
      reopens: false,
    });
  });

  it("reopens a closed conversation", () => {
    const decided = reply(now, { ...open, status: "closed" }, { kind: "text", text: "Hello" });
    assert.ok("reopens" in decided && decided.reopens);
  });

  it("takes replies of a paused number, which wait", () => {
    const paused: ReplyTo = { ...open, channelStatus: "paused" };
    assert.ok("content" in reply(now, paused, { kind: "text", text: "Hello" }));
  });

  refuses("a blank text", open, { kind: "text", text: " \n" }, "empty-text");
  refuses("4097 characters", open, { kind: "text", text: "я".repeat(4097) }, "text-too-long");
  refuses(
    "a text when the window is closed",
    closed,
    { kind: "text", text: "Hi" },
    "window-closed",
  );
  refuses(
    "a number that is disconnected",
    { ...open, channelStatus: "disconnected" },
    { kind: "text", text: "Hi" },
    "channel-not-connected",
  );
  refuses(
    "a caption of 1025 characters",
    open,
    { kind: "image", file: { ...photo, caption: "a".repeat(1025) } },
    "caption-too-long",
  );
  refuses(
    "a picture as a sticker",
    open,
    { kind: "sticker", file: photo },
    "file-type-not-allowed",
  );
  refuses(
    "a picture of 6 MB",
    open,
    { kind: "image", file: { ...photo, sizeBytes: 6 << 20 } },
    "file-too-large",
  );
  refuses("four buttons", open, buttons(4), "invalid-request");
  refuses("a button of 21 characters", open, buttons(1, "a".repeat(21)), "invalid-request");
  refuses("no contacts", open, { kind: "contacts", cards: [] }, "invalid-request");
  refuses(
    "a template that is paused",
    open,
    { kind: "template", template: { ...greeting, status: "paused" }, values: {} },
    "template-not-approved",
  );
  refuses(
    "a template with a gap",
    open,
    { kind: "template", template: greeting, values: {} },
    "template-incomplete",
  );

  it("counts an emoji as one character", () => {
    assert.ok("content" in reply(now, open, { kind: "text", text: "🍞".repeat(4096) }));
  });

  it("lets an approved template through when the window is closed, with the template's purpose", () => {
    const draft: Draft = { kind: "template", template: greeting, values: { body: { "1": "Luz" } } };
    const decided = reply(now, closed, draft);
    assert.ok("purpose" in decided);
    assert.equal(decided.purpose, "marketing");
  });

  it("keeps a document's name and drops a picture's", () => {
    const file = { ...photo, name: "price list.pdf" };
    const document = reply(now, open, { kind: "document", file });
    const image = reply(now, open, { kind: "image", file });
    assert.ok("content" in document && "content" in image);
    assert.deepEqual(document.content, {
      kind: "document",
      file: { fileId: "photo", name: "price list.pdf" },
    });
    assert.deepEqual(image.content, { kind: "image", file: { fileId: "photo" } });
  });

  function refuses(name: string, to: ReplyTo, draft: Draft, refused: string) {
    it(`refuses ${name}`, () => {
      const decided = reply(now, to, draft);
      assert.equal("refused" in decided ? decided.refused : "nothing", refused);
    });
  }
});
