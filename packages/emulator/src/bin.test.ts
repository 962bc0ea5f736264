import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, it } from "node:test";
import { DatabaseSync } from "node:sqlite";
import { controlClient } from "./control/client.ts";
import { DEMO } from "./demo.ts";
import { graphOf, wamidOf } from "./testing/desk.ts";
import { startReceiver } from "./testing/receiver.ts";

const BIN = join(import.meta.dirname, "bin.ts");

function run(...args: string[]): ChildProcess {
  return spawn(process.execPath, ["--conditions=@galka/source", BIN, ...args], {
    stdio: ["pipe", "pipe", "pipe"],
  });
}

async function addressOf(child: ChildProcess): Promise<string> {
  assert.ok(child.stdout);
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /listening on (http\S+)/.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error("The emulator ended without listening");
}

async function errorsOf(child: ChildProcess): Promise<string> {
  let text = "";
  child.stderr?.on("data", (chunk) => (text += String(chunk)));
  const [code] = await once(child, "close");
  assert.equal(code, 1);
  return text;
}

async function wordsOf(child: ChildProcess): Promise<string> {
  let text = "";
  child.stdout?.on("data", (chunk) => (text += String(chunk)));
  const [code] = await once(child, "close");
  assert.equal(code, 0, text);
  return text;
}

async function inDirectory(work: (directory: string) => Promise<void>): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), "galka-emulator-"));
  try {
    await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

describe("galka-emulator", () => {
  it("loses nothing it has answered when it is killed, and goes on with what was due", async () => {
    await using receiver = await startReceiver();
    await inDirectory(async (directory) => {
      const first = run("--port", "0", "--data", directory);
      const before = await addressOf(first);
      const graph = graphOf(before);
      const control = controlClient(before);
      receiver.answers = 500;
      const override = { override_callback_uri: receiver.url, verify_token: "t" };
      await graph("POST", `/${DEMO.wabaId}/subscribed_apps`, override);
      const ana = await control.addPerson({ name: "Ana" });
      await control.write(ana.id, DEMO.phoneNumberId, { kind: "text", body: "hello" });
      await control.moveClock({ frozen: true });
      const message = { messaging_product: "whatsapp", to: ana.waId, text: { body: "hi" } };
      const wamid = wamidOf(await graph("POST", `/${DEMO.phoneNumberId}/messages`, message));
      first.kill("SIGKILL");
      await once(first, "close");

      const second = run("--port", "0", "--data", directory);
      const again = controlClient(await addressOf(second));
      receiver.answers = 200;
      receiver.received.length = 0;
      assert.equal((await again.ledger()).data[0]?.wamid, wamid);
      assert.equal((await again.clock()).frozen, true);
      await again.moveClock({ advanceMs: 60_000 });
      assert.equal(receiver.messages().length, 1);
      assert.deepEqual(
        receiver.statuses().map((it) => it["status"]),
        ["sent", "delivered"],
      );
      second.kill("SIGTERM");
      const [code] = await once(second, "close");
      assert.equal(code, 0);
    });
  });

  it("ends with its parent when told to", async () => {
    const child = run("--port", "0", "--end-with-parent");
    await addressOf(child);
    child.stdin?.end();
    const [code] = await once(child, "close");
    assert.equal(code, 0);
  });

  it("begins with the world of a file, and moves it into a snapshot and back", async () => {
    await inDirectory(async (directory) => {
      const world = join(directory, "world.json");
      const snapshot = join(directory, "world.snapshot");
      await writeFile(world, JSON.stringify({ people: [{ name: "Ana" }, { name: "Luz" }] }));
      const child = run("--port", "0", "--world", world);
      const url = await addressOf(child);
      assert.match(
        await wordsOf(run("snapshot", "save", snapshot, "--of", url)),
        /^Kept the world/,
      );
      const control = controlClient(url);
      await control.addPerson({ name: "Zoe" });
      assert.match(await wordsOf(run("snapshot", "restore", snapshot, "--of", url)), /^Restored/);
      assert.equal((await control.people()).data.length, 2);
      child.kill("SIGTERM");
      await once(child, "close");
      const second = run("--port", "0", "--snapshot", snapshot);
      assert.equal((await controlClient(await addressOf(second)).people()).data.length, 2);
      second.kill("SIGTERM");
      await once(second, "close");
    });
  });

  it("says what is wrong with a world, a snapshot, a command and an address", async () => {
    await inDirectory(async (directory) => {
      const file = join(directory, "world.json");
      await writeFile(file, '{ "people": [{ "name": 1 }] }');
      assert.match(
        await errorsOf(run("--world", file)),
        /world\.json is not as.*\n {2}people\[0\]\.name/,
      );
      assert.match(await errorsOf(run("--snapshot", file, "--port", "0")), /not a snapshot/);
      assert.match(await errorsOf(run("fly")), /There is no command "fly"/);
      const nobody = ["snapshot", "save", file, "--of", "http://127.0.0.1:9"];
      assert.match(await errorsOf(run(...nobody)), /No emulator answers there/);
      assert.match(await errorsOf(run("--host", "0.0.0.0", "--port", "0")), /--control-key/);
    });
  });

  it("explains an error", async () => {
    assert.match(
      await wordsOf(run("explain", "131047")),
      /^131047 Re-engagement message\n {2}More than 24/,
    );
    assert.match(await wordsOf(run("--help")), /galka-emulator explain CODE/);
  });

  it("says what to do about a taken port", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    assert.match(await errorsOf(run("--port", String(port))), /^The port is taken\. .*--port.*\n$/);
    server.close();
  });

  it("says what to do about a port that is none and an option that is none", async () => {
    assert.match(await errorsOf(run("--port", "ninety")), /^"ninety" is not a port\./);
    assert.match(await errorsOf(run("--colour")), /--help/);
  });

  it("refuses the state of a newer emulator", async () => {
    await inDirectory(async (directory) => {
      const db = new DatabaseSync(join(directory, "emulator.sqlite"));
      db.exec("pragma user_version = 999");
      db.close();
      const said = await errorsOf(run("--port", "0", "--data", directory));
      assert.match(said, /was written by a newer emulator; .*--data/);
    });
  });
});
