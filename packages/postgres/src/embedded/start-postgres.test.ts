import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import pg from "pg";
import { UserError } from "../user-error.ts";
import { startPostgres } from "./start-postgres.ts";

describe("startPostgres", () => {
  // Closed to everybody else, as /root and what mktemp makes are.
  const home = mkdtempSync(join(tmpdir(), "galka-postgres-"));
  chmodSync(home, 0o700);
  const directory = join(home, "database");
  after(() => rmSync(home, { recursive: true, force: true }));

  it("creates a database that a password protects and that no one else can read", async () => {
    await using postgres = await start();
    assert.equal(await ask(postgres.url, "select current_setting('fsync')"), "on");
    const wrong = new URL(postgres.url);
    wrong.password = "fake-wrong-password";
    await assert.rejects(ask(wrong.href, "select 1"), /password authentication failed/);
    assert.equal(statSync(directory).mode & 0o777, 0o700);
    assert.equal(statSync(join(directory, "password")).mode & 0o777, 0o600);
  });

  it("keeps data, password and port between starts", async () => {
    const first = await start();
    await ask(first.url, "create table kept as select 7 as n");
    await first[Symbol.asyncDispose]();
    await using second = await start();
    assert.equal(second.url, first.url);
    assert.equal(await ask(second.url, "select n from kept"), 7);
  });

  it("takes another port when its own is taken", async () => {
    const first = await start();
    await first[Symbol.asyncDispose]();
    const stranger = createServer().listen(Number(new URL(first.url).port), "127.0.0.1");
    await once(stranger, "listening");
    await using second = await start();
    stranger.close();
    assert.notEqual(new URL(second.url).port, new URL(first.url).port);
    assert.equal(await ask(second.url, "select 1"), 1);
  });

  it("recovers what was committed when it is killed", async () => {
    const first = await start();
    await ask(first.url, "create table survived as select 9 as n");
    process.kill(first.pid, "SIGKILL");
    await first.ended;
    await using second = await start();
    assert.equal(await ask(second.url, "select n from survived"), 9);
  });

  it("takes over from the server that a killed process left running", async () => {
    const orphan = await startInProcessThatIsKilled(directory);
    const said: string[] = [];
    await using postgres = await start((line) => said.push(line));
    assert.notEqual(postgres.pid, orphan);
    assert.match(said.join(), /earlier Galka left running/);
    assert.equal(await ask(postgres.url, "select 1"), 1);
  });

  it("starts although the process id in its lock file is somebody else's", async () => {
    writeLockFile(process.pid);
    await using postgres = await start();
    assert.equal(await ask(postgres.url, "select 1"), 1);
  });

  it("starts although the process in its lock file is dead and still listed", async () => {
    // The shell becomes a program that never asks how the child before it ended.
    const parent = spawn("sh", ["-c", "true & echo $!; exec sleep 60"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [line] = await once(parent.stdout, "data");
    writeLockFile(Number(String(line)));
    try {
      await using postgres = await start();
      assert.equal(await ask(postgres.url, "select 1"), 1);
    } finally {
      parent.kill("SIGKILL");
    }
  });

  it("knows letters beyond English in words and trigrams", async () => {
    await using postgres = await start();
    await ask(postgres.url, "create extension if not exists pg_trgm");
    assert.equal(await ask(postgres.url, "select similarity('ПРИВЕТ', 'привет')"), 1);
    assert.equal(await ask(postgres.url, "select 'Стрижка' ilike '%СТРИ%'"), true);
  });

  it("refuses the data of a newer PostgreSQL", async () => {
    const file = join(directory, "cluster", "PG_VERSION");
    const before = readFileSync(file);
    writeFileSync(file, "19\n");
    await assert.rejects(
      start(),
      (error) => error instanceof UserError && /newer than this Galka's 18/.test(error.message),
    );
    writeFileSync(file, before);
  });

  function writeLockFile(pid: number): void {
    const lines = [pid, join(directory, "cluster"), 1, 5432, "", "127.0.0.1", "1 1", "ready", ""];
    writeFileSync(join(directory, "cluster", "postmaster.pid"), lines.join("\n"));
  }

  function start(say: (line: string) => void = () => {}) {
    return startPostgres({ directory, durability: "durable", say });
  }
});

async function ask(url: string, query: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<unknown[]>({ text: query, rowMode: "array" });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

/** Answers the id of the PostgreSQL that outlives its parent. */
async function startInProcessThatIsKilled(directory: string): Promise<number> {
  const script = `
    import { startPostgres } from ${JSON.stringify(join(import.meta.dirname, "start-postgres.ts"))};
    const postgres = await startPostgres({ directory: ${JSON.stringify(directory)}, durability: "durable", say() {} });
    console.log(postgres.pid);
    setInterval(() => {}, 1000);`;
  const args = ["--conditions=@galka/source", "--input-type=module-typescript", "--eval", script];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit").then(() =>
    assert.fail("It ended before PostgreSQL was there."),
  );
  const [line] = await Promise.race([once(child.stdout, "data"), ended]);
  child.kill("SIGKILL");
  await assert.rejects(ended);
  return Number(String(line));
}
