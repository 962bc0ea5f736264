import type { OpusRecording } from "./webm-packets.ts";

// RFC 7845 (Ogg Opus) and RFC 3533 (Ogg): 48,000 samples a second whatever was recorded.
const SAMPLES_PER_MS = 48;
const FIRST_PAGE = 2;
const LAST_PAGE = 4;
/** A page's table of lengths has room for 255 pieces of 255 bytes. */
const PIECES = 255;
const PIECE = 255;
const PAGE_HEAD = 27;
const CHECKSUM_AT = 22;

/**
 * Puts Opus packets into an Ogg file, the only form in which WhatsApp takes a voice note.
 *
 * Nothing is encoded again: the packets stay as the browser made them.
 */
export function writeOgg({ head, packets }: OpusRecording, serial: number): Uint8Array {
  const pages: Uint8Array[] = [];
  const addPage = (flags: number, granule: number, content: readonly Uint8Array[]) =>
    pages.push(pageOf({ flags, granule, serial, sequence: pages.length }, content));

  addPage(FIRST_PAGE, 0, [head]);
  addPage(0, 0, [tags()]);

  let granule = 0;
  let waiting: Uint8Array[] = [];
  let pieces = 0;
  packets.forEach((packet, index) => {
    const own = piecesOf(packet).length;
    if (pieces + own > PIECES) {
      addPage(0, granule, waiting);
      waiting = [];
      pieces = 0;
    }
    waiting.push(packet);
    pieces += own;
    granule += durationMs(packet) * SAMPLES_PER_MS;
    if (index === packets.length - 1) addPage(LAST_PAGE, granule, waiting);
  });
  return joined(pages);
}

/** How long the recording lasts. */
export function lengthMs(packets: readonly Uint8Array[]): number {
  return packets.reduce((sum, packet) => sum + durationMs(packet), 0);
}

/** RFC 6716, 3.1: the first byte of a packet says how long its frames are and how many there may be. */
function durationMs(packet: Uint8Array): number {
  const toc = packet[0] ?? 0;
  const config = toc >> 3;
  const frameMs =
    config < 12
      ? ([10, 20, 40, 60][config % 4] ?? 20)
      : config < 16
        ? ([10, 20][config % 2] ?? 20)
        : ([2.5, 5, 10, 20][config % 4] ?? 20);
  const frames = [1, 2, 2, (packet[1] ?? 1) & 0x3f][toc & 3] ?? 1;
  return frameMs * frames;
}

type PageFacts = {
  readonly flags: number;
  readonly granule: number;
  readonly serial: number;
  readonly sequence: number;
};

function pageOf(facts: PageFacts, content: readonly Uint8Array[]): Uint8Array {
  const table = content.flatMap(piecesOf);
  const page = joined([new Uint8Array(PAGE_HEAD), Uint8Array.from(table), ...content]);
  const view = new DataView(page.buffer);
  page.set(ascii("OggS"));
  page[5] = facts.flags;
  view.setBigUint64(6, BigInt(Math.round(facts.granule)), true);
  view.setUint32(14, facts.serial, true);
  view.setUint32(18, facts.sequence, true);
  page[26] = table.length;
  view.setUint32(CHECKSUM_AT, checksum(page), true);
  return page;
}

/** A packet's length in pieces of 255; a last piece below 255 (it may be 0) says that it ends. */
function piecesOf(packet: Uint8Array): readonly number[] {
  const whole = Math.floor(packet.length / PIECE);
  return [...Array.from({ length: whole }, () => PIECE), packet.length % PIECE];
}

function tags(): Uint8Array {
  const vendor = ascii("Galka");
  const bytes = new Uint8Array(8 + 4 + vendor.length + 4);
  bytes.set(ascii("OpusTags"));
  bytes[8] = vendor.length;
  bytes.set(vendor, 12);
  return bytes;
}

const CHECKSUMS = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index << 24;
  for (let bit = 0; bit < 8; bit += 1) value = (value << 1) ^ (value < 0 ? 0x04c11db7 : 0);
  return value >>> 0;
});

function checksum(page: Uint8Array): number {
  let sum = 0;
  for (const byte of page)
    sum = ((sum << 8) ^ (CHECKSUMS[((sum >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0;
  return sum;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
