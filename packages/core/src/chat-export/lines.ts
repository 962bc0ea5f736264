import { MAX_LINE_LENGTH } from "./characters.ts";

/** What is left of the text so far: the beginning of a line whose end has not arrived. */
export type PartOfLine = { readonly text: string };

/** No text has arrived. */
export const NO_PART: PartOfLine = { text: "" };

/**
 * The whole lines that `chunk` completes, and the part that is left.
 *
 * The same lines come out wherever the text was cut. Of a line that is too long
 * to be a message only its beginning is kept, one character more than the reader
 * accepts: a file without line ends does not fill the memory, and the reader
 * still names the line as too long.
 */
export function takeLines(
  part: PartOfLine,
  chunk: string,
): { readonly lines: readonly string[]; readonly part: PartOfLine } {
  const lines: string[] = [];
  let open = part.text;
  let from = 0;
  for (let end = chunk.indexOf("\n"); end !== -1; end = chunk.indexOf("\n", from)) {
    lines.push(joined(open, chunk, from, end));
    open = "";
    from = end + 1;
  }
  return { lines, part: { text: joined(open, chunk, from, chunk.length) } };
}

/** The last line, when the text did not end with a line end. */
export function lastLine(part: PartOfLine): readonly string[] {
  return part.text === "" ? [] : [part.text];
}

function joined(open: string, chunk: string, from: number, to: number): string {
  const room = MAX_LINE_LENGTH + 2 - open.length;
  return room <= 0 ? open : open + chunk.slice(from, Math.min(to, from + room));
}
