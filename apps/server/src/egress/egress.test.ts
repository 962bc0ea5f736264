import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { describe, it } from "node:test";
import { EgressRefusedError, openEgress } from "./egress.ts";

describe("the way out", () => {
  for (const url of [
    "https://127.0.0.1/",
    "https://[::1]/",
    "https://169.254.169.254/latest/meta-data",
    "https://2130706433/",
    "https://0x7f.1/",
    "http://graph.facebook.com/",
    "https://user:password@graph.facebook.com/",
  ]) {
    it(`does not go to ${url}`, async () => {
      await using egress = openEgress({ trustedOrigins: [] });
      await assert.rejects(egress.fetch(url), EgressRefusedError);
    });
  }

  it("does not go to a name that means this machine", async () => {
    await using egress = openEgress({ trustedOrigins: [] });
    const failure = await egress.fetch("https://localhost/").catch((error: unknown) => error);
    assert.ok(failure instanceof Error && failure.cause instanceof EgressRefusedError);
  });

  it("goes to an address that whoever runs the server has named, and carries forms there", async () => {
    await using here = await listen((body) => body);
    await using egress = openEgress({ trustedOrigins: [here.url] });
    const form = new FormData();
    form.append("file", new File(["hello"], "a.txt", { type: "text/plain" }));
    const answer = await egress.fetch(here.url, { method: "POST", body: form });
    const said = await answer.text();
    assert.match(said, /filename="a.txt"/);
    assert.match(said, /hello/);
  });

  it("does not follow where an answer points", async () => {
    await using here = await listen(() => "", { location: "http://127.0.0.1:1/" });
    await using egress = openEgress({ trustedOrigins: [here.url] });
    await assert.rejects(egress.fetch(here.url));
  });
});

async function listen(answer: (body: string) => string, redirect?: { location: string }) {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      response.writeHead(redirect ? 302 : 200, redirect ?? {});
      response.end(answer(Buffer.concat(parts).toString()));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  assert.ok(typeof address === "object" && address);
  return {
    url: `http://127.0.0.1:${address.port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}
