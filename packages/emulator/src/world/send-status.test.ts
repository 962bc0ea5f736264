import assert from "node:assert/strict";
import { it } from "node:test";
import { advances } from "./send-status.ts";

it("moves a send forward only", () => {
  assert.equal(advances("accepted", "sent"), true);
  assert.equal(advances("sent", "read"), true);
  assert.equal(advances("read", "delivered"), false);
  assert.equal(advances("read", "read"), false);
});

it("leaves a failed send failed", () => assert.equal(advances("failed", "delivered"), false));
