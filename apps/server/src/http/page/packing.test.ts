import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import Fastify from "fastify";
import { addPackedAnswers } from "./packing.ts";

describe("addPackedAnswers", () => {
  const long = { words: "tick ".repeat(2000) };
  const short = { words: "tick" };

  async function answer(url: string, accepted: string) {
    const server = Fastify();
    addPackedAnswers(server);
    server.get("/long", () => long);
    server.get("/short", () => short);
    return server.inject({ url, headers: { "accept-encoding": accepted } });
  }

  it("packs a long answer as the browser can unpack it", async () => {
    const brotli = await answer("/long", "gzip, deflate, br");
    assert.equal(brotli.headers["content-encoding"], "br");
    assert.equal(brotli.headers["vary"], "accept-encoding");
    assert.ok(brotli.rawPayload.length < 200);
    assert.deepEqual(JSON.parse(brotliDecompressSync(brotli.rawPayload).toString()), long);
    const gzip = await answer("/long", "gzip");
    assert.equal(gzip.headers["content-encoding"], "gzip");
    assert.deepEqual(JSON.parse(gunzipSync(gzip.rawPayload).toString()), long);
  });

  it("sends it as it is to whoever unpacks nothing", async () => {
    const plain = await answer("/long", "identity");
    assert.equal(plain.headers["content-encoding"], undefined);
    assert.deepEqual(plain.json(), long);
  });

  it("leaves a short answer alone", async () => {
    const { headers } = await answer("/short", "br");
    assert.equal(headers["content-encoding"], undefined);
  });
});
