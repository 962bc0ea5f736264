import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { freshDatabase } from "@galka/postgres/testing/fresh-database";
import { freePort, startGalka } from "../support/galka-process.ts";
import { until } from "../support/until.ts";

const ROOT = join(import.meta.dirname, "../..");

/** Each test leaves data that the next one starts on, as the life of an installation does. */
describe("npm start", () => {
  const data = mkdtempSync(join(tmpdir(), "galka-start-"));
  after(() => rmSync(data, { recursive: true, force: true }));

  it("ends with a link, serves both pages' addresses, and stops with everything it started", async () => {
    const galka = await startGalka({ data, keepPages: true });
    assert.ok(galka.signInLink);
    assert.equal((await fetch(`${galka.url}/readyz`)).status, 200);
    assert.equal((await fetch(`${galka.emulatorUrl}/_emulator/clock`)).status, 200);
    const started = descendantsOf(galka.child.pid ?? 0);
    assert.ok(started.length >= 3, "PostgreSQL, its processes and the emulator");

    assert.equal(await galka.stop(), 0);
    assert.deepEqual(started.filter(isAlive), []);
  });

  it("recovers when everything was killed at once", async () => {
    const killed = await startGalka({ data, keepPages: true });
    for (const pid of [...descendantsOf(killed.child.pid ?? 0), killed.child.pid ?? 0]) {
      process.kill(pid, "SIGKILL");
    }
    await using galka = await startGalka({ data, keepPages: true });
    assert.equal((await fetch(`${galka.url}/readyz`)).status, 200);
  });

  it("recovers when it was killed alone, taking over from what outlived it", async () => {
    const killed = await startGalka({ data, keepPages: true });
    killed.child.kill("SIGKILL");
    await once(killed.child, "exit");
    await using galka = await startGalka({ data, keepPages: true });
    assert.match(galka.output(), /earlier Galka left running/);
    assert.equal((await fetch(`${galka.url}/readyz`)).status, 200);
  });

  it("starts the database and the emulator again when they are killed", async () => {
    await using galka = await startGalka({ data, keepPages: true });
    process.kill(postmasterOf(data), "SIGKILL");
    await until("the database is back", () => galka.output().includes("PostgreSQL is back."));
    await until("Galka is ready", async () => (await fetch(`${galka.url}/readyz`)).ok);

    process.kill(childRunning(galka.child.pid ?? 0, "emulator/src/bin.ts"), "SIGKILL");
    await until("the emulator is back", () => galka.output().includes("The emulator is back."));
    assert.equal((await fetch(`${galka.emulatorUrl}/_emulator/clock`)).status, 200);
  });

  it("stops when what npm started it through is killed", async () => {
    const script = join(ROOT, "scripts/bootstrap.mjs");
    const ports = {
      GALKA_PORT: String(await freePort()),
      GALKA_EMULATOR_PORT: String(await freePort()),
    };
    const bootstrap = spawn(process.execPath, [script, "start", "--keep-pages"], {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, ...ports, GALKA_DATA: data },
    });
    let output = "";
    bootstrap.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    await until("Galka is ready", () => output.includes("Galka is ready"), 60_000);
    const started = descendantsOf(bootstrap.pid ?? 0);
    bootstrap.kill("SIGKILL");
    await until("everything has ended", () => !started.some(isAlive));
  });

  it("refuses a second start on the same data, and says how to have two", async () => {
    await using galka = await startGalka({ data, keepPages: true });
    const { code, output } = await fails({ GALKA_DATA: data });
    assert.equal(code, 1);
    assert.match(
      output,
      new RegExp(
        `^Galka already runs on this data \\(process ${galka.child.pid},.*GALKA_DATA.*\n$`,
      ),
    );
  });

  it("uses the database that DATABASE_URL names, and makes none", async () => {
    await using fresh = await freshDatabase();
    const other = join(data, "other");
    await using galka = await startGalka({
      data: other,
      keepPages: true,
      environment: { DATABASE_URL: fresh.url },
    });
    assert.equal((await fetch(`${galka.url}/readyz`)).status, 200);
    assert.equal(existsSync(join(other, "database")), false);
  });

  it("refuses to open a world on data of something else, and says how to have one", async () => {
    const { code, output } = await fails({ GALKA_DATA: data }, ["--world", "order-notices"]);
    assert.equal(code, 1);
    assert.match(output, /is of something else\. Leave GALKA_DATA .* the world order-notices/u);
  });

  it("refuses a world that is none, in one line that names those that are", async () => {
    const { code, output } = await fails({ GALKA_DATA: data }, ["--world", "moon"]);
    assert.equal(code, 1);
    assert.equal(output, 'There is no world "moon". Worlds: live-recipes, order-notices.\n');
  });

  it("names the variable of a port that is taken", async () => {
    const stranger = createServer().listen(0, "127.0.0.1");
    await once(stranger, "listening");
    const address = stranger.address();
    const port = String(typeof address === "object" && address ? address.port : 0);
    for (const variable of ["GALKA_PORT", "GALKA_EMULATOR_PORT"]) {
      const { code, output } = await fails({ GALKA_DATA: data, [variable]: port });
      assert.equal(code, 1);
      assert.equal(
        output,
        `Port ${port} is taken by another program. Stop that program, or set ${variable} to a free port.\n`,
      );
    }
    stranger.close();
  });

  it("refuses the data of a newer version, in one line", async () => {
    writeFileSync(join(data, "version"), "999.0.0\n");
    const { code, output } = await fails({ GALKA_DATA: data });
    assert.equal(code, 1);
    assert.match(output, /^The data was written by Galka 999\.0\.0;.*\n$/);
  });

  it("says which variable is wrong, in one line", async () => {
    const { code, output } = await fails({ GALKA_PORT: "http" });
    assert.equal(code, 1);
    assert.equal(output, "GALKA_PORT: must be a port, a number from 1 to 65535.\n");
  });
});

/** A start that is expected to end by itself. */
async function fails(
  environment: Record<string, string>,
  args: readonly string[] = [],
): Promise<{ code: unknown; output: string }> {
  const ports = {
    GALKA_PORT: String(await freePort()),
    GALKA_EMULATOR_PORT: String(await freePort()),
  };
  const child = spawn(
    process.execPath,
    ["--conditions=@galka/source", "apps/server/src/start.ts", "--keep-pages", ...args],
    {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...ports, ...environment },
    },
  );
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const [code] = await once(child, "close");
  return { code, output };
}

function postmasterOf(data: string): number {
  return Number(
    readFileSync(join(data, "database/cluster/postmaster.pid"), "utf8").split("\n", 1)[0],
  );
}

function childRunning(parent: number, script: string): number {
  const found = descendantsOf(parent).find((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(script),
  );
  assert.ok(found, `a child that runs ${script}`);
  return found;
}

function descendantsOf(root: number): number[] {
  const all = globSync("/proc/[0-9]*/stat").flatMap((path) => {
    try {
      const stat = readFileSync(path, "utf8");
      return [
        {
          pid: Number(path.split("/")[2]),
          parent: Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]),
        },
      ];
    } catch {
      return [];
    }
  });
  const below = (parent: number): number[] =>
    all.filter((one) => one.parent === parent).flatMap(({ pid }) => [pid, ...below(pid)]);
  return below(root);
}

/** A process that has ended counts as gone, whether or not anybody has waited for it. */
function isAlive(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return !stat.slice(stat.lastIndexOf(")") + 2).startsWith("Z");
  } catch {
    return false;
  }
}
