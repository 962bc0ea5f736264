import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, it } from "node:test";
import { idOf } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import { rejected } from "../../workers/sender/testing/fake-gateway.ts";
import { type SendingWorld, sendingWorld } from "../../workers/sender/testing/sending-world.ts";
import { markConversationRead, markConversationUnread } from "../conversations/mark-read.ts";
import { startConversation } from "../conversations/start-conversation.ts";
import { reactToMessage } from "./react-to-message.ts";
import { sendMessage } from "./send-message.ts";

const DAY_MS = 24 * 60 * 60_000;

describe("sendMessage", () => {
  it("writes the message, its send, its event and its place in one go", async () => {
    await using world = await sendingWorld();
    const id = await world.say("Hola otra vez");
    assert.equal((await world.message(id)).status, "queued");
    assert.equal((await world.sends())[0]?.message_id, id);
    const { rows } = await world.in((tx) =>
      sql<{ kind: string; last: string; body: string }>`
        select e.kind, c.last_message_id as last, t.body
          from events e join conversations c on c.id = e.conversation_id
          join message_texts t on t.message_id = e.message_id
         where e.message_id = ${id}`.execute(tx),
    );
    assert.deepEqual(rows, [{ kind: "message-added", last: id, body: "Hola otra vez" }]);
  });

  it("makes one message of one client id, even asked twenty times at once", async () => {
    await using world = await sendingWorld();
    const clientId = randomUUID();
    const asked = await Promise.all(Array.from({ length: 20 }, () => send(world, { clientId })));
    assert.equal(new Set(asked.map((it) => JSON.stringify(it))).size, 1);
    assert.equal((await world.sends()).length, 1);
  });

  it("makes one message of one client id, even asked in two conversations at once", async () => {
    await using world = await sendingWorld();
    const places = [world.conversationId, await world.conversation(), await world.conversation()];
    for (let n = 0; n < 5; n++) {
      const clientId = randomUUID();
      const asked = await Promise.all(
        places.map((conversationId) => send(world, { clientId, conversationId })),
      );
      assert.equal(new Set(asked.map((it) => JSON.stringify(it))).size, 1);
      assert.equal((await world.sends()).length, n + 1);
    }
  });

  it("answers a repetition with the same message even after the window has closed", async () => {
    await using world = await sendingWorld();
    const clientId = randomUUID();
    const first = await send(world, { clientId });
    world.advance(DAY_MS);
    assert.deepEqual(await send(world, { clientId }), first);
  });

  it("refuses words outside the window", async () => {
    await using world = await sendingWorld();
    world.advance(DAY_MS);
    const refused = await send(world, {});
    assert.equal("refused" in refused && refused.refused, "window-closed");
  });

  it("refuses a file of another workspace as one that is not there", async () => {
    await using world = await sendingWorld();
    const draft = { kind: "image", fileId: randomUUID() } as const;
    assert.deepEqual(await send(world, { draft }), { refused: "file-not-found" });
    const odd = { kind: "image", fileId: "../etc" } as const;
    assert.deepEqual(await send(world, { draft: odd }), { refused: "file-not-found" });
  });

  it("refuses a template that the channel does not have", async () => {
    await using world = await sendingWorld();
    const draft = { kind: "template", templateId: "another", values: {} } as const;
    assert.deepEqual(await send(world, { draft }), { refused: "template-not-found" });
  });

  it("quotes a message of the same conversation, and refuses another's", async () => {
    await using world = await sendingWorld();
    world.start();
    await send(world, { replyTo: idOf(world.messageId) });
    await world.until("it is out", () => world.gateway.calls.length === 1);
    const outgoing = world.gateway.calls[0]?.outgoing;
    assert.equal(outgoing?.kind === "message" && outgoing.replyToWamid, `wamid.${world.messageId}`);
    const conversationId = await world.conversation();
    const elsewhere = await send(world, { conversationId, replyTo: idOf(world.messageId) });
    assert.deepEqual(elsewhere, { refused: "not-found" });
  });

  it("refuses a contact of whom nothing is known that one could send to", async () => {
    await using world = await sendingWorld();
    await world.in((tx) => sql`delete from contact_identities`.execute(tx));
    assert.deepEqual(await send(world, {}), { refused: "no-identity" });
  });

  function send(world: SendingWorld, wish: Partial<Parameters<typeof sendMessage>[2]>) {
    return sendMessage(world.app, world.member, {
      conversationId: world.conversationId,
      clientId: randomUUID(),
      draft: { kind: "text", text: "Hola" },
      ...wish,
    });
  }
});

describe("reactToMessage", () => {
  it("shows the reaction at once and sends it", async () => {
    await using world = await sendingWorld();
    world.start();
    const messageId = idOf<"message">(world.messageId);
    assert.deepEqual(await react(world, messageId, "👍"), { done: true });
    await world.until("it is out", () => world.gateway.calls.length === 1);
    const wamid = `wamid.${messageId}`;
    const outgoing = world.gateway.calls[0]?.outgoing;
    assert.deepEqual(outgoing?.kind === "reaction" && [outgoing.wamid, outgoing.emoji], [
      wamid,
      "👍",
    ]);
    assert.deepEqual(await reactions(world), ["👍"]);
    await react(world, messageId, null);
    assert.deepEqual(await reactions(world), [""]);
  });

  it("takes the reaction off again when the channel refuses it", async () => {
    await using world = await sendingWorld();
    world.gateway.answer = () => rejected({ kind: "give-up" });
    world.start();
    await react(world, idOf(world.messageId), "👍");
    await world.until("it is off", async () => (await reactions(world))[0] === "");
  });

  it("refuses a message that the channel does not know yet", async () => {
    await using world = await sendingWorld();
    const id = await world.say("Hola");
    assert.deepEqual(await react(world, idOf(id), "👍"), { refused: "message-not-reactable" });
  });

  function react(
    world: SendingWorld,
    messageId: ReturnType<typeof idOf<"message">>,
    emoji: string | null,
  ) {
    return reactToMessage(world.app, world.member, { messageId, emoji });
  }

  async function reactions(world: SendingWorld): Promise<string[]> {
    const rows = await world.in((tx) => tx.selectFrom("reactions").select("emoji").execute());
    return rows.map(({ emoji }) => emoji);
  }
});

describe("markConversationRead", () => {
  it("reads everything and tells the contact's phone once", async () => {
    await using world = await sendingWorld();
    world.start();
    const done = { done: true } as const;
    const mark = () => markConversationRead(world.app, world.member, world.conversationId);
    assert.deepEqual(await Promise.all([mark(), mark(), mark()]), [done, done, done]);
    await world.until("it is out", () => world.gateway.calls.length === 1);
    assert.deepEqual(world.gateway.calls[0]?.outgoing, {
      kind: "read-receipt",
      wamid: `wamid.${world.messageId}`,
      typing: false,
    });
    assert.equal((await world.sends()).length, 1);
    assert.equal(await unread(world), 0);
  });

  it("can be undone for the team", async () => {
    await using world = await sendingWorld();
    await markConversationRead(world.app, world.member, world.conversationId);
    await markConversationUnread(world.app, world.member, world.conversationId);
    assert.equal(await unread(world), 1);
  });

  async function unread(world: SendingWorld): Promise<number | undefined> {
    const row = await world.in((tx) =>
      tx
        .selectFrom("conversations")
        .select("unread_count")
        .where("id", "=", world.conversationId)
        .executeTakeFirst(),
    );
    return row?.unread_count;
  }
});

describe("startConversation", () => {
  it("begins one conversation, whoever begins it and however the number is written", async () => {
    await using world = await sendingWorld();
    const forms = ["+49 151 23456789", "0151 23456789", "4915123456789", "+49 (151) 2345-6789"];
    const started = await Promise.all(forms.map((phone) => start(world, phone)));
    const ids = started.map((it) => ("refused" in it ? it.refused : it.id));
    assert.equal(new Set(ids).size, 1, ids.join());
    const [first] = started;
    assert.equal(first && !("refused" in first) && first.contact.name, "Lena");
  });

  it("finds the contact under the other form of a Brazilian number", async () => {
    await using world = await sendingWorld();
    const short = await start(world, "+55 11 9123 4567");
    const long = await start(world, "+55 11 99123 4567");
    assert.ok(!("refused" in short) && !("refused" in long));
    assert.equal(short.id, long.id);
  });

  it("refuses what is no phone number", async () => {
    await using world = await sendingWorld();
    assert.deepEqual(await start(world, "hello"), { refused: "phone-invalid" });
    assert.deepEqual(await start(world, "+49 1"), { refused: "phone-invalid" });
  });

  function start(world: SendingWorld, phone: string) {
    const { channelId } = world;
    return startConversation(world.app, world.member, { channelId, phone, name: "Lena" });
  }
});
