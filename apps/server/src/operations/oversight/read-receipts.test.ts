import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { says } from "../../testing/meta-bodies.ts";
import { startTestApp } from "../../testing/test-app.ts";
import { listParked } from "./read-receipts.ts";

describe("listParked", () => {
  it("gives all of it, a page at a time", async () => {
    await using test = await startTestApp();
    const bodies = ["1", "2", "3"].map((id) => says(id, "Hola", Number(id)));
    await test.receive(...bodies.map(toAnotherNumber));
    const first = await listParked(test.app, test.member, { limit: 2 });
    assert.ok("items" in first && first.next);
    const rest = await listParked(test.app, test.member, { limit: 2, after: first.next });
    assert.ok("items" in rest);
    assert.deepEqual([first.items.length, rest.items.length, rest.next], [2, 1, null]);
    assert.equal(new Set([...first.items, ...rest.items].map(({ id }) => id)).size, 3);
  });
});

function toAnotherNumber(body: object): unknown {
  return JSON.parse(JSON.stringify(body).replaceAll("106540352242922", "999"));
}
