import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DEMO } from "../../demo.ts";
import { objectAt, objectsAt, textAt } from "../../json.ts";
import { startDesk, type TestDesk } from "../../testing/desk.ts";
import { createTemplate } from "../../testing/template-desk.ts";

const PICTURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);

describe("the sample of a template's header", () => {
  it("is read back as an address that serves the upload without a token", async () => {
    await using desk = await startDesk();
    const id = await withHeader(desk, "IMAGE", await upload(desk));
    const url = await sampleOf(desk, id);
    assert.match(url, /^http:\/\/.*\/v\/t61\.29466-34\/[0-9a-f]+_n\.png\?oh=/);
    const answer = await fetch(url);
    assert.equal(answer.headers.get("content-type"), "image/png");
    assert.deepEqual(Buffer.from(await answer.arrayBuffer()), PICTURE);
    const [listed] = objectsAt(
      (await desk.graph("GET", `/${DEMO.wabaId}/message_templates?name=order_ready`)).body,
      "data",
    );
    assert.equal(handleIn(objectsAt(listed ?? {}, "components")), url);
  });

  it("stays the same when it is written back as it was read", async () => {
    await using desk = await startDesk();
    const id = await withHeader(desk, "IMAGE", await upload(desk));
    const { body } = await desk.graph("GET", `/${id}?fields=components`);
    const components = objectsAt(body, "components").map((it) =>
      it["type"] === "BODY" ? { ...it, text: "Your order waits at our desk." } : it,
    );
    assert.equal((await desk.graph("POST", `/${id}`, { components })).status, 200);
    assert.equal(await sampleOf(desk, id), handleIn(components));
  });

  it("is a drawn picture when it was never uploaded here, and no file of another kind", async () => {
    await using desk = await startDesk();
    const picture = await fetch(await sampleOf(desk, await withHeader(desk, "IMAGE", "4::aW1n")));
    assert.deepEqual([picture.status, picture.headers.get("content-type")], [200, "image/jpeg"]);
    const film = await withHeader(desk, "VIDEO", "4::dmlk", "film");
    assert.equal((await fetch(await sampleOf(desk, film))).status, 404);
  });

  it("is an address in the cards of a carousel too", async () => {
    await using desk = await startDesk();
    const header = { type: "HEADER", format: "IMAGE", example: { header_handle: ["4::aW1n"] } };
    const buttons = [{ type: "QUICK_REPLY", text: "More" }];
    const card = { components: [header, { type: "BUTTONS", buttons }] };
    const id = await createTemplate(desk, {
      name: "cards",
      category: "MARKETING",
      components: [
        { type: "BODY", text: "Come and see what is on our shelves." },
        { type: "CAROUSEL", cards: [card, card] },
      ],
    });
    const { body } = await desk.graph("GET", `/${id}?fields=components`);
    const [, carousel] = objectsAt(body, "components");
    for (const it of objectsAt(carousel ?? {}, "cards")) {
      assert.equal((await fetch(handleIn(objectsAt(it, "components")))).status, 200);
    }
  });
});

async function upload(desk: TestDesk): Promise<string> {
  const size = PICTURE.length;
  const about = `file_name=a.png&file_length=${size}&file_type=image/png`;
  const session = await desk.graph("POST", `/v26.0/${DEMO.appId}/uploads?${about}`);
  const answer = await fetch(`${desk.meta.url}/v26.0/${textAt(session.body, "id")}`, {
    method: "POST",
    headers: { authorization: `OAuth ${DEMO.accessToken}`, file_offset: "0" },
    body: Uint8Array.from(PICTURE),
  });
  return textAt(Object(await answer.json()), "h") ?? "";
}

function withHeader(
  desk: TestDesk,
  format: string,
  handle: string,
  name = "order_ready",
): Promise<string> {
  const header = { type: "HEADER", format, example: { header_handle: [handle] } };
  const body = { type: "BODY", text: `Your order is ready at our desk: ${name}.` };
  return createTemplate(desk, { name, components: [header, body] });
}

async function sampleOf(desk: TestDesk, id: string): Promise<string> {
  const { body } = await desk.graph("GET", `/${id}?fields=components`);
  return handleIn(objectsAt(body, "components"));
}

function handleIn(components: readonly object[]): string {
  const header = components.find((it) => Object(it).type === "HEADER");
  const [handle] = Object(objectAt(Object(header), "example") ?? {}).header_handle;
  return String(handle);
}
