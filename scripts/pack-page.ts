// Packs the files of a built page as tightly as can be, once, so that no server does it while somebody waits.
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const PACKABLE = /\.(?:html|js|css|json|webmanifest|svg)$/;

/** Lays `.br` and `.gz` beside every file of `directory` that becomes smaller by it. */
export async function packPage(directory: string): Promise<void> {
  const files = globSync("**/*", { cwd: directory }).filter((path) => PACKABLE.test(path));
  await Promise.all(files.map((path) => packFile(join(directory, path))));
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

async function packFile(path: string): Promise<void> {
  const bytes = readFileSync(path);
  const { BROTLI_PARAM_QUALITY, BROTLI_MAX_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = {
    [BROTLI_PARAM_QUALITY]: BROTLI_MAX_QUALITY,
    [BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const packed = await Promise.all([brotli(bytes, { params }), zip(bytes, { level: 9 })]);
  for (const [index, ending] of [".br", ".gz"].entries()) {
    const smaller = packed[index];
    if (smaller && smaller.length < bytes.length) writeFileSync(path + ending, smaller);
  }
}
