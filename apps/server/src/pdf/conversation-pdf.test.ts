import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { MessageContent } from "@galka/core/messages/content";
import type { MessageView } from "@galka/postgres/stores/views/message-list";
import sharp from "sharp";
import { type ConversationPaper, conversationPdf } from "./conversation-pdf.ts";
import { readPdf } from "./testing/pdf-text.ts";

const NOON = new Date("2026-11-22T12:00:00Z");

describe("the document of a conversation", () => {
  it("says who exported it and when, and numbers its pages", async () => {
    const { pages } = await made(Array.from({ length: 120 }, (_, n) => said(`Line ${n}`)));
    assert.match(pages[0] ?? "", /Exported by Olga, Sunday, November 22, 2026, 1:00\sPM/u);
    assert.match(pages[0] ?? "", /Page 1 · Conversation with Вера/u);
    assert.match(pages[1] ?? "", /Page 2 · Conversation with Вера/u);
    const whole = pages.join("\n");
    for (let n = 0; n < 120; n += 1) assert.match(whole, new RegExp(`^Line ${n}$`, "mu"));
  });

  it("keeps Cyrillic, Latin, Arabic and Hebrew as text that can be read back", async () => {
    const { pages } = await made([
      said("Где мой заказ?"),
      said("Your order"),
      said("سلام"),
      said("שלום 42"),
    ]);
    const [page = ""] = pages;
    assert.match(page, /Где мой заказ\?/u);
    assert.match(page, /Your order/u);
    // Glyphs of a script from the right stand in the order in which they are seen.
    assert.match(page, /ملاس|سلام/u);
    assert.match(page, /םולש|שלום/u);
    assert.match(page, /^42$/mu);
  });

  it("has no box for anything: emoji are drawn, flags are letters, the rest has its number", async () => {
    const { pages } = await made([said("Ok 🙂👍🏽 🇩🇪 日")]);
    assert.match(pages[0] ?? "", /🙂👍/u);
    assert.match(pages[0] ?? "", /\[DE\] \{U\+65E5\}/u);
  });

  it("begins each day by the workspace's zone with its date", async () => {
    const late = new Date("2026-11-22T23:30:00Z");
    const { pages } = await made([said("First"), { ...said("Second"), at: late }]);
    const [page = ""] = pages;
    assert.match(page, /Sunday, November 22, 2026\nВера\s+·\s+1:00/u);
    assert.match(page, /Monday, November 23, 2026\nВера\s+·\s+12:30/u);
  });

  it("has the team's notes only when asked", async () => {
    const note: MessageView = {
      ...said("", { kind: "note", text: "Owes us money", mentions: [] }),
      direction: "note",
      authorMemberId: "olga",
    };
    const without = await made([said("Hello"), note]);
    assert.doesNotMatch(without.pages.join(), /Owes us money/u);
    assert.match(without.pages.join(), /notes are left out/u);
    const withNotes = await made([said("Hello"), note], { withNotes: true });
    assert.match(withNotes.pages.join(), /Note: Olga\s+·\s+1:00\sPM\nOwes us money/u);
  });

  it("shows pictures small, and names what cannot be shown, with its size", async () => {
    const file = { fileId: "f" } as const;
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: "red" } })
      .jpeg()
      .toBuffer();
    const thumbnailOf = async () => ({ bytes, width: 40, height: 30 });
    const picture = withFile({ kind: "image", file: { ...file, caption: "Broken" } });
    const bill = withFile({ kind: "document", file: { ...file, name: "Счёт.pdf" } });
    const { pages, pictures } = await made([picture, bill], { thumbnailOf });
    assert.equal(pictures, 1);
    assert.match(pages[0] ?? "", /Broken/u);
    assert.match(pages[0] ?? "", /Document · Счёт\.pdf · 2\.0 MB/u);
  });

  it("tells what was answered, and no word of what was deleted", async () => {
    const quoted = {
      messageId: "m",
      direction: "in",
      content: { kind: "text", text: "Where?" },
    } as const;
    const { pages } = await made([
      { ...said("In the shop"), quoted },
      { ...said("A secret"), deletedAt: NOON },
    ]);
    assert.match(pages[0] ?? "", /In answer to Вера: Where\?\nIn the shop/u);
    assert.doesNotMatch(pages[0] ?? "", /A secret/u);
    assert.match(pages[0] ?? "", /This message was deleted\./u);
  });

  it("gives pages away before the last message has been read", async () => {
    let read = 0;
    async function* pagesOf() {
      for (; read < 40; read += 1) yield Array.from({ length: 50 }, () => said("Hello again"));
    }
    let before = 0;
    for await (const part of conversationPdf(paper({ pages: pagesOf() }))) {
      if (read < 20) before += part.length;
    }
    assert.ok(before > 5000, `${before} bytes were given before half was read`);
  });
});

let count = 0;

function said(text: string, content: MessageContent = { kind: "text", text }): MessageView {
  count += 1;
  return {
    id: `message ${count}`,
    conversationId: "conversation",
    direction: "in",
    authorMemberId: null,
    authorRule: null,
    authorSystem: null,
    source: "live",
    content,
    files: [],
    status: "received",
    failure: null,
    quoted: null,
    reactions: [],
    clientId: null,
    editedAt: null,
    deletedAt: null,
    pinnedAt: null,
    at: NOON,
    statusAt: NOON,
  };
}

function withFile(content: MessageContent): MessageView {
  const file = {
    id: "f",
    sha256: "a",
    state: "stored",
    mediaType: "image/jpeg",
    claimedType: null,
    name: null,
    sizeBytes: 2 * 1024 * 1024,
    width: 40,
    height: 30,
    durationMs: null,
    failure: null,
  } as const;
  return { ...said("", content), files: [file] };
}

function paper(more: Partial<ConversationPaper>): ConversationPaper {
  return {
    language: "en",
    contactName: "Вера",
    channelName: "Shop",
    memberNames: new Map([["olga", "Olga"]]),
    exportedBy: "Olga",
    madeAt: NOON,
    timeZone: "Europe/Berlin",
    withNotes: false,
    pages: one([]),
    thumbnailOf: async () => null,
    ...more,
  };
}

async function* one(messages: readonly MessageView[]) {
  yield messages;
}

async function made(messages: readonly MessageView[], more: Partial<ConversationPaper> = {}) {
  const parts: Buffer[] = [];
  for await (const part of conversationPdf(paper({ pages: one(messages), ...more })))
    parts.push(part);
  return readPdf(Buffer.concat(parts));
}
