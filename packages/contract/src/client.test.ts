import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { call, RefusedError, UnreachableError } from "./client.ts";

const ID = "0195d1a0-0000-7000-8000-000000000001";

describe("call", () => {
  it("fills the path, the query and the body", async () => {
    const seen: [string, string | undefined, unknown][] = [];
    const fetch = answering(200, { seq: 1, items: [], next: null, newer: null }, (url, init) =>
      seen.push([url, init?.method, init?.body]),
    );

    await call("listMessages", { params: { id: ID }, query: { limit: 5 } }, { fetch });
    await call("updateContact", { params: { id: ID }, body: { name: "Анна" } }, { fetch });

    assert.deepEqual(seen, [
      [`/api/v1/conversations/${ID}/messages?limit=5`, "GET", undefined],
      [`/api/v1/contacts/${ID}`, "PATCH", '{"name":"Анна"}'],
    ]);
  });

  it("throws what the API refuses, with the reason", async () => {
    const fetch = answering(409, { refused: "window-closed", message: "The window is closed." });
    await assert.rejects(
      call("markRead", { params: { id: ID } }, { fetch }),
      (error) => error instanceof RefusedError && error.refusal.refused === "window-closed",
    );
  });

  it("calls a page that is not Galka's unreachable", async () => {
    const fetch: typeof globalThis.fetch = () =>
      Promise.resolve(new Response("<html>Bad gateway</html>", { status: 502 }));
    await assert.rejects(call("getMe", {}, { fetch }), UnreachableError);
  });

  it("calls a broken connection unreachable", async () => {
    const fetch: typeof globalThis.fetch = () => Promise.reject(new TypeError("fetch failed"));
    await assert.rejects(call("getMe", {}, { fetch }), UnreachableError);
  });
});

function answering(
  status: number,
  body: unknown,
  onCall?: (url: string, init: RequestInit | undefined) => void,
): typeof globalThis.fetch {
  return (url, init) => {
    onCall?.(String(url instanceof Request ? url.url : url), init);
    return Promise.resolve(Response.json(body, { status }));
  };
}
