const FRAMES_A_SECOND = 50;
const SAMPLES_A_FRAME = 960;
const SERIAL = 0x67616c6b;
/** Twenty milliseconds of nothing, as Opus writes them. */
const SILENT_FRAME = [0xf8, 0xff, 0xfe];

/** A voice note as a phone records it, Opus in Ogg, in which it is silent for some seconds. */
export function recordSilence(seconds: number): Uint8Array {
  const pages = [
    page({ flags: 2, number: 0, samples: 0, packets: [head()] }),
    page({ flags: 0, number: 1, samples: 0, packets: [tags()] }),
  ];
  for (let second = 1; second <= seconds; second++) {
    pages.push(
      page({
        flags: second === seconds ? 4 : 0,
        number: second + 1,
        samples: second * FRAMES_A_SECOND * SAMPLES_A_FRAME,
        packets: Array.from({ length: FRAMES_A_SECOND }, () => Buffer.from(SILENT_FRAME)),
      }),
    );
  }
  return Buffer.concat(pages);
}

/** One channel at 48 kHz. */
function head(): Buffer {
  const head = Buffer.alloc(19);
  head.write("OpusHead", "latin1");
  head.writeUInt8(1, 8);
  head.writeUInt8(1, 9);
  head.writeUInt32LE(48_000, 12);
  return head;
}

function tags(): Buffer {
  const vendor = Buffer.from("galka");
  const lengths = Buffer.alloc(4);
  lengths.writeUInt32LE(vendor.length);
  return Buffer.concat([Buffer.from("OpusTags"), lengths, vendor, Buffer.alloc(4)]);
}

function page(of: {
  readonly flags: number;
  readonly number: number;
  readonly samples: number;
  readonly packets: readonly Buffer[];
}): Buffer {
  const header = Buffer.alloc(27);
  header.write("OggS", "latin1");
  header.writeUInt8(of.flags, 5);
  header.writeBigUInt64LE(BigInt(of.samples), 6);
  header.writeUInt32LE(SERIAL, 14);
  header.writeUInt32LE(of.number, 18);
  header.writeUInt8(of.packets.length, 26);
  const lengths = Buffer.from(of.packets.map((packet) => packet.length));
  const whole = Buffer.concat([header, lengths, ...of.packets]);
  whole.writeUInt32LE(checksum(whole), 22);
  return whole;
}

/** Ogg's own CRC: the polynomial of Ethernet, the highest bit first, beginning with zero. */
function checksum(bytes: Buffer): number {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) sum = sum < 0 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  }
  return sum >>> 0;
}
