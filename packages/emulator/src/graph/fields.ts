import { isObject, type JsonObject } from "../json.ts";
import { GraphError } from "./error.ts";

/** One entry of `fields=`: a name, its modifiers such as `.limit(2)`, and what is wanted of it. */
export type Field = {
  readonly name: string;
  /** The text between the parentheses, by the modifier's name. */
  readonly modifiers: Readonly<Record<string, string>>;
  readonly inner: readonly Field[];
};

/** Reads `a,b{c,d{e}},f.limit(2)`. */
export function parseFields(text: string): readonly Field[] {
  return split(text).flatMap((part) => {
    const [, name, rest = "", inner] =
      /^\s*([a-z0-9_]+)((?:\s*\.\s*[a-z0-9_]+\([^)]*\))*)[^{]*(?:\{([\s\S]*)\})?\s*$/i.exec(part) ??
      [];
    if (name === undefined) return [];
    return [
      { name, modifiers: modifiersOf(rest), inner: inner === undefined ? [] : parseFields(inner) },
    ];
  });
}

function modifiersOf(text: string): Readonly<Record<string, string>> {
  const found = text.matchAll(/\.\s*([a-z0-9_]+)\(([^)]*)\)/gi);
  return Object.fromEntries([...found].map(([, name = "", value = ""]) => [name, value.trim()]));
}

/** Splits at the commas that are not inside braces or parentheses. */
function split(text: string): readonly string[] {
  const parts = [""];
  let depth = 0;
  for (const letter of text) {
    if ("{(".includes(letter)) depth += 1;
    if ("})".includes(letter)) depth -= 1;
    if (letter === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += letter;
  }
  return parts;
}

/** What a node can tell, and what it tells when nobody asks for fields. */
export type Node = {
  readonly type: string;
  /** A field that is a list of other objects looks at its modifiers and at what is wanted inside. */
  readonly fields: Readonly<Record<string, (field: Field) => unknown>>;
  readonly usual: readonly string[];
};

/**
 * The wanted fields of a node; `id` is always among them.
 *
 * @throws GraphError 100 for a field that the node does not have.
 */
export function selectFields(node: Node, wanted: string | undefined): JsonObject {
  const fields =
    wanted === undefined || wanted.trim() === "" ? node.usual.map(plain) : [...parseFields(wanted)];
  if (!fields.some((field) => field.name === "id")) fields.push(plain("id"));
  const entries = fields.map((field) => {
    const read = node.fields[field.name];
    if (read === undefined) throw unknownField(field.name, node.type);
    return [field.name, narrow(read(field), field.inner)] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function plain(name: string): Field {
  return { name, modifiers: {}, inner: [] };
}

export function unknownField(name: string, type: string): GraphError {
  return new GraphError({
    code: 100,
    title: `Tried accessing nonexisting field (${name}) on node type (${type})`,
  });
}

function narrow(value: unknown, inner: readonly Field[]): unknown {
  if (inner.length === 0) return value;
  if (Array.isArray(value)) return value.map((it) => narrow(it, inner));
  if (!isObject(value)) return value;
  if (isList(value)) return value;
  return Object.fromEntries(
    inner.flatMap(({ name, inner }) => (name in value ? [[name, narrow(value[name], inner)]] : [])),
  );
}

/** A list with cursors was narrowed where it was made. */
function isList(value: JsonObject): boolean {
  return (
    Array.isArray(value["data"]) &&
    Object.keys(value).every((key) => /^(data|paging|summary)$/.test(key))
  );
}
