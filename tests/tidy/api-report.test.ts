import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { REPORT, apiReport } from "../../scripts/api-report.ts";

describe("packages/cloud-api/api-report.md", () => {
  it("says what the code offers; `node scripts/api-report.ts` writes it anew", () => {
    assert.equal(readFileSync(REPORT, "utf8"), apiReport());
  });
});
