import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { queryOf, sendFilter } from "./query.ts";

describe("looking for something in a log", () => {
  it("leaves out what was not said", () => {
    assert.equal(queryOf({ text: "", status: "4xx", limit: 100 }), "status=4xx&limit=100");
  });

  it("knows a message by its id", () => {
    assert.deepEqual(sendFilter("wamid.HBgL"), { wamid: "wamid.HBgL" });
  });

  it("knows a phone number however it is written", () => {
    assert.deepEqual(sendFilter("+49 (151) 000-0001"), { to: "491510000001" });
  });

  it("knows a business-scoped user id", () => {
    assert.deepEqual(sendFilter("DE.1349"), { to: "DE.1349" });
  });

  it("takes everything else for callback data", () => {
    assert.deepEqual(sendFilter("order-17"), { callbackData: "order-17" });
    assert.deepEqual(sendFilter(""), {});
  });
});
