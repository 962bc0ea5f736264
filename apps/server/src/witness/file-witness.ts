import { open, readFile, rename } from "node:fs/promises";
import type { Mark } from "@galka/postgres/stores/installation";
import { z } from "zod";
import type { Witness } from "./witness.ts";

const markSchema = z.object({
  life: z.number(),
  mark: z.number(),
  at: z.iso.datetime().transform((at) => new Date(at)),
  dispatched: z.number(),
});

/**
 * A small file in the data directory, beside the database's own.
 *
 * It is replaced as a whole and is on disk when `keep` resolves. One that cannot
 * be read is as good as none: a restored database is then not noticed by it.
 */
export function fileWitness(path: string): Witness {
  let kept: Mark | null = null;
  return {
    async recall() {
      kept ??= await read(path);
      return kept;
    },
    async keep(mark) {
      await write(path, JSON.stringify(mark));
      kept = mark;
    },
  };
}

async function read(path: string): Promise<Mark | null> {
  try {
    return markSchema.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return null;
  }
}

async function write(path: string, text: string): Promise<void> {
  const beside = `${path}.new`;
  const file = await open(beside, "w", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
}
