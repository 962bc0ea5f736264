import { readFile } from "node:fs/promises";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "../support/until.ts";
import type { World } from "./world.ts";

const VICTIMS = ["server", "emulator", "database"] as const;
type Victim = (typeof VICTIMS)[number];

/** Kills server, emulator and database in turn with SIGKILL until it is stopped; answers what it killed. */
export function startKilling(world: World, everyMs: number): { stop(): Promise<string[]> } {
  const killed: Victim[] = [];
  const over = new AbortController();
  const loop = (async () => {
    while (!over.signal.aborted) {
      await new Promise((resolve) => setTimeout(resolve, everyMs));
      if (over.signal.aborted) break;
      const victim = VICTIMS[killed.length % VICTIMS.length] ?? "server";
      await KILL[victim](world);
      killed.push(victim);
      console.log(`chaos: killed the ${victim}`);
    }
  })();
  return {
    async stop() {
      over.abort();
      await loop;
      return VICTIMS.map((it) => `${it} ${killed.filter((one) => one === it).length}×`);
    },
  };
}

const KILL: Readonly<Record<Victim, (world: World) => Promise<void>>> = {
  async server(world) {
    world.galka.child.kill("SIGKILL");
    await new Promise((resolve) => world.galka.child.once("exit", resolve));
    await world.restart();
  },
  async emulator(world) {
    const pid = childRunning(world, "packages/emulator/src/bin.ts");
    process.kill(pid, "SIGKILL");
    await until("the emulator is back", async () => {
      await world.galka.emulator.world();
      return childRunning(world, "packages/emulator/src/bin.ts") !== pid;
    });
  },
  async database(world) {
    const pid = await postmasterOf(world);
    process.kill(pid, "SIGKILL");
    await until("the database is back", async () => {
      const response = await fetch(`${world.galka.url}/readyz`);
      return response.ok && (await postmasterOf(world)) !== pid;
    });
  },
};

/** The child of Galka's process that runs `script`. */
function childRunning(world: World, script: string): number {
  for (const path of globSync("/proc/[0-9]*/stat")) {
    try {
      const fields = readFileSync(path, "utf8").split(") ")[1]?.split(" ") ?? [];
      const command = readFileSync(path.replace(/stat$/, "cmdline"), "utf8");
      if (Number(fields[1]) === world.galka.child.pid && command.includes(script)) {
        return Number(path.split("/")[2]);
      }
    } catch {
      // The process ended between the listing and the reading.
    }
  }
  throw new Error(`Galka has no child that runs ${script}.`);
}

async function postmasterOf(world: World): Promise<number> {
  const [file] = globSync(join(world.galka.data, "**/postmaster.pid"));
  if (!file) throw new Error("There is no postmaster.pid in the data directory.");
  return Number((await readFile(file, "utf8")).split("\n", 1)[0]);
}
