import { crc32, deflateRawSync } from "node:zlib";

export type ZipPart = {
  readonly name: string;
  readonly bytes: Buffer | string;
  /** What the directory claims instead of the truth. */
  readonly claimedBytes?: number;
  readonly encrypted?: true;
};

/** The bytes of a zip with these files, all deflated. */
export function zipFile(parts: readonly ZipPart[]): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const bytes = Buffer.from(part.bytes);
    const packed = deflateRawSync(bytes);
    const name = Buffer.from(part.name);
    const facts = factsOf(part, bytes, packed);
    const head = Buffer.concat([
      word(0x504b0304),
      half(20),
      facts,
      half(name.length),
      half(0),
      name,
    ]);
    const inDirectory = [word(0x504b0102), half(20), half(20), facts, half(name.length)];
    directory.push(...inDirectory, Buffer.alloc(12), little(offset), name);
    local.push(head, packed);
    offset += head.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const count = half(parts.length);
  const end = [word(0x504b0506), Buffer.alloc(4), count, count, little(listed.length)];
  return Buffer.concat([...local, listed, ...end, little(offset), half(0)]);
}

function factsOf(part: ZipPart, bytes: Buffer, packed: Buffer): Buffer {
  const flags = 0x0800 | (part.encrypted ? 1 : 0);
  const size = part.claimedBytes ?? bytes.length;
  return Buffer.concat([
    half(flags),
    half(8),
    Buffer.alloc(4),
    little(crc32(bytes)),
    little(packed.length),
    little(size),
  ]);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function little(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function half(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
