import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { type ParseResult, parseSync } from "oxc-parser";

/** One file of the repository. `path` is relative to its root, with forward slashes. */
export type Source = { readonly path: string; readonly text: string };

/** What breaks a rule, and where: `path:line  what`. */
export type Violation = string;

/** A rule of the house: looks at all files and names every place that breaks it. */
export type Rule = (sources: readonly Source[]) => Violation[];

export const ROOT = join(import.meta.dirname, "../..");

const NOT_OURS = new Set(["node_modules", "dist", ".git", "data", "out", "results", "fixtures"]);
const READABLE = /\.(ts|tsx|mjs|js|json|css|html|sql|md|yml|yaml|sh)$/;

/** Every text file that belongs to the repository. */
export function repositorySources(): Source[] {
  return walk(ROOT).map((file) => ({
    path: relative(ROOT, file).split(sep).join("/"),
    text: readFileSync(file, "utf8"),
  }));
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return walk(path);
    return READABLE.test(entry.name) ? [path] : [];
  });
}

export function isCode({ path }: Source): boolean {
  return /\.(ts|tsx)$/.test(path);
}

export function isTest({ path }: Source): boolean {
  return /\.test\.tsx?$|(^|\/)testing\/|^tests\/|^bench\//.test(path);
}

const parsed = new WeakMap<Source, ParseResult>();

export function syntaxOf(source: Source): ParseResult {
  const known = parsed.get(source);
  if (known) return known;
  const result = parseSync(source.path, source.text);
  parsed.set(source, result);
  return result;
}

/** A node of the syntax tree, as far as the rules look at it. */
export type Node = {
  readonly type: string;
  readonly start: number;
  readonly end: number;
} & Readonly<Record<string, unknown>>;

/** Visits every node of the tree, parents before children. */
export function visit(root: unknown, onNode: (node: Node, parents: readonly Node[]) => void): void {
  step(root, []);

  function step(value: unknown, parents: readonly Node[]): void {
    if (Array.isArray(value)) {
      for (const item of value) step(item, parents);
      return;
    }
    if (!isNode(value)) return;
    onNode(value, parents);
    const inside = [...parents, value];
    for (const child of Object.values(value)) {
      if (typeof child === "object" && child !== null) step(child, inside);
    }
  }
}

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

/** The line of an offset, counted from 1. */
export function lineAt(source: Source, offset: number): number {
  let line = 1;
  for (let at = source.text.indexOf("\n"); at !== -1 && at < offset; line++) {
    at = source.text.indexOf("\n", at + 1);
  }
  return line;
}

export function violation(source: Source, offset: number, what: string): Violation {
  return `${source.path}:${lineAt(source, offset)}  ${what}`;
}
