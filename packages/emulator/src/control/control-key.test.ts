import assert from "node:assert/strict";
import { request } from "node:http";
import { describe, it } from "node:test";
import { DEMO } from "../demo.ts";
import { startEmulator } from "../start-emulator.ts";
import { graphOf } from "../testing/desk.ts";
import { ControlKeyError, isLoopback } from "./control-key.ts";

const KEY = "fake-control-key-0001";

describe("the control key", () => {
  it("is demanded before the emulator listens beyond this machine", async () => {
    await assert.rejects(startEmulator({ host: "0.0.0.0" }), (error: unknown) => {
      assert.ok(error instanceof ControlKeyError);
      assert.match(error.message, /--control-key or GALKA_EMULATOR_CONTROL_KEY/);
      return true;
    });
    await assert.rejects(startEmulator({ controlKey: "short" }), /at least 16 characters/);
  });

  it("opens the control API to whoever sends it, and to nobody else", async () => {
    await using meta = await startEmulator({ host: "0.0.0.0", controlKey: KEY });
    assert.equal((await meta.control.numbers()).data.length, 1);
    for (const path of ["/world", "/openapi.json", "/events", "/media/1", "/%77orld", "/none"]) {
      const answer = await fetch(`${meta.url}/_emulator${path}`);
      assert.equal(answer.status, 401, path);
      assert.match(await answer.text(), /Authorization: Bearer/);
    }
    const encoded = await fetch(`${meta.url}/%5Femulator/world`);
    assert.equal(encoded.status, 401);
    const wrong = { authorization: "Bearer fake-control-key-0002" };
    assert.equal((await fetch(`${meta.url}/_emulator/world`, { headers: wrong })).status, 401);
  });

  it("leaves Graph to its own tokens", async () => {
    await using meta = await startEmulator({ controlKey: KEY });
    const answer = await graphOf(meta.url)("GET", `/v26.0/${DEMO.phoneNumberId}`);
    assert.equal(answer.status, 200);
  });

  it("lets a browser in once with the key in the address, and keeps it out of the address", async () => {
    await using meta = await startEmulator({ controlKey: KEY });
    const asked = await fetch(meta.url);
    assert.equal(asked.status, 401);
    assert.match(await asked.text(), /<form method="get"/);
    assert.match(await (await fetch(`${meta.url}/?key=wrong`)).text(), /That is not the key/);
    const entered = await fetch(`${meta.url}/?key=${KEY}&person=p1`, { redirect: "manual" });
    assert.deepEqual([entered.status, entered.headers.get("location")], [303, "/?person=p1"]);
    const cookie = entered.headers.get("set-cookie") ?? "";
    assert.match(cookie, /HttpOnly; SameSite=Strict/);
    assert.ok(!cookie.includes(KEY));
    const headers = { cookie: cookie.split(";", 1)[0] ?? "" };
    assert.equal((await fetch(meta.url, { headers })).status, 200);
    assert.equal((await fetch(`${meta.url}/_emulator/world`, { headers })).status, 200);
  });

  it("is not needed on this machine, where a foreign name is refused instead", async () => {
    await using meta = await startEmulator({ publicUrl: "https://meta.desk.example" });
    const { port } = new URL(meta.url);
    const status = (host: string) => statusOf(Number(port), host);
    assert.equal(await status(`localhost:${port}`), 200);
    assert.equal(await status("meta.desk.example"), 200);
    assert.equal(await status("rebound.example"), 400);
  });
});

describe("isLoopback", () => {
  it("knows the names of this machine", () => {
    for (const host of ["localhost", "127.0.0.1", "127.8.0.1", "::1", "[::1]", "phones.localhost"])
      assert.equal(isLoopback(host), true, host);
    for (const host of ["0.0.0.0", "::", "10.0.0.1", "127.example", "127.0.0.1.example"])
      assert.equal(isLoopback(host), false, host);
  });
});

function statusOf(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const options = { port, host: "127.0.0.1", path: "/_emulator/clock", headers: { host } };
    request(options, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .on("error", reject)
      .end();
  });
}
