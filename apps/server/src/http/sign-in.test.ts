import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { PASSWORD, startWorld } from "./testing/world.ts";

describe("signing in", () => {
  it("gives a cookie that scripts cannot read, and takes it back", async () => {
    await using world = await startWorld();
    const { email } = await world.somebody();
    const signedIn = await world.server.inject({
      method: "POST",
      url: "/api/v1/sign-in",
      payload: { email, password: PASSWORD },
    });
    assert.equal(signedIn.statusCode, 200, signedIn.body);
    const [cookie] = signedIn.cookies;
    assert.equal(cookie?.httpOnly, true);
    assert.equal(cookie?.sameSite, "Lax");

    const headers = { cookie: `${cookie?.name}=${cookie?.value}` };
    const me = await world.server.inject({ url: "/api/v1/me", headers });
    assert.equal(me.statusCode, 200, me.body);
    assert.equal(me.json().member.email, email);

    await world.server.inject({ method: "POST", url: "/api/v1/sign-out", headers });
    const after = await world.server.inject({ url: "/api/v1/me", headers });
    assert.equal(after.statusCode, 401);
  });

  it("says neither whether the address nor whether the password was wrong", async () => {
    await using world = await startWorld();
    const { email } = await world.somebody();
    const bodies = [];
    for (const payload of [
      { email, password: "wrong" },
      { email: "nobody@example.org", password: PASSWORD },
    ]) {
      const answer = await world.server.inject({ method: "POST", url: "/api/v1/sign-in", payload });
      assert.equal(answer.statusCode, 401);
      bodies.push(answer.body);
    }
    assert.equal(bodies[0], bodies[1]);
  });

  it("makes whoever guesses wait, even with the right password in the end", async () => {
    await using world = await startWorld();
    const { email } = await world.somebody();
    const sign = (password: string) =>
      world.server.inject({
        method: "POST",
        url: "/api/v1/sign-in",
        payload: { email, password },
      });
    for (let n = 0; n < 8; n++) assert.equal((await sign(`wrong ${n}`)).statusCode, 401);
    const answer = await sign(PASSWORD);
    assert.equal(answer.statusCode, 429);
    assert.equal(answer.json().refused, "too-many-requests");
  });

  it("by a link works once, by its button and not by looking at it", async () => {
    await using world = await startWorld();
    const { email } = await world.somebody();
    const userId = await world.signIn.ensureAccount({ email, name: "Ana", password: null });
    const url = `/sign-in/link/${await world.signIn.makeLink(userId)}`;
    for (let n = 0; n < 3; n++) {
      const look = await world.server.inject({ url });
      assert.equal(look.statusCode, 200);
      assert.equal(look.cookies.length, 0);
    }
    const press = () =>
      world.server.inject({
        method: "POST",
        url,
        headers: { "content-type": "application/x-www-form-urlencoded" },
        payload: "",
      });
    const signedIn = await press();
    assert.equal(signedIn.statusCode, 303, signedIn.body);
    assert.equal(signedIn.headers.location, "/");
    const [cookie] = signedIn.cookies;
    const headers = { cookie: `${cookie?.name}=${cookie?.value}` };
    assert.equal((await world.server.inject({ url: "/api/v1/me", headers })).statusCode, 200);
    assert.equal((await press()).statusCode, 410);
  });

  it("by a link that was replaced works no more", async () => {
    await using world = await startWorld();
    const { email } = await world.somebody();
    const userId = await world.signIn.ensureAccount({ email, name: "Ana", password: null });
    const old = await world.signIn.makeLink(userId);
    await world.signIn.makeLink(userId);
    assert.equal(await world.signIn.withLink(old, new Headers()), null);
  });

  it("with a changed password ends every session before it", async () => {
    await using world = await startWorld();
    const { email, cookie } = await world.somebody();
    await world.signIn.ensureAccount({ email, name: "Ana", password: "another horse 2" });
    const me = await world.server.inject({ url: "/api/v1/me", headers: { cookie } });
    assert.equal(me.statusCode, 401);
    assert.equal(await world.signIn.withPassword(email, PASSWORD, new Headers()), null);
    assert.ok(await world.signIn.withPassword(email, "another horse 2", new Headers()));
  });
});
