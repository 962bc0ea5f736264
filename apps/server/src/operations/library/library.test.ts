import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { CallAnswer, CallInput } from "@galka/contract/client";
import { ROUTES, type Route, type RouteName } from "@galka/contract/routes";
import { idOf } from "@galka/core/kernel/ids";
import { inWorkspace } from "@galka/postgres/database";
import { type Seeded, seedWorkspace } from "@galka/postgres/testing/seed";
import { sql } from "kysely";
import { type Somebody, type World, startWorld } from "../../http/testing/world.ts";
import { runBulkChange } from "../bulk/bulk-change.ts";

const NOON = new Date("2026-11-22T12:30:00Z");
const ME = { for: "me" } as const;
const EVERYONE = { for: "everyone" } as const;

describe("the library of a team", () => {
  let world: World;
  let owner: Somebody;
  let ana: Somebody;
  let ids: Seeded;

  before(async () => {
    world = await startWorld({ now: () => NOON });
    owner = await world.somebody("Olga");
    const { workspaceId } = owner;
    ana = await world.somebody("Ana", { workspaceId, held: { role: "member" } });
    ids = await seedWorkspace(world.app.db, workspaceId);
  });
  after(() => world[Symbol.asyncDispose]());

  it("counts a quick reply when a message that came from it is sent, once", async () => {
    const reply = await ok(owner, "createQuickReply", { body: replyWith("price") });
    const clientId = randomUUID();
    const body = {
      clientId,
      draft: { kind: "text" as const, text: "The price" },
      quickReplyId: reply.id,
    };
    for (const _ of [1, 2]) {
      await ok(ana, "sendMessage", { params: { id: ids.conversationId }, body });
    }
    const { items } = await ok(ana, "listQuickReplies", {});
    const shown = items.find(({ id }) => id === reply.id);
    assert.deepEqual([shown?.sentCount, shown?.lastSentAt], [1, NOON.toISOString()]);
  });

  it("keeps what is private to its owner, and shared things from those who may not change them", async () => {
    const own = await ok(ana, "createQuickReply", { body: { ...replyWith("mine"), reach: ME } });
    assert.equal(
      (await ok(owner, "listQuickReplies", {})).items.some(({ id }) => id === own.id),
      false,
    );
    const body = { ...replyWith("mine"), reach: EVERYONE };
    assert.equal(
      await refused(ana, "updateQuickReply", { params: { id: own.id }, body }),
      "forbidden",
    );
    assert.equal(await refused(ana, "createQuickReply", { body }), "forbidden");
    assert.equal(await refused(owner, "removeQuickReply", { params: { id: own.id } }), "not-found");
  });

  it("has one shortcut of a kind among those that the same people see", async () => {
    await ok(owner, "createQuickReply", { body: replyWith("Twice") });
    assert.equal(
      await refused(owner, "createQuickReply", { body: replyWith("twice") }),
      "shortcut-taken",
    );
    await ok(owner, "createQuickReply", { body: { ...replyWith("twice"), reach: ME } });
  });

  it("does all steps of a macro, tells what can be taken back, and takes it back", async () => {
    const reply = await ok(owner, "createQuickReply", {
      body: replyWith("bye", "Bye {{contact.name}}"),
    });
    const macro = await macroWith([
      { do: "send", quickReplyId: reply.id },
      { do: "assign", to: "me" },
      { do: "status", to: "closed" },
    ]);
    const ran = await ok(ana, "runMacro", runOf(macro));
    const after = await conversation();
    assert.deepEqual([after.status, after.assigneeId], ["closed", ana.memberId]);
    assert.deepEqual(after.lastMessage?.content, { kind: "text", text: "Bye Luz" });

    assert.equal(
      await refused(owner, "undoBulkChange", { params: { id: ran.undo ?? "" } }),
      "not-found",
    );
    await ok(ana, "undoBulkChange", { params: { id: ran.undo ?? "" } });
    const back = await conversation();
    // The answer is out and stays, and with it who answered.
    assert.deepEqual([back.status, back.assigneeId], ["open", ana.memberId]);
  });

  it("writes the note of a macro once, with its variables filled in", async () => {
    const macro = await macroWith([{ do: "note", text: "Called {{contact.name}}" }]);
    const run = runOf(macro);
    const [first, second] = [await ok(ana, "runMacro", run), await ok(ana, "runMacro", run)];
    assert.deepEqual([first.messageIds, first.undo], [second.messageIds, null]);
    const { items } = await ok(ana, "listMessages", {
      params: { id: ids.conversationId },
      query: {},
    });
    const note = items.find(({ id }) => id === first.messageIds[0]);
    assert.equal(note?.direction, "note");
    assert.deepEqual(note?.content, { kind: "note", text: "Called Luz", mentions: [] });
  });

  it("does no step of a macro when one of them is refused", async () => {
    const reply = await ok(owner, "createQuickReply", {
      body: replyWith("vat", "{{contact.vat}}"),
    });
    const fine = await ok(owner, "createQuickReply", { body: replyWith("fine", "Fine") });
    const macro = await macroWith([
      { do: "send", quickReplyId: fine.id },
      { do: "send", quickReplyId: reply.id },
      { do: "status", to: "closed" },
    ]);
    const was = await conversation();
    assert.equal(await refused(ana, "runMacro", runOf(macro)), "reply-incomplete");
    assert.deepEqual(await conversation(), was);
  });

  it("sends nothing twice when a macro is asked for twice", async () => {
    const fine = await ok(owner, "createQuickReply", { body: replyWith("once", "Once") });
    const run = runOf(await macroWith([{ do: "send", quickReplyId: fine.id }]));
    const [first, second] = [await ok(ana, "runMacro", run), await ok(ana, "runMacro", run)];
    assert.deepEqual(first.messageIds, second.messageIds);
  });

  it("changes many in batches, leaves alone what the member may not change, and takes back what nobody has changed since", async () => {
    const { workspaceId } = owner;
    const many: Seeded[] = [];
    for (let n = 0; n < 3; n += 1) many.push(await seedWorkspace(world.app.db, workspaceId));
    await addConversations(420);
    const bulk = await ok(ana, "startBulkChange", {
      body: { filter: { all: [] }, change: { priority: "high", assigneeId: ana.memberId } },
    });
    assert.deepEqual([bulk.state, bulk.totalCount, bulk.doneCount], ["running", 424, 200]);
    await runBulkChange(world.app, workspaceId, bulk.id, new AbortController().signal);
    const done = await ok(ana, "getBulkChange", { params: { id: bulk.id } });
    assert.deepEqual([done.state, done.doneCount, done.changedCount], ["done", 424, 424]);

    const other = many[0]?.conversationId ?? "";
    await ok(owner, "startBulkChange", { body: { ids: [other], change: { priority: "low" } } });
    const undo = await ok(ana, "undoBulkChange", { params: { id: bulk.id } });
    await runBulkChange(world.app, workspaceId, undo.id, new AbortController().signal);
    const left = await ok(ana, "countConversations", {
      query: { where: JSON.stringify({ all: [{ field: "assignee", in: ["me"] }] }) },
    });
    // The one that somebody has changed since, and the one that she had before.
    assert.equal(left.count, 2);
    assert.equal((await conversation(other)).priority, "low");
  });

  it("refuses a change that names what is not there", async () => {
    const body = { ids: [ids.conversationId], change: { addLabels: [randomUUID()] } };
    assert.equal(await refused(owner, "startBulkChange", { body }), "not-found");
  });

  async function macroWith(steps: CallInput<"createMacro">["body"]["steps"]): Promise<string> {
    const body = { name: "Steps", reach: EVERYONE, steps };
    return (await ok(owner, "createMacro", { body })).id;
  }

  function runOf(id: string): CallInput<"runMacro"> {
    const clientIds = [randomUUID(), randomUUID()];
    return { params: { id }, body: { conversationId: ids.conversationId, clientIds } };
  }

  async function conversation(id = ids.conversationId) {
    return (await ok(owner, "getConversation", { params: { id } })).conversation;
  }

  async function addConversations(count: number): Promise<void> {
    await inWorkspace(world.app.db, idOf(owner.workspaceId), async (tx) => {
      await sql`
        with people as (
          insert into contacts (workspace_id, id, created_at, updated_at)
          select ${owner.workspaceId}::uuid, gen_random_uuid(), ${NOON}, ${NOON} from generate_series(1, ${count}::int)
          returning id)
        insert into conversations (workspace_id, id, channel_id, contact_id, status, last_message_at, created_at)
        select ${owner.workspaceId}::uuid, gen_random_uuid(), ${ids.channelId}::uuid, p.id, 'open', ${NOON}, ${NOON}
          from people p`.execute(tx);
    });
  }

  async function call<R extends RouteName>(who: Somebody, name: R, input: CallInput<R>) {
    const route: Route = ROUTES[name];
    const { params = {}, query, body } = input as Record<string, Record<string, string>>;
    const path = route.path.replace(/:(\w+)/g, (_, key: string) => params[key] ?? "");
    return world.server.inject({
      method: route.method,
      url: path,
      ...(query ? { query } : {}),
      headers: { cookie: who.cookie },
      ...(body ? { payload: body } : {}),
    });
  }

  async function ok<R extends RouteName>(
    who: Somebody,
    name: R,
    input: CallInput<R>,
  ): Promise<CallAnswer<R>> {
    const answer = await call(who, name, input);
    assert.equal(answer.statusCode, 200, answer.body);
    return answer.json<CallAnswer<R>>();
  }

  async function refused<R extends RouteName>(who: Somebody, name: R, input: CallInput<R>) {
    return (await call(who, name, input)).json().refused;
  }
});

function replyWith(shortcut: string, text = "Hello") {
  return {
    shortcut,
    title: shortcut,
    folder: "",
    reach: EVERYONE,
    text,
    buttons: [],
    fileId: null,
  };
}
