import assert from "node:assert/strict";
import { once } from "node:events";
import { describe, it } from "node:test";
import { codeOfApp } from "./testing/totp.ts";
import { PASSWORD, type World, startWorld } from "./testing/world.ts";

describe("the sessions of one's own", () => {
  it("are listed with their device and address, and ended at once on the socket too", async () => {
    await using world = await startWorld();
    const ana = await world.somebody("Ana");
    const other = await signIn(world, ana.email, PASSWORD);
    const list = async () => (await send(world, ana.cookie, "GET", "/me/security")).body.sessions;
    const sessions = await list();
    assert.equal(sessions.length, 2);
    const [there] = sessions.filter((it: { isThis: boolean }) => !it.isThis);
    assert.equal(there.address, "127.0.0.1");
    assert.equal(there.userAgent, "Test device");

    const socket = await world.server.injectWS("/api/v1/realtime", {
      headers: { cookie: other.cookie },
    });
    const welcomed = once(socket, "message");
    socket.send(JSON.stringify({ type: "hello", since: null }));
    await welcomed;
    const closed = once(socket, "close");
    await send(world, ana.cookie, "DELETE", `/me/sessions/${there.id}`);
    assert.equal((await closed)[0], 4401);
    assert.equal((await send(world, other.cookie, "GET", "/me")).status, 401);
    assert.equal((await list()).length, 1);
  });

  it("are nobody else's to end", async () => {
    await using world = await startWorld();
    const ana = await world.somebody("Ana");
    const mallory = await world.somebody("Mallory");
    const { sessions } = (await send(world, ana.cookie, "GET", "/me/security")).body;
    const path = `/me/sessions/${sessions[0].id}`;
    const ended = await send(world, mallory.cookie, "DELETE", path);
    assert.equal(ended.body.refused, "not-found");
    assert.equal((await send(world, ana.cookie, "GET", "/me")).status, 200);
  });

  it("end with another password, all but this one", async () => {
    await using world = await startWorld();
    const ana = await world.somebody("Ana");
    const other = await signIn(world, ana.email, PASSWORD);
    const set = (current: string | null) =>
      send(world, ana.cookie, "POST", "/me/password", { current, password: "another horse 2" });
    for (const current of ["wrong", null]) {
      assert.equal((await set(current)).body.refused, "wrong-password");
    }
    assert.deepEqual((await set(PASSWORD)).body, { done: true });
    assert.equal((await send(world, ana.cookie, "GET", "/me")).status, 200);
    assert.equal((await send(world, other.cookie, "GET", "/me")).status, 401);
    assert.equal((await signIn(world, ana.email, "another horse 2")).body.done, true);
  });
});

describe("the second factor", () => {
  it("is asked at every sign-in once it is confirmed, and not before", async () => {
    await using world = await startWorld();
    const ana = await world.somebody("Ana");
    const begun = await send(world, ana.cookie, "POST", "/me/two-factor", { password: PASSWORD });
    assert.match(begun.body.uri, /^otpauth:\/\/totp\/Galka/);
    assert.equal((await signIn(world, ana.email, PASSWORD)).body.done, true);

    const wrong = await send(world, ana.cookie, "POST", "/me/two-factor/confirm", {
      code: "000000",
    });
    assert.equal(wrong.body.refused, "wrong-code");
    const { cookie } = await confirm(world, ana.cookie, begun.body.uri);
    assert.equal((await send(world, cookie, "GET", "/me/security")).body.twoFactor, true);

    const first = await signIn(world, ana.email, PASSWORD);
    assert.equal(first.body.done, false);
    assert.equal((await send(world, first.cookie, "GET", "/me")).status, 401);
    const code = codeOfApp(begun.body.uri, new Date());
    const second = await secondStep(world, first.cookie, { code, kind: "app" });
    assert.equal((await send(world, second.cookie, "GET", "/me")).status, 200);
  });

  it("can be replaced by each backup code once", async () => {
    await using world = await startWorld();
    const { email, backupCodes } = await withTwoFactor(world);
    const [code] = backupCodes;
    const use = async () => {
      const first = await signIn(world, email, PASSWORD);
      return secondStep(world, first.cookie, { code, kind: "backup" });
    };
    assert.deepEqual((await use()).body, { done: true });
    assert.equal((await use()).body.refused, "wrong-code");
  });

  it("is not guessed: a few wrong codes make one wait, whoever asks and however they begin", async () => {
    await using world = await startWorld();
    const { email, uri } = await withTwoFactor(world);
    const answers: string[] = [];
    for (let n = 0; n < 12; n++) {
      const first = await signIn(world, email, PASSWORD);
      const wrong = await secondStep(world, first.cookie, { code: "000000", kind: "app" });
      answers.push(wrong.body.refused);
    }
    assert.equal(answers.at(-1), "too-many-requests");
    const first = await signIn(world, email, PASSWORD);
    const code = codeOfApp(uri, new Date());
    const right = await secondStep(world, first.cookie, { code, kind: "app" });
    assert.equal(right.body.refused, "too-many-requests");
  });

  it("is taken away by its owner with the password, and by whoever manages members", async () => {
    await using world = await startWorld();
    const { email, cookie } = await withTwoFactor(world);
    const wrong = await send(world, cookie, "POST", "/me/two-factor/remove", { password: "no" });
    assert.equal(wrong.body.refused, "wrong-password");
    const removed = await send(world, cookie, "POST", "/me/two-factor/remove", {
      password: PASSWORD,
    });
    assert.equal((await send(world, removed.cookie, "GET", "/me")).status, 200);
    assert.equal((await signIn(world, email, PASSWORD)).body.done, true);

    const ana = await world.somebody("Ana");
    const { workspaceId } = ana;
    const luz = await world.somebody("Luz", { workspaceId, held: { role: "member" } });
    await setUp(world, luz.cookie);
    await send(world, ana.cookie, "POST", `/members/${luz.memberId}/remove-two-factor`);
    assert.equal((await signIn(world, luz.email, PASSWORD)).body.done, true);
  });
});

async function withTwoFactor(world: World) {
  const ana = await world.somebody("Ana");
  return { email: ana.email, ...(await setUp(world, ana.cookie)) };
}

async function setUp(world: World, cookie: string) {
  const begun = await send(world, cookie, "POST", "/me/two-factor", { password: PASSWORD });
  const { uri, backupCodes } = begun.body;
  return { uri, backupCodes, cookie: (await confirm(world, cookie, uri)).cookie };
}

async function confirm(world: World, cookie: string, uri: string) {
  const code = codeOfApp(uri, new Date());
  const confirmed = await send(world, cookie, "POST", "/me/two-factor/confirm", { code });
  assert.deepEqual(confirmed.body, { done: true });
  return confirmed;
}

function signIn(world: World, email: string, password: string) {
  return send(world, "", "POST", "/sign-in", { email, password });
}

function secondStep(world: World, cookie: string, body: object) {
  return send(world, cookie, "POST", "/sign-in/second-factor", body);
}

async function send(
  world: World,
  cookie: string,
  method: "GET" | "POST" | "DELETE",
  ...[path, payload]: [path: string, payload?: object]
) {
  const answer = await world.server.inject({
    method,
    url: `/api/v1${path}`,
    headers: { "user-agent": "Test device", ...(cookie ? { cookie } : {}) },
    ...(payload ? { payload } : {}),
  });
  const given = answer.cookies
    .filter((it) => it.value !== "")
    .map((it) => `${it.name}=${it.value}`);
  return { status: answer.statusCode, body: answer.json(), cookie: given.join("; ") };
}
