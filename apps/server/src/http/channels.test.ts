import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Somebody, type World, startWorld } from "./testing/world.ts";

const TOKEN = "EAAfakeTokenOfNobody0123456789abcdef";
const SECRET = "fake-app-secret-0123456789abcdef";

describe("connecting a number", () => {
  let world: World;
  let ana: Somebody;

  before(async () => {
    world = await startWorld();
    ana = await world.somebody("Ana");
  });
  after(() => world[Symbol.asyncDispose]());

  function ask(method: "GET" | "POST" | "PATCH" | "DELETE", url: string, payload?: object) {
    const headers = { cookie: ana.cookie };
    return world.server.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  }

  const values = {
    accessToken: TOKEN,
    appSecret: SECRET,
    wabaId: "2002",
    phoneNumberId: "1001",
  };

  it("asks Meta first, and keeps nothing of values that it does not accept", async () => {
    const refused = await ask("POST", "/api/v1/channels", { ...values, accessToken: "bad" });
    assert.equal(refused.statusCode, 422);
    assert.equal(refused.json().refused, "token-invalid");
    assert.deepEqual((await ask("GET", "/api/v1/channels")).json().items, []);
  });

  it("says which numbers the values reach", async () => {
    const { accessToken, wabaId } = values;
    const probed = await ask("POST", "/api/v1/channels/probe", { accessToken, wabaId });
    assert.deepEqual(probed.json().numbers, [
      {
        phoneNumberId: "1001",
        displayPhone: "+49 30 901820",
        verifiedName: "Jackdaw",
        connectedHere: false,
      },
    ]);
  });

  it("connects, pauses, renames, disconnects, and finds the old channel again", async () => {
    const connected = await ask("POST", "/api/v1/channels", values);
    assert.equal(connected.statusCode, 200, connected.body);
    const { id, name, status } = connected.json();
    assert.deepEqual([name, status], ["Jackdaw", "connected"]);
    assert.deepEqual(world.accounts.done, ["subscribe"]);

    const url = `/api/v1/channels/${id}`;
    const paused = await ask("PATCH", url, { status: "paused", name: "Shop" });
    assert.deepEqual([paused.json().name, paused.json().status], ["Shop", "paused"]);
    assert.equal((await ask("DELETE", url)).statusCode, 200);
    const gone = (await ask("GET", "/api/v1/channels")).json().items[0];
    assert.equal(gone.status, "disconnected");
    assert.equal((await ask("PATCH", url, { status: "connected" })).statusCode, 409);

    const again = await ask("POST", "/api/v1/channels", values);
    assert.equal(again.json().id, id);
  });

  it("connects one number once in the whole installation", async () => {
    const stranger = await world.somebody("Mallory");
    const answer = await world.server.inject({
      method: "POST",
      url: "/api/v1/channels",
      headers: { cookie: stranger.cookie },
      payload: values,
    });
    assert.equal(answer.statusCode, 409);
    assert.equal(answer.json().refused, "number-taken");
    const theirs = await world.server.inject({
      url: "/api/v1/channels",
      headers: { cookie: stranger.cookie },
    });
    assert.deepEqual(theirs.json().items, []);
  });

  it("keeps a new token only if Meta accepts it", async () => {
    const [channel] = (await ask("GET", "/api/v1/channels")).json().items;
    const answer = await ask("PATCH", `/api/v1/channels/${channel.id}`, { accessToken: "bad" });
    assert.equal(answer.json().refused, "token-invalid");
  });

  it("asks for the PIN before it registers", async () => {
    const [channel] = (await ask("GET", "/api/v1/channels")).json().items;
    const url = `/api/v1/channels/${channel.id}/repair`;
    assert.equal((await ask("POST", url, { repair: "register" })).statusCode, 422);
    assert.equal((await ask("POST", url, { repair: "register", pin: "123456" })).statusCode, 200);
    assert.ok(world.accounts.done.includes("register"));
  });

  it("tells secrets to nobody: in no answer, in no line of the log", async () => {
    const [channel] = (await ask("GET", "/api/v1/channels")).json().items;
    const answers = [
      await ask("GET", "/api/v1/channels"),
      await ask("GET", "/api/v1/snapshot"),
      await ask("POST", `/api/v1/channels/${channel.id}/doctor`),
      await ask("POST", "/api/v1/channels", values),
    ];
    const said = answers.map((it) => it.body).join("") + world.logged.join("");
    assert.equal(said.includes(TOKEN), false);
    assert.equal(said.includes(SECRET), false);
  });
});
