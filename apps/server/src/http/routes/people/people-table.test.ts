import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { PeopleChangeRunJson, PersonJson } from "@galka/contract/json/people/people-table";
import { inWorkspace } from "@galka/postgres/database";
import { type Seeded, seedWorkspace } from "@galka/postgres/testing/seed";
import { sql } from "kysely";
import { runPeopleChange } from "../../../operations/people-table/change-people.ts";
import { type Somebody, type World, startWorld } from "../../testing/world.ts";

const PHONE = "4915123456789";

describe("the table of contacts over the API", () => {
  let world: World;
  let olga: Somebody;
  let masked: Somebody;
  let vera: Seeded;
  let ana: Seeded;

  before(async () => {
    world = await startWorld();
    olga = await world.somebody("Olga");
    const { workspaceId } = olga;
    vera = await seedWorkspace(world.app.db, workspaceId, { name: "Вера", phone: PHONE });
    ana = await seedWorkspace(world.app.db, workspaceId, { name: "Ana" });
    const { id: roleId, permissions } = await post("/api/v1/roles", {
      name: "Archive",
      permissions: ["conversations.read", "contacts.read", "contacts.export"],
    });
    const held = { role: "custom", roleId, permissions } as const;
    masked = await world.somebody("Max", { workspaceId, held });
    await patch(`/api/v1/contacts/${vera.contactId}`, { fields: { "Second phone": `+${PHONE}` } });
  });
  after(() => world[Symbol.asyncDispose]());

  it("finds by words, by a filter and by both", async () => {
    assert.deepEqual(await names("?q=вер"), ["Вера"]);
    assert.deepEqual(await names(`?q=${PHONE.slice(4, 9)}`), ["Вера"]);
    const where = { all: [{ field: "channel", in: [ana.channelId] }] };
    assert.deepEqual(await names(`?where=${encodeURIComponent(JSON.stringify(where))}`), ["Ana"]);
    assert.deepEqual(await names("?sort=name&way=down"), ["Вера", "Ana"]);
    const { count } = await get("/api/v1/people-count");
    assert.equal(count, 2);
  });

  it("refuses a filter that it does not know", async () => {
    const answer = await inject("GET", "/api/v1/people?where=nonsense");
    assert.equal(answer.json().refused, "invalid-request");
  });

  it("shows no number to whoever may not see numbers, nor finds one by its digits", async () => {
    for (const url of [
      "/api/v1/people",
      "/api/v1/people.csv",
      `/api/v1/people.csv?ids=${vera.contactId}`,
    ]) {
      const { body } = await inject("GET", url, undefined, masked);
      assert.ok(body.includes("6789"), url);
      assert.ok(!body.includes(PHONE), url);
      assert.ok(!body.includes(PHONE.slice(2, 9)), url);
    }
    const found = await inject("GET", `/api/v1/people?q=${PHONE.slice(4, 9)}`, undefined, masked);
    assert.deepEqual(found.json().items, []);
  });

  it("exports those who are chosen, or all that are meant", async () => {
    const chosen = await inject("GET", `/api/v1/people.csv?ids=${ana.contactId}`);
    assert.match(chosen.body, /Ana/u);
    assert.doesNotMatch(chosen.body, /Вера/u);
    const where = encodeURIComponent(
      JSON.stringify({ all: [{ field: "contact-name", contains: "вера" }] }),
    );
    const meant = await inject("GET", `/api/v1/people.csv?where=${where}`);
    assert.match(meant.body, /Вера/u);
    assert.doesNotMatch(meant.body, /Ana/u);
  });

  it("gives contacts to a member, and takes that back where nobody has decided since", async () => {
    const run = await change({ kind: "responsible", to: olga.memberId });
    assert.deepEqual([run.state, run.totalCount, run.changedCount], ["done", 2, 2]);
    assert.ok((await people()).every(({ responsibleId }) => responsibleId === olga.memberId));
    await patch(`/api/v1/contacts/${ana.contactId}`, { responsibleId: masked.memberId });
    const undone = await post(`/api/v1/people-changes/${run.id}/undo`);
    assert.equal(undone.changedCount, 1);
    const byName = new Map((await people()).map((it) => [it.profileName, it.responsibleId]));
    assert.equal(byName.get("Вера"), null);
    assert.equal(byName.get("Ana"), masked.memberId);
  });

  it("sets a field in its form, refuses what does not fit, and takes it back", async () => {
    await post("/api/v1/contact-fields", { name: "Size", kind: "number" });
    const wrong = await inject("POST", "/api/v1/people-changes", {
      change: { kind: "field", name: "Size", value: "many" },
    });
    assert.equal(wrong.json().refused, "field-value-invalid");
    const run = await change({ kind: "field", name: "Size", value: "1 234,50" });
    assert.deepEqual(await fieldsOf("Size"), ["1234.5", "1234.5"]);
    await post(`/api/v1/people-changes/${run.id}/undo`);
    assert.deepEqual(await fieldsOf("Size"), [undefined, undefined]);
  });

  it("labels all conversations of those who are chosen, and takes that back", async () => {
    const change = { kind: "label", labelId: ana.labelId, on: true };
    const run = await post("/api/v1/people-changes", { ids: [vera.contactId], change });
    assert.equal(run.changedCount, 1);
    const where = encodeURIComponent(
      JSON.stringify({ all: [{ field: "label", in: [ana.labelId] }] }),
    );
    assert.ok((await names(`?where=${where}`)).includes("Вера"));
    await post(`/api/v1/people-changes/${run.id}/undo`);
    assert.ok(!(await names(`?where=${where}`)).includes("Вера"));
  });

  it("blocks one after the other, and says how many it could not where a number is not connected", async () => {
    const { workspaceId } = olga;
    await inWorkspace(world.app.db, workspaceId, (tx) =>
      sql`update channels set status = 'disconnected' where workspace_id = ${workspaceId}`.execute(
        tx,
      ),
    );
    const run = await post("/api/v1/people-changes", {
      ids: [vera.contactId],
      change: { kind: "block" },
    });
    assert.equal(run.state, "running");
    await work(run.id);
    const after: PeopleChangeRunJson = await get(`/api/v1/people-changes/${run.id}`);
    assert.equal(after.state, "done");
    assert.deepEqual([after.changedCount, after.failedCount], [0, 1]);
  });

  it("erases only as many as were confirmed, and for good", async () => {
    const wish = { ids: [ana.contactId], change: { kind: "erase" } };
    for (const confirmedCount of [undefined, 2]) {
      const answer = await inject("POST", "/api/v1/people-changes", { ...wish, confirmedCount });
      assert.equal(answer.json().refused, "count-differs");
      assert.deepEqual(answer.json().facts, { count: 1 });
    }
    const run = await post("/api/v1/people-changes", { ...wish, confirmedCount: 1 });
    await work(run.id);
    assert.deepEqual(await names(""), ["Вера"]);
    const after: PeopleChangeRunJson = await get(`/api/v1/people-changes/${run.id}`);
    assert.deepEqual([after.state, after.doneCount, after.changedCount], ["done", 1, 1]);
    const undone = await inject("POST", `/api/v1/people-changes/${run.id}/undo`);
    assert.equal(undone.json().refused, "forbidden");
  });

  it("lets a member erase nobody, and read no change of somebody else", async () => {
    const { workspaceId } = olga;
    const mia = await world.somebody("Mia", { workspaceId, held: { role: "member" } });
    const wish = { ids: [vera.contactId], change: { kind: "erase" }, confirmedCount: 1 };
    const refused = await inject("POST", "/api/v1/people-changes", wish, mia);
    assert.equal(refused.json().refused, "forbidden");
    const run = await change({ kind: "field", name: "City", value: "Riga" });
    const read = await inject("GET", `/api/v1/people-changes/${run.id}`, undefined, mia);
    assert.equal(read.statusCode, 404);
  });

  it("shows who may be one person: by their name, and by two forms of one number", async () => {
    const { workspaceId } = olga;
    await seedWorkspace(world.app.db, workspaceId, { name: "Luz", phone: "5491155550101" });
    await seedWorkspace(world.app.db, workspaceId, { name: "Luz", phone: "541155550101" });
    for (const because of ["name", "phone"]) {
      const { items, next } = await get(`/api/v1/people-duplicates?because=${because}`);
      assert.equal(next, null);
      assert.equal(items.length, 1, because);
      assert.deepEqual(
        items[0].contacts.map((it: PersonJson) => it.profileName),
        ["Luz", "Luz"],
      );
    }
  });

  function change(wanted: object): Promise<PeopleChangeRunJson> {
    return post("/api/v1/people-changes", { change: wanted, filter: { all: [] } });
  }

  async function work(id: string): Promise<void> {
    await runPeopleChange(world.app, olga.workspaceId, id, new AbortController().signal);
  }

  async function people(query = ""): Promise<PersonJson[]> {
    return (await get(`/api/v1/people${query}`)).items;
  }

  async function names(query: string): Promise<(string | null)[]> {
    return (await people(query)).map(({ profileName }) => profileName);
  }

  async function fieldsOf(name: string): Promise<(string | undefined)[]> {
    return (await people()).map(({ fields }) => fields[name]);
  }

  async function get(url: string) {
    const answer = await inject("GET", url);
    assert.equal(answer.statusCode, 200, answer.body);
    return answer.json();
  }

  async function post(url: string, payload?: object) {
    const answer = await inject("POST", url, payload);
    assert.equal(answer.statusCode, 200, answer.body);
    return answer.json();
  }

  async function patch(url: string, payload: object) {
    const answer = await inject("PATCH", url, payload);
    assert.equal(answer.statusCode, 200, answer.body);
  }

  function inject(
    method: "GET" | "POST" | "PATCH",
    url: string,
    payload?: object,
    { cookie }: Somebody = olga,
  ) {
    const headers = { cookie };
    return world.server.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  }
});
