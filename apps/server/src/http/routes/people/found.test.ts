import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FoundInThreadJson } from "@galka/contract/json/people/found";
import { type Seeded, addMessage, seedWorkspace } from "@galka/postgres/testing/seed";
import { type Somebody, type World, startWorld } from "../../testing/world.ts";

const START = Date.parse("2026-11-20T12:00:00Z");

describe("the search page over the API", () => {
  let world: World;
  let olga: Somebody;
  let vera: Seeded;
  let ana: Seeded;

  before(async () => {
    world = await startWorld();
    olga = await world.somebody("Olga");
    const { workspaceId } = olga;
    const { db } = world.app;
    vera = await seedWorkspace(db, workspaceId, { name: "Вера", text: "Где мои заказы?" });
    ana = await seedWorkspace(db, workspaceId, { name: "Ana", text: "Where is my parcel" });
    const file = { fileId: ana.fileId, name: "заказ-4711.pdf", caption: "Счёт за заказ" };
    await say(ana, 1, { kind: "document", file });
    await say(vera, 2, { kind: "text", text: "Ваш заказ в пути" }, olga.memberId);
    for (let n = 3; n < 80; n += 1) await say(vera, n, { kind: "text", text: `parcel ${n}` });
    const note = { clientId: crypto.randomUUID(), text: "Заказ проверить", mentions: [] };
    const answer = await inject("POST", `/api/v1/conversations/${vera.conversationId}/notes`, note);
    assert.equal(answer.statusCode, 200, answer.body);
  });
  after(() => world[Symbol.asyncDispose]());

  it("finds word forms in messages, notes and files' names, the latest first, with what was found marked", async () => {
    const { items } = await find("q=заказов");
    assert.deepEqual(
      items.map(({ direction, kind }) => [direction, kind]),
      [
        ["note", "note"],
        ["in", "text"],
        ["out", "text"],
        ["in", "document"],
      ],
    );
    const marked = items.map(({ snippet }) => snippet.find(({ hit }) => hit)?.text.toLowerCase());
    assert.deepEqual(marked, ["заказ", "заказы", "заказ", "заказ"]);
  });

  it("finds parts of words of three letters and more", async () => {
    assert.equal((await find("q=711")).items.length, 1);
  });

  for (const [name, narrowed, expected] of [
    ["notes", "in=notes", 1],
    ["messages", "in=messages", 3],
    ["files' names", "in=files", 1],
    ["a direction", "direction=out", 1],
    ["a kind", "kind=document", 1],
    ["what has a file", "file=with", 1],
    ["a state", "status=closed", 0],
    ["a time from which on", "from=2026-11-21T00:00:00Z", 2],
    ["a time until which", "to=2026-11-21T00:00:00Z", 2],
  ] as const) {
    it(`is narrowed down to ${name}`, async () => {
      assert.equal((await find(`q=заказ&${narrowed}`)).items.length, expected);
    });
  }

  it("is narrowed down to a contact, a channel, a member and a label", async () => {
    assert.equal((await find(`q=заказ&contactId=${vera.contactId}`)).items.length, 3);
    assert.equal((await find(`q=заказ&channelId=${ana.channelId}`)).items.length, 1);
    assert.equal((await find(`q=заказ&memberId=${olga.memberId}`)).items.length, 2);
    assert.equal((await find(`q=заказ&labelId=${ana.labelId}`)).items.length, await labelled());
  });

  for (const where of ["", "&contact"]) {
    it(`has everything once, page after page${where === "" ? "" : ", of one contact too"}`, async () => {
      const narrowed = where === "" ? "" : `&contactId=${vera.contactId}`;
      const found: string[] = [];
      let cursor = "";
      do {
        const page = await find(`q=parcel&limit=20${narrowed}${cursor && `&cursor=${cursor}`}`);
        found.push(...page.items.map(({ messageId }) => messageId));
        cursor = page.next ?? "";
      } while (cursor !== "");
      assert.equal(found.length, where === "" ? 78 : 77);
      assert.equal(new Set(found).size, found.length);
    });
  }

  it("counts what was found by what it is", async () => {
    const { total, isMore, counts } = await get("/api/v1/found-facets?q=parcel");
    assert.deepEqual([total, isMore], [78, false]);
    const of = (facet: string) =>
      counts.filter((it: { facet: string }) => it.facet === facet).map(countOf);
    assert.deepEqual(of("direction"), [["in", 78]]);
    assert.deepEqual(of("channel"), [
      [vera.channelId, 77],
      [ana.channelId, 1],
    ]);
  });

  it("finds nothing of another workspace", async () => {
    const eve = await world.somebody("Eve");
    const answer = await inject("GET", "/api/v1/found-messages?q=parcel", undefined, eve);
    assert.deepEqual(answer.json().items, []);
  });

  function say(
    to: Seeded,
    minutes: number,
    content: Parameters<typeof addMessage>[2]["content"],
    by?: string,
  ) {
    const at = new Date(START + minutes * 60_000);
    const { conversationId, channelId } = to;
    const message = { conversationId, channelId, at, content, ...(by ? { by } : {}) };
    return addMessage(world.app.db, olga.workspaceId, message);
  }

  async function labelled(): Promise<number> {
    const url = `/api/v1/conversations/${ana.conversationId}`;
    const { conversation } = await get(url);
    return conversation.labelIds.includes(ana.labelId) ? 1 : 0;
  }

  function find(query: string): Promise<{ items: FoundInThreadJson[]; next: string | null }> {
    return get(`/api/v1/found-messages?${encodeURI(query)}`);
  }

  async function get(url: string) {
    const answer = await inject("GET", url);
    assert.equal(answer.statusCode, 200, answer.body);
    return answer.json();
  }

  function inject(
    method: "GET" | "POST",
    url: string,
    payload?: object,
    { cookie }: Somebody = olga,
  ) {
    const headers = { cookie };
    return world.server.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  }
});

function countOf(it: { value: string; count: number }): [string, number] {
  return [it.value, it.count];
}
