import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import sharp from "sharp";
import { type Somebody, type World, startWorld } from "../testing/world.ts";
import { parseRange } from "./byte-range.ts";
import { attachmentDisposition } from "./content-disposition.ts";

describe("uploaded files", () => {
  let world: World;
  let ana: Somebody;
  let stranger: Somebody;

  before(async () => {
    world = await startWorld();
    ana = await world.somebody("Ana");
    stranger = await world.somebody("Mallory");
  });
  after(() => world[Symbol.asyncDispose]());

  async function upload(bytes: Uint8Array, name: string, type: string) {
    const form = new FormData();
    form.append("file", new File([new Uint8Array(bytes)], name, { type }));
    const request = new Request("http://galka.test", { method: "POST", body: form });
    const answer = await world.server.inject({
      method: "POST",
      url: "/api/v1/files",
      headers: { cookie: ana.cookie, "content-type": request.headers.get("content-type") ?? "" },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    assert.equal(answer.statusCode, 200, answer.body);
    return answer.json();
  }

  function get(url: string, headers: Record<string, string> = {}) {
    return world.server.inject({ url, headers: { cookie: ana.cookie, ...headers } });
  }

  it("are served as attachments that no browser runs, whatever they claim to be", async () => {
    const html = Buffer.from("<script>alert(1)</script>");
    const file = await upload(html, "../../evil.html", "text/html");
    assert.equal(file.mediaType, "text/plain");
    const served = await get(file.url);
    assert.equal(served.statusCode, 200);
    assert.equal(served.headers["content-type"], "text/plain");
    assert.match(String(served.headers["content-disposition"]), /^attachment; filename="/);
    assert.doesNotMatch(String(served.headers["content-disposition"]), /[/\\]/);
    assert.equal(served.headers["x-content-type-options"], "nosniff");
    assert.equal(served.headers["content-security-policy"], "sandbox; default-src 'none'");
    assert.equal(served.body, html.toString());
  });

  it("are what their bytes say: a picture that lies is served as what it is", async () => {
    const svg = Buffer.from(
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
    );
    const file = await upload(svg, "photo.png", "image/png");
    assert.equal(file.previewUrl, null);
    const served = await get(file.url);
    assert.doesNotMatch(String(served.headers["content-type"]), /svg|html|xml|image/);
  });

  it("of pictures have a preview that is drawn anew", async () => {
    const png = await sharp({ create: { width: 900, height: 300, channels: 3, background: "red" } })
      .png()
      .toBuffer();
    const file = await upload(Buffer.concat([png, Buffer.from("<script>")]), "a.png", "image/png");
    assert.equal(file.width, 900);
    const preview = await get(file.previewUrl);
    assert.equal(preview.headers["content-type"], "image/webp");
    assert.equal((await sharp(preview.rawPayload).metadata()).width, 640);
    assert.equal(preview.rawPayload.includes("<script>"), false);
  });

  it("can be read in parts, so that sound can be played and sought", async () => {
    const file = await upload(Buffer.from("0123456789"), "digits.txt", "text/plain");
    const part = await get(file.url, { range: "bytes=2-4" });
    assert.equal(part.statusCode, 206);
    assert.equal(part.body, "234");
    assert.equal(part.headers["content-range"], "bytes 2-4/10");
    const beyond = await get(file.url, { range: "bytes=20-" });
    assert.equal(beyond.statusCode, 416);
  });

  it("are nothing for another workspace, and nothing for a stranger", async () => {
    const file = await upload(Buffer.from("ours"), "ours.txt", "text/plain");
    const other = await world.server.inject({
      url: file.url,
      headers: { cookie: stranger.cookie },
    });
    assert.equal(other.statusCode, 404);
    assert.equal((await world.server.inject({ url: file.url })).statusCode, 401);
    const preview = { url: `${file.url}/preview`, headers: { cookie: stranger.cookie } };
    assert.equal((await world.server.inject(preview)).statusCode, 404);
  });

  it("come in a form with one file, or not at all", async () => {
    const answer = await world.server.inject({
      method: "POST",
      url: "/api/v1/files",
      headers: { cookie: ana.cookie },
      payload: { file: "x" },
    });
    assert.equal(answer.statusCode, 422, answer.body);
  });
});

describe("attachmentDisposition", () => {
  check("keeps a name in any script", "Счёт №1.pdf", /filename\*=UTF-8''%D0%A1%D1%87/);
  check(
    "takes out line breaks, so that no header can be added",
    "a\r\nSet-Cookie: x",
    /^attachment; filename="aSet-Cookie: x"/,
  );
  check(
    "takes out what turns the reading direction around",
    "exe\u202Egnp.txt",
    /filename="exegnp.txt"/,
  );
  check("names what has no name", "", /filename="file"/);
  check("leaves no path", "..\\..\\etc/passwd", /filename="\.\._\.\._etc_passwd"/);

  function check(fact: string, name: string, header: RegExp) {
    it(fact, () => assert.match(attachmentDisposition(name), header));
  }
});

describe("parseRange", () => {
  check("reads a part", "bytes=0-3", { kind: "part", range: { start: 0, end: 3 } });
  check("reads to the end", "bytes=4-", { kind: "part", range: { start: 4, end: 9 } });
  check("reads the last bytes", "bytes=-3", { kind: "part", range: { start: 7, end: 9 } });
  check("never reads beyond the end", "bytes=8-99", { kind: "part", range: { start: 8, end: 9 } });
  check("answers several parts with everything", "bytes=0-1,3-4", { kind: "all" });
  check("answers nonsense with everything", "lines=1", { kind: "all" });
  check("says when a part is not there", "bytes=10-", { kind: "unsatisfiable" });

  function check(fact: string, header: string, asked: object) {
    it(fact, () => assert.deepEqual(parseRange(header, 10), asked));
  }
});
