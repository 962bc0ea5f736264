/** A run of text within one line, as a messenger shows it. */
export type Span =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "link"; readonly href: string; readonly text: string }
  | { readonly kind: "bold" | "italic" | "strike"; readonly children: readonly Span[] };

const MARKS = new Map<string, "bold" | "italic" | "strike">([
  ["*", "bold"],
  ["_", "italic"],
  ["~", "strike"],
]);

const WORD = /[\p{L}\p{N}]/u;
const LINK = /https?:\/\/[^\s<>"]+|www\.[^\s<>"]+\.[^\s<>"]+|[\w.+-]+@[\w-]+\.[\w.-]*\w/gi;

/**
 * Reads the marks of one line.
 *
 * A mark counts only where a messenger would take it: its outer side is not a
 * letter or digit, its inner side is not a space, and its partner is on the same
 * line. So `2*3*4` and `snake_case_name` stay as they were typed.
 */
export function parseSpans(line: string): readonly Span[] {
  const spans: Span[] = [];
  let plain = "";
  let at = 0;
  while (at < line.length) {
    const marked = readMark(line, at);
    if (marked) {
      spans.push(...linked(plain), marked.span);
      plain = "";
      at = marked.end;
      continue;
    }
    const address = readAddress(line, at);
    plain += address;
    at += address.length;
  }
  spans.push(...linked(plain));
  return spans;
}

/** An address is taken whole, so that an underscore inside it is not read as a mark. */
function readAddress(line: string, at: number): string {
  const rest = line.slice(at);
  return /^https?:\/\/[^\s<>"]+/i.exec(rest)?.[0] ?? String.fromCodePoint(rest.codePointAt(0) ?? 0);
}

function readMark(line: string, at: number): { span: Span; end: number } | null {
  const mark = line.charAt(at);
  const kind = MARKS.get(mark);
  if (kind === undefined && mark !== "`") return null;
  if (at > 0 && WORD.test(line.charAt(at - 1))) return null;

  const close = closing(line, mark, at);
  if (close === -1) return null;
  const inner = line.slice(at + 1, close);
  const span: Span =
    kind === undefined ? { kind: "code", text: inner } : { kind, children: parseSpans(inner) };
  return { span, end: close + 1 };
}

function closing(line: string, mark: string, open: number): number {
  if (/^\s?$/.test(line.charAt(open + 1))) return -1;
  for (let at = line.indexOf(mark, open + 2); at !== -1; at = line.indexOf(mark, at + 1)) {
    const inside = line.charAt(at - 1);
    const after = line.charAt(at + 1);
    if (!/\s/.test(inside) && !(after !== "" && WORD.test(after))) return at;
  }
  return -1;
}

function linked(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const found = match[0].replace(/[.,;:!?)\]»]+$/, "");
    if (match.index > from) spans.push({ kind: "text", text: text.slice(from, match.index) });
    spans.push({ kind: "link", text: found, href: hrefOf(found) });
    from = match.index + found.length;
  }
  if (from < text.length) spans.push({ kind: "text", text: text.slice(from) });
  return spans;
}

function hrefOf(found: string): string {
  if (/^https?:/i.test(found)) return found;
  return found.includes("@") ? `mailto:${found}` : `https://${found}`;
}
