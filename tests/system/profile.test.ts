import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { RefusedError } from "@galka/contract/client";
import { fileJson } from "@galka/contract/json/message";
import sharp from "sharp";
import { type World, startWorld } from "../support/world.ts";

/** What is changed here is at WhatsApp, as the emulator has it. */
describe("the business profile", () => {
  let world: World;
  let id: string;

  before(async () => {
    world = await startWorld();
    const { items } = await world.api("listChannels", {});
    id = items[0]?.id ?? "";
  });
  after(() => world[Symbol.asyncDispose]());

  it("is changed at WhatsApp, field by field", async () => {
    const params = { id };
    const before = await world.api("getProfile", { params });
    const body = { about: "Хлеб с 1912 года", websites: ["https://jackdaw.example"] };
    const { profile, standing } = await world.api("updateProfile", { params, body });
    assert.deepEqual(profile, { ...before.profile, ...body });
    assert.notEqual(standing.verifiedName, "");
    assert.deepEqual((await world.api("getProfile", { params })).profile, profile);
  });

  it("is not changed to what WhatsApp would refuse", async () => {
    const change = world.api("updateProfile", { params: { id }, body: { email: "nobody" } });
    await assert.rejects(change, (error) => {
      assert.ok(error instanceof RefusedError);
      assert.equal(error.refusal.refused, "invalid-request");
      return true;
    });
  });

  it("gets a picture, cut to a square and shown from here", async () => {
    const picture = await sharp({
      create: { width: 900, height: 500, channels: 3, background: "teal" },
    })
      .png()
      .toBuffer();
    const form = new FormData();
    form.append("file", new Blob([new Uint8Array(picture)], { type: "image/png" }), "shop.png");
    const headers = { cookie: world.cookie, origin: world.url };
    const uploaded = await fetch(`${world.url}/api/v1/files`, {
      method: "POST",
      headers,
      body: form,
    });
    const { id: fileId } = fileJson.parse(await uploaded.json());
    await world.api("updateProfilePicture", { params: { id }, body: { fileId } });

    const { pictureUrl } = await world.api("getProfile", { params: { id } });
    const shown = await fetch(`${world.url}${pictureUrl}`, { headers });
    assert.equal(shown.headers.get("content-type"), "image/webp");
    const { width, height } = await sharp(await shown.arrayBuffer()).metadata();
    assert.deepEqual([width, height], [320, 320]);
  });

  it("has links with words, whose address stays when the words change", async () => {
    const params = { id };
    const made = await world.api("createChatLink", { params, body: { words: "Привет 🥐" } });
    const at = { id, code: made.code };
    const changed = await world.api("updateChatLink", { params: at, body: { words: "Hello" } });
    assert.deepEqual(changed, { ...made, words: "Hello" });
    assert.deepEqual((await world.api("listChatLinks", { params })).items, [changed]);
    await world.api("removeChatLink", { params: at });
    assert.deepEqual((await world.api("listChatLinks", { params })).items, []);
  });

  it("is nobody's at another workspace's number", async () => {
    const params = { id: "00000000-0000-4000-8000-000000000009" };
    await assert.rejects(world.api("getProfile", { params }), /no such thing/);
  });
});
