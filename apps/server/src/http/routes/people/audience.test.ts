import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Seeded, seedWorkspace } from "@galka/postgres/testing/seed";
import { type Somebody, type World, startWorld } from "../../testing/world.ts";

const EVERYBODY = { all: [] };
const WISH = { of: [{ from: "filter", filter: EVERYBODY }], except: [] };

describe("audiences over the API", () => {
  let world: World;
  let olga: Somebody;
  let max: Somebody;
  let vera: Seeded;
  let ana: Seeded;

  before(async () => {
    world = await startWorld();
    olga = await world.somebody("Olga");
    const { workspaceId } = olga;
    max = await world.somebody("Max", { workspaceId, held: { role: "member" } });
    vera = await seedWorkspace(world.app.db, workspaceId, { name: "Вера", phone: "79161234567" });
    ana = await seedWorkspace(world.app.db, workspaceId, { name: "Ana", phone: "4915123456789" });
  });
  after(() => world[Symbol.asyncDispose]());

  it("keeps a segment for oneself, and for everyone if one may", async () => {
    const filter = { all: [{ field: "language", in: ["ru"] }] };
    const own = { name: "Russian", description: "", filter, reach: { for: "me" } };
    const kept = await call("POST", "/api/v1/segments", own, max);
    assert.deepEqual(kept.filter, filter);
    assert.ok(!(await segmentNames(olga)).includes("Russian"));
    const shared = { ...own, name: "Ours", reach: { for: "everyone" } };
    assert.equal((await refusal("POST", "/api/v1/segments", shared, max)).refused, "forbidden");
    await call("POST", "/api/v1/segments", shared);
    assert.ok((await segmentNames(max)).includes("Ours"));
    const before = await segmentNames(max);
    await call("DELETE", `/api/v1/segments/${kept.id}`, undefined, max);
    assert.equal((await segmentNames(max)).length, before.length - 1);
  });

  it("counts who is meant, without those who are left out", async () => {
    assert.deepEqual(await count(WISH), { exact: true, count: 2 });
    const russian = { from: "filter", filter: { all: [{ field: "language", in: ["ru"] }] } };
    assert.deepEqual(await count({ ...WISH, except: [russian] }), { exact: true, count: 1 });
    assert.deepEqual(await count({ of: [], except: [] }), { exact: true, count: 0 });
  });

  it("compares a segment with a list", async () => {
    const one = { of: [{ from: "list", listId: vera.audienceListId }], except: [] };
    const other = { of: [{ from: "segment", segmentId: vera.segmentId }], except: [] };
    const body = { one, other, until: "exact" };
    const {
      one: listed,
      other: meant,
      both,
    } = await call("POST", "/api/v1/audience-overlaps", body);
    assert.deepEqual([listed.count, meant.count, both.count], [1, 2, 1]);
  });

  it("shows people of an audience with what a file says of them", async () => {
    const wish = { of: [{ from: "list", listId: vera.audienceListId }], except: [] };
    const { items } = await call("POST", "/api/v1/audience-previews", { wish });
    assert.equal(items.length, 1);
    assert.equal(items[0].person.id, vera.contactId);
    assert.deepEqual(items[0].variables, { city: "Riga" });
  });

  it("names the part of an audience that is gone", async () => {
    const listId = crypto.randomUUID();
    const wish = { of: WISH.of, except: [{ from: "list", listId }] };
    const body = { wish, until: "quick" };
    const { refused, facts } = await refusal("POST", "/api/v1/audience-counts", body);
    assert.equal(refused, "audience-part-gone");
    assert.deepEqual(facts.parts, [{ kind: "list", id: listId }]);
  });

  it("puts contacts on a list and takes that back, with what a file had said", async () => {
    const list = await call("POST", "/api/v1/audience-lists", { name: "VIP", description: "" });
    const taken = { name: "vip", description: "" };
    const { refused } = await refusal("POST", "/api/v1/audience-lists", taken);
    assert.equal(refused, "name-taken");
    const added = await change(list.id, true);
    assert.deepEqual([added.totalCount, added.changedCount], [2, 2]);
    assert.deepEqual(await countList(list.id), 2);
    await call("POST", `/api/v1/people-changes/${added.id}/undo`);
    assert.deepEqual(await countList(list.id), 0);

    const dropped = await change(vera.audienceListId, false);
    assert.equal(dropped.changedCount, 1);
    await call("POST", `/api/v1/people-changes/${dropped.id}/undo`);
    const wish = { of: [{ from: "list", listId: vera.audienceListId }], except: [] };
    const { items } = await call("POST", "/api/v1/audience-previews", { wish });
    assert.deepEqual(items[0].variables, { city: "Riga" });
  });

  it("takes from a segment's present state, which the list keeps", async () => {
    const filter = { all: [{ field: "country", in: ["7"] }] };
    const list = await call("POST", "/api/v1/audience-lists", { name: "Now", description: "" });
    await call("POST", "/api/v1/people-changes", {
      change: { kind: "list", listId: list.id, on: true },
      filter,
    });
    assert.equal(await countList(list.id), 1);
    const isOn = { all: [{ field: "list", in: [list.id], not: true }] };
    const where = encodeURIComponent(JSON.stringify(isOn));
    const { items } = await call("GET", `/api/v1/people?where=${where}`);
    assert.deepEqual(
      items.map((it: { id: string }) => it.id),
      [ana.contactId],
    );
  });

  it("leaves the contacts when a list is removed", async () => {
    const list = await call("POST", "/api/v1/audience-lists", { name: "Gone", description: "" });
    await change(list.id, true);
    await call("DELETE", `/api/v1/audience-lists/${list.id}`);
    assert.deepEqual(await count(WISH), { exact: true, count: 2 });
  });

  function change(listId: string, on: boolean) {
    return call("POST", "/api/v1/people-changes", {
      change: { kind: "list", listId, on },
      filter: EVERYBODY,
    });
  }

  async function countList(listId: string): Promise<number> {
    return (await count({ of: [{ from: "list", listId }], except: [] })).count;
  }

  async function count(wish: object) {
    return (await call("POST", "/api/v1/audience-counts", { wish, until: "quick" })).number;
  }

  async function segmentNames(who: Somebody): Promise<string[]> {
    const { items } = await call("GET", "/api/v1/segments", undefined, who);
    return items.map((it: { name: string }) => it.name);
  }

  async function call(method: Method, url: string, payload?: object, who: Somebody = olga) {
    const answer = await inject(method, url, payload, who);
    assert.equal(answer.statusCode, 200, answer.body);
    return answer.json();
  }

  async function refusal(method: Method, url: string, payload: object, who: Somebody = olga) {
    const answer = await inject(method, url, payload, who);
    assert.notEqual(answer.statusCode, 200, answer.body);
    return answer.json();
  }

  function inject(method: Method, url: string, payload: object | undefined, { cookie }: Somebody) {
    const headers = { cookie };
    return world.server.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  }
});

type Method = "GET" | "POST" | "DELETE";
