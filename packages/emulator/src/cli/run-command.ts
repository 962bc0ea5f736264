import { readFile, writeFile } from "node:fs/promises";
import { controlClient } from "../control/client.ts";
import { explain } from "../explain/explain.ts";

/** The command line asks for something that is not there; the message says what to write. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

type Running = { readonly url: string; readonly key: string | undefined };

/** Does what the words say, to a running emulator where it needs one; answers what to print. */
export async function runCommand(words: readonly string[], running: Running): Promise<string> {
  const [command, ...rest] = words;
  if (command === "explain") return explainCode(rest);
  if (command === "snapshot") return moveSnapshot(rest, running);
  throw new UsageError(`There is no command "${command}". It is snapshot or explain.`);
}

function explainCode([code, subcode]: readonly string[]): string {
  const found = explain(Number(code), subcode === undefined ? null : Number(subcode));
  if (found === null) {
    throw new UsageError(`Nothing is known about "${code}". Give a code of Meta's, e.g. 131047.`);
  }
  const name = found.subcode === null ? found.code : `${found.code}/${found.subcode}`;
  const { title, why, remedy, source } = found;
  return `${name} ${title}\n  ${why.en}\n  ${remedy.en}\n  ${source}`;
}

async function moveSnapshot(words: readonly string[], { url, key }: Running): Promise<string> {
  const [verb, file] = words;
  if ((verb !== "save" && verb !== "restore") || file === undefined) {
    throw new UsageError("Write: galka-emulator snapshot save FILE, or snapshot restore FILE.");
  }
  const control = controlClient(url.replace(/\/+$/, ""), key);
  if (verb === "restore") {
    const world = await control.restoreSnapshot(await readFile(file));
    return `Restored ${file}: it is ${world.clock.now} there.`;
  }
  const snapshot = await control.takeSnapshot();
  await writeFile(file, snapshot);
  return `Kept the world of ${url} in ${file} (${Math.ceil(snapshot.length / 1024)} KB).`;
}
