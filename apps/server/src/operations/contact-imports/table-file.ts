import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ContactTableSource } from "@galka/postgres/stores/contacts/contact-imports";
import { type Parser, CsvError, parse } from "csv-parse";
import type { FileStore } from "../../files/file-store.ts";

/** Why a file is no table of contacts that can be read. */
export type WhyNoTable = "empty" | "not-a-table" | "too-many-columns" | "too-many-rows";

/** Thrown while a table is read; whoever called translates it into a refusal or a failure. */
export class UnreadableTable extends Error {
  override readonly name = "UnreadableTable";
  readonly because: WhyNoTable | "file-missing";

  constructor(because: WhyNoTable | "file-missing", options?: ErrorOptions) {
    super(`The table cannot be read: ${because}.`, options);
    this.because = because;
  }
}

export const TABLE_LIMITS = { bytes: 100 * 1024 * 1024, rows: 1_000_000, columns: 100 } as const;

const HEAD_BYTES = 65_536;
const LONGEST_ROW = 1_000_000;
const SEPARATORS = [",", ";", "\t"] as const;

/** Finds out how the bytes are to be read: their encoding, and what separates their columns. */
export async function detectTable(
  files: FileStore,
  stored: { readonly sha256: string; readonly sizeBytes: number },
): Promise<ContactTableSource> {
  const encoding = await encodingOf(files, stored.sha256);
  let head = "";
  for await (const text of decoded(files, { ...stored, encoding, separator: "" })) {
    head += text;
    if (head.length > HEAD_BYTES) break;
  }
  return { ...stored, encoding, separator: separatorOf(head) };
}

/** The rows of a table, the one with the names of the columns first. */
export async function* rowsOf(
  files: FileStore,
  source: ContactTableSource,
): AsyncGenerator<readonly string[]> {
  const parser: Parser = parse({
    delimiter: source.separator,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
    trim: true,
  });
  const feeding = pipeline(Readable.from(decoded(files, source)), parser);
  // It rejects with what the loop below throws; there it is dealt with.
  feeding.catch(() => {});
  let count = 0;
  try {
    for await (const row of parser) {
      count += 1;
      if (count > TABLE_LIMITS.rows + 1) throw new UnreadableTable("too-many-rows");
      if (isRow(row)) yield row;
    }
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableTable("not-a-table", { cause: error });
    throw error;
  }
}

function isRow(row: unknown): row is string[] {
  return Array.isArray(row) && row.every((cell) => typeof cell === "string");
}

async function* decoded(files: FileStore, source: ContactTableSource): AsyncGenerator<string> {
  const bytes = await files.open(source.sha256);
  if (!bytes) throw new UnreadableTable("file-missing");
  // It takes the mark of the byte order away by itself.
  const decoder = new TextDecoder(source.encoding);
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/**
 * UTF-16 by its mark or by its zeros, UTF-8 if all of it is; otherwise what a
 * spreadsheet in Russian writes. Every sequence of bytes is windows-1251, so
 * that is asked last.
 */
async function encodingOf(files: FileStore, sha256: string): Promise<string> {
  const bytes = await files.open(sha256);
  if (!bytes) throw new UnreadableTable("file-missing");
  const strict = new TextDecoder("utf-8", { fatal: true });
  let isFirst = true;
  try {
    for await (const chunk of bytes) {
      const wide = isFirst ? utf16Of(chunk) : null;
      if (wide !== null) return wide;
      isFirst = false;
      strict.decode(chunk, { stream: true });
    }
    strict.decode();
    return "utf-8";
  } catch (error) {
    if (error instanceof TypeError) return "windows-1251";
    throw error;
  }
}

function utf16Of(head: Uint8Array): string | null {
  const [one, two] = head;
  if (one === 0xff && two === 0xfe) return "utf-16le";
  if (one === 0xfe && two === 0xff) return "utf-16be";
  const some = head.subarray(0, 400);
  const zeros = (from: 0 | 1) => some.filter((byte, at) => at % 2 === from && byte === 0).length;
  if (zeros(1) > some.length / 5) return "utf-16le";
  if (zeros(0) > some.length / 5) return "utf-16be";
  return null;
}

/** The one that stands most often in the row of names, outside of quotes. */
function separatorOf(head: string): string {
  const line = head.split(/\r?\n/u).find((it) => it.trim() !== "") ?? "";
  const bare = line.replaceAll(/"(?:[^"]|"")*"/gu, "");
  const counted = SEPARATORS.map((it) => ({ it, count: bare.split(it).length - 1 }));
  return counted.toSorted((a, b) => b.count - a.count)[0]?.it ?? ",";
}
