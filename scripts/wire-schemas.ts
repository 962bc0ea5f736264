// Reads TypeScript types of one folder and writes them as JSON Schema: what `scripts/emulator-answer-schemas.ts` is made of.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Comment, parseSync, type TSPropertySignature, type TSType } from "oxc-parser";

export type Schema = { readonly [key: string]: unknown };

type Alias = { readonly type: TSType; readonly note: string | undefined; readonly file: Source };
type Source = { readonly text: string; readonly comments: readonly Comment[] };
type Shape = {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
};

/** Every type without parameters of the files of `folder`, by name: none has the name of another. */
export function readTypes(folder: string): ReadonlyMap<string, Alias> {
  const found = new Map<string, Alias>();
  for (const name of readdirSync(folder).filter((it) => it.endsWith(".ts"))) {
    const text = readFileSync(join(folder, name), "utf8");
    const { program, comments } = parseSync(name, text);
    const file = { text, comments };
    for (const statement of program.body) {
      const declared =
        statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
      if (declared?.type !== "TSTypeAliasDeclaration" || declared.typeParameters) continue;
      const note = noteBefore(file, statement.start);
      const { name: typeName } = declared.id;
      if (found.has(typeName)) throw new Error(`Two files have a type ${typeName}.`);
      found.set(typeName, { type: declared.typeAnnotation, note, file });
    }
  }
  return found;
}

/** The types with these names, and all that they speak of, as schemas that refer to each other. */
export function schemasOf(
  types: ReadonlyMap<string, Alias>,
  names: readonly string[],
  refBase: string,
): Readonly<Record<string, Schema>> {
  const written = new Map<string, Schema>();
  const waiting = [...names];
  const writer = new Writer(types, refBase, (name) => waiting.push(name));
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (!written.has(name)) written.set(name, writer.named(name));
  }
  return Object.fromEntries([...written].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

class Writer {
  readonly #types: ReadonlyMap<string, Alias>;
  readonly #refBase: string;
  readonly #speaksOf: (name: string) => void;

  constructor(
    types: ReadonlyMap<string, Alias>,
    refBase: string,
    speaksOf: (name: string) => void,
  ) {
    this.#types = types;
    this.#refBase = refBase;
    this.#speaksOf = speaksOf;
  }

  named(name: string): Schema {
    const { type, note, file } = this.#alias(name);
    const schema = this.#schema(type, file);
    return note === undefined ? schema : { description: note, ...schema };
  }

  #alias(name: string): Alias {
    const alias = this.#types.get(name);
    if (alias === undefined) throw new Error(`There is no type ${name} in the folder.`);
    return alias;
  }

  #schema(type: TSType, file: Source): Schema {
    const plain = PLAIN[type.type];
    if (plain !== undefined) return plain;
    switch (type.type) {
      case "TSParenthesizedType":
        return this.#schema(type.typeAnnotation, file);
      case "TSTypeOperator":
        return this.#schema(type.typeAnnotation, file);
      case "TSLiteralType":
        return { const: literalOf(type, file) };
      case "TSTemplateLiteralType":
        return { type: "string" };
      case "TSArrayType":
        return { type: "array", items: this.#schema(type.elementType, file) };
      case "TSUnionType":
        return this.#union(type.types, file);
      case "TSTypeLiteral":
      case "TSIntersectionType":
        return anyOf(this.#shapes(type, file).map(objectOf));
      case "TSTypeReference":
        return this.#reference(type, file);
      default:
        throw new Error(`Not understood: ${file.text.slice(type.start, type.end)}`);
    }
  }

  #union(types: readonly TSType[], file: Source): Schema {
    const schemas = types.map((it) => this.#schema(it, file));
    const literals = schemas.filter((it) => "const" in it).map((it) => it["const"]);
    const others = schemas.filter((it) => !("const" in it));
    const all = literals.length === 0 ? others : [{ enum: literals }, ...others];
    return anyOf(all);
  }

  #reference(type: TSType & { type: "TSTypeReference" }, file: Source): Schema {
    const name = file.text.slice(type.typeName.start, type.typeName.end);
    const [first, second] = type.typeArguments?.params ?? [];
    if (name === "Readonly" && first !== undefined) return this.#schema(first, file);
    if (name === "ListJson" && first !== undefined) return listOf(this.#schema(first, file));
    if (name === "Record" && second !== undefined) {
      return { type: "object", additionalProperties: this.#schema(second, file) };
    }
    if (name === "Partial" && first !== undefined) {
      const { required: _, ...schema } = this.#schema(first, file);
      return schema;
    }
    this.#speaksOf(name);
    return { $ref: this.#refBase + name };
  }

  /** The objects that a value may be; more than one for a union among the parts. */
  #shapes(type: TSType, file: Source): readonly Shape[] {
    switch (type.type) {
      case "TSParenthesizedType":
        return this.#shapes(type.typeAnnotation, file);
      case "TSTypeLiteral":
        return [this.#shape(type.members.filter(isProperty), file)];
      case "TSUnionType":
        return type.types.flatMap((it) => this.#shapes(it, file));
      case "TSIntersectionType":
        return type.types
          .map((it) => this.#shapes(it, file))
          .reduce((all, more) => all.flatMap((one) => more.map((other) => merged(one, other))));
      case "TSTypeReference":
        return this.#shapesNamed(type, file);
      default:
        throw new Error(`Not an object: ${file.text.slice(type.start, type.end)}`);
    }
  }

  #shapesNamed(type: TSType & { type: "TSTypeReference" }, file: Source): readonly Shape[] {
    const name = file.text.slice(type.typeName.start, type.typeName.end);
    const [first, second] = type.typeArguments?.params ?? [];
    if (first === undefined || second === undefined) {
      const alias = this.#alias(name);
      return this.#shapes(alias.type, alias.file);
    }
    const names = [...file.text.slice(second.start, second.end).matchAll(/"(\w+)"/g)];
    const keys = new Set(names.map(([, key]) => key));
    const keeps = (key: string) => keys.has(key) === (name === "Pick");
    return this.#shapes(first, file).map(({ properties, required }) => ({
      properties: Object.fromEntries(Object.entries(properties).filter(([key]) => keeps(key))),
      required: required.filter(keeps),
    }));
  }

  #shape(members: readonly TSPropertySignature[], file: Source): Shape {
    const properties: Record<string, Schema> = {};
    const required: string[] = [];
    for (const member of members) {
      const key = file.text.slice(member.key.start, member.key.end).replaceAll('"', "");
      if (!member.typeAnnotation) throw new Error(`${key} has no type.`);
      const schema = this.#schema(member.typeAnnotation.typeAnnotation, file);
      const note = noteBefore(file, member.start);
      properties[key] = note === undefined ? schema : { description: note, ...schema };
      if (!member.optional) required.push(key);
    }
    return { properties, required };
  }
}

const PLAIN: Readonly<Record<string, Schema>> = {
  TSStringKeyword: { type: "string" },
  TSNumberKeyword: { type: "number" },
  TSBooleanKeyword: { type: "boolean" },
  TSNullKeyword: { type: "null" },
  TSUnknownKeyword: {},
};

/** A page of a list, and what the next page begins after. */
function listOf(items: Schema): Schema {
  const next = { anyOf: [{ type: "string" }, { type: "null" }] };
  return objectOf({
    properties: { data: { type: "array", items }, next },
    required: ["data", "next"],
  });
}

function objectOf({ properties, required }: Shape): Schema {
  return { type: "object", properties, required, additionalProperties: false };
}

function merged(one: Shape, other: Shape): Shape {
  return {
    properties: { ...one.properties, ...other.properties },
    required: [...new Set([...one.required, ...other.required])],
  };
}

function anyOf(schemas: readonly Schema[]): Schema {
  const [first = {}] = schemas;
  return schemas.length === 1 ? first : { anyOf: schemas };
}

function literalOf(type: TSType & { type: "TSLiteralType" }, file: Source): unknown {
  return JSON.parse(file.text.slice(type.start, type.end));
}

function isProperty(member: { readonly type: string }): member is TSPropertySignature {
  return member.type === "TSPropertySignature";
}

/** The words of the doc comment that ends right before `start`. */
function noteBefore({ text, comments }: Source, start: number): string | undefined {
  const note = comments.findLast(
    (it) => it.end <= start && text.slice(it.end, start).trim() === "",
  );
  if (note?.type !== "Block" || !note.value.startsWith("*")) return undefined;
  const lines = note.value.slice(1).split("\n");
  return lines
    .map((it) => it.replace(/^\s*\*?\s?/, ""))
    .join(" ")
    .replaceAll(/\s+/g, " ")
    .trim();
}
