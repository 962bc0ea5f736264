// `npm run bench [names]`: runs the benchmarks one after the other, each with a table of what it saw.
import { machineLine } from "./machine.ts";
import { printTable, type Table } from "./table.ts";

const BENCHMARKS: Readonly<Record<string, () => Promise<{ run: () => Promise<Table[]> }>>> = {
  start: () => import("./start.ts"),
  ingest: () => import("./ingest.ts"),
  echo: () => import("./echo.ts"),
};

const wanted = process.argv.slice(2);
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
  for (const table of await run()) printTable(table);
}
