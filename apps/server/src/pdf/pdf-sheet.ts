import PDFDocument from "pdfkit";
import type { PdfFont } from "./pdf-fonts.ts";
import { type Line, type Measure, linesOf } from "./text-lines.ts";

/** How a text stands on the page. Measures are points: 72 are an inch. */
export type Look = {
  readonly size: number;
  readonly weight: "plain" | "bold";
  readonly color: string;
  /** How far from the left edge of what is written. */
  readonly indent: number;
  /** The color of a line along the left of it. */
  readonly bar?: string;
  readonly align?: "center";
};

export type SheetWords = {
  readonly title: string;
  readonly language: string;
  readonly madeAt: Date;
  /** What stands at the foot of a page. */
  readonly foot: (page: number) => string;
};

const PAGE = { width: 595.28, height: 841.89 };
const EDGE = 48;
const FOOT_HEIGHT = 24;
const LINE_HEIGHT = 1.38;
const BAR_WIDTH = 2;
export const WRITING_WIDTH = PAGE.width - 2 * EDGE;

const FOOT: Look = { size: 7.5, weight: "plain", color: "#5b6472", indent: 0 };

/**
 * A document that is written from the top to the bottom, page after page (A4).
 *
 * What is written is taken from it as it goes, so that a long document is never
 * held whole: only the page that is being written, and the signs of its fonts.
 */
export class PdfSheet {
  readonly #document: PDFKit.PDFDocument;
  readonly #words: SheetWords;
  readonly #fonts = new Set<string>();
  #page = 0;
  #y = EDGE;

  constructor(words: SheetWords) {
    this.#words = words;
    this.#document = new PDFDocument({
      size: [PAGE.width, PAGE.height],
      margin: 0,
      autoFirstPage: false,
      fontLayoutCache: true,
      displayTitle: true,
      lang: words.language,
      pdfVersion: "1.7",
      info: { Title: words.title, Creator: "Galka", Producer: "Galka", CreationDate: words.madeAt },
    });
    this.#turnPage();
  }

  /** Writes a text below what is there; a line that does not fit goes on the next page. */
  text(text: string, look: Look): void {
    const width = WRITING_WIDTH - look.indent;
    const lines = linesOf(text, { width, weight: look.weight, measure: this.#measure(look.size) });
    for (const line of lines) {
      const height = look.size * LINE_HEIGHT;
      this.#makeRoom(height);
      if (look.bar) this.#bar(look, height);
      this.#line(line, look, this.#y);
      this.#y += height;
    }
  }

  /** Shows a picture of this size below what is there. */
  picture(bytes: Buffer, size: { readonly width: number; readonly height: number }, look: Look) {
    this.#makeRoom(size.height + 4);
    if (look.bar) this.#bar(look, size.height + 4);
    this.#document.image(bytes, EDGE + look.indent, this.#y + 2, size);
    this.#y += size.height + 4;
  }

  gap(height: number): void {
    this.#y += height;
  }

  /** Goes to the next page unless so much is left of this one: a name is not parted from what was said. */
  keep(height: number): void {
    this.#makeRoom(height);
  }

  /** What is finished and was not taken yet. */
  *taken(): Generator<Buffer> {
    for (;;) {
      const part: unknown = this.#document.read();
      if (!Buffer.isBuffer(part)) return;
      yield part;
    }
  }

  end(): void {
    this.#document.end();
  }

  #makeRoom(height: number): void {
    if (this.#y + height > PAGE.height - EDGE - FOOT_HEIGHT) this.#turnPage();
  }

  #turnPage(): void {
    this.#document.addPage();
    this.#page += 1;
    this.#y = EDGE;
    const width = WRITING_WIDTH;
    const measure = this.#measure(FOOT.size);
    const [line] = linesOf(this.#words.foot(this.#page), { width, weight: "plain", measure });
    if (line) this.#line(line, FOOT, PAGE.height - EDGE);
  }

  #bar({ indent, bar = "" }: Look, height: number): void {
    this.#document.rect(EDGE + indent - 8, this.#y, BAR_WIDTH, height).fill(bar);
  }

  #line({ pieces, fromRight }: Line, look: Look, y: number): void {
    const width = pieces.reduce((sum, piece) => sum + piece.width, 0);
    const free = WRITING_WIDTH - look.indent - width;
    let x = EDGE + look.indent;
    if (look.align === "center") x += free / 2;
    else if (fromRight) x += free;
    this.#document.fontSize(look.size).fillColor(look.color);
    for (const piece of pieces) {
      this.#use(piece.font);
      this.#document.text(piece.text, x, y, { lineBreak: false });
      x += piece.width;
    }
  }

  #measure(size: number): Measure {
    return (text, font) => {
      this.#use(font);
      return this.#document.fontSize(size).widthOfString(text);
    };
  }

  #use({ name, bytes }: PdfFont): void {
    if (!this.#fonts.has(name)) {
      this.#document.registerFont(name, bytes);
      this.#fonts.add(name);
    }
    this.#document.font(name);
  }
}
