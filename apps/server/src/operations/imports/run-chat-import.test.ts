import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { describe, it } from "node:test";
import { inWorkspace } from "@galka/postgres/database";
import { searchMessages } from "@galka/postgres/stores/views/search";
import sharp from "sharp";
import { listImports, readImport } from "./read-imports.ts";
import { receiveExport } from "./receive-export.ts";
import { runChatImport } from "./run-chat-import.ts";
import { startImport } from "./start-import.ts";
import { stopImport } from "./stop-import.ts";
import { type ImportWorld, importWorld, pieces } from "./testing/import-world.ts";
import { zipFile } from "./testing/zip-file.ts";

const CHAT = `14.05.24, 09:01 - Messages and calls are end-to-end encrypted. No one outside of this chat can read them.
14.05.24, 09:01 - Ana: Hello, is there a table tonight?
14.05.24, 09:01 - Salon: Good morning!
Yes, at eight.
14.05.24, 09:02 - Ana: <Media omitted>
14.05.24, 09:03 - Ana: This message was deleted
14.05.24, 09:04 - Salon: See you <This message was edited>
`;

describe("runChatImport", () => {
  it("writes a chat as it happened, without the unread count or the service window", async () => {
    await using world = await importWorld();
    const done = await world.imported(CHAT);
    assert.equal(done.state, "done");
    assert.equal(done.messagesAdded, 6);
    assert.equal(done.linesDone, done.linesTotal);

    const messages = await world.messages();
    assert.deepEqual(
      messages.map(({ direction, status, content }) => [direction, status, content]),
      [
        [
          "in",
          "received",
          {
            kind: "notice",
            text: "Messages and calls are end-to-end encrypted. No one outside of this chat can read them.",
          },
        ],
        ["in", "received", { kind: "text", text: "Hello, is there a table tonight?" }],
        ["out", "sent", { kind: "text", text: "Good morning!\nYes, at eight." }],
        ["in", "received", { kind: "omitted", what: "unknown" }],
        ["in", "received", { kind: "omitted", what: "deleted" }],
        ["out", "sent", { kind: "text", text: "See you" }],
      ],
    );
    assert.deepEqual(
      messages.map(({ at }) => at.toISOString()),
      [
        "2024-05-14T07:01:00.000Z",
        "2024-05-14T07:01:00.001Z",
        "2024-05-14T07:01:00.002Z",
        "2024-05-14T07:02:00.000Z",
        "2024-05-14T07:03:00.000Z",
        "2024-05-14T07:04:00.000Z",
      ],
    );
    assert.ok(messages.every(({ source }) => source === "import"));
    assert.ok(messages[4]?.deleted_at);
    assert.ok(messages[5]?.edited_at);

    const [conversation, ...others] = await conversations(world);
    assert.equal(others.length, 0);
    assert.equal(conversation?.id, done.conversationId);
    assert.equal(conversation?.unread_count, 0);
    assert.equal(conversation?.last_inbound_at, null);
    assert.equal(conversation?.last_message_id, messages[5]?.id);
    assert.deepEqual(conversation?.last_message_at, messages[5]?.at);

    const found = await inWorkspace(world.app.db, world.member.workspaceId, (tx) =>
      searchMessages(tx, world.member.workspaceId, "tables", 10),
    );
    assert.equal(found.length, 1);
  });

  it("adds nothing when it is repeated, and only what is more when the export is longer", async () => {
    await using world = await importWorld();
    const first = await world.imported(CHAT);
    const again = await world.imported(CHAT);
    assert.deepEqual([again.messagesAdded, again.messagesKnown], [0, 6]);
    assert.equal(again.conversationId, first.conversationId);

    // A later export that begins later and goes on further.
    const later = `${CHAT.split("\n").slice(3).join("\n")}14.05.24, 09:05 - Ana: Thanks\n`;
    const longer = await world.imported(later);
    assert.equal(longer.messagesAdded, 1);
    assert.equal(longer.conversationId, first.conversationId);
    assert.equal((await world.messages()).length, 7);
    assert.equal((await contacts(world)).length, 1);
    const imports = await listImports(world.app, world.member);
    assert.equal("refused" in imports ? 0 : imports.length, 3);
  });

  it("keeps equal messages of one minute apart, in every import alike", async () => {
    await using world = await importWorld();
    const line = "14.05.24, 09:01 - Ana: ok\n";
    const done = await world.imported(line.repeat(3), { ownSender: null });
    assert.equal(done.messagesAdded, 3);
    assert.equal((await world.imported(line.repeat(4), { ownSender: null })).messagesAdded, 1);
  });

  it("knows the contact by phone, in whatever form it is written", async () => {
    await using world = await importWorld();
    const first = await world.imported(CHAT, { contactPhone: "+55 11 91234-5678" });
    const other = await world.imported(CHAT, { contactPhone: "551112345678", contactName: "Anna" });
    assert.notEqual(other.conversationId, first.conversationId);
    const same = await world.imported(CHAT, {
      contactPhone: "0055 11 91234 5678",
      contactName: "Somebody",
    });
    assert.equal(same.conversationId, first.conversationId);
    assert.equal(same.messagesAdded, 0);
    assert.deepEqual(
      (await contacts(world)).map(({ name }) => name),
      ["Ana", "Anna"],
    );
  });

  it("gives a contact of an earlier import the number that is known later", async () => {
    await using world = await importWorld();
    const first = await world.imported(CHAT);
    const second = await world.imported(CHAT, { contactPhone: "4915112345678" });
    assert.equal(second.conversationId, first.conversationId);
    const third = await world.imported(CHAT, { contactPhone: "4915199999999" });
    assert.notEqual(third.conversationId, first.conversationId);
  });

  it("names who wrote what in a chat of several people", async () => {
    await using world = await importWorld();
    await world.imported(
      "14.05.24, 09:01 - Ana: Hi\n14.05.24, 09:01 - Ben: Ho\n14.05.24, 09:02 - Salon: Hey\n",
    );
    assert.deepEqual(
      (await world.messages()).map(({ content }) => content),
      [
        { kind: "text", text: "Ana: Hi" },
        { kind: "text", text: "Ben: Ho" },
        { kind: "text", text: "Hey" },
      ],
    );
  });

  it("stores the media of a zip by what their bytes are, whatever they are called", async () => {
    await using world = await importWorld();
    const picture = await sharp({
      create: { width: 3, height: 2, channels: 3, background: "#336699" },
    })
      .png()
      .toBuffer();
    const chat = `14.05.24, 09:01 - Ana: IMG-20240514-WA0001.jpg (file attached)
Our garden
14.05.24, 09:02 - Ana: IMG-20240514-WA0002.jpg (file attached)
14.05.24, 09:03 - Ana: page.html (file attached)
14.05.24, 09:04 - Ana: IMG-20240514-WA0003.jpg (file attached)
${"x".repeat(1200)}
`;
    const zip = zipFile([
      { name: "notes.txt", bytes: "larger than the chat ".repeat(200) },
      { name: "WhatsApp Chat with Ana.txt", bytes: chat },
      { name: "IMG-20240514-WA0001.jpg", bytes: picture },
      { name: "IMG-20240514-WA0003.jpg", bytes: picture },
      { name: "page.html", bytes: "<script>alert(1)</script>" },
    ]);
    const uploaded = await world.upload("chat.zip", zip);
    assert.equal(uploaded.report.attachments, 4);
    assert.equal(uploaded.report.missingAttachments, 1);
    const started = await world.start(uploaded, { ownSender: null });
    assert.equal(await world.run(started), "done");
    assert.equal((await world.load(started)).messagesAdded, 4);

    const stored = await files(world);
    assert.deepEqual(
      stored.map(({ media_type, width, height, name }) => [media_type, width, height, name]),
      [
        ["image/png", 3, 2, "IMG-20240514-WA0001.jpg"],
        ["text/plain", null, null, "page.html"],
        ["image/png", 3, 2, "IMG-20240514-WA0003.jpg"],
      ],
    );
    assert.deepEqual(
      (await world.messages()).map(({ content }) => content),
      [
        { kind: "image", file: { fileId: stored[0]?.id, caption: "Our garden" } },
        { kind: "omitted", what: "image", name: "IMG-20240514-WA0002.jpg" },
        { kind: "document", file: { fileId: stored[1]?.id, name: "page.html" } },
        { kind: "image", file: { fileId: stored[2]?.id } },
        { kind: "text", text: "x".repeat(1200) },
      ],
    );
    const repeated = await world.imported(zip, { ownSender: null });
    assert.deepEqual([repeated.messagesAdded, repeated.messagesKnown], [0, 4]);
    assert.equal((await files(world)).length, 3);
  });

  it("gives messages their files when a chat that was exported without media comes with them", async () => {
    await using world = await importWorld();
    await world.imported("14.05.24, 09:01 - Ana: <Media omitted>\n", { ownSender: null });
    const zip = zipFile([
      { name: "_chat.txt", bytes: "14.05.24, 09:01 - Ana: DOC-1.pdf (file attached)\n" },
      { name: "DOC-1.pdf", bytes: "%PDF-1.4\n" },
    ]);
    const done = await world.imported(zip, { ownSender: null });
    assert.deepEqual([done.messagesAdded, done.messagesKnown], [0, 1]);
    const [message, ...others] = await world.messages();
    assert.equal(others.length, 0);
    const [file] = await files(world);
    assert.deepEqual(message?.content, {
      kind: "document",
      file: { fileId: file?.id, name: "DOC-1.pdf" },
    });
  });

  it("leaves a newer last message in its place", async () => {
    await using world = await importWorld();
    const newer = await world.imported("14.05.25, 09:01 - Ana: later\n", { ownSender: null });
    await world.imported(CHAT);
    const [conversation] = await conversations(world);
    const last = (await world.messages()).at(-1);
    assert.equal(newer.conversationId, conversation?.id);
    assert.equal(conversation?.last_message_id, last?.id);
  });

  it("stops after the batch under way, keeps what is in and goes on from there", async () => {
    await using world = await importWorld();
    const started = await world.start(await world.upload("chat.txt", manyLines(2500)));
    const stopping = world.app.wake.listen("events", () => {
      stopping();
      void stopImport(world.app, world.member, started.id);
    });
    const end = await world.run(started);
    assert.equal(end, "not-running");
    const stopped = await world.load(started);
    assert.equal(stopped.state, "stopped");
    const kept = (await world.messages()).length;
    assert.equal(kept, stopped.messagesAdded);
    assert.ok(kept >= 1000 && kept < 2500, `${kept}`);

    await world.start(stopped);
    assert.equal(await world.run(started), "done");
    const done = await world.load(started);
    assert.equal(done.messagesAdded, 2500);
    assert.equal(done.messagesKnown, 0);
    assert.equal((await world.messages()).length, 2500);
  });

  it("lets only one of two runs of the same import write", async () => {
    await using world = await importWorld();
    const started = await world.start(await world.upload("chat.txt", manyLines(3000)));
    const ends = await Promise.all([world.run(started), world.run(started)]);
    assert.deepEqual(ends.toSorted(), ["done", "not-running"]);
    assert.equal((await world.load(started)).messagesAdded, 3000);
    assert.equal((await world.messages()).length, 3000);
  });

  it("goes on where a killed process was, and neither loses nor doubles a message", async () => {
    await using world = await importWorld();
    const started = await world.start(await world.upload("chat.txt", manyLines(3500)));
    const exit = await runUntilKilled(world, started.id);
    assert.equal(exit, "SIGKILL");
    const cut = await world.load(started);
    assert.equal(cut.state, "running");
    assert.equal(cut.messagesAdded, 1000);
    assert.equal((await world.messages()).length, 1000);

    assert.equal(await world.run(started), "done");
    const done = await world.load(started);
    assert.deepEqual([done.messagesAdded, done.messagesKnown], [3500, 0]);
    const texts = (await world.messages()).map(({ content }) => content);
    assert.deepEqual(texts[0], { kind: "text", text: "message 0" });
    assert.deepEqual(texts.at(-1), { kind: "text", text: "message 3499" });
    assert.equal(texts.length, 3500);
  });

  it("tells of progress and of a conversation to be fetched again, but not of every message", async () => {
    await using world = await importWorld();
    await world.imported(manyLines(3000));
    const events = await inWorkspace(world.app.db, world.member.workspaceId, (tx) =>
      tx.selectFrom("events").selectAll().orderBy("seq").execute(),
    );
    const kinds = events.map(({ kind }) => kind);
    assert.equal(kinds.at(-1), "import-changed");
    assert.equal(kinds.at(-2), "conversation-refilled");
    assert.ok(kinds.length < 20, kinds.join());
  });

  it("reads the dates in the order that was chosen, and reports what it could not read so", async () => {
    await using world = await importWorld();
    const uploaded = await world.upload(
      "chat.txt",
      "3/4/24, 09:01 - Ana: one\n5/13/24, 09:01 - Ana: two\n",
    );
    assert.equal(uploaded.report.dateOrder, "month-day");
    const started = await world.start(uploaded, { dateOrder: "day-month", ownSender: null });
    await world.run(started);
    const done = await world.load(started);
    assert.deepEqual(done.report.unreadLines, [
      { line: 2, text: "5/13/24, 09:01 - Ana: two", reason: "impossible-date" },
    ]);
    assert.equal((await world.messages())[0]?.at.toISOString(), "2024-04-03T07:01:00.000Z");
  });

  it("fails when the file is gone, and opens no conversation for nothing", async () => {
    await using world = await importWorld();
    const started = await world.start(await world.upload("chat.txt", CHAT));
    const app = { ...world.app, files: { ...world.app.files, open: async () => null } };
    const ids = { workspaceId: world.member.workspaceId, importId: started.id };
    assert.equal(await runChatImport(app, ids), "failed");
    assert.equal((await world.load(started)).failure, "file-missing");
    assert.equal((await conversations(world)).length, 0);
  });

  it("is not found from another workspace", async () => {
    await using world = await importWorld();
    const stranger = await world.stranger();
    const uploaded = await world.upload("chat.txt", CHAT);
    const { app } = world;
    const none = { refused: "not-found" };
    assert.deepEqual(await readImport(app, stranger, uploaded.id), none);
    assert.deepEqual(await stopImport(app, stranger, uploaded.id), none);
    assert.deepEqual(await startImport(app, stranger, uploaded.id, world.choices()), none);
    assert.deepEqual(await listImports(app, stranger), []);

    const ours = await receiveExport(app, stranger, {
      name: "c",
      bytes: pieces(Buffer.from(CHAT)),
    });
    assert.ok(!("refused" in ours));
    // Their own import, into a channel of somebody else's.
    assert.deepEqual(await startImport(app, stranger, ours.id, world.choices()), none);
  });

  it("refuses choices that make no sense", async () => {
    await using world = await importWorld();
    const uploaded = await world.upload("chat.txt", CHAT);
    const refusal = async (changes: object) => {
      const answer = await startImport(
        world.app,
        world.member,
        uploaded.id,
        world.choices(changes),
      );
      return "refused" in answer ? answer.refused : "started";
    };
    assert.equal(await refusal({ timeZone: "Mars/Base" }), "invalid-request");
    assert.equal(await refusal({ ownSender: "Nobody" }), "invalid-request");
    assert.equal(await refusal({ contactName: "  " }), "invalid-request");
    assert.equal(await refusal({ dateOrder: "year-month-day" }), "invalid-request");
    assert.equal(await refusal({ contactPhone: "12" }), "phone-invalid");
    assert.equal(await refusal({ channelId: uploaded.id }), "not-found");
    assert.equal(await refusal({}), "started");
    assert.equal(await refusal({}), "import-not-ready");
  });
});

/** Carries the import out in a process of its own that is killed in its second batch; answers how it ended. */
async function runUntilKilled(world: ImportWorld, importId: string): Promise<string | null> {
  const script = join(import.meta.dirname, "testing/run-until-killed.ts");
  const args = [world.url, world.directory, world.member.workspaceId, importId, "1500"];
  const child = spawn(process.execPath, ["--conditions=@galka/source", script, ...args], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [, signal] = await once(child, "exit");
  return typeof signal === "string" ? signal : null;
}

/** A chat of this many messages, all different. */
function manyLines(count: number): string {
  const lines: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const minute = String(n % 60).padStart(2, "0");
    const hour = String(Math.floor(n / 60) % 24).padStart(2, "0");
    const day = String(14 + Math.floor(n / 1440)).padStart(2, "0");
    lines.push(`${day}.05.24, ${hour}:${minute} - ${n % 2 ? "Ana" : "Salon"}: message ${n}\n`);
  }
  return lines.join("");
}

function conversations({ app, member }: ImportWorld) {
  return inWorkspace(app.db, member.workspaceId, (tx) =>
    tx.selectFrom("conversations").selectAll().execute(),
  );
}

function contacts({ app, member }: ImportWorld) {
  return inWorkspace(app.db, member.workspaceId, (tx) =>
    tx.selectFrom("contacts").selectAll().orderBy("id").execute(),
  );
}

function files({ app, member }: ImportWorld) {
  return inWorkspace(app.db, member.workspaceId, (tx) =>
    tx.selectFrom("files").selectAll().orderBy("id").execute(),
  );
}
