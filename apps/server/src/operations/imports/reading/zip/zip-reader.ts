import { Readable } from "node:stream";
import yauzl from "yauzl";
import { type ByteSource, readPiece } from "../byte-source.ts";

const BLOCK_BYTES = 256 * 1024;
const SMALL_BYTES = 16 * 1024;

/**
 * Lets yauzl read from anywhere in a stored file.
 *
 * The directory of a zip is read in pieces of a few bytes, thousands of them; a
 * block that is kept saves opening the file for each.
 */
export class ZipReader extends yauzl.RandomAccessReader {
  readonly #source: ByteSource;
  #block: { readonly at: number; readonly bytes: Buffer } | null = null;

  constructor(source: ByteSource) {
    super();
    this.#source = source;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const isSmall = end - start <= SMALL_BYTES;
    const bytes = isSmall
      ? this.#smallPiece(start, end - start)
      : this.#source.open({ start, end: end - 1 });
    return Readable.from(bytes, { objectMode: false });
  }

  async *#smallPiece(position: number, length: number): AsyncGenerator<Buffer> {
    yield await this.#piece(position, length);
  }

  async #piece(position: number, length: number): Promise<Buffer> {
    const kept = this.#block;
    if (kept && position >= kept.at && position + length <= kept.at + kept.bytes.length) {
      return kept.bytes.subarray(position - kept.at, position - kept.at + length);
    }
    const bytes = await readPiece(this.#source, position, Math.max(length, BLOCK_BYTES));
    this.#block = { at: position, bytes };
    return bytes.subarray(0, length);
  }
}
