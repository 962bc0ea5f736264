import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { CHECK_WORDS } from "@galka/contract/json/connection";
import { REFUSALS } from "@galka/contract/refusals";
import { PRIORITIES, WORK_STATES } from "@galka/core/conversations/work";
import { AUDIT_ACTIONS, AUDIT_FIELDS } from "@galka/core/workspaces/audit";
import { BUILT_IN_ROLES, PERMISSIONS } from "@galka/core/workspaces/permissions";
import type * as Oxc from "oxc-parser";
import { describe, it } from "vitest";
import { VALUE_WORDS } from "../features/audit/use-record-words.ts";
import mainEn from "./en.json";
import pagesEn from "./pages/en.json";
import pagesRu from "./pages/ru.json";
import mainRu from "./ru.json";

const en = merged(mainEn, pagesEn);
const ru = merged(mainRu, pagesRu);

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

  it("have words for every change that can be recorded, and for every field of it", () => {
    assert.deepEqual(Object.keys(en.audit.action).toSorted(), AUDIT_ACTIONS.toSorted());
    assert.deepEqual(Object.keys(en.audit.field).toSorted(), AUDIT_FIELDS.toSorted());
    assert.deepEqual(
      Object.keys(VALUE_WORDS).filter((name) => !AUDIT_FIELDS.some((it) => it === name)),
      [],
    );
    const sections = new Set(keysOf(en).map((key) => key.slice(0, key.lastIndexOf("."))));
    const missing = Object.values(VALUE_WORDS)
      .flat()
      .filter((from) => ![...sections].some((it) => it === from || it.startsWith(`${from}.`)));
    assert.deepEqual(missing, []);
  });

  it("have words for every permission, role, state and priority", () => {
    const keys = new Set(keysOf(en));
    const needed = [
      ...PERMISSIONS.map((it) => `permission.${it}`),
      ...Object.keys(BUILT_IN_ROLES).map((it) => `role.${it}`),
      ...WORK_STATES.map((it) => `filters.status.${it}`),
      ...PRIORITIES.map((it) => `filters.priority.${it}`),
    ];
    assert.deepEqual(
      needed.filter((key) => !keys.has(key)),
      [],
    );
  });

  it("call things in Russian by one name", () => {
    const strays = /(?<!со)бесед|участник|агент|клиент|оператор|галк/iu;
    assert.deepEqual(
      keysOf(ru).filter((key) => strays.test(at(ru, key))),
      [],
    );
  });

  it("write Russian with its own quotation marks", () => {
    for (const key of keysOf(ru)) assert.doesNotMatch(at(ru, key), /["“”]/, key);
  });
});

describe("the components", () => {
  const files = globSync("**/*.tsx", { cwd: SOURCES }).filter((it) => !/test|testing/.test(it));

  it("show nothing that is not in the catalogues", () => {
    const literal = files.flatMap((file) =>
      literalsIn(file, readFileSync(join(SOURCES, file), "utf8")),
    );
    assert.deepEqual(literal, []);
  });

  it("are looked through for text, for attributes that are read out, and for either branch", () => {
    const page = [
      "<p>Good {name} {isLate ? `evening` : t('day')}</p>;",
      "<img alt='A jackdaw' title={isOpen && 'Open'} className='red' />;",
    ];
    assert.deepEqual(literalsIn("page.tsx", page.join("\n")), [
      "page.tsx: Good",
      "page.tsx: evening",
      "page.tsx: A jackdaw",
      "page.tsx: Open",
    ]);
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

function literalsIn(file: string, text: string): readonly string[] {
  const found: string[] = [];
  visit(parseSync(file, text).program, "element");
  return found;

  function visit(node: unknown, parent: string): void {
    if (Array.isArray(node)) return node.forEach((it) => visit(it, parent));
    const { type, value, name, expression } = parts(node);
    if (type === undefined) return;
    if (type === "JSXText") report(value);
    if (type === "JSXAttribute" && !SPOKEN.has(String(parts(name)["name"]))) {
      return visit(parts(value)["expression"], "unspoken");
    }
    if (type === "JSXAttribute" && parts(value)["type"] === "Literal")
      report(parts(value)["value"]);
    if (type === "JSXExpressionContainer" && parent !== "unspoken") said(expression);
    Object.values(Object(node)).forEach((it) => visit(it, "element"));
  }

  /** What an expression says when it is shown: of a choice, either side. */
  function said(node: unknown): void {
    const { type, value, quasis, consequent, alternate, right } = parts(node);
    if (type === "Literal") report(value);
    if (type === "TemplateLiteral" && Array.isArray(quasis)) {
      quasis.forEach((it) => report(parts(parts(it)["value"])["raw"]));
    }
    [consequent, alternate].filter((it) => type === "ConditionalExpression" && it).forEach(said);
    if (type === "LogicalExpression") said(right);
  }

  function report(value: unknown): void {
    const text = typeof value === "string" ? value.trim() : "";
    // A variable that can be typed reads the same in every language.
    if (/\p{L}/u.test(text) && !/^\{\{\w+\}\}$/u.test(text)) found.push(`${file}: ${text}`);
  }
}

/** The parts of a node of the syntax tree; of anything else, none. */
function parts(node: unknown): Readonly<Record<string, unknown>> {
  return typeof node === "object" && node !== null ? { ...node } : {};
}

/** The words of the pages that come later stand among the others. */
function merged<A extends object, B extends object>(words: A, later: B): A & B {
  const all: Record<string, unknown> = Object.fromEntries(Object.entries(words));
  for (const [key, value] of Object.entries(later)) {
    const known = all[key];
    all[key] = typeof known === "object" && known !== null ? merged(known, Object(value)) : value;
  }
  // What has the keys of both is both, which TypeScript cannot follow.
  return all as unknown as A & B;
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
