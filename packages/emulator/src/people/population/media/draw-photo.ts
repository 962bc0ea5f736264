import { type Dice, diceFor } from "../dice.ts";

/** Squares of eight pixels: the picture is as many wide and high. */
const SQUARES = 40;

/**
 * A JPEG of colored squares, a different one for each seed.
 *
 * Each square has one color, so only the first coefficient of a block is
 * written and all others are zero: a baseline encoder without a transform.
 */
export function drawPhoto(seed: string): Uint8Array {
  const dice = diceFor(seed);
  const size = SQUARES * 8;
  const edge = [size >> 8, size & 255];
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    // Every quantizer is 8, so that the first coefficient is the color itself.
    segment(0xdb, [0, ...Array.from({ length: 64 }, () => 8)]),
    segment(0xc0, [8, ...edge, ...edge, ...THREE_COLORS]),
    segment(0xc4, [0x00, ...COUNTS_FIRST, ...LENGTHS.keys()]),
    segment(0xc4, [0x10, ...COUNTS_END, 0]),
    segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]),
    squares(dice),
    Buffer.from([0xff, 0xd9]),
  ]);
}

/** Brightness and two tints, each with a block of its own for every square. */
const THREE_COLORS = [3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0];

/** How many bits the code of each size of difference has. */
const LENGTHS: readonly number[] = [2, 3, 3, 3, 3, 3, 4, 5, 6, 7, 8, 9];
const COUNTS_FIRST = Array.from(
  { length: 16 },
  (_, index) => LENGTHS.filter((length) => length === index + 1).length,
);
/** One code of one bit: nothing more in this block. */
const COUNTS_END = [1, ...Array.from({ length: 15 }, () => 0)];

/** Codes are counted up from zero and get a bit longer with each length. */
const CODES = LENGTHS.map((length, size) => {
  let code = 0;
  for (let at = 1; at <= size; at++) {
    code = (code + 1) << ((LENGTHS[at] ?? 0) - (LENGTHS[at - 1] ?? 0));
  }
  return { code, length };
});

function segment(marker: number, body: readonly number[]): Buffer {
  const length = body.length + 2;
  return Buffer.from([0xff, marker, length >> 8, length & 255, ...body]);
}

function squares(dice: Dice): Buffer {
  const bits = new Bits();
  const before = [0, 0, 0];
  const colors = Array.from({ length: 5 }, () => [
    level(dice, 90),
    level(dice, 70),
    level(dice, 70),
  ]);
  for (let at = 0; at < SQUARES * SQUARES; at++) {
    const across = (at % SQUARES) / SQUARES;
    const down = Math.floor(at / SQUARES) / SQUARES;
    const band = Math.floor((across * 2 + down * 3 + dice() * 0.6) % colors.length);
    (colors[band] ?? []).forEach((value, index) => {
      bits.writeDifference(value - (before[index] ?? 0));
      before[index] = value;
    });
  }
  return bits.end();
}

/** A brightness or a tint, at most `most` from the middle. */
function level(dice: Dice, most: number): number {
  return Math.round((dice() - 0.5) * 2 * most);
}

/** Collects bits into bytes; a byte of ones is followed by an empty one, as JPEG wants. */
class Bits {
  readonly #bytes: number[] = [];
  #held = 0;
  #count = 0;

  writeDifference(difference: number): void {
    const size = difference === 0 ? 0 : Math.floor(Math.log2(Math.abs(difference))) + 1;
    const { code, length } = CODES[size] ?? { code: 0, length: 2 };
    this.#write(code, length);
    this.#write(difference < 0 ? difference + 2 ** size - 1 : difference, size);
    this.#write(0, 1);
  }

  end(): Buffer {
    this.#write(127, 7);
    return Buffer.from(this.#bytes);
  }

  #write(value: number, length: number): void {
    for (let at = length - 1; at >= 0; at--) {
      this.#held = (this.#held << 1) | ((value >> at) & 1);
      this.#count += 1;
      if (this.#count < 8) continue;
      this.#bytes.push(this.#held);
      if (this.#held === 0xff) this.#bytes.push(0);
      [this.#held, this.#count] = [0, 0];
    }
  }
}
