// `npm run bench [names] [--size N] [--data DIR]`: runs the benchmarks one after the other, each with a table of what it saw.
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { machineLine } from "./machine.ts";
import { printTable, type Table } from "./table.ts";

/** What the benchmarks that need much to be there are told. */
export type Options = {
  /** How many conversations. */
  readonly size: number;
  /** Where what took long to make is kept between runs. */
  readonly data: string;
};

type Benchmark = { readonly run: (options: Options) => Promise<Table[]> };

const BENCHMARKS: Readonly<Record<string, () => Promise<Benchmark>>> = {
  start: () => import("./start.ts"),
  ingest: () => import("./ingest.ts"),
  echo: () => import("./echo.ts"),
  inbox: () => import("./inbox/inbox.ts"),
};

const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: "string", default: "100000" },
    data: { type: "string", default: join(import.meta.dirname, "data") },
  },
});
const options: Options = { size: Number(values.size), data: resolve(values.data) };
if (!Number.isInteger(options.size) || options.size < 1000) {
  console.error("--size is how many conversations there shall be: a whole number from 1000 on.");
  process.exit(1);
}
const unknown = wanted.filter((name) => !(name in BENCHMARKS));
if (unknown.length > 0) {
  console.error(
    `No benchmark is named ${unknown.join(", ")}. There are: ${Object.keys(BENCHMARKS).join(", ")}.`,
  );
  process.exit(1);
}

console.log(machineLine());
for (const [name, load] of Object.entries(BENCHMARKS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n${name} …`);
  const { run } = await load();
  for (const table of await run(options)) printTable(table);
}
