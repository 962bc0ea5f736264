import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fastify from "fastify";
import { z } from "zod";
import { buildWorld } from "../build-world.ts";
import { isObject, objectAt } from "../json.ts";
import { startEmulator } from "../start-emulator.ts";
import { Database } from "../store/sqlite.ts";
import { SAMPLE_BODIES } from "../testing/sample-bodies.ts";
import { CONTROL_ROUTES } from "./all-routes.ts";
import { jsonSchema, openApiDocument } from "./open-api.ts";
import { DESCRIBED, serveControl } from "./serve-control.ts";

describe("the OpenAPI document of the control API", () => {
  it("describes every route that is served, and nothing else", () => {
    const { paths } = openApiDocument(DESCRIBED, "http://localhost");
    const described = Object.entries(isObject(paths) ? paths : {}).flatMap(([path, item]) =>
      Object.keys(isObject(item) ? item : {}).map(
        (method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`,
      ),
    );
    assert.deepEqual(described.toSorted(), served().toSorted());
  });

  it("names every operation once", () => {
    const ids = DESCRIBED.map((it) => `${it.method} ${it.path}`);
    assert.equal(new Set(ids).size, ids.length);
  });

  it("has a schema for every body, which accepts what its route accepts", () => {
    for (const { method, path, body } of CONTROL_ROUTES) {
      if (body === undefined || body === "bytes") continue;
      const samples = SAMPLE_BODIES[`${method} ${path}`] ?? [];
      assert.ok(samples.length > 0, `testing/sample-bodies.ts has none for ${method} ${path}`);
      const described = z.fromJSONSchema(jsonSchema(body));
      for (const sample of samples) {
        assert.equal(body.safeParse(sample).success, true, `${path} ${JSON.stringify(sample)}`);
        assert.equal(described.safeParse(sample).success, true, JSON.stringify(sample));
      }
    }
  });

  it("has no sample of a body that no route takes", () => {
    const routes = new Set(CONTROL_ROUTES.map((it) => `${it.method} ${it.path}`));
    assert.deepEqual(
      Object.keys(SAMPLE_BODIES).filter((it) => !routes.has(it)),
      [],
    );
  });

  it("is served, also as a page", async () => {
    await using meta = await startEmulator();
    const document: unknown = await (await fetch(`${meta.url}/_emulator/openapi.json`)).json();
    assert.ok(isObject(document));
    const write = objectAt(
      objectAt(document, "paths") ?? {},
      "/_emulator/people/{person}/chats/{chat}/messages",
    );
    assert.ok(isObject(objectAt(write ?? {}, "post")?.["requestBody"]));
    const page = await (await fetch(`${meta.url}/_emulator/docs`)).text();
    const read = page.replaceAll("<wbr>", "");
    for (const { path } of DESCRIBED) assert.ok(read.includes(`/_emulator${path}`), path);
    const places = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const ways = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    assert.deepEqual(
      ways.filter((it) => !places.has(it)),
      [],
    );
  });

  it("refuses a query parameter that it does not name", async () => {
    await using meta = await startEmulator();
    const answer = await fetch(`${meta.url}/_emulator/ledger?limit=5&page=2`);
    assert.equal(answer.status, 400);
    assert.match(await answer.text(), /no query parameter \\"page\\" here\. It takes callbackData/);
    const none = await fetch(`${meta.url}/_emulator/ledger?limit=few`);
    assert.match(await none.text(), /Query parameter limit: a whole number\./);
  });
});

function served(): readonly string[] {
  const found: string[] = [];
  const database = new Database(":memory:");
  const { world, loop } = buildWorld(database, {});
  const app = fastify();
  app.addHook("onRoute", ({ method, url }) => {
    const methods = Array.isArray(method) ? method : [method];
    if (!url.endsWith("*") && !methods.includes("HEAD")) found.push(`${methods.join()} ${url}`);
  });
  serveControl(app, { world, loop, reset: () => undefined, replay: async () => undefined });
  database.close();
  return found;
}
