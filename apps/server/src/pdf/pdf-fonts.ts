import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Font, create } from "fontkit";
import { z } from "zod";

/** A font of a document, under the name that the document knows it by. */
export type PdfFont = { readonly name: string; readonly bytes: Buffer };

/**
 * The fonts that documents are written with: DejaVu Sans (Latin, Cyrillic, Greek,
 * Arabic, Hebrew and many signs), and for emoji Noto Emoji, which comes as a
 * dozen files of a few signs each. Both may be embedded in whatever is made.
 */
const PLAIN = "dejavu-fonts-ttf/ttf/DejaVuSans.ttf";
const BOLD = "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf";
const EMOJI = "@fontsource/noto-emoji";

type Loaded = PdfFont & { readonly has: (codePoint: number) => boolean };

const loaded = new Map<string, Loaded>();

/** The font that has a sign for this character; null when none of them has. */
export function fontFor(codePoint: number, weight: "plain" | "bold"): PdfFont | null {
  const text = load(weight === "bold" ? BOLD : PLAIN);
  if (text.has(codePoint)) return text;
  const name = emojiFileOf(codePoint);
  if (name === null) return weight === "bold" ? fontFor(codePoint, "plain") : null;
  const emoji = load(name);
  return emoji.has(codePoint) ? emoji : null;
}

/** Read once, when the first document wants it, and kept. */
function load(name: string): Loaded {
  const known = loaded.get(name);
  if (known) return known;
  const bytes = readFileSync(fileURLToPath(import.meta.resolve(name)));
  const font = onlyFont(create(bytes));
  const read: Loaded = { name, bytes, has: (codePoint) => font.hasGlyphForCodePoint(codePoint) };
  loaded.set(name, read);
  return read;
}

function onlyFont(font: ReturnType<typeof create>): Font {
  if (!("hasGlyphForCodePoint" in font)) throw new Error("A font file holds several fonts.");
  return font;
}

type Range = { readonly from: number; readonly to: number; readonly file: string };

let ranges: readonly Range[] | null = null;

function emojiFileOf(codePoint: number): string | null {
  ranges ??= readRanges();
  const found = ranges.find(({ from, to }) => codePoint >= from && codePoint <= to);
  return found?.file ?? null;
}

/** Which file has which signs, as the package itself writes it: "[3]": "U+231a-231b,U+2328,…". */
function readRanges(): Range[] {
  const path = fileURLToPath(import.meta.resolve(`${EMOJI}/unicode.json`));
  const told = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(path, "utf8")));
  return Object.entries(told).flatMap(([subset, list]) =>
    list.split(",").map((range) => {
      const [from = "0", to = from] = range.replace("U+", "").split("-");
      const file = `${EMOJI}/files/noto-emoji-${subset.replace(/\W/gu, "")}-400-normal.woff`;
      return { from: Number.parseInt(from, 16), to: Number.parseInt(to, 16), file };
    }),
  );
}
