import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import { describeTables } from "./describe-tables.ts";
import { freshDatabase } from "./testing/fresh-database.ts";

describe("tables.ts", () => {
  it("says what the migrations make; scripts/database-types.ts writes it", async () => {
    await using fresh = await freshDatabase();
    const checkedIn = await readFile(join(import.meta.dirname, "tables.ts"), "utf8");
    assert.equal(checkedIn, await describeTables(fresh.url));
  });
});
