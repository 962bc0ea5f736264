import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isLoopback, isPublicAddress } from "./addresses.ts";

describe("isPublicAddress", () => {
  for (const address of ["157.240.1.1", "8.8.8.8", "2a03:2880:f003:c07::1"]) {
    it(`knows ${address} as public`, () => assert.equal(isPublicAddress(address), true));
  }
  for (const address of [
    "127.0.0.1",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "::ffff:10.0.0.1",
    "::ffff:7f00:1",
    "64:ff9b::a00:1",
    "2002:7f00:1::",
    "fd00::1",
    "fe80::1",
    "not an address",
    "2130706433",
  ]) {
    it(`knows ${address} as none`, () => assert.equal(isPublicAddress(address), false));
  }
});

describe("isLoopback", () => {
  it("knows this machine in all of its spellings", () => {
    assert.deepEqual(
      ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1", "10.0.0.1"].map(isLoopback),
      [true, true, true, true, false],
    );
  });
});
