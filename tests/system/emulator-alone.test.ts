import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { describe, it } from "node:test";
import { DEMO } from "@galka/emulator";
import { until } from "../support/until.ts";

const BOOTSTRAP = join(import.meta.dirname, "../../scripts/bootstrap.mjs");

describe("npm run emulator", () => {
  it("serves the phones and Meta's API without Galka, and ends when it is asked to", async () => {
    await using emulator = startAlone();
    const url = await emulator.url();

    const page = await fetch(`${url}/`);
    assert.match(String(page.headers.get("content-type")), /^text\/html/);
    const html = await page.text();
    const script = /src="([^"]+\.js)"/.exec(html)?.[1];
    assert.ok(script, html);
    assert.equal((await fetch(new URL(script, page.url))).status, 200);

    const number = await fetch(`${url}/v26.0/${DEMO.phoneNumberId}`, {
      headers: { authorization: `Bearer ${DEMO.accessToken}` },
    });
    assert.match(await number.text(), new RegExp(`"id":"${DEMO.phoneNumberId}"`));
    assert.match(await (await fetch(`${url}/_emulator/openapi.json`)).text(), /"openapi":"3/);

    assert.equal(await emulator.end(), 0);
    await assert.rejects(fetch(url));
  });
});

function startAlone() {
  const child: ChildProcess = spawn(process.execPath, [BOOTSTRAP, "emulator", "--port", "0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, "exit");
  const end = async () => {
    child.kill("SIGTERM");
    const [code] = await ended;
    return code;
  };
  return {
    url: () =>
      until("the emulator listens", () => /listening on (http\S+)/.exec(output)?.[1], 60_000),
    end,
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null && child.signalCode === null) await end();
    },
  };
}
