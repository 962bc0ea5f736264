import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "vitest";
import { fetchAhead } from "./ahead.ts";

describe("fetchAhead", () => {
  const fetchOfPage = globalThis.fetch;
  let asked: string[];

  beforeEach(() => {
    asked = [];
    globalThis.fetch = async (input) => {
      asked.push(typeof input === "string" ? input : "");
      return Response.json("asked");
    };
  });
  afterEach(() => {
    globalThis.fetch = fetchOfPage;
    globalThis.galkaAhead = undefined;
  });

  const get = async (path: string) => (await fetchAhead(path, { method: "GET" })).json();

  it("takes what was asked for ahead, once", async () => {
    globalThis.galkaAhead = new Map([["/me", Promise.resolve(Response.json("ahead"))]]);
    assert.equal(await get("/me"), "ahead");
    assert.deepEqual(asked, []);
    assert.equal(await get("/me"), "asked");
  });

  it("asks again where the answer was a no, or none came", async () => {
    const no = Response.json({}, { status: 401 });
    globalThis.galkaAhead = new Map<string, Promise<Response | null>>([
      ["/me", Promise.resolve(no)],
      ["/snapshot", Promise.resolve(null)],
    ]);
    assert.equal(await get("/me"), "asked");
    assert.equal(await get("/snapshot"), "asked");
  });

  it("asks by itself for everything else", async () => {
    assert.equal(await get("/views"), "asked");
    assert.deepEqual(asked, ["/views"]);
  });
});
