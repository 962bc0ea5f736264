import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { KNOWN_CODES } from "../graph/error.ts";
import { startEmulator } from "../start-emulator.ts";
import { EXPLANATIONS, explain } from "./explain.ts";

const HOME = join(import.meta.dirname, "..");

describe("the explanations", () => {
  it("are there for every code that the emulator can answer or report", () => {
    const missing = [...KNOWN_CODES, ...written("code|errorCode|error_code")].filter(
      (code) => explain(code) === null,
    );
    assert.deepEqual([...new Set(missing)], []);
  });

  it("are there for every subcode that the emulator can answer", () => {
    const known = new Set(EXPLANATIONS.flatMap((it) => [it.code, it.subcode]));
    const subcodes = [...written("subcode|error_subcode"), ...templateSubcodes()];
    const missing = subcodes.filter((it) => !known.has(it));
    assert.deepEqual([...new Set(missing)], []);
  });

  it("say it once, in both languages, with a page of Meta's", () => {
    const keys = EXPLANATIONS.map((it) => `${it.code}/${it.subcode ?? ""}`);
    assert.deepEqual(
      keys.filter((it, index) => keys.indexOf(it) !== index),
      [],
    );
    for (const it of EXPLANATIONS) {
      for (const words of [it.why, it.remedy]) {
        assert.match(words.en, /^\S.*\.$/, `${it.code}`);
        assert.match(words.ru, /^\S.*\.$/, `${it.code}`);
        assert.match(words.ru, /[а-яё]|Business Support Home/i, `${it.code}`);
      }
    }
  });

  it("are answered by code, and by subcode where there is more to say", async () => {
    await using meta = await startEmulator();
    const expired = await meta.control.explain(190, 463);
    assert.match(expired.why.en, /The token had an end/);
    assert.equal((await meta.control.explain(190, 1)).subcode, null);
    assert.equal((await meta.control.explain(131047)).arrives, "status");
    await assert.rejects(meta.control.explain(999_999), /GET \/_emulator\/explain lists them/);
  });
});

/** Numbers that the code writes after one of these names. */
function written(names: string): readonly number[] {
  const pattern = new RegExp(`\\b(?:${names}): (\\d[\\d_]*)`, "g");
  return sources().flatMap((text) =>
    [...text.matchAll(pattern)].map(([, digits]) => Number(digits?.replaceAll("_", ""))),
  );
}

function templateSubcodes(): readonly number[] {
  return sources().flatMap((text) =>
    [...text.matchAll(/\b(2388\d{3}|259\d{4})\b/g)].map(([it]) => Number(it)),
  );
}

function sources(): readonly string[] {
  return globSync("**/*.ts", { cwd: HOME })
    .filter((it) => !it.endsWith(".test.ts") && !it.startsWith("explain"))
    .map((it) => readFileSync(join(HOME, it), "utf8"));
}
