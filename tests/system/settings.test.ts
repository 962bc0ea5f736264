import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { signBody } from "@galka/cloud-api";
import { call } from "@galka/contract/client";
import { DEMO } from "@galka/emulator";
import { freshDatabase } from "@galka/postgres/testing/fresh-database";
import { startServer } from "@galka/server/main";
import { z } from "zod";
import { type GalkaProcess, freePort, startGalka } from "../support/galka-process.ts";
import { connectLine } from "../support/payloads.ts";
import { OWNER } from "../support/signed-in.ts";
import { until } from "../support/until.ts";
import { startWorld } from "../support/world.ts";

/** How somebody with a number of their own starts it, as the README says; the other variables are in start.test.ts. */
describe("a start for a number of one's own", () => {
  const publicUrl = "https://desk.example.com";
  let galka: GalkaProcess;

  before(async () => {
    galka = await startGalka({
      keepPages: true,
      environment: {
        GALKA_DEMO: "off",
        GALKA_PUBLIC_URL: publicUrl,
        GALKA_OWNER_EMAIL: OWNER.email,
        GALKA_OWNER_PASSWORD: OWNER.password,
        GALKA_SECRET_KEY: Buffer.alloc(32, 5).toString("base64"),
        GALKA_METRICS_TOKEN: "fake-token-for-prometheus",
      },
    });
  });
  after(() => galka[Symbol.asyncDispose]());

  it("starts no emulator and fills in nothing, with GALKA_DEMO=off", async () => {
    await assert.rejects(fetch(galka.emulatorUrl));
    const options = { baseUrl: galka.url, headers: { cookie: cookieOf(await signIn()) } };
    const { workspace, phonesUrl } = await call("getMe", {}, options);
    assert.deepEqual([workspace.isDemo, phonesUrl], [false, null]);
    const { conversations, channels } = await call("getSnapshot", {}, options);
    assert.deepEqual([conversations, channels], [[], []]);
  });

  it("names the address of GALKA_PUBLIC_URL when it is ready, and gives its cookie to https alone", async () => {
    assert.match(galka.output(), /Galka is ready: https:\/\/desk\.example\.com\/\n/);
    const answer = await signIn();
    assert.equal(answer.status, 200);
    assert.match(answer.headers.getSetCookie().join(), /; Secure/i);
    assert.equal((await signIn("http://elsewhere.example")).status, 404);
  });

  it("makes no key of its own beside GALKA_SECRET_KEY", () => {
    assert.equal(existsSync(join(galka.data, "secret.key")), false);
  });

  it("says how it is, and its metrics to whoever has the token", async () => {
    assert.match(await (await get("/healthz")).text(), /"status":"ok"/);
    assert.match(await (await get("/readyz")).text(), /"status":"ready"/);
    assert.equal((await get("/metrics")).status, 404);
    const metrics = await get("/metrics", { authorization: "Bearer fake-token-for-prometheus" });
    const lines = (await metrics.text()).trim().split("\n");
    const sample = /^[a-z_:][\w:]*(?:\{[^}]*\})? [-+\w.]+$/i;
    assert.ok(lines.length > 20);
    assert.deepEqual(
      lines.filter((line) => line !== "" && !line.startsWith("#") && !sample.test(line)),
      [],
    );
  });

  it("describes its API to programs and to people", async () => {
    const { servers, paths } = described.parse(await (await get("/api/openapi.json")).json());
    assert.deepEqual(servers, [{ url: publicUrl }]);
    assert.ok("/api/v1/conversations/{id}/messages" in paths);
    const page = await get("/api/docs");
    assert.match(String(page.headers.get("content-type")), /^text\/html/);
    assert.match(await page.text(), /<h1>/);
  });

  function get(path: string, headers: Readonly<Record<string, string>> = {}) {
    return fetch(`${galka.url}${path}`, { headers });
  }

  function signIn(origin = publicUrl) {
    return fetch(`${galka.url}/api/v1/sign-in`, {
      method: "POST",
      headers: { "content-type": "application/json", origin },
      body: JSON.stringify(OWNER),
    });
  }
});

describe("GALKA_ROLES", () => {
  it("lets one process receive for another, which applies and shows", async () => {
    await using world = await startWorld("empty");
    const line = await connectLine(world);
    const port = await freePort();
    await using receiver = await startServer({
      ...world.config,
      port,
      demo: false,
      roles: new Set(["ingest"]),
    });
    const said = JSON.stringify({ object: "whatsapp_business_account", entry: [] });
    const answer = await fetch(`${receiver.url}${new URL(line.webhookUrl).pathname}`, {
      method: "POST",
      headers: { "x-hub-signature-256": signBody(Buffer.from(said), DEMO.appSecret) },
      body: said,
    });
    assert.equal(answer.status, 200);
    await line.caughtUp(1);
    await until("it is shown", async () => (await world.api("listParked", {})).items.length === 1);

    assert.equal((await fetch(`${receiver.url}/healthz`)).status, 200);
    assert.equal((await fetch(`${receiver.url}/readyz`)).status, 200);
    for (const path of ["/", "/api/v1/me", "/api/docs"]) {
      assert.equal((await fetch(`${receiver.url}${path}`)).status, 404, path);
    }
  });

  it("keeps a process that does not receive from taking webhooks", async () => {
    await using database = await freshDatabase();
    await using world = await startWorld("empty");
    await using desk = await startServer({
      ...world.config,
      databaseUrl: database.url,
      port: await freePort(),
      demo: false,
      roles: new Set(["web"]),
    });
    const path = "/webhooks/whatsapp/00000000-0000-4000-8000-000000000001";
    assert.equal((await fetch(`${desk.url}${path}`, { method: "POST", body: "{}" })).status, 404);
    assert.equal((await fetch(`${desk.url}/readyz`)).status, 200);
  });
});

const described = z.object({
  openapi: z.string().startsWith("3.1"),
  servers: z.array(z.object({ url: z.string() })),
  paths: z.record(z.string(), z.object()),
});

function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ");
}
