import { bidi } from "./bidi.ts";
import { type PdfFont, fontFor } from "./pdf-fonts.ts";
import { printable } from "./printable.ts";

/** A piece of a line that is drawn at once: one font, one direction. */
export type Piece = { readonly text: string; readonly font: PdfFont; readonly width: number };

/** A line as it stands on the page, from left to right. */
export type Line = { readonly pieces: readonly Piece[]; readonly fromRight: boolean };

/** How wide a text is in a font, at the size that is written with. */
export type Measure = (text: string, font: PdfFont) => number;

export type Writing = {
  readonly width: number;
  readonly weight: "plain" | "bold";
  readonly measure: Measure;
};

type Part = {
  readonly text: string;
  readonly font: PdfFont;
  readonly level: number;
  readonly width: number;
};

/**
 * Breaks a text into lines no wider than asked, each with its pieces in the order
 * in which they are seen: Arabic and Hebrew run from the right, numbers and Latin
 * words among them from the left.
 */
export function linesOf(text: string, writing: Writing): Line[] {
  return text.split(/\r?\n/u).flatMap((paragraph) => linesOfParagraph(paragraph, writing));
}

function linesOfParagraph(paragraph: string, writing: Writing): Line[] {
  const text = printable(paragraph);
  if (text.trim() === "") return [{ pieces: [], fromRight: false }];
  const embedding = bidi.getEmbeddingLevels(text);
  const fromRight = (embedding.paragraphs[0]?.level ?? 0) % 2 === 1;
  const words = wordsOf(text, embedding.levels, writing);
  return filled(words, writing).map((line) => ({ pieces: seen(line), fromRight }));
}

/** The words and the blanks between them, each in parts of one font and one direction. */
function wordsOf(text: string, levels: Uint8Array, writing: Writing): Part[][] {
  const words: Part[][] = [];
  for (const { 0: word, index } of text.matchAll(/\s+|\S+/gu)) {
    words.push(partsOf(word, levels.subarray(index), writing));
  }
  return words;
}

function partsOf(word: string, levels: Uint8Array, { weight, measure }: Writing): Part[] {
  const runs: { text: string; font: PdfFont; level: number }[] = [];
  let at = 0;
  for (const character of word) {
    const level = levels[at] ?? 0;
    const font = fontFor(character.codePointAt(0) ?? 0, weight) ?? fontFor(0x3f, weight);
    at += character.length;
    if (font === null) continue;
    const last = runs.at(-1);
    if (last?.font === font && last.level === level) last.text += character;
    else runs.push({ text: character, font, level });
  }
  return runs.map((run) => ({ ...run, width: measure(run.text, run.font) }));
}

function widthOf(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + part.width, 0);
}

/** Fills lines with words; a word that is wider than a line is broken where it is full. */
function filled(words: readonly Part[][], writing: Writing): Part[][] {
  const lines: Part[][] = [];
  let line: Part[] = [];
  const end = () => {
    lines.push(line);
    line = [];
  };
  for (const word of words) {
    const isBlank = word.every(({ text }) => text.trim() === "");
    if (widthOf(line) + widthOf(word) <= writing.width) line.push(...word);
    else if (isBlank) end();
    else {
      if (line.length > 0) end();
      for (const piece of broken(word, writing)) {
        if (widthOf(line) + piece.width > writing.width) end();
        line.push(piece);
      }
    }
  }
  if (line.length > 0) end();
  return lines.map(withoutEnd).filter((it) => it.length > 0);
}

function broken(word: readonly Part[], { width, measure }: Writing): readonly Part[] {
  if (widthOf(word) <= width) return word;
  return word.flatMap((part) =>
    Array.from(part.text, (text) => ({ ...part, text, width: measure(text, part.font) })),
  );
}

/** A blank at the end of a line is not seen, and would push what runs from the right away from its edge. */
function withoutEnd(line: readonly Part[]): Part[] {
  const last = line.findLastIndex(({ text }) => text.trim() !== "");
  return line.slice(0, last + 1);
}

/** The parts of a line from left to right: rule L2 of the Unicode Bidirectional Algorithm (UAX 9). */
function seen(line: readonly Part[]): Piece[] {
  const parts = [...line];
  const highest = Math.max(0, ...parts.map(({ level }) => level));
  for (let level = highest; level >= 1; level -= 1) {
    for (let from = 0; from < parts.length; from += 1) {
      if ((parts[from]?.level ?? 0) < level) continue;
      let to = from;
      while ((parts[to + 1]?.level ?? -1) >= level) to += 1;
      parts.splice(from, to - from + 1, ...parts.slice(from, to + 1).toReversed());
      from = to;
    }
  }
  return joined(parts.map(turned));
}

const FROM_RIGHT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * The font's own shaping turns a word of a script that runs from the right; signs
 * that stand alone among such words are turned here, and brackets look the other way.
 */
function turned(part: Part): Part {
  if (part.level % 2 === 0) return part;
  const characters = Array.from(part.text, (it) => bidi.getMirroredCharacter(it) ?? it);
  const text = FROM_RIGHT.test(part.text) ? characters : characters.toReversed();
  return { ...part, text: text.join("") };
}

/** Neighbours from left to right in one font are drawn as one piece. */
function joined(parts: readonly Part[]): Piece[] {
  const pieces: Part[] = [];
  for (const part of parts) {
    const last = pieces.at(-1);
    if (last && last.font === part.font && last.level % 2 === 0 && part.level % 2 === 0) {
      pieces[pieces.length - 1] = {
        ...last,
        text: last.text + part.text,
        width: last.width + part.width,
      };
    } else pieces.push(part);
  }
  return pieces.map(({ text, font, width }) => ({ text, font, width }));
}
