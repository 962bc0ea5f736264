import { RE2JS } from "re2js";

const KEPT = 500;
const compiled = new Map<string, RE2JS | null>();

/**
 * Whether somebody's pattern finds something in a text, without regard to case.
 *
 * Matched by an automaton in time linear in the text, so no pattern and no text
 * can hold the server up. One that cannot be matched so finds nothing.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  return compile(pattern)?.matcher(text).find() ?? false;
}

/** False for what is no pattern, and for back-references and look-around: those take more than linear time. */
export function isUsablePattern(pattern: string): boolean {
  return compile(pattern) !== null;
}

function compile(pattern: string): RE2JS | null {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  if (compiled.size >= KEPT) compiled.clear();
  const made = tryCompile(pattern);
  compiled.set(pattern, made);
  return made;
}

function tryCompile(pattern: string): RE2JS | null {
  if (pattern === "") return null;
  try {
    return RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
  } catch {
    return null;
  }
}
