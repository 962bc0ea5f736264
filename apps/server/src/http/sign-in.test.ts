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
});
