import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "@galka/postgres/embedded/free-port";
import { readConfig } from "../config.ts";
import { startEmulator } from "./start-emulator.ts";

describe("startEmulator", () => {
  const data = mkdtempSync(join(tmpdir(), "galka-emulator-"));
  after(() => rmSync(data, { recursive: true, force: true }));

  it("answers when it has started, and is gone when it is stopped", async () => {
    const { config, clock } = await place();
    const emulator = await startEmulator(config, () => {});
    assert.equal((await fetch(clock)).status, 200);
    await emulator[Symbol.asyncDispose]();
    await assert.rejects(fetch(clock));
  });

  it("ends when whoever started it is killed", async () => {
    const { config, clock } = await place();
    const script = `
      import { startEmulator } from ${JSON.stringify(join(import.meta.dirname, "start-emulator.ts"))};
      await startEmulator(${JSON.stringify({ ...config, roles: [] })}, () => {});
      console.log("started");`;
    const args = ["--conditions=@galka/source", "--input-type=module-typescript", "--eval", script];
    const parent = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    await once(parent.stdout, "data");
    assert.equal((await fetch(clock)).status, 200);
    parent.kill("SIGKILL");
    await untilRejected(() => fetch(clock));
  });

  async function place() {
    const port = await freePort();
    const config = readConfig({ GALKA_DATA: data, GALKA_EMULATOR_PORT: String(port) });
    return { config, clock: `http://127.0.0.1:${port}/_emulator/clock` };
  }
});

async function untilRejected(work: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    try {
      await work();
    } catch {
      return;
    }
    await sleep(20);
  }
  assert.fail("The emulator outlived its parent by 10 seconds.");
}
