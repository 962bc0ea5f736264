import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readdir } from "node:fs/promises";
import { describe, it } from "node:test";
import { receiveExport } from "./receive-export.ts";
import { type ImportWorld, importWorld, pieces } from "./testing/import-world.ts";
import { type ZipPart, zipFile } from "./testing/zip-file.ts";

const LINE = "14.05.24, 09:01 - Ana: Grüße 👋\n";
const CHAT: ZipPart = { name: "_chat.txt", bytes: LINE };

describe("receiveExport", () => {
  it("says what is understood, and imports nothing", async () => {
    await using world = await importWorld();
    const chat = `\uFEFFno message stands before this
14.05.24, 09:01 - Ana: one
14.05.24, 09:02 - +49 151 12345678: two
with a second line
15.05.24, 10:00 - Ana: <Media omitted>
15.05.24, 10:01 - Messages and calls are end-to-end encrypted. No one outside of this chat can read them.
`;
    const found = await world.upload("Chat.txt", chat);
    assert.equal(found.state, "ready");
    assert.equal(found.linesTotal, 6);
    const { sample, dateReadings, ...report } = found.report;
    assert.deepEqual(report, {
      platform: "android",
      clock: "24-hour",
      dateOrder: "day-month",
      dateOrderIsCertain: true,
      languages: ["en"],
      senders: [
        { name: "Ana", messages: 2, phone: null },
        { name: "+49 151 12345678", messages: 1, phone: "+4915112345678" },
      ],
      messages: 3,
      systemLines: 1,
      attachments: 0,
      missingAttachments: 0,
      omitted: 1,
      from: "2024-05-14T09:01",
      to: "2024-05-15T10:01",
      unreadLines: [
        { line: 1, text: "no message stands before this", reason: "nothing-to-continue" },
      ],
      unreadLineCount: 1,
    });
    assert.deepEqual(dateReadings, [
      { dateOrder: "day-month", from: "2024-05-14", to: "2024-05-15" },
    ]);
    assert.deepEqual(sample[1], {
      at: "2024-05-14T09:02",
      sender: "+49 151 12345678",
      text: "two\nwith a second line",
      wordless: null,
    });
    const wordless = sample.filter((it) => it.wordless !== null);
    assert.deepEqual(
      wordless.map(({ text }) => text),
      [""],
    );
    assert.equal((await world.messages()).length, 0);
    assert.deepEqual(await world.load(found), found);
  });

  for (const encoding of ["utf8", "utf16le", "utf16be"] as const) {
    it(`reads ${encoding} by the mark at its beginning`, async () => {
      await using world = await importWorld();
      const found = await world.upload("chat.txt", encoded(`\uFEFF${LINE}`, encoding));
      assert.equal(found.report.sample[0]?.text, "Grüße 👋");
      assert.equal(found.report.unreadLineCount, 0);
    });
  }

  it("finds the chat in a zip by the names that phones give it, not by its size", async () => {
    await using world = await importWorld();
    for (const name of [
      "_chat.txt",
      "WhatsApp Chat with Ana.txt",
      "Чат WhatsApp с контактом Ана.txt",
      "WhatsApp-Chat mit Ana.txt",
      "Conversa do WhatsApp com Ana.txt",
      "Chat de WhatsApp con Ana.txt",
      "folder/_chat.txt",
    ]) {
      const other = { name: "a novel.txt", bytes: "14.05.24, 09:01 - Ben: no\n".repeat(50) };
      const zip = zipFile([other, { name: `__MACOSX/${name}`, bytes: "x" }, { ...CHAT, name }]);
      const found = await world.upload("chat.zip", zip);
      assert.deepEqual(
        found.report.senders.map((it) => it.name),
        ["Ana"],
        name,
      );
    }
  });

  it("takes the largest text of a zip whose chat has no such name", async () => {
    await using world = await importWorld();
    const found = await world.upload(
      "chat.zip",
      zipFile([
        { name: "small.txt", bytes: "x" },
        { name: "chat.txt", bytes: LINE },
      ]),
    );
    assert.equal(found.report.messages, 1);
  });

  refuses("nothing at all", Buffer.alloc(0), "empty");
  refuses("what is no text", Buffer.from([0, 1, 2, 3, 0xff]), "not-text");
  refuses("a text that is no chat", "Dear diary,\nnothing happened.\n", "not-a-chat-export");
  refuses("half a zip", zipFile([CHAT]).subarray(0, -30), "zip-damaged");
  refuses("a zip without a text", zipFile([{ name: "a.jpg", bytes: "x" }]), "zip-without-chat");
  refuses("a zip with a password", zipFile([{ ...CHAT, encrypted: true }]), "zip-encrypted");
  refuses(
    "a name that leads out",
    zipFile([CHAT, { name: "../evil.sh", bytes: "x" }]),
    "zip-unsafe",
  );
  refuses("an absolute name", zipFile([CHAT, { name: "/etc/cron.d/x", bytes: "x" }]), "zip-unsafe");
  refuses(
    "a bomb",
    zipFile([CHAT, { name: "zeros.bin", bytes: Buffer.alloc(8 * 1024 * 1024) }]),
    "zip-unsafe",
  );
  refuses("a bomb of many parts", zipFile([CHAT, ...lies(3, 2_000_000_000)]), "zip-unsafe");
  refuses("too many files", zipFile([CHAT, ...lies(50_001, 1)]), "zip-unsafe");
  refuses(
    "a chat that is larger than it says",
    zipFile([{ ...CHAT, bytes: LINE.repeat(9000), claimedBytes: 100 }]),
    "zip-damaged",
  );

  it("refuses an upload that is too large as soon as it is", async () => {
    await using world = await importWorld();
    let given = 0;
    const endless = (async function* () {
      const piece = Buffer.alloc(64 * 1024 * 1024, "x");
      for (;;) {
        given += piece.length;
        yield piece;
      }
    })();
    const answer = await receiveExport(
      world.app,
      world.member,
      { name: "x", bytes: endless },
      10 * 1024 * 1024,
    );
    assert.deepEqual(answer, { refused: "file-too-large", maxBytes: 10 * 1024 * 1024 });
    assert.equal(given, 64 * 1024 * 1024);
  });

  function refuses(what: string, bytes: Buffer | string, because: string) {
    it(`refuses ${what} and keeps nothing of it`, async () => {
      await using world = await importWorld();
      const answer = await receiveExport(world.app, world.member, {
        name: "chat.zip",
        bytes: pieces(Buffer.from(bytes)),
      });
      assert.deepEqual(answer, { refused: "import-unreadable", because });
      assert.deepEqual(await filesIn(world), []);
    });
  }
});

/** Small files that claim to be large, each so much larger that together they are a bomb. */
function lies(count: number, claimedBytes: number): ZipPart[] {
  return Array.from({ length: count }, (_, n) => ({
    name: `part-${n}.jpg`,
    // As large as it must be not to look like a bomb on its own.
    bytes: claimedBytes === 1 ? "" : randomBytes(Math.ceil(claimedBytes / 240)),
    claimedBytes,
  }));
}

function encoded(text: string, encoding: "utf8" | "utf16le" | "utf16be"): Buffer {
  if (encoding !== "utf16be") return Buffer.from(text, encoding);
  return Buffer.from(text, "utf16le").swap16();
}

async function filesIn({ directory }: ImportWorld): Promise<string[]> {
  return readdir(directory, { recursive: true });
}
