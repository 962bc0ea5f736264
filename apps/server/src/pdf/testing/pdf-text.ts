import { inflateSync } from "node:zlib";

/** A document as a reader of PDF sees it: the text of each page, by the fonts' own tables of characters. */
export type ReadPdf = {
  readonly pages: readonly string[];
  readonly pictures: number;
};

type Characters = ReadonlyMap<string, string>;

/** Reads back what this server writes; not every PDF of the world. */
export function readPdf(bytes: Buffer): ReadPdf {
  const objects = objectsOf(bytes);
  const fonts = fontsOf(objects);
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/u.test(head));
  return {
    pages: pages.map(({ head }) => {
      const contents = /\/Contents (\d+) 0 R/u.exec(head)?.[1] ?? "";
      return textOf(objects.get(contents)?.stream ?? "", fonts);
    }),
    pictures: [...objects.values()].filter(({ head }) => head.includes("/Subtype /Image")).length,
  };
}

type PdfObject = { readonly head: string; readonly stream: string };

function objectsOf(bytes: Buffer): ReadonlyMap<string, PdfObject> {
  const raw = bytes.toString("latin1");
  const objects = new Map<string, PdfObject>();
  for (const match of raw.matchAll(/(\d+) 0 obj\n(.*?)\nendobj/gsu)) {
    const [, id = "", whole = ""] = match;
    const [head = "", ...rest] = whole.split("\nstream\n");
    const body = Buffer.from(rest.join("\nstream\n").replace(/\nendstream$/u, ""), "latin1");
    const isText = head.includes("/FlateDecode") && !head.includes("/Subtype /Image");
    objects.set(id, { head, stream: isText ? inflateSync(body).toString("latin1") : "" });
  }
  return objects;
}

/** By the name that pages call them, F1 and so on. */
function fontsOf(objects: ReadonlyMap<string, PdfObject>): ReadonlyMap<string, Characters> {
  const fonts = new Map<string, Characters>();
  for (const { head } of objects.values()) {
    for (const [, name = "", id = ""] of head.matchAll(/\/(F\d+) (\d+) 0 R/gu)) {
      const table = /\/ToUnicode (\d+) 0 R/u.exec(objects.get(id)?.head ?? "")?.[1] ?? "";
      fonts.set(name, charactersOf(objects.get(table)?.stream ?? ""));
    }
  }
  return fonts;
}

/** The ranges of a ToUnicode table: `<0000> <0005> [<0000> <0041> …]`. */
function charactersOf(table: string): Characters {
  const characters = new Map<string, string>();
  for (const [, from = "0", list = ""] of table.matchAll(/<(\w+)> <\w+> \[(.*?)\]/gsu)) {
    [...list.matchAll(/<([\w ]*)>/gu)].forEach(([, code = ""], index) => {
      const glyph = (Number.parseInt(from, 16) + index).toString(16).padStart(4, "0");
      const units = code.replaceAll(" ", "").match(/.{4}/gu) ?? [];
      characters.set(glyph, String.fromCharCode(...units.map((it) => Number.parseInt(it, 16))));
    });
  }
  return characters;
}

function textOf(content: string, fonts: ReadonlyMap<string, Characters>): string {
  let font: Characters | undefined;
  const lines = [...content.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/gsu)].map(
    ([, name, shown]) => {
      if (name !== undefined) font = fonts.get(name);
      const glyphs = [...(shown ?? "").matchAll(/<(\w+)>/gu)].flatMap(
        ([, hex = ""]) => hex.match(/.{4}/gu) ?? [],
      );
      return glyphs.map((glyph) => font?.get(glyph) ?? "").join("");
    },
  );
  return lines.filter((line) => line !== "").join("\n");
}
