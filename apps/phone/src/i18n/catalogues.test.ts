import assert from "node:assert/strict";
import { describe, it } from "vitest";
import en from "./en.json" with { type: "json" };
import ru from "./ru.json" with { type: "json" };
import workbenchEn from "./workbench/en.json" with { type: "json" };
import workbenchRu from "./workbench/ru.json" with { type: "json" };

const PLURAL = /_(zero|one|two|few|many|other)$/;

describe("the catalogues of the phones", () => agree(en, ru));
describe("the catalogues of the workbench", () => agree(workbenchEn, workbenchRu));

function agree(english: object, russianOf: object): void {
  it("have the same keys, whatever plurals each language needs", () => {
    assert.deepEqual(keysOf(russianOf), keysOf(english));
  });

  it("have every plural form that Russian needs", () => {
    const keys = Object.keys(flat(russianOf));
    const plural = new Set(keys.filter((key) => PLURAL.test(key)).map(bare));
    for (const key of plural) {
      for (const form of ["one", "few", "many", "other"]) {
        assert.ok(keys.includes(`${key}_${form}`), `${key}_${form}`);
      }
    }
  });

  it("use the same variables", () => {
    const russian = flat(russianOf);
    for (const [key, words] of Object.entries(flat(english))) {
      if (PLURAL.test(key)) continue;
      // A sentence may do without a name when the grammar would bend it.
      const extra = variablesOf(russian[key] ?? "").filter((it) => !words.includes(it));
      assert.deepEqual(extra, [], key);
    }
  });
}

function keysOf(catalogue: object): readonly string[] {
  return [...new Set(Object.keys(flat(catalogue)).map(bare))].sort();
}

function bare(key: string): string {
  return key.replace(PLURAL, "");
}

function flat(catalogue: object, path = ""): Record<string, string> {
  const all: Record<string, string> = {};
  for (const [key, value] of Object.entries(catalogue)) {
    if (typeof value === "string") all[path + key] = value;
    else if (typeof value === "object" && value !== null) {
      Object.assign(all, flat(value, `${path}${key}.`));
    }
  }
  return all;
}

function variablesOf(words: string): readonly string[] {
  return words.match(/\{\{\w+\}\}/g) ?? [];
}
