import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { chatImportJson } from "@galka/contract/json/chat-import";
import { type Somebody, type World, startWorld } from "../testing/world.ts";

const CHAT = "=1+1\n14.05.24, 09:01 - Ana: Hello\n14.05.24, 09:02 - Salon: Good morning!\n";

describe("the routes of imports", () => {
  it("take a chat in, tell of it and start nothing by themselves", async () => {
    await using world = await startWorld();
    const ana = await world.somebody();
    const answer = await upload(world, ana, CHAT);
    assert.equal(answer.statusCode, 200, answer.body);
    const taken = chatImportJson.parse(answer.json());
    assert.equal(taken.state, "ready");
    assert.equal(taken.report?.messages, 2);

    const read = await ask(world, ana, `GET /api/v1/imports/${taken.id}`);
    assert.deepEqual(read.json(), taken);
    const list = await ask(world, ana, "GET /api/v1/imports");
    assert.deepEqual(list.json(), { items: [taken] });
    const stop = await ask(world, ana, `POST /api/v1/imports/${taken.id}/stop`);
    assert.equal(stop.statusCode, 409);
    assert.equal(stop.json().refused, "import-not-ready");
  });

  it("serve the lines that could not be read as a table that runs no formula", async () => {
    await using world = await startWorld();
    const ana = await world.somebody();
    const { id } = (await upload(world, ana, CHAT)).json();
    const table = await ask(world, ana, `GET /api/v1/imports/${id}/unread.csv`);
    assert.equal(table.body, `line,reason,text\r\n1,nothing-to-continue,"'=1+1"\r\n`);
    assert.match(String(table.headers["content-disposition"]), /^attachment;/);
  });

  it("say why a file cannot be read", async () => {
    await using world = await startWorld();
    const ana = await world.somebody();
    const answer = await upload(world, ana, "Dear diary\n");
    assert.equal(answer.statusCode, 422);
    assert.equal(answer.json().refused, "import-unreadable");
    assert.deepEqual(answer.json().facts, { because: "not-a-chat-export" });
    const nothing = await ask(world, ana, "POST /api/v1/imports/chat");
    assert.equal(nothing.statusCode, 422);
  });

  it("know nothing of another workspace's imports, and of nobody's", async () => {
    await using world = await startWorld();
    const ana = await world.somebody();
    const ben = await world.somebody("Ben");
    const { id } = (await upload(world, ana, CHAT)).json();
    for (const [method, path] of [
      ["GET", ""],
      ["GET", "/unread.csv"],
      ["POST", "/stop"],
      ["POST", "/start"],
    ] as const) {
      const body = path === "/start" ? CHOICES : undefined;
      const foreign = await ask(world, ben, `${method} /api/v1/imports/${id}${path}`, body);
      assert.equal(foreign.statusCode, 404, path);
      const open = await ask(world, null, `${method} /api/v1/imports/${id}${path}`, body);
      assert.equal(open.statusCode, 401, path);
    }
  });
});

const CHOICES = {
  channelId: "0197a000-0000-7000-8000-000000000001",
  ownSender: null,
  contactName: "Ana",
  contactPhone: null,
  timeZone: "UTC",
  dateOrder: "day-month",
};

function ask(
  { server }: World,
  who: Somebody | null,
  route: `${"GET" | "POST"} ${string}`,
  payload?: object,
) {
  const [method, url = ""] = route.split(" ");
  return server.inject({
    method: method === "GET" ? "GET" : "POST",
    url,
    headers: who ? { cookie: who.cookie } : {},
    ...(payload ? { payload } : {}),
  });
}

function upload({ server }: World, who: Somebody, text: string) {
  const boundary = "the-boundary";
  const payload = [
    `--${boundary}`,
    'content-disposition: form-data; name="file"; filename="chat.txt"',
    "content-type: text/plain",
    "",
    `${text}\r\n--${boundary}--\r\n`,
  ].join("\r\n");
  return server.inject({
    method: "POST",
    url: "/api/v1/imports/chat",
    headers: { cookie: who.cookie, "content-type": `multipart/form-data; boundary=${boundary}` },
    payload,
  });
}
