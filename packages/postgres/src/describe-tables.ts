import pg from "pg";

type Column = {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly given: "by-us" | "by-default" | "by-database";
};

/** What pg makes of a column's value with the parsers of pool.ts, and what it takes for one. */
const TYPES: Readonly<Record<string, string>> = {
  uuid: "string",
  text: "string",
  "text[]": "string[]",
  "uuid[]": "string[]",
  tsvector: "string",
  date: "string",
  boolean: "boolean",
  integer: "number",
  smallint: "number",
  bigint: "number",
  timestamptz: "Instant",
  jsonb: "Json",
  bytea: "Bytes",
};

const HEAD = `// Written by scripts/database-types.ts from the migrations. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from "kysely";
`;

const ALIASES: Readonly<Record<string, string>> = {
  Instant: "ColumnType<Date, Date | string, Date | string>",
  MaybeInstant: "ColumnType<Date | null, Date | string | null | undefined, Date | null>",
  // Comes parsed and goes as JSON text, because pg writes an array as PostgreSQL's own kind of array.
  Json: "ColumnType<unknown, string, string>",
  MaybeJson: "ColumnType<unknown, string | null | undefined, string | null>",
  Bytes: "ColumnType<Buffer, Uint8Array, Uint8Array>",
  MaybeBytes: "ColumnType<Buffer | null, Uint8Array | null | undefined, Uint8Array | null>",
};

/** The source of tables.ts: a type for every table of the database at `url`, in alphabetical order. */
export async function describeTables(url: string): Promise<string> {
  const columns = await columnsOf(url);
  const tables = [...new Set(columns.map((column) => column.table))];
  const types = tables.map((table) => {
    const fields = columns
      .filter((column) => column.table === table)
      .map((column) => `  ${column.name}: ${typeOf(column)};`);
    return `export type ${pascal(table)}Table = {\n${fields.join("\n")}\n};\n`;
  });
  const all = tables.map((table) => `  ${table}: ${pascal(table)}Table;`);
  const used = Object.entries(ALIASES).filter(([name]) =>
    types.some((type) => new RegExp(`\\b${name}\\b`).test(type)),
  );
  const aliases = used.map(([name, type]) => `type ${name} = ${type};\n`).join("");
  return [HEAD, aliases, ...types, `export type Tables = {\n${all.join("\n")}\n};\n`].join("\n");
}

async function columnsOf(url: string): Promise<Column[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Column>(`
      select c.relname as table, a.attname as name, not a.attnotnull as nullable,
        replace(format_type(a.atttypid, null), 'timestamp with time zone', 'timestamptz') as type,
        case
          when a.attgenerated <> '' or a.attidentity = 'a' then 'by-database'
          when a.atthasdef or a.attidentity = 'd' then 'by-default'
          else 'by-us'
        end as given
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not c.relispartition and c.relname <> 'galka_migrations'
      order by c.relname, a.attnum`);
    return rows;
  } finally {
    await client.end();
  }
}

function typeOf(column: Column): string {
  const base = TYPES[column.type];
  if (!base)
    throw new Error(
      `No type is known for ${column.type} of ${column.table}.${column.name}; add it to TYPES.`,
    );
  const type = column.nullable ? nullable(base) : base;
  if (column.given === "by-database") return `GeneratedAlways<${type}>`;
  return column.given === "by-default" ? `Generated<${type}>` : type;
}

/** Null has to go inside a ColumnType; beside it, it would not be allowed on insert. */
function nullable(base: string): string {
  return ["Instant", "Json", "Bytes"].includes(base) ? `Maybe${base}` : `${base} | null`;
}

function pascal(name: string): string {
  return name.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
