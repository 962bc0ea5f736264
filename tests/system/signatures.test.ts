import assert from "node:assert/strict";
import { once } from "node:events";
import { request } from "node:http";
import { after, before, beforeEach, describe, it } from "node:test";
import { signBody } from "@galka/cloud-api";
import { DEMO } from "@galka/emulator";
import { type Line, connectLine } from "../support/payloads.ts";
import { type World, startWorld } from "../support/world.ts";

/** As Meta writes: escaped where JSON.stringify does not escape. */
const BODY = Buffer.from(
  String.raw`{"object":"whatsapp_business_account","entry":[{"id":"${DEMO.wabaId}","changes":[{"field":"a_field_of_tomorrow","value":{"link":"https:\/\/example.com","said":"\u00a1hola! \ud83d\ude00"}}]}]}`,
);
const GOOD = signBody(BODY, DEMO.appSecret);

/** What a bare Fastify with the route shows is in http/webhooks; here the whole server stands before it. */
describe("the address that Meta delivers to", () => {
  let world: World;
  let line: Line;
  let before200: number;

  before(async () => {
    world = await startWorld("empty");
    line = await connectLine(world);
  });
  after(() => world[Symbol.asyncDispose]());
  beforeEach(async () => {
    before200 = await accepted();
  });

  it("takes what is signed, whatever page or program seems to have sent it", async () => {
    const headers = { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" };
    assert.equal(await status(BODY, { ...signed(BODY), ...headers }), 200);
    assert.equal(await status(BODY, { ...signed(BODY), "content-type": "text/plain" }), 200);
    await line.caughtUp(before200 + 2);
  });

  for (const [how, body, signature] of [
    ["written again without the escapes", rewritten(), GOOD],
    ["with one byte changed", Buffer.from(BODY.toString().replace("hola", "hole")), GOOD],
    ["with a blank at its end", Buffer.concat([BODY, Buffer.from(" ")]), GOOD],
    ["signed with the access token", BODY, signBody(BODY, DEMO.accessToken)],
    ["signed in upper case", BODY, GOOD.toUpperCase().replace("SHA256", "sha256")],
    ["with an empty signature", BODY, ""],
    ["with the signature of nothing", BODY, signBody(Buffer.alloc(0), DEMO.appSecret)],
    ["empty, with the signature of another", Buffer.alloc(0), GOOD],
  ] as const) {
    it(`refuses a body ${how}, and keeps nothing of it`, async () => {
      assert.equal(await status(body, { "x-hub-signature-256": signature }), 401);
      assert.equal(await accepted(), before200);
    });
  }

  it("refuses a body without a signature, and one whose signature is in the address", async () => {
    assert.equal(await status(BODY, {}), 401);
    const { status: other } = await fetch(`${line.webhookUrl}?x-hub-signature-256=${GOOD}`, {
      method: "POST",
      body: new Uint8Array(BODY),
    });
    assert.equal(other, 401);
  });

  it("refuses two signatures, of which one is good", async () => {
    assert.equal(await statusOfTwo(GOOD, "sha256=00"), 401);
    assert.equal(await statusOfTwo(GOOD, GOOD), 401);
  });

  it("refuses what is signed with the secret of another number", async () => {
    const number = await world.emulator.addNumber({
      wabaId: DEMO.wabaId,
      phone: "+1 555 010 0177",
      verifiedName: "Another",
    });
    const another = await world.api("connectChannel", {
      body: {
        accessToken: DEMO.accessToken,
        appSecret: "fake-secret-of-another-number",
        wabaId: DEMO.wabaId,
        phoneNumberId: number.id,
        baseUrl: world.emulatorUrl.replace("localhost", "127.0.0.1"),
      },
    });
    const { status: refused } = await fetch(another.webhookUrl, {
      method: "POST",
      headers: signed(BODY),
      body: new Uint8Array(BODY),
    });
    assert.equal(refused, 401);
  });

  it("takes what is signed and cannot be read, and shows it", async () => {
    const garbled = Buffer.from([0x7b, 0xff, 0x00, 0x22, 0x6e, 0x6f]);
    assert.equal(await status(garbled, signed(garbled)), 200);
    const empty = Buffer.alloc(0);
    assert.equal(await status(empty, signed(empty)), 200);
    await line.caughtUp(before200 + 2);
    const { items } = await world.api("listParked", {});
    assert.equal(items.filter(({ reason }) => reason === "not-json").length, 2);
  });

  it("refuses more than Meta ever sends, and goes on", async () => {
    const large = Buffer.alloc(4 * 1024 * 1024 + 1, " ");
    assert.equal(await status(large, signed(large)), 413);
    assert.equal(await status(BODY, signed(BODY)), 200);
  });

  it("shakes no hand with a wrong token, nor without one", async () => {
    const ask = async (query: string) => {
      const answer = await fetch(`${line.webhookUrl}?${query}`);
      return [answer.status, (await answer.text()).includes("4711")];
    };
    const asked = "hub.mode=subscribe&hub.challenge=4711";
    assert.deepEqual(await ask(`${asked}&hub.verify_token=guessed`), [403, false]);
    assert.deepEqual(await ask(asked), [403, false]);
    assert.deepEqual(await ask("hub.challenge=4711"), [403, false]);
  });

  it("carries nothing of what is for browsers", async () => {
    const answer = await line.post(BODY, signed(BODY));
    assert.equal(answer.headers.get("content-security-policy"), null);
    assert.equal(answer.headers.get("x-ratelimit-limit"), null);
  });

  function signed(body: Uint8Array): Record<string, string> {
    return { "x-hub-signature-256": signBody(body, DEMO.appSecret) };
  }

  async function status(body: Uint8Array, headers: Record<string, string>): Promise<number> {
    return (await line.post(body, headers)).status;
  }

  async function statusOfTwo(one: string, other: string): Promise<number> {
    const asking = request(line.webhookUrl, { method: "POST" });
    asking.setHeader("content-type", "application/json");
    asking.setHeader("x-hub-signature-256", [one, other]);
    asking.end(BODY);
    const [answer] = await once(asking, "response");
    answer.resume();
    return answer.statusCode;
  }

  async function accepted(): Promise<number> {
    const { days } = await world.api("listReceipts", { params: { id: line.channelId } });
    return days.reduce((sum, day) => sum + day.accepted, 0);
  }
});

/** The same to whoever reads it, and other bytes. */
function rewritten(): Buffer {
  const again = Buffer.from(JSON.stringify(JSON.parse(BODY.toString())));
  assert.notDeepEqual(again, BODY);
  return again;
}
