// `npm run bench [names] [--size N] [--sockets N] [--rate N] [--large N] [--profile DIR] [--data DIR]`: runs the benchmarks one after the other, each with a table of what it saw.
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { machineLine } from "./machine.ts";
import { printTable, type Table } from "./table.ts";

/** What the benchmarks that need much to be there are told. */
export type Options = {
  /** How many conversations; how many people a campaign is for. */
  readonly size: number;
  /** Where what took long to make is kept between runs. */
  readonly data: string;
  /** How many sockets come back at once. */
  readonly sockets: number;
  /** How many messages a second come in while members watch. */
  readonly rate: number;
  /** How many people the largest campaign is for; 0 leaves it out. */
  readonly large: number;
  /** Where a server writes what its processor did; null for nowhere. */
  readonly profile: string | null;
};

type Benchmark = { readonly run: (options: Options) => Promise<Table[]> };

const BENCHMARKS: Readonly<Record<string, () => Promise<Benchmark>>> = {
  start: () => import("./start.ts"),
  ingest: () => import("./ingest.ts"),
  echo: () => import("./echo.ts"),
  emulator: () => import("./emulator/emulator.ts"),
  inbox: () => import("./inbox/inbox.ts"),
  audience: () => import("./audience/audience.ts"),
  sockets: () => import("./sockets/sockets.ts"),
  page: () => import("./page/page.ts"),
  campaign: () => import("./campaign/campaign.ts"),
};

const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: "string", default: "100000" },
    sockets: { type: "string", default: "2000" },
    rate: { type: "string", default: "300" },
    large: { type: "string", default: "1000000" },
    profile: { type: "string" },
    data: { type: "string", default: join(import.meta.dirname, "data") },
  },
});
const options: Options = {
  size: wholeNumber("size", 1000),
  data: resolve(values.data),
  sockets: wholeNumber("sockets", 1),
  rate: wholeNumber("rate", 1),
  large: wholeNumber("large", 0),
  profile: values.profile === undefined ? null : resolve(values.profile),
};
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

function wholeNumber(name: "size" | "sockets" | "rate" | "large", least: number): number {
  const value = Number(values[name]);
  if (!Number.isInteger(value) || value < least) {
    console.error(`--${name} is a whole number from ${least} on.`);
    process.exit(1);
  }
  return value;
}
