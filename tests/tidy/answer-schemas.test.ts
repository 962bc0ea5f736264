import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { ANSWER_SCHEMAS_FILE, answerSchemas } from "../../scripts/answer-schemas.ts";

describe("packages/emulator/src/control/answer-schemas.json", () => {
  it("says what the wire types say; `node --conditions=@galka/source scripts/emulator-answer-schemas.ts` writes it anew", () => {
    const written: unknown = JSON.parse(readFileSync(ANSWER_SCHEMAS_FILE, "utf8"));
    assert.deepEqual(written, JSON.parse(answerSchemas()));
  });
});
