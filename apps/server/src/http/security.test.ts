import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Somebody, type World, startWorld } from "./testing/world.ts";

describe("what every answer says to the browser", () => {
  let world: World;
  let ana: Somebody;

  before(async () => {
    world = await startWorld();
    ana = await world.somebody();
  });
  after(() => world[Symbol.asyncDispose]());

  for (const url of [
    "/",
    "/api/v1/me",
    "/nowhere/at/all",
    "/api/docs",
    "/sign-in/link/aaaaaaaaaaaaaaaaaaaaaaaa",
  ]) {
    it(`lets ${url} run no script but our own files`, async () => {
      const { headers } = await world.server.inject({ url });
      const policy = String(headers["content-security-policy"]);
      assert.match(policy, /default-src 'none'/);
      assert.match(policy, /script-src 'self'(?:;|$)/);
      assert.doesNotMatch(policy, /unsafe|\*/);
      assert.equal(headers["x-content-type-options"], "nosniff");
      assert.equal(headers["strict-transport-security"], "max-age=31536000");
    });
  }

  it("frames nothing but the phones of a demo", async () => {
    const { headers } = await world.server.inject({ url: "/" });
    assert.match(String(headers["content-security-policy"]), /frame-src http:\/\/localhost:4001/);
  });

  it("gives the page for its own addresses and a 404 for a file that is not there", async () => {
    for (const url of ["/inbox/0190", "/sign-in", "/sign-in?to=%2Fsettings"]) {
      const page = await world.server.inject({ url });
      assert.equal(page.statusCode, 200, url);
      assert.match(page.body, /<!doctype html>/);
    }
    assert.equal((await world.server.inject({ url: "/assets/gone.js" })).statusCode, 404);
    assert.equal((await world.server.inject({ url: "/api/v1/gone" })).statusCode, 404);
  });

  it("keeps what is named by its content, and asks again for the page", async () => {
    const asset = await world.server.inject({ url: "/assets/app-1a2b3c.js" });
    assert.match(String(asset.headers["cache-control"]), /immutable/);
    const page = await world.server.inject({ url: "/" });
    assert.equal(page.headers["cache-control"], "no-cache");
    const again = await world.server.inject({
      url: "/",
      headers: { "if-none-match": String(page.headers.etag) },
    });
    assert.equal(again.statusCode, 304);
  });

  it("leads out of the page's directory by no path", async () => {
    for (const url of ["/../world.ts", "/..%2fworld.ts", "/assets/..%2f..%2fworld.ts"]) {
      const answer = await world.server.inject({ url });
      assert.doesNotMatch(answer.body, /startWorld/);
    }
  });

  it("sends the page packed to whoever can unpack it", async () => {
    const headers = { "accept-encoding": "gzip, br" };
    const packed = await world.server.inject({ url: "/assets/app-1a2b3c.js", headers });
    assert.equal(packed.headers["content-encoding"], "br");
  });

  it("never lets an answer of the API be kept", async () => {
    const { headers } = await world.server.inject({
      url: "/api/v1/me",
      headers: { cookie: ana.cookie },
    });
    assert.equal(headers["cache-control"], "no-store");
  });

  it("tells metrics to this machine and not to another", async () => {
    const here = await world.server.inject({ url: "/metrics" });
    assert.equal(here.statusCode, 200);
    assert.match(here.body, /galka_http_requests_total/);
    const there = await world.server.inject({ url: "/metrics", remoteAddress: "203.0.113.9" });
    assert.equal(there.statusCode, 404);
  });

  it("writes neither passwords nor what people say nor cookies into the log", async () => {
    await world.server.inject({
      method: "POST",
      url: "/api/v1/sign-in",
      payload: { email: ana.email, password: "a-wrong-password-99" },
    });
    world.app.log.info(
      {
        body: "my secret diary",
        phone: "4930901820",
        error: new Error("to 4930901820 EAAG0123456789abcdefghijk"),
      },
      "A line.",
    );
    const log = world.logged.join("");
    assert.doesNotMatch(
      log,
      /a-wrong-password-99|my secret diary|4930901820|EAAG0123456789|session_token/,
    );
    assert.match(log, /…1820/);
  });
});
