import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { it } from "node:test";

/** Where the machine's time is asked for, and why that does not show in what happens. */
const MAY_ASK: Readonly<Record<string, string>> = {
  "alarm.ts": "how long to wait until a pass, not what the pass does",
  "build-world.ts": "the machine's clock, which the emulator's is relative to",
  "loop.ts": "when others get their turn",
  "webhooks/courier.ts": "how long a receiver took; on a clock that stands it decides nothing",
};

const CHANCE = /Math\.random|randomBytes|randomInt|randomUUID|getRandomValues/;
const TIME = /Date\.now|performance\.now|hrtime|new Date\(\)/;

it("leaves nothing in the emulator to chance, and no time to the machine", () => {
  const files = globSync("**/*.ts", { cwd: import.meta.dirname }).filter(
    (it) => !it.endsWith(".test.ts") && !it.startsWith("testing/"),
  );
  assert.ok(files.length > 100);
  const found = files.filter((file) => {
    const code = readFileSync(join(import.meta.dirname, file), "utf8");
    return CHANCE.test(code) || (TIME.test(code) && MAY_ASK[file] === undefined);
  });
  assert.deepEqual(found, []);
});
