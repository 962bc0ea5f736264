import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { UserError } from "@galka/postgres/user-error";

const SCRIPT = join(import.meta.dirname, "../../../../scripts/build.ts");

/** Builds the two pages if their sources have changed. In a process of its own: the builder needs much memory. */
export async function buildPages(): Promise<void> {
  const child = spawn(process.execPath, ["--conditions=@galka/source", SCRIPT], {
    stdio: "inherit",
  });
  const [code] = await once(child, "exit");
  if (code !== 0)
    throw new UserError("The pages could not be built. The builder's own message stands above.");
}
