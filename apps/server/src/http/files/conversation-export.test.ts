import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { addMessage, seedWorkspace, type Seeded } from "@galka/postgres/testing/seed";
import { readPdf } from "../../pdf/testing/pdf-text.ts";
import { type Somebody, type World, startWorld } from "../testing/world.ts";

describe("the export of a conversation", () => {
  let world: World;
  let ana: Somebody;
  let ids: Seeded;

  before(async () => {
    world = await startWorld();
    ana = await world.somebody("Ana");
    ids = await seedWorkspace(world.app.db, ana.workspaceId, { name: "Вера", text: "Привет 👋" });
    for (let n = 0; n < 1200; n += 1) {
      const at = new Date(Date.parse("2026-11-22T12:00:00Z") + (n + 1) * 1000);
      const content = { kind: "text", text: `Line ${n}` } as const;
      await addMessage(world.app.db, ana.workspaceId, { ...ids, at, content });
    }
  });
  after(() => world[Symbol.asyncDispose]());

  it("has every message once, from the first to the last, as JSON", async () => {
    const { messages, conversation } = (await get("json")).json();
    assert.equal(conversation.id, ids.conversationId);
    const texts = messages.map((it: { content: { text: string } }) => it.content.text);
    assert.deepEqual(texts.slice(0, 2), ["Привет 👋", "Line 0"]);
    assert.equal(new Set(texts).size, 1201);
    assert.equal(texts.at(-1), "Line 1199");
  });

  it("is read as text by anybody", async () => {
    const answer = await get("txt");
    const [first] = answer.body.replace("\u{FEFF}", "").split("\n");
    assert.equal(first, "2026-11-22 12:00:00 UTC  Вера: Привет 👋");
    assert.match(String(answer.headers["content-disposition"]), /^attachment;/);
  });

  it("is a document with every message, in the language that is asked for", async () => {
    const answer = await get("pdf?language=ru");
    assert.equal(answer.headers["content-type"], "application/pdf");
    assert.match(String(answer.headers["content-disposition"]), /\.pdf"/u);
    const text = readPdf(answer.rawPayload).pages.join("\n");
    assert.match(text, /Переписка: Вера/u);
    assert.match(text, /Привет \n?👋/u);
    for (const n of [0, 600, 1199]) assert.match(text, new RegExp(`^Line ${n}$`, "mu"));
  });

  it("hides numbers from whoever may not see them, whatever the format", async () => {
    const { workspaceId, cookie } = ana;
    const phone = "4930123456";
    const nameless = await seedWorkspace(world.app.db, workspaceId, { name: null, phone });
    const role = await world.server.inject({
      method: "POST",
      url: "/api/v1/roles",
      headers: { cookie },
      payload: {
        name: "Archive",
        permissions: ["conversations.read", "contacts.read", "contacts.export"],
      },
    });
    const { id: roleId, permissions } = role.json();
    const held = { role: "custom", roleId, permissions } as const;
    const max = await world.somebody("Max", { workspaceId, held });
    for (const format of ["json", "txt", "pdf"]) {
      const answer = await get(format, max.cookie, nameless.conversationId);
      assert.equal(answer.statusCode, 200);
      const told = format === "pdf" ? readPdf(answer.rawPayload).pages.join("\n") : answer.body;
      assert.ok(told.includes("3456"), format);
      assert.ok(!told.includes(phone), format);
      assert.ok(!String(answer.headers["content-disposition"]).includes(phone));
    }
  });

  it("is nothing for strangers and for whoever may not export", async () => {
    assert.equal((await get("json", (await world.somebody("Eve")).cookie)).statusCode, 404);
    const { workspaceId } = ana;
    const held = { role: "member" } as const;
    const mia = await world.somebody("Mia", { workspaceId, held });
    assert.equal((await get("json", mia.cookie)).json().refused, "forbidden");
    const url = `/api/v1/conversations/${ids.conversationId}/export/json`;
    assert.equal((await world.server.inject({ url })).statusCode, 401);
  });

  function get(format: string, cookie = ana.cookie, id = ids.conversationId) {
    const url = `/api/v1/conversations/${id}/export/${format}`;
    return world.server.inject({ url, headers: { cookie } });
  }
});
