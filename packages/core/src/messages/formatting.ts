import { unreachable } from "../kernel/unreachable.ts";
import { type Inline, inlineOf } from "./formatting-inline.ts";

/** A part of a text as it is shown, one below the other. */
export type Block =
  | { readonly kind: "paragraph"; readonly lines: readonly (readonly Inline[])[] }
  | { readonly kind: "quote"; readonly lines: readonly (readonly Inline[])[] }
  | { readonly kind: "bullets"; readonly items: readonly (readonly Inline[])[] }
  | {
      readonly kind: "numbers";
      readonly start: number;
      readonly items: readonly (readonly Inline[])[];
    }
  | { readonly kind: "code"; readonly text: string };

/**
 * Reads WhatsApp's marks: *bold*, _italic_, ~struck~, `code`, ```a block```,
 * "> " quotes, "- " and "1. " lists, and links.
 *
 * Any text is readable; a mark without its pair is the character it is. The
 * time is linear in the length, so a hostile text costs no more than its size.
 */
export function parseFormatting(text: string): Block[] {
  const parts = text.split("```");
  const blocks: Block[] = [];
  let outside = "";
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? "";
    const isCode = at % 2 === 1 && at + 1 < parts.length && part.trim() !== "";
    if (isCode) {
      blocks.push(...linesOf(outside.replace(/\n$/u, "")), codeOf(part));
      outside = "";
      parts[at + 1] = (parts[at + 1] ?? "").replace(/^\n/u, "");
    } else {
      outside += (at % 2 === 1 ? "```" : "") + part;
      // A pair with nothing between it stays what was written.
      if (at % 2 === 1 && at + 1 < parts.length) outside += "```";
    }
  }
  return [...blocks, ...linesOf(outside)];
}

function codeOf(text: string): Block {
  return { kind: "code", text: text.replace(/^\n|\n$/gu, "") };
}

/** The text as it is read, without its marks: for previews and notifications. */
export function plainText(text: string): string {
  return parseFormatting(text).map(plainBlock).join("\n");
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case "code":
      return block.text;
    case "paragraph":
    case "quote":
      return block.lines.map(plainInline).join("\n");
    case "bullets":
      return block.items.map(plainInline).join("\n");
    case "numbers":
      return block.items
        .map((item, index) => `${block.start + index}. ${plainInline(item)}`)
        .join("\n");
    default:
      return unreachable(block);
  }
}

function plainInline(parts: readonly Inline[]): string {
  return parts.map((part) => ("text" in part ? part.text : plainInline(part.parts))).join("");
}

type Line = { readonly kind: Block["kind"]; readonly rest: string; readonly number: number };

function linesOf(text: string): Block[] {
  if (text === "") return [];
  const blocks: Block[] = [];
  let group: Line[] = [];
  for (const line of text.split("\n").map(lineOf)) {
    const last = group.at(-1);
    if (last && !continues(last, line)) {
      blocks.push(blockOf(group));
      group = [];
    }
    group.push(line);
  }
  if (group.length > 0) blocks.push(blockOf(group));
  return blocks;
}

function continues(last: Line, line: Line): boolean {
  return last.kind === line.kind && (line.kind !== "numbers" || line.number === last.number + 1);
}

function lineOf(line: string): Line {
  const quote = /^> ?(?=\S)/u.exec(line);
  if (quote) return { kind: "quote", rest: line.slice(quote[0].length), number: 0 };
  const bullet = /^[-*] (?=\S)/u.exec(line);
  if (bullet) return { kind: "bullets", rest: line.slice(2), number: 0 };
  const number = /^(\d{1,3})\. (?=\S)/u.exec(line);
  if (number) {
    return { kind: "numbers", rest: line.slice(number[0].length), number: Number(number[1]) };
  }
  return { kind: "paragraph", rest: line, number: 0 };
}

function blockOf(lines: readonly Line[]): Block {
  const inlines = lines.map((line) => inlineOf(line.rest));
  const first = lines[0];
  if (first?.kind === "quote") return { kind: "quote", lines: inlines };
  if (first?.kind === "bullets") return { kind: "bullets", items: inlines };
  if (first?.kind === "numbers") return { kind: "numbers", start: first.number, items: inlines };
  return { kind: "paragraph", lines: inlines };
}
