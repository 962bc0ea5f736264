import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, it } from "node:test";
import { idOf } from "@galka/core/kernel/ids";
import { loadConversationViews } from "@galka/postgres/stores/views/conversation-list";
import { sql } from "kysely";
import { GatewayError } from "../../channels/gateway.ts";
import { failure } from "../../workers/sender/testing/fake-gateway.ts";
import { type SendingWorld, sendingWorld } from "../../workers/sender/testing/sending-world.ts";
import { blockContact } from "../contacts/block-contact.ts";
import { readContactHistory } from "../contacts/read-history.ts";
import { transferConversation } from "../conversations/transfer-conversation.ts";
import { listInbox } from "../conversations/read-inbox.ts";
import { changeLabels } from "../labels/change-labels.ts";
import { changeLabel, createLabel, deleteLabel } from "../labels/manage-labels.ts";
import { readThread } from "../messages/read-thread.ts";
import { addColleague } from "../testing/colleague.ts";
import { readDraft, saveDraft } from "./keep-draft.ts";
import { listPinned, pinMessage } from "./pin-message.ts";
import { showTyping } from "./show-typing.ts";
import { changeThreadSettings } from "./thread-settings.ts";

describe("labels", () => {
  it("are put on and taken off, told in the thread once each", async () => {
    await using world = await sendingWorld();
    const { app, member, conversationId } = world;
    const blue = await label(world, "Blue");
    const red = await label(world, "Red");
    const change = { conversationId, add: [blue, red], remove: [] };
    await changeLabels(app, member, change);
    await changeLabels(app, member, change);
    await changeLabels(app, member, { conversationId, add: [], remove: [red] });
    assert.deepEqual((await view(world))?.labelIds, [blue]);
    assert.deepEqual(await lines(world), ["label-added", "label-added", "label-removed"]);
    assert.deepEqual(await inbox(world, { labelId: blue }), [conversationId]);
    assert.deepEqual(await inbox(world, { labelId: red }), []);
  });

  it("have names that are spelt once", async () => {
    await using world = await sendingWorld();
    const { app, member } = world;
    await label(world, "Large order");
    const again = await createLabel(app, member, {
      name: "LARGE  order",
      color: "red",
      shape: "flag",
    });
    assert.deepEqual(again, { refused: "name-taken" });
    const other = await label(world, "Other");
    assert.deepEqual(await changeLabel(app, member, idOf(other), { name: "large order" }), {
      refused: "name-taken",
    });
  });

  it("go from every conversation with themselves, and each is told", async () => {
    await using world = await sendingWorld();
    const { app, member, conversationId } = world;
    const id = await label(world, "Gone");
    await changeLabels(app, member, { conversationId, add: [id], remove: [] });
    const told = await events(world);
    await deleteLabel(app, member, idOf(id));
    assert.deepEqual((await view(world))?.labelIds, []);
    assert.deepEqual((await events(world)).slice(told.length), [
      "collection-changed",
      "conversation-changed",
    ]);
  });

  it("of somewhere else are not here", async () => {
    await using world = await sendingWorld();
    const { app, member, conversationId } = world;
    const refused = await changeLabels(app, member, {
      conversationId,
      add: [randomUUID()],
      remove: [],
    });
    assert.deepEqual(refused, { refused: "not-found" });
  });

  it("are the library's to make and anybody's at work to put on", async () => {
    await using world = await sendingWorld();
    const luis = await addColleague(world, "Luis");
    const id = await label(world, "Mine");
    const wish = { name: "x", color: "red", shape: "flag" } as const;
    assert.deepEqual(await createLabel(world.app, luis, wish), { refused: "forbidden" });
    const change = { conversationId: world.conversationId, add: [id], remove: [] };
    assert.deepEqual(await changeLabels(world.app, luis, change), { done: true });
  });
});

describe("the lines of a thread", () => {
  it("come with the messages of their time, without a hole and none for another conversation", async () => {
    await using world = await sendingWorld();
    const { app, member, conversationId } = world;
    const id = await label(world, "Blue");
    for (let n = 0; n < 6; n += 1) {
      world.advance(60_000);
      await world.say(`Message ${n}`);
      world.advance(60_000);
      const [add, remove] = n % 2 === 0 ? [[id], []] : [[], [id]];
      await changeLabels(app, member, { conversationId, add, remove });
    }
    const seen = new Set<string>();
    let start: Parameters<typeof readThread>[2]["start"] = { kind: "newest" };
    for (;;) {
      const piece = await readThread(app, member, { conversationId, limit: 2, start });
      assert.ok(!("refused" in piece));
      for (const { id: line, action } of piece.activity) {
        if (action.startsWith("label-")) seen.add(line);
      }
      if (!piece.older) break;
      start = { kind: "older", cursor: piece.older };
    }
    assert.equal(seen.size, 6);
    const other = await world.conversation();
    const elsewhere = await readThread(app, member, {
      conversationId: other,
      limit: 10,
      start: { kind: "newest" },
    });
    assert.deepEqual("activity" in elsewhere && elsewhere.activity, []);
  });

  it("are told as events that nobody has to remember", async () => {
    await using world = await sendingWorld();
    const id = await label(world, "Blue");
    const change = { conversationId: world.conversationId, add: [id], remove: [] };
    await changeLabels(world.app, world.member, change);
    assert.deepEqual((await events(world)).slice(-2), ["conversation-changed", "activity-added"]);
    const { rows } = await world.in((tx) =>
      sql<{ seqs: number; last: number }>`
        select count(*)::int as seqs, (select last_seq::int from workspaces) as last from events`.execute(
        tx,
      ),
    );
    assert.equal(rows[0]?.seqs, rows[0]?.last);
  });
});

describe("pins, drafts and typing", () => {
  it("keep a pinned message above, once", async () => {
    await using world = await sendingWorld();
    const { app, member, conversationId } = world;
    const id = idOf<"message">(world.messageId);
    await pinMessage(app, member, id, true);
    await pinMessage(app, member, id, true);
    const pinned = await listPinned(app, member, conversationId);
    assert.deepEqual("items" in pinned && pinned.items.map((it) => it.id), [id]);
    await pinMessage(app, member, id, false);
    assert.deepEqual(await listPinned(app, member, conversationId), { items: [] });
    assert.deepEqual(await lines(world), ["message-pinned", "message-unpinned"]);
  });

  it("keep a draft for whoever wrote it, and nobody else", async () => {
    await using world = await sendingWorld();
    const { app, conversationId } = world;
    const [mia, luis] = [await addColleague(world, "Mia"), await addColleague(world, "Luis")];
    await saveDraft(app, mia, conversationId, "Half a sen");
    const own = await readDraft(app, mia, conversationId);
    assert.equal("draft" in own && own.draft?.text, "Half a sen");
    assert.deepEqual(await readDraft(app, luis, conversationId), { draft: null });
    await saveDraft(app, mia, conversationId, "");
    assert.deepEqual(await readDraft(app, mia, conversationId), { draft: null });
  });

  it("show the contact that somebody writes, unless the workspace does not want it", async () => {
    await using world = await sendingWorld();
    const { app, member, conversationId } = world;
    await showTyping(app, member, conversationId);
    const [send] = await world.sends();
    const wamid = `wamid.${world.messageId}`;
    assert.deepEqual(send?.payload, { kind: "read-receipt", wamid, typing: true });
    await changeThreadSettings(app, member, { showsTyping: false });
    await showTyping(app, member, conversationId);
    world.advance(25 * 3_600_000);
    await changeThreadSettings(app, member, { showsTyping: true });
    await showTyping(app, member, conversationId);
    assert.equal((await world.sends()).length, 1);
  });
});

describe("blockContact", () => {
  it("asks the channel and is told in the thread", async () => {
    await using world = await sendingWorld();
    const { app, member, conversationId, gateway } = world;
    assert.deepEqual(await blockContact(app, member, conversationId, true), { done: true });
    assert.ok((await view(world))?.blockedAt);
    assert.deepEqual(await blockContact(app, member, conversationId, false), { done: true });
    assert.equal((await view(world))?.blockedAt, null);
    assert.deepEqual(
      gateway.blocked.map(({ blocked }) => blocked),
      [true, false],
    );
    assert.deepEqual(await lines(world), ["contact-blocked", "contact-unblocked"]);
  });

  it("shows nobody as blocked whom the channel has not blocked", async () => {
    await using world = await sendingWorld();
    const { app, member, conversationId } = world;
    world.gateway.blockFault = new GatewayError("No", failure({ kind: "give-up" }, 139_100));
    const refused = await blockContact(app, member, conversationId, true);
    assert.equal("refused" in refused && refused.refused, "meta-refused");
    world.gateway.blockFault = new GatewayError("No", null);
    const silent = await blockContact(app, member, conversationId, true);
    assert.deepEqual(silent, { refused: "meta-unreachable" });
    assert.equal((await view(world))?.blockedAt, null);
  });
});

describe("transferConversation", () => {
  it("goes on elsewhere by a template, and both sides tell of it", async () => {
    await using world = await sendingWorld();
    const { app, member, conversationId } = world;
    const channelId = await secondNumber(world);
    const draft = { kind: "template", templateId: "t1", values: { body: {} } } as const;
    const wish = { conversationId, channelId, clientId: randomUUID(), draft };
    const moved = await transferConversation(app, member, wish);
    assert.ok(!("refused" in moved), JSON.stringify(moved));
    assert.notEqual(moved.conversationId, conversationId);
    assert.deepEqual(await transferConversation(app, member, wish), moved);
    assert.deepEqual(await lines(world), ["conversation-transferred"]);
    assert.ok((await lines(world, moved.conversationId)).includes("conversation-continued"));
    const contactId = (await view(world))?.contact.id ?? "";
    const history = await readContactHistory(app, member, {
      contactId: idOf(contactId),
      limit: 10,
    });
    assert.deepEqual("items" in history && history.items.map(({ id }) => id), [
      moved.messageId,
      world.messageId,
    ]);
  });

  it("needs nothing to be said where the window is open, and is done once", async () => {
    await using world = await sendingWorld();
    const { app, member, conversationId } = world;
    const channelId = await secondNumber(world);
    const wish = { conversationId, channelId, clientId: randomUUID() };
    const closed = await transferConversation(app, member, wish);
    assert.equal("refused" in closed && closed.refused, "window-closed");
    assert.deepEqual(await inbox(world, { channelId }), []);

    const draft = { kind: "template", templateId: "t1", values: { body: {} } } as const;
    const begun = await transferConversation(app, member, {
      ...wish,
      clientId: randomUUID(),
      draft,
    });
    assert.ok(!("refused" in begun));
    await world.in((tx) =>
      sql`update conversations set last_inbound_at = ${app.clock.now()}
           where id = ${begun.conversationId}`.execute(tx),
    );
    const moved = { conversationId: begun.conversationId, messageId: null };
    assert.deepEqual(await transferConversation(app, member, wish), moved);
    assert.deepEqual(await transferConversation(app, member, wish), moved);
    assert.deepEqual(await lines(world), ["conversation-transferred", "conversation-transferred"]);
  });

  it("leaves nothing behind when the message is refused", async () => {
    await using world = await sendingWorld();
    const { app, member, conversationId } = world;
    const channelId = await secondNumber(world);
    const draft = { kind: "text", text: "Hello" } as const;
    const wish = { conversationId, channelId, clientId: randomUUID(), draft };
    const refused = await transferConversation(app, member, wish);
    assert.equal("refused" in refused && refused.refused, "window-closed");
    assert.deepEqual(await inbox(world, { channelId }), []);
    const same = await transferConversation(app, member, { ...wish, channelId: world.channelId });
    assert.equal("refused" in same && same.refused, "invalid-request");
  });
});

async function inbox(world: SendingWorld, query: { labelId?: string; channelId?: string }) {
  const page = await listInbox(world.app, world.member, { ...query, limit: 10 });
  return "refused" in page ? page : page.items.map(({ id }) => id);
}

async function secondNumber(world: SendingWorld) {
  const id = world.app.ids.next<"channel">();
  await world.in(async (tx) => {
    await sql`
      insert into channels (workspace_id, id, kind, name, status, base_url, api_version, waba_id,
                            phone_number_id, display_phone, verified_name, secrets, created_at)
      select workspace_id, ${id}, kind, 'Second', status, base_url, api_version, waba_id, '777',
             display_phone, verified_name, secrets, created_at from channels`.execute(tx);
    await sql`
      insert into templates (workspace_id, channel_id, id, name, language, category, status,
                             parameter_format, components, synced_at)
      values (${world.workspaceId}, ${id}, 't1', 'hello', 'en', 'utility', 'approved', 'positional',
              '{"header":null,"body":"Hello","footer":null,"buttons":[]}', now())`.execute(tx);
  });
  return id;
}

async function label(world: SendingWorld, name: string): Promise<string> {
  const made = await createLabel(world.app, world.member, { name, color: "blue", shape: "star" });
  if ("refused" in made) throw new Error(made.refused);
  return made.id;
}

async function view(world: SendingWorld) {
  const [found] = await world.in((tx) =>
    loadConversationViews(tx, world.workspaceId, [world.conversationId]),
  );
  return found;
}

async function lines(world: SendingWorld, id: string = world.conversationId): Promise<string[]> {
  const { rows } = await world.in((tx) =>
    sql<{ action: string }>`
      select action from audit_entries where conversation_id = ${id} order by at, id`.execute(tx),
  );
  return rows.map(({ action }) => action);
}

async function events(world: SendingWorld): Promise<string[]> {
  const { rows } = await world.in((tx) =>
    sql<{ kind: string }>`select kind from events order by seq`.execute(tx),
  );
  return rows.map(({ kind }) => kind);
}
