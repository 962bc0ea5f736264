import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, it } from "node:test";
import { idOf } from "@galka/core/kernel/ids";
import type { Member } from "@galka/core/workspaces/member";
import { searchMessages } from "@galka/postgres/stores/views/search";
import { loadConversationViews } from "@galka/postgres/stores/views/conversation-list";
import { sql } from "kysely";
import { toMeta } from "../../channels/whatsapp/to-meta.ts";
import { type SendingWorld, sendingWorld } from "../../workers/sender/testing/sending-world.ts";
import { addColleague } from "../testing/colleague.ts";
import { reactToMessage } from "../messages/react-to-message.ts";
import { sendMessage } from "../messages/send-message.ts";
import { settleUnknown } from "../sends/settle-unknown.ts";
import { listMentions, readMentions } from "./read-mentions.ts";
import { addNote, changeNote, deleteNote } from "./write-note.ts";

describe("a note", () => {
  it("stands among the messages and changes nothing of the conversation", async () => {
    await using world = await sendingWorld();
    const before = await conversation(world);
    const id = await note(world, "Ask for the invoice");
    assert.deepEqual(await conversation(world), before);
    assert.equal((await world.message(id)).status, "received");
    const { rows } = await world.in((tx) =>
      sql<{ direction: string; kind: string }>`
        select m.direction, e.kind from messages m join events e on e.message_id = m.id
         where m.id = ${id}`.execute(tx),
    );
    assert.deepEqual(rows, [{ direction: "note", kind: "message-added" }]);
  });

  it("is written once, even asked twenty times at once", async () => {
    await using world = await sendingWorld();
    const clientId = randomUUID();
    const wish = { conversationId: world.conversationId, clientId, text: "Once", mentions: [] };
    const asked = await Promise.all(
      Array.from({ length: 20 }, () => addNote(world.app, world.member, wish)),
    );
    assert.equal(new Set(asked.map((it) => JSON.stringify(it))).size, 1);
  });

  it("is found by its words, until it is taken back", async () => {
    await using world = await sendingWorld();
    const id = await note(world, "Позвонить бухгалтеру");
    const find = () => world.in((tx) => searchMessages(tx, world.workspaceId, "бухгалтер", 10));
    assert.deepEqual(
      (await find()).map((it) => [it.messageId, it.direction]),
      [[id, "note"]],
    );
    await deleteNote(world.app, world.member, idOf(id));
    assert.deepEqual(await find(), []);
    assert.deepEqual(await deleteNote(world.app, world.member, idOf(id)), { refused: "not-found" });
  });

  it("is changed by whoever wrote it and by nobody else", async () => {
    await using world = await sendingWorld();
    const id = idOf<"message">(await note(world, "First"));
    const other = await addColleague(world, "Luis");
    const draft = { text: "Second", mentions: [] };
    assert.deepEqual(await changeNote(world.app, other, id, draft), { refused: "forbidden" });
    assert.deepEqual(await changeNote(world.app, world.member, id, draft), { done: true });
  });

  it("is taken back by whoever distributes the work too, and both are lines of the thread", async () => {
    await using world = await sendingWorld();
    const { app, member, conversationId } = world;
    const id = idOf<"message">(await note(world, "First"));
    await changeNote(app, member, id, { text: "Second", mentions: [] });
    const peer = await addColleague(world, "Luis");
    assert.deepEqual(await deleteNote(app, peer, id), { refused: "forbidden" });
    const supervisor = { ...peer, role: "supervisor" as const };
    assert.deepEqual(await changeNote(app, supervisor, id, { text: "Mine", mentions: [] }), {
      refused: "forbidden",
    });
    assert.deepEqual(await deleteNote(app, supervisor, id), { done: true });
    const { rows } = await world.in((tx) =>
      sql<{ action: string; told: string }>`
        select action, concat(before, after) as told from audit_entries
         where conversation_id = ${conversationId} order by at, id`.execute(tx),
    );
    assert.deepEqual(
      rows.map(({ action }) => action),
      ["note-changed", "note-deleted"],
    );
    assert.doesNotMatch(JSON.stringify(rows), /First|Second/);
  });

  it("is not for whoever may only read", async () => {
    await using world = await sendingWorld();
    const reader = { ...world.member, role: "read-only" as const };
    const wish = { conversationId: world.conversationId, clientId: randomUUID() };
    const refused = await addNote(world.app, reader, { ...wish, text: "x", mentions: [] });
    assert.deepEqual(refused, { refused: "forbidden" });
  });
});

describe("a note never reaches WhatsApp", () => {
  it("has no send, and its sender has nothing to do", async () => {
    await using world = await sendingWorld();
    world.start();
    await note(world, "Not for them");
    await world.say("For them");
    await world.until("the answer is out", () => world.gateway.calls.length === 1);
    assert.deepEqual(
      world.gateway.calls.map(({ text }) => text),
      ["For them"],
    );
    assert.equal((await world.sends()).length, 1);
  });

  it("is stopped by the database when something would begin to send it", async () => {
    await using world = await sendingWorld();
    const id = await note(world, "Not for them");
    for (const status of ["queued", "dispatching", "accepted", "sent"]) {
      await assert.rejects(
        world.in((tx) => sql`update messages set status = ${status} where id = ${id}`.execute(tx)),
        /messages_note_stays/,
      );
    }
    await assert.rejects(
      world.in((tx) => sql`update messages set wamid = 'wamid.x' where id = ${id}`.execute(tx)),
      /messages_note_stays/,
    );
  });

  it("is not even sent by a send that was made for it", async () => {
    await using world = await sendingWorld();
    const id = await note(world, "Not for them");
    await world.say("Before");
    await world.in((tx) => sql`update sends set message_id = ${id}`.execute(tx));
    world.start();
    await world.until("it was tried", async () => {
      const [send] = await world.sends();
      return send?.state !== "queued";
    });
    await world.say("After").catch(() => "");
    assert.deepEqual(
      world.gateway.calls.filter(({ text }) => text === "note"),
      [],
    );
  });

  it("is nothing that WhatsApp's words have a form for", () => {
    const content = { kind: "note", text: "Not for them", mentions: [] } as const;
    const outgoing = {
      kind: "message",
      to: { phone: "49" },
      content,
      remoteIds: new Map(),
    } as const;
    assert.throws(() => toMeta(outgoing, ""), /cannot be sent/);
  });

  it("cannot be quoted, reacted to or sent again", async () => {
    await using world = await sendingWorld();
    const id = idOf<"message">(await note(world, "Not for them"));
    const { app, member, conversationId } = world;
    const draft = { kind: "text", text: "As I noted" } as const;
    const wish = { conversationId, clientId: randomUUID(), draft, replyTo: id };
    assert.deepEqual(await sendMessage(app, member, wish), { refused: "not-found" });
    assert.deepEqual(await reactToMessage(app, member, { messageId: id, emoji: "👍" }), {
      refused: "message-not-reactable",
    });
    const settled = await settleUnknown(app, member, { messageId: id, decision: "send-again" });
    assert.ok("refused" in settled);
  });
});

describe("a mention", () => {
  it("is told to whom it names, and not to whoever wrote it", async () => {
    await using world = await sendingWorld();
    const luis = await addColleague(world, "Luis");
    const me = await addColleague(world, "Mia");
    const id = await note(world, "Look, @Luis", [luis.id, me.id], me);
    assert.deepEqual(await mentionsOf(world, luis), [[id], 1]);
    assert.deepEqual(await mentionsOf(world, me), [[], 0]);
    await readMentions(world.app, luis, null);
    assert.deepEqual(await mentionsOf(world, luis), [[id], 0]);
  });

  it("goes with the words that made it", async () => {
    await using world = await sendingWorld();
    const luis = await addColleague(world, "Luis");
    const mia = await addColleague(world, "Mia");
    const id = idOf<"message">(await note(world, "@Luis", [luis.id], mia));
    await changeNote(world.app, mia, id, { text: "Nobody", mentions: [] });
    assert.deepEqual(await mentionsOf(world, luis), [[], 0]);
  });

  it("names nobody from outside the team", async () => {
    await using world = await sendingWorld();
    const wish = { conversationId: world.conversationId, clientId: randomUUID(), text: "@Eve" };
    const refused = await addNote(world.app, world.member, { ...wish, mentions: [randomUUID()] });
    assert.equal("refused" in refused && refused.refused, "invalid-request");
  });
});

async function mentionsOf(world: SendingWorld, member: Member) {
  const found = await listMentions(world.app, member, { limit: 10 });
  if ("refused" in found) return found;
  return [found.items.map((it) => it.messageId), found.unreadCount];
}

async function note(
  world: SendingWorld,
  text: string,
  mentions: readonly string[] = [],
  by: Member = world.member,
): Promise<string> {
  const { conversationId } = world;
  const added = await addNote(world.app, by, {
    conversationId,
    clientId: randomUUID(),
    text,
    mentions,
  });
  if ("refused" in added) throw new Error(JSON.stringify(added));
  return added.messageId;
}

async function conversation(world: SendingWorld) {
  const [found] = await world.in((tx) =>
    loadConversationViews(tx, world.workspaceId, [world.conversationId]),
  );
  return found;
}
