import { parseSpans, type Span } from "./spans.ts";

/** A part of a message that stands on lines of its own. */
export type Block =
  | { readonly kind: "lines"; readonly lines: readonly (readonly Span[])[] }
  | { readonly kind: "quote"; readonly lines: readonly (readonly Span[])[] }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly ListItem[] }
  | { readonly kind: "mono"; readonly text: string };

export type ListItem = { readonly number: number; readonly spans: readonly Span[] };

/** Reads a message's text into what is shown; text without any mark comes back as plain lines. */
export function parseBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let from = 0;
  for (const match of text.matchAll(/```([\s\S]+?)```/g)) {
    blocks.push(...parseLines(text.slice(from, match.index)));
    blocks.push({ kind: "mono", text: (match[1] ?? "").replace(/^\n|\n$/g, "") });
    from = match.index + match[0].length;
  }
  blocks.push(...parseLines(text.slice(from)));
  return blocks;
}

function parseLines(text: string): Block[] {
  const trimmed = text.replace(/^\n|\n$/g, "");
  if (trimmed === "") return [];

  const blocks: Block[] = [];
  for (const line of trimmed.split("\n")) {
    const next = parseLine(line);
    const last = blocks.at(-1);
    const joined = last && join(last, next);
    if (joined) blocks[blocks.length - 1] = joined;
    else blocks.push(next);
  }
  return blocks;
}

function parseLine(line: string): Block {
  const quote = /^> ?(\S.*)$/.exec(line);
  if (quote) return { kind: "quote", lines: [parseSpans(quote[1] ?? "")] };

  const bullet = /^[-*] (\S.*)$/.exec(line);
  if (bullet) return { kind: "list", ordered: false, items: [item(1, bullet[1])] };

  const numbered = /^(\d{1,3})\. (\S.*)$/.exec(line);
  if (numbered) {
    return { kind: "list", ordered: true, items: [item(Number(numbered[1]), numbered[2])] };
  }
  return { kind: "lines", lines: [parseSpans(line)] };
}

function item(number: number, text: string | undefined): ListItem {
  return { number, spans: parseSpans(text ?? "") };
}

function join(a: Block, b: Block): Block | null {
  if (a.kind === "lines" && b.kind === "lines") return { ...a, lines: [...a.lines, ...b.lines] };
  if (a.kind === "quote" && b.kind === "quote") return { ...a, lines: [...a.lines, ...b.lines] };
  if (a.kind === "list" && b.kind === "list" && a.ordered === b.ordered) {
    return { ...a, items: [...a.items, ...b.items] };
  }
  return null;
}
