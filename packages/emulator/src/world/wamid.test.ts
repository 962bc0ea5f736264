import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { wamid } from "./wamid.ts";

describe("wamid", () => {
  it("is base64 with the phone number in it", () => {
    const id = wamid("seed", 1, "business", "16505551234");
    assert.match(id, /^wamid\.HBgL[A-Za-z0-9+/]+=*$/);
    assert.ok(Buffer.from(id.slice(6), "base64").includes("16505551234"));
  });

  it("is the same for the same seed and count, and no other", () => {
    const one = wamid("seed", 1, "person", "16505551234");
    assert.equal(one, wamid("seed", 1, "person", "16505551234"));
    assert.notEqual(one, wamid("seed", 2, "person", "16505551234"));
    assert.notEqual(one, wamid("other", 1, "person", "16505551234"));
  });
});
