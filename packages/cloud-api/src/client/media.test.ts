import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { CloudApiError } from "../errors/cloud-api-error.ts";
import { MediaTooLargeError } from "../errors/media-too-large-error.ts";
import { TransportError } from "../errors/transport-error.ts";
import { cloudApi } from "./cloud-api.ts";
import { fakeGraph } from "./testing/fake-graph.ts";
import type { Answer } from "./testing/fake-graph.ts";

const FILE: Answer = (response) => {
  response.writeHead(200, { "content-type": "image/png" });
  response.write("12345");
  response.end("67890");
};

describe("media.upload", () => {
  for (const bytes of [new TextEncoder().encode("picture"), new Blob(["picture"])]) {
    it(`sends a form with the file from a ${bytes.constructor.name}`, async () => {
      await using graph = await fakeGraph({ json: { id: "3" } });
      const file = { bytes, mimeType: "image/png", filename: "a.png" };
      assert.deepEqual(await graph.api().media.upload("2", file), { id: "3" });

      const [one] = graph.arrived;
      assert.equal(one?.path, "/v26.0/2/media");
      const written = one?.body.toString("utf8") ?? "";
      assert.match(written, /name="messaging_product"\r\n\r\nwhatsapp\r\n/);
      assert.match(written, /name="type"\r\n\r\nimage\/png\r\n/);
      assert.match(
        written,
        /name="file"; filename="a\.png"\r\nContent-Type: image\/png\r\n\r\npicture\r\n/,
      );
    });
  }
});

describe("media.download", () => {
  it("fetches the bytes with the token", async () => {
    await using graph = await fakeGraph(FILE);
    const file = await graph.api().media.download(`${graph.baseUrl}/file?ext=1&hash=a`);
    assert.equal(new TextDecoder().decode(file.bytes), "1234567890");
    assert.equal(file.mimeType, "image/png");
    assert.equal(graph.arrived[0]?.headers.authorization, "Bearer fake-token");
    assert.deepEqual(graph.arrived[0]?.query, { ext: "1", hash: "a" });
  });

  it("takes a file of exactly the limit", async () => {
    await using graph = await fakeGraph(FILE);
    const file = await graph.api().media.download(`${graph.baseUrl}/file`, { maxBytes: 10 });
    assert.equal(file.bytes.byteLength, 10);
  });

  it("stops beyond the limit while the file arrives", async () => {
    await using graph = await fakeGraph(FILE);
    const download = graph.api().media.download(`${graph.baseUrl}/file`, { maxBytes: 9 });
    await assert.rejects(download, MediaTooLargeError);
  });

  it("refuses a file that says it is larger", async () => {
    await using graph = await fakeGraph({ text: "1234567890" });
    const stream = graph.api().media.stream(`${graph.baseUrl}/file`, { maxBytes: 9 });
    await assert.rejects(stream, MediaTooLargeError);
  });

  it("sends the token to no other host", async () => {
    await using graph = await fakeGraph(FILE);
    await using stranger = await fakeGraph(FILE);
    for (const url of [
      `${stranger.baseUrl}/file`,
      "http://lookaside.fbsbx.com/file",
      "https://lookaside.fbsbx.com.example.com/file",
      "https://examplefbsbx.com/file",
      "not a url",
    ]) {
      await assert.rejects(graph.api().media.download(url), TypeError, url);
    }
    assert.equal(stranger.arrived.length, 0);
  });

  it("sends the token to hosts it was told of", async () => {
    await using graph = await fakeGraph(FILE);
    await using files = await fakeGraph(FILE);
    const api = graph.api({ mediaHosts: [new URL(files.baseUrl).host] });
    assert.equal((await api.media.download(`${files.baseUrl}/file`)).bytes.byteLength, 10);
  });

  it("sends the token to Meta's own hosts", async () => {
    const asked: unknown[] = [];
    const api = cloudApi({
      token: "fake-token",
      fetch: async (input) => {
        asked.push(input instanceof URL ? input.href : input);
        return new Response("x");
      },
    });
    await api.media.download("https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1");
    assert.equal(asked.length, 1);
  });

  it("is refused with Meta's error", async () => {
    await using graph = await fakeGraph({
      status: 401,
      json: { error: { message: "no", code: 190 } },
    });
    await assert.rejects(graph.api().media.download(`${graph.baseUrl}/file`), CloudApiError);
  });

  it("says that the url is dead", async () => {
    await using graph = await fakeGraph({ status: 404, text: "" });
    const download = graph.api().media.download(`${graph.baseUrl}/file`);
    await assert.rejects(download, (error) => {
      return error instanceof TransportError && error.httpStatus === 404;
    });
  });

  it("fails when the file breaks off", async () => {
    await using graph = await fakeGraph((response) => {
      response.writeHead(200, { "content-length": "10" });
      response.write("123");
      setImmediate(() => response.destroy());
    });
    await assert.rejects(graph.api().media.download(`${graph.baseUrl}/file`), TransportError);
  });
});

describe("uploads", () => {
  it("sends the bytes with the offset and the word OAuth", async () => {
    await using graph = await fakeGraph({ json: { h: "4::fake" } });
    const bytes = new TextEncoder().encode("picture");
    const handle = await graph.api().uploads.upload("upload:MTph?sig=fake", bytes);
    assert.deepEqual(handle, { h: "4::fake" });
    const [one] = graph.arrived;
    assert.equal(one?.headers.authorization, "OAuth fake-token");
    assert.equal(one?.headers["file_offset"], "0");
    assert.equal(one?.body.toString("utf8"), "picture");
    assert.equal(one?.path, "/v26.0/upload:MTph");
    assert.equal(one?.query["sig"], "fake");
  });

  it("goes on from where Meta has the file", async () => {
    await using graph = await fakeGraph(
      { json: { id: "upload:MTph", file_offset: 4 } },
      { json: { h: "4::fake" } },
    );
    await graph.api().uploads.resume("upload:MTph", new Blob(["picture"]));
    assert.equal(graph.arrived[1]?.headers["file_offset"], "4");
    assert.equal(graph.arrived[1]?.body.toString("utf8"), "ure");
  });

  for (const session of ["", "MTph", "upload:", "upload:a/../../b", "upload:a#b", "upload:a b"]) {
    it(`refuses ${JSON.stringify(session)} for a session`, async () => {
      await using graph = await fakeGraph({ json: {} });
      await assert.rejects(graph.api().uploads.progress(session), TypeError);
    });
  }
});
