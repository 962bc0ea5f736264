import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import { DEMO } from "../demo.ts";
import { parseObject, textAt } from "../json.ts";
import { problemOf, startDesk, type TestDesk } from "../testing/desk.ts";

const BYTES = new Uint8Array([137, 80, 78, 71]);
const MINUTE = 60_000;
const bearer = { authorization: `Bearer ${DEMO.accessToken}` };

async function upload(desk: TestDesk, form: FormData, query = "") {
  const url = `${desk.meta.url}/v26.0/${DEMO.phoneNumberId}/media${query}`;
  const answer = await fetch(url, { method: "POST", body: form, headers: bearer });
  return { status: answer.status, body: parseObject(await answer.text()), headers: answer.headers };
}

function form(parts: Readonly<Record<string, string | File>>): FormData {
  const made = new FormData();
  for (const [name, value] of Object.entries(parts)) made.append(name, value);
  return made;
}

const png = () => new File([BYTES], "a.png", { type: "image/png" });

async function uploaded(desk: TestDesk): Promise<string> {
  const { body } = await upload(desk, form({ messaging_product: "whatsapp", file: png() }));
  return String(body["id"]);
}

describe("an upload", () => {
  it("takes its parts in any order, the product in the query, and no type", async () => {
    await using desk = await startDesk();
    const answers = [
      await upload(desk, form({ messaging_product: "whatsapp", file: png(), type: "image/png" })),
      await upload(desk, form({ file: png(), messaging_product: "whatsapp" })),
      await upload(desk, form({ file: png() }), "?messaging_product=whatsapp"),
    ];
    for (const answer of answers) assert.match(String(answer.body["id"]), /^\d{15}$/);
  });

  it("is refused without product, without file, and of an unknown type", async () => {
    await using desk = await startDesk();
    const evil = new File([BYTES], "a.exe", { type: "application/x-msdownload" });
    const product = { messaging_product: "whatsapp" };
    const details = [
      await upload(desk, form({ file: png() })),
      await upload(desk, form(product)),
      await upload(desk, form({ ...product, file: evil })),
    ].map((it) => problemOf(it).details);
    assert.match(details[0] ?? "", /messaging_product is required/);
    assert.match(details[1] ?? "", /file is required/);
    assert.match(details[2] ?? "", /must be a file with one of the following types: audio\/aac/);
  });

  it("is refused when the image has more than 5 MB", async () => {
    await using desk = await startDesk();
    const file = new File([new Uint8Array(5 * 1024 * 1024 + 1)], "a.png", { type: "image/png" });
    const answer = await upload(desk, form({ messaging_product: "whatsapp", file }));
    assert.equal(answer.status, 400);
  });
});

describe("a media id", () => {
  it("is described, downloaded with the token, and gone when deleted", async () => {
    await using desk = await startDesk();
    const id = await uploaded(desk);
    const { body } = await desk.graph("GET", `/v26.0/${id}/?phone_number_id=${DEMO.phoneNumberId}`);
    assert.equal(body["mime_type"], "image/png");
    assert.equal(body["file_size"], "4");
    assert.equal(body["sha256"], createHash("sha256").update(BYTES).digest("hex"));
    const url = textAt(body, "url") ?? "";
    assert.equal((await fetch(url)).status, 401);
    const bytes = await fetch(url, { headers: bearer });
    assert.deepEqual(new Uint8Array(await bytes.arrayBuffer()), BYTES);

    assert.deepEqual((await desk.graph("DELETE", `/v26.0/${id}`)).body, { success: true });
    assert.equal(problemOf(await desk.graph("GET", `/${id}`)).subcode, 33);
    assert.equal((await fetch(url, { headers: bearer })).status, 404);
  });

  it("has a URL for five minutes, and lives 30 days", async () => {
    await using desk = await startDesk();
    const id = await uploaded(desk);
    const url = textAt((await desk.graph("GET", `/${id}`)).body, "url") ?? "";
    await desk.pass(5 * MINUTE);
    assert.equal((await fetch(url, { headers: bearer })).status, 404);
    assert.equal((await desk.graph("GET", `/${id}`)).status, 200);
    await desk.pass(30 * 24 * 60 * MINUTE);
    assert.equal((await desk.graph("GET", `/${id}`)).status, 400);
  });

  it("has its URL where the settings say", async () => {
    await using desk = await startDesk({
      settings: { mediaBaseUrl: "https://lookaside.fbsbx.com" },
    });
    const { body } = await desk.graph("GET", `/${await uploaded(desk)}`);
    assert.match(
      textAt(body, "url") ?? "",
      /^https:\/\/lookaside\.fbsbx\.com\/whatsapp_business\/attachments\/\?mid=/,
    );
  });

  it("belongs to the number that uploaded it", async () => {
    await using desk = await startDesk();
    const id = await uploaded(desk);
    const other = await desk.meta.control.addNumber({
      phone: "+15550100200",
      verifiedName: "Other",
    });
    const message = {
      messaging_product: "whatsapp",
      to: desk.ana.waId,
      type: "image",
      image: { id },
    };
    assert.equal((await desk.graph("POST", `/${other.id}/messages`, message)).status, 400);
    assert.equal(
      (await desk.graph("POST", `/${DEMO.phoneNumberId}/messages`, message)).status,
      200,
    );
  });
});

describe("a resumable upload", () => {
  it("takes bytes in pieces and ends with a handle for a profile picture", async () => {
    await using desk = await startDesk();
    const start = "/v26.0/app/uploads/?file_name=a.png&file_length=4&file_type=image/png";
    const session = textAt((await desk.graph("POST", start)).body, "id") ?? "";
    assert.match(session, /^upload:/);
    const put = async (bytes: Uint8Array, offset: number) => {
      const headers = { authorization: `OAuth ${DEMO.accessToken}`, file_offset: String(offset) };
      const answer = await fetch(`${desk.meta.url}/v26.0/${session}`, {
        method: "POST",
        headers,
        body: Uint8Array.from(bytes),
      });
      return parseObject(await answer.text());
    };
    await put(BYTES.subarray(0, 2), 0);
    assert.equal((await desk.graph("GET", `/${session}`)).body["file_offset"], 2);
    const handle = String((await put(BYTES.subarray(2), 2))["h"]);
    assert.match(handle, /^4::/);

    const profile = `/${DEMO.phoneNumberId}/whatsapp_business_profile`;
    const change = { messaging_product: "whatsapp", profile_picture_handle: handle, about: "Open" };
    assert.equal((await desk.graph("POST", profile, change)).status, 200);
    const { body } = await desk.graph(
      "GET",
      `${profile}?fields=about,profile_picture_url,vertical`,
    );
    assert.match(JSON.stringify(body), /"about":"Open".*profile_picture_url/);
  });
});
