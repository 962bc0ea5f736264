import { parseBlocks } from "./blocks.ts";
import type { Span } from "./spans.ts";

/** The text without its marks, on one line: what a chat list or a quote shows. */
export function plainText(text: string): string {
  const parts = parseBlocks(text).map((block) => {
    if (block.kind === "mono") return block.text;
    if (block.kind === "list") return block.items.map((it) => wordsOf(it.spans)).join(" ");
    return block.lines.map(wordsOf).join(" ");
  });
  return parts.join(" ").replace(/\s+/g, " ").trim();
}

function wordsOf(spans: readonly Span[]): string {
  return spans.map((span) => ("children" in span ? wordsOf(span.children) : span.text)).join("");
}
