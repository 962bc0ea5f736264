import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { deviceOf } from "./device-of.ts";

describe("deviceOf", () => {
  check("Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36", "Chrome, Linux");
  check("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge, Windows");
  check("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari/604.1", "Safari, iPhone");
  check("curl/8.0", "curl/8.0");

  function check(userAgent: string, device: string) {
    it(`takes ${userAgent} for ${device}`, () => assert.equal(deviceOf(userAgent), device));
  }
});
