import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { CHECK_WORDS } from "@galka/contract/json/connection";
import { REFUSALS } from "@galka/contract/refusals";
import type * as Oxc from "oxc-parser";
import { describe, it } from "vitest";
import en from "./en.json";
import ru from "./ru.json";

/** Loaded by Node itself: Vite would give the browser's build of it. */
const { parseSync } = createRequire(import.meta.url)("oxc-parser") as typeof Oxc;
const SOURCES = join(import.meta.dirname, "..");

describe("the catalogues", () => {
  it("have the same keys, but for the plural forms of each language", () => {
    assert.deepEqual(meanings(en), meanings(ru));
  });

  it("have every plural form that the language has", () => {
    check(en, "en");
    check(ru, "ru");

    function check(catalogue: object, locale: string): void {
      const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
      const keys = keysOf(catalogue);
      for (const key of keys.filter((it) => it.endsWith("_one"))) {
        const missing = forms.filter((form) => !keys.includes(key.replace(/one$/, form)));
        assert.deepEqual(missing, [], `${locale}: ${key}`);
      }
    }
  });

  it("have no empty text, and fill in the same values", () => {
    for (const key of keysOf(en)) {
      assert.notEqual(at(en, key).trim(), "", key);
      const inRussian = keysOf(ru).includes(key) ? at(ru, key) : null;
      if (inRussian !== null && !/_(one|few|many|other)$/.test(key)) {
        assert.deepEqual(placeholders(inRussian), placeholders(at(en, key)), key);
      }
    }
  });

  it("have words for every refusal and every verdict of the contract", () => {
    assert.deepEqual(Object.keys(en.refusal).toSorted(), REFUSALS.toSorted());
    assert.deepEqual(Object.keys(en.checkWords).toSorted(), CHECK_WORDS.toSorted());
  });

  it("write Russian with its own quotation marks", () => {
    for (const key of keysOf(ru)) assert.doesNotMatch(at(ru, key), /["“”]/, key);
  });
});

describe("the components", () => {
  const files = globSync("**/*.tsx", { cwd: SOURCES }).filter((it) => !/test|testing/.test(it));

  it("show nothing that is not in the catalogues", () => {
    const literal = files.flatMap((file) => literalsIn(file));
    assert.deepEqual(literal, []);
  });
});

/** Attributes that people read or hear. */
const SPOKEN = new Set([
  "aria-label",
  "title",
  "alt",
  "placeholder",
  "label",
  "aria-valuetext",
  "text",
]);

function literalsIn(file: string): readonly string[] {
  const text = readFileSync(join(SOURCES, file), "utf8");
  const found: string[] = [];
  visit(parseSync(file, text).program);
  return found;

  function visit(node: unknown): void {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== "object" || node === null) return;
    const { type, value, name } = node as {
      type?: string;
      value?: unknown;
      name?: { name?: string };
    };
    if (type === "JSXText") report(value);
    if (type === "JSXAttribute" && SPOKEN.has(String(name?.name)))
      report(Reflect.get(Object(value), "value"));
    Object.values(node).forEach(visit);
  }

  function report(value: unknown): void {
    if (typeof value === "string" && /\p{L}/u.test(value)) found.push(`${file}: ${value.trim()}`);
  }
}

function keysOf(catalogue: object, prefix = ""): readonly string[] {
  return Object.entries(catalogue).flatMap(([key, value]: [string, unknown]) =>
    typeof value === "object" && value !== null
      ? keysOf(value, `${prefix}${key}.`)
      : [`${prefix}${key}`],
  );
}

function meanings(catalogue: object): readonly string[] {
  const plain = keysOf(catalogue).map((key) => key.replace(/_(one|few|many|other)$/, ""));
  return [...new Set(plain)].toSorted();
}

function at(catalogue: object, key: string): string {
  const value = key
    .split(".")
    .reduce<unknown>((inner, part) => Reflect.get(Object(inner), part), catalogue);
  assert.equal(typeof value, "string", key);
  return String(value);
}

function placeholders(text: string): readonly string[] {
  return (text.match(/\{\{\w+\}\}/g) ?? []).toSorted();
}
