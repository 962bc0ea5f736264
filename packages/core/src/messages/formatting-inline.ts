/** A part of a line. Links keep their text, which is their address as it was written. */
export type Inline =
  | { readonly kind: "plain"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly href: string }
  | { readonly kind: "bold" | "italic" | "struck"; readonly parts: readonly Inline[] };

type Mark = "*" | "_" | "~";
type Frame = { readonly mark: Mark | null; readonly parts: Inline[] };

const KIND = { "*": "bold", _: "italic", "~": "struck" } as const;
const LINK = /\b(?:https?:\/\/|www\.)[^\s<>]+/giu;

/** Reads the marks of one line in one pass: what is open is on a stack, each mark on it at most once. */
export function inlineOf(line: string): Inline[] {
  const stack: Frame[] = [{ mark: null, parts: [] }];
  let plainFrom = 0;
  for (const { at, length, link } of tokensOf(line)) {
    if (at < plainFrom) continue;
    if (link) {
      flush(stack, line, plainFrom, at);
      top(stack).parts.push(link);
      plainFrom = at + length;
      continue;
    }
    const mark = line.charAt(at);
    if (mark === "`") {
      const end = codeEnd(line, at);
      if (end === null) continue;
      flush(stack, line, plainFrom, at);
      top(stack).parts.push({ kind: "code", text: line.slice(at + 1, end) });
      plainFrom = end + 1;
    } else if (isMark(mark)) {
      const opened = stack.findIndex((frame) => frame.mark === mark);
      if (opened > 0 && mayClose(line, at) && line.charAt(at - 1) !== mark) {
        flush(stack, line, plainFrom, at);
        close(stack, opened, mark);
        plainFrom = at + 1;
      } else if (opened < 0 && mayOpen(line, at)) {
        flush(stack, line, plainFrom, at);
        stack.push({ mark, parts: [] });
        plainFrom = at + 1;
      }
    }
  }
  flush(stack, line, plainFrom, line.length);
  while (stack.length > 1) unopen(stack);
  return merged(top(stack).parts);
}

type Token = { readonly at: number; readonly length: number; readonly link: Inline | null };

/** The places of marks and links, in order; a mark inside a link is part of the link. */
function tokensOf(line: string): Token[] {
  const tokens: Token[] = [];
  const links = Array.from(line.matchAll(LINK), (match) => linkAt(match.index, match[0]));
  let next = 0;
  for (let at = 0; at < line.length; at += 1) {
    const link = links[next];
    if (link && link.at === at) {
      tokens.push(link);
      at += link.length - 1;
      next += 1;
    } else if ("*_~`".includes(line.charAt(at))) {
      tokens.push({ at, length: 1, link: null });
    }
  }
  return tokens;
}

/** Marks and punctuation at the end of a link belong to the sentence, not to the address. */
function linkAt(at: number, written: string): Token {
  let end = written.length;
  while (end > 0 && "*_~`.,;:!?'\")]}»”’".includes(written.charAt(end - 1))) {
    if (written.charAt(end - 1) === ")" && written.slice(0, end).includes("(")) break;
    end -= 1;
  }
  const text = written.slice(0, end);
  const href = /^https?:/iu.test(text) ? text : `https://${text}`;
  return { at, length: text.length, link: { kind: "link", text, href } };
}

function codeEnd(line: string, at: number): number | null {
  const end = line.indexOf("`", at + 1);
  return end > at + 1 && line.slice(at + 1, end).trim() !== "" ? end : null;
}

/** A mark opens at the start of a word: "2*3*4" is arithmetic. */
function mayOpen(line: string, at: number): boolean {
  return !isWord(line.charAt(at - 1)) && /\S/u.test(line.charAt(at + 1));
}

function mayClose(line: string, at: number): boolean {
  return /\S/u.test(line.charAt(at - 1)) && !isWord(line.charAt(at + 1));
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

function isMark(character: string): character is Mark {
  return character === "*" || character === "_" || character === "~";
}

function flush(stack: Frame[], line: string, from: number, to: number): void {
  if (to > from) top(stack).parts.push({ kind: "plain", text: line.slice(from, to) });
}

function close(stack: Frame[], opened: number, mark: Mark): void {
  while (stack.length - 1 > opened) unopen(stack);
  const frame = stack.pop();
  if (frame) top(stack).parts.push({ kind: KIND[mark], parts: merged(frame.parts) });
}

/** A mark that was never closed is the character it is. */
function unopen(stack: Frame[]): void {
  const frame = stack.pop();
  if (!frame) return;
  const { parts } = top(stack);
  parts.push({ kind: "plain", text: frame.mark ?? "" });
  for (const part of frame.parts) parts.push(part);
}

function merged(parts: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (last?.kind === "plain" && part.kind === "plain") {
      result[result.length - 1] = { kind: "plain", text: last.text + part.text };
    } else {
      result.push(part);
    }
  }
  return result;
}

function top(stack: readonly Frame[]): Frame {
  const frame = stack.at(-1);
  if (!frame) throw new Error("The stack of marks is never empty");
  return frame;
}
