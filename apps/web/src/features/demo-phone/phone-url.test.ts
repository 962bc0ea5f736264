import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { phoneUrl } from "./phone-url.ts";

describe("phoneUrl", () => {
  const look = { locale: "ru", theme: "dark" };

  it("asks for a single phone that looks like the page", () => {
    const url = new URL(phoneUrl("http://localhost:4001/", look, null));
    assert.deepEqual(Object.fromEntries(url.searchParams), {
      narrow: "1",
      lang: "ru",
      theme: "dark",
    });
  });

  it("asks for the phone of whoever the conversation is with, their chat open", () => {
    const owner = { person: "79000000117", phoneNumberId: "106500000000001" };
    const url = new URL(phoneUrl("http://localhost:4001/", look, owner));
    assert.equal(url.searchParams.get("person"), "79000000117");
    assert.equal(url.searchParams.get("chat"), "business-106500000000001");
  });
});
