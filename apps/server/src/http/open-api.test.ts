import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ROUTES } from "@galka/contract/routes";
import { apiPage } from "./api-page.ts";
import { openApi } from "./open-api.ts";

describe("the OpenAPI document", () => {
  const document = openApi({ publicUrl: "https://galka.test", version: "1.2.3" });
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));

  it("has every route of the contract once", () => {
    const ids = operations.map((it) => it.operationId).sort();
    assert.deepEqual(ids, Object.keys(ROUTES).sort());
  });

  it("describes every parameter of a path", () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters = [] } of Object.values(methods)) {
        const inPath = parameters.filter((it) => it["in"] === "path").map((it) => it["name"]);
        assert.deepEqual(inPath, named, path);
      }
    }
  });

  it("says what may be left out of a query", () => {
    const { parameters = [] } = document.paths["/api/v1/search"]!["get"]!;
    const required = Object.fromEntries(parameters.map((it) => [it["name"], it["required"]]));
    assert.deepEqual(required, { q: true, limit: false });
  });

  it("refers only to what it has", () => {
    const text = JSON.stringify(document);
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      assert.ok(name && name in (document.components["schemas"] as object), name);
    }
  });

  it("needs no script to be read by people", () => {
    const page = apiPage(document);
    assert.doesNotMatch(page, /<script|<style|style=|onclick/);
    for (const { operationId } of operations) assert.ok(page.includes(`id="${operationId}"`));
  });
});
