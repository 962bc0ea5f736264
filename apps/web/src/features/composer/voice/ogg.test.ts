import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { lengthMs, writeOgg } from "./ogg.ts";
import { readOpusFromWebm } from "./webm-packets.ts";

const HEAD = bytes(...new TextEncoder().encode("OpusHead"), 1, 1, 56, 1);
/** 20 ms each: configuration 31, one frame. */
const PACKETS = [bytes(0xf8, 1, 2, 3), bytes(0xf8, 4, 5), bytes(0xf8, ...Array(600).fill(7))];

describe("readOpusFromWebm", () => {
  it("reads the packets out of what a browser records, whose length is unknown", () => {
    const recording = readOpusFromWebm(webm(HEAD, PACKETS));
    assert.deepEqual(recording, { head: HEAD, packets: PACKETS });
  });

  it("gives what is whole of a recording that is cut off", () => {
    const whole = webm(HEAD, PACKETS);
    assert.equal(readOpusFromWebm(whole.slice(0, -5))?.packets.length, 2);
  });

  it("takes nothing that is no recording", () => {
    assert.equal(readOpusFromWebm(bytes(1, 2, 3)), null);
    assert.equal(readOpusFromWebm(bytes()), null);
  });
});

describe("writeOgg", () => {
  const pages = pagesOf(writeOgg({ head: HEAD, packets: PACKETS }, 7));

  it("writes the head, the tags and the sound on pages of their own", () => {
    assert.deepEqual(
      pages.map(({ flags, granule }) => [flags, granule]),
      [
        [2, 0],
        [0, 0],
        [4, 2880],
      ],
    );
  });

  it("keeps every packet as it was", () => {
    assert.deepEqual(pages[2]?.packets, PACKETS);
    assert.deepEqual(pages[0]?.packets, [HEAD]);
  });

  it("knows how long the recording lasts", () => {
    assert.equal(lengthMs(PACKETS), 60);
  });
});

function bytes(...values: number[]): Uint8Array {
  return Uint8Array.from(values);
}

/** As a browser writes it: EBML head, a segment and a cluster of unknown length, blocks without lacing. */
function webm(head: Uint8Array, packets: readonly Uint8Array[]): Uint8Array {
  const unknown = [0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
  const track = element([0xae], element([0x63, 0xa2], head));
  const blocks = packets.map((packet) => element([0xa3], bytes(0x81, 0, 0, 0x80, ...packet)));
  return bytes(
    ...element([0x1a, 0x45, 0xdf, 0xa3], bytes(0x42, 0x86, 0x81, 1)),
    0x18,
    0x53,
    0x80,
    0x67,
    ...unknown,
    ...element([0x16, 0x54, 0xae, 0x6b], track),
    0x1f,
    0x43,
    0xb6,
    0x75,
    ...unknown,
    ...blocks.flatMap((block) => [...block]),
  );
}

function element(id: readonly number[], content: Uint8Array): Uint8Array {
  return bytes(...id, 0x40 | (content.length >> 8), content.length & 0xff, ...content);
}

function pagesOf(ogg: Uint8Array) {
  const view = new DataView(ogg.buffer, ogg.byteOffset);
  const pages: { flags: number; granule: number; packets: Uint8Array[] }[] = [];
  for (let at = 0; at < ogg.length;) {
    assert.equal(String.fromCharCode(...ogg.slice(at, at + 4)), "OggS");
    const table = ogg.slice(at + 27, at + 27 + ogg[at + 26]!);
    const packets: Uint8Array[] = [];
    let from = at + 27 + table.length;
    let length = 0;
    for (const piece of table) {
      length += piece;
      if (piece < 255) {
        packets.push(ogg.slice(from, from + length));
        from += length;
        length = 0;
      }
    }
    pages.push({ flags: ogg[at + 5]!, granule: Number(view.getBigUint64(at + 6, true)), packets });
    at = from;
  }
  return pages;
}
