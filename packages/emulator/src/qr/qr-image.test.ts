import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inflateSync } from "node:zlib";
import { DEMO } from "../demo.ts";
import { objectsAt, textAt } from "../json.ts";
import { startDesk, type TestDesk } from "../testing/desk.ts";
import { qrModules } from "./qr-image.ts";

const EDGE = `/v26.0/${DEMO.phoneNumberId}/message_qrdls`;

describe("the image of a QR code", () => {
  it("is a PNG whose modules are those of the deep link", async () => {
    await using desk = await startDesk();
    const made = await make(desk, "PNG");
    const image = await fetch(made.image);
    assert.equal(image.headers.get("content-type"), "image/png");
    const pixels = readPng(Buffer.from(await image.arrayBuffer()));
    assert.deepEqual(sample(pixels), qrModules(made.link));
  });

  it("is an SVG whose modules are those of the deep link", async () => {
    await using desk = await startDesk();
    const made = await make(desk, "SVG");
    const image = await fetch(made.image);
    assert.equal(image.headers.get("content-type"), "image/svg+xml");
    const svg = await image.text();
    const dark = [...svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`);
    const wanted = qrModules(made.link).flatMap((row, y) =>
      row.flatMap((on, x) => (on ? `${x} ${y}` : [])),
    );
    assert.deepEqual(dark, wanted);
  });

  it("has a quiet frame of four modules around the three corners of a code", () => {
    const modules = qrModules("https://wa.me/message/ABCDEFGHIJKLMN");
    const size = modules.length;
    assert.equal((size - 8 - 17) % 4, 0);
    assert.ok(
      modules
        .slice(0, 4)
        .flat()
        .every((it) => !it),
    );
    for (const [x, y] of [
      [4, 4],
      [size - 11, 4],
      [4, size - 11],
    ] as const) {
      assert.deepEqual(modules[y]?.slice(x, x + 7), Array(7).fill(true));
      assert.deepEqual(modules[y + 3]?.slice(x, x + 7), [1, 0, 1, 1, 1, 0, 1].map(Boolean));
    }
  });

  it("is read again in either format, with the address that media have", async () => {
    await using desk = await startDesk();
    const { code } = await make(desk, "SVG");
    await desk.meta.control.changeSettings({ mediaBaseUrl: "https://lookaside.example" });
    const read = await desk.graph("GET", `${EDGE}/${code}?fields=qr_image_url.format(PNG)`);
    assert.equal(
      textAt(objectsAt(read.body, "data")[0] ?? {}, "qr_image_url"),
      `https://lookaside.example/message_qrdls/images/${code}.png`,
    );
  });

  it("is gone with its code, and was never there in another format", async () => {
    await using desk = await startDesk();
    const { code, image } = await make(desk, "PNG");
    assert.equal((await fetch(image.replace(/png$/, "gif"))).status, 404);
    await desk.graph("DELETE", `${EDGE}/${code}`);
    assert.equal((await fetch(image)).status, 404);
  });
});

async function make(desk: TestDesk, format: "SVG" | "PNG") {
  const { body } = await desk.graph("POST", EDGE, {
    prefilled_message: "Hello",
    generate_qr_image: format,
  });
  return {
    code: textAt(body, "code") ?? "",
    link: textAt(body, "deep_link_url") ?? "",
    image: textAt(body, "qr_image_url") ?? "",
  };
}

/** The pixels of a one-bit PNG, dark ones true. */
function readPng(file: Buffer): readonly (readonly boolean[])[] {
  const side = file.readUInt32BE(16);
  assert.deepEqual([file.readUInt32BE(20), file[24], file[25]], [side, 1, 0]);
  const data: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    const length = file.readUInt32BE(at);
    if (file.toString("ascii", at + 4, at + 8) !== "IDAT") continue;
    data.push(file.subarray(at + 8, at + 8 + length));
  }
  const raw = inflateSync(Buffer.concat(data));
  const stride = 1 + Math.ceil(side / 8);
  assert.equal(raw.length, stride * side);
  return Array.from({ length: side }, (_, y) =>
    Array.from(
      { length: side },
      (_pixel, x) => ((raw[y * stride + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0,
    ),
  );
}

/** The middle pixel of each module. */
function sample(pixels: readonly (readonly boolean[])[]): readonly (readonly boolean[])[] {
  const wide = 12;
  const modules = pixels.filter((_row, y) => y % wide === wide / 2);
  return modules.map((row) => row.filter((_pixel, x) => x % wide === wide / 2));
}
