import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { signBody, verifySignature } from "./signature.ts";

const SECRET = "fake-app-secret";
// As Meta writes it: non-Latin letters and some signs are escaped.
const BODY = new TextEncoder().encode(String.raw`{"text":"\u043f\u0440\u0438 a\u0040b.c\/x"}`);
const RIGHT = signBody(BODY, SECRET);

describe("verifySignature", () => {
  check("accepts the signature of these bytes", RIGHT, true);
  check("refuses another signature", signBody(BODY, "another-fake-secret"), false);
  check("refuses a missing header", undefined, false);
  check("refuses an empty header", "", false);
  check("refuses upper-case digits", RIGHT.toUpperCase().replace("SHA256", "sha256"), false);
  check("refuses an upper-case prefix", RIGHT.replace("sha256", "SHA256"), false);
  check("refuses a header without the prefix", RIGHT.slice("sha256=".length), false);
  check("refuses the prefix of another digest", RIGHT.replace("sha256=", "sha1="), false);
  check("refuses a digest that is too short", RIGHT.slice(0, -2), false);
  check("refuses a digest that is too long", `${RIGHT}00`, false);
  check("refuses digits that are none", RIGHT.replace(/.$/, "g"), false);
  check("refuses spaces around it", ` ${RIGHT} `, false);
  check("refuses a line break behind it", `${RIGHT}\n`, false);
  check("refuses a repeated header", [RIGHT, RIGHT], false);
  check("refuses a list of one", [RIGHT], false);

  it("refuses the same JSON written again, because its bytes differ", () => {
    const again = JSON.stringify(JSON.parse(new TextDecoder().decode(BODY)));
    assert.equal(verifySignature(new TextEncoder().encode(again), RIGHT, SECRET), false);
  });

  it("refuses a body in which one byte was changed", () => {
    assert.equal(verifySignature(BODY.with(3, 0x21), RIGHT, SECRET), false);
  });

  it("accepts an empty body that was signed", () => {
    const nothing = new Uint8Array();
    assert.equal(verifySignature(nothing, signBody(nothing, SECRET), SECRET), true);
  });

  it("throws for an empty secret, whatever the header", () => {
    assert.throws(() => verifySignature(BODY, RIGHT, ""), TypeError);
    assert.throws(() => verifySignature(BODY, undefined, ""), TypeError);
    assert.throws(() => signBody(BODY, ""), TypeError);
  });

  // RFC 4231, test case 2.
  it("agrees with the published test vector of HMAC-SHA256", () => {
    const bytes = new TextEncoder().encode("what do ya want for nothing?");
    assert.equal(
      signBody(bytes, "Jefe"),
      "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    );
  });

  function check(name: string, header: string | readonly string[] | undefined, good: boolean) {
    it(name, () => assert.equal(verifySignature(BODY, header, SECRET), good));
  }
});
