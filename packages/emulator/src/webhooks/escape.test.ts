import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { writeBody } from "./escape.ts";
import { signBody } from "./sign.ts";

const TEXT = { body: "привет 😀 a@b.c/x 5% <3 \u007f" };
const JSON_TEXT = JSON.stringify(TEXT);

describe("writeBody", () => {
  it("writes as Meta does: ASCII, lower-case escapes, and / @ % < escaped too", () => {
    assert.equal(
      writeBody(JSON_TEXT, "meta"),
      String.raw`{"body":"\u043f\u0440\u0438\u0432\u0435\u0442 \ud83d\ude00 a\u0040b.c\/x 5\u0025 \u003C3 \u007f"}`,
    );
  });

  it("can leave / @ % < as they are", () => {
    const written = writeBody(JSON_TEXT, "escaped");
    assert.ok(written.includes("a@b.c/x 5% <3"));
    assert.ok(!/[^ -~]/.test(written));
  });

  it("can write raw UTF-8", () => assert.equal(writeBody(JSON_TEXT, "raw"), JSON_TEXT));

  it("says the same in every style", () => {
    for (const style of ["meta", "escaped", "raw"] as const) {
      assert.deepEqual(JSON.parse(writeBody(JSON_TEXT, style)), TEXT);
    }
  });
});

it("signs exactly the bytes with HMAC-SHA256 in lower-case hex", () => {
  assert.equal(
    signBody("The quick brown fox jumps over the lazy dog", "key"),
    "sha256=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8",
  );
});
