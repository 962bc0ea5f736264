import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { PROMISES } from "./promises.ts";
import { repositorySources, ROOT, type Source } from "./source.ts";

const documents = repositorySources().filter(({ path }) => path.endsWith(".md"));

describe("the documents", () => {
  it("link only to what is there", () => assert.deepEqual(documents.flatMap(deadLinks), []));

  it("name only files that are there", () =>
    assert.deepEqual(documents.flatMap(namedButMissing), []));

  for (const readme of ["README.md", "README.ru.md"]) {
    it(`name every setting and no other, in ${readme}`, () => {
      assert.deepEqual(settingsIn(readme), settingsIn("apps/server/src/config.ts"));
    });
  }

  it("promise in the README only what a test would miss, and the same in Russian", () => {
    assert.deepEqual(
      promisesIn("README.md"),
      PROMISES.map(([promise]) => promise),
    );
    assert.equal(promisesIn("README.ru.md").length, PROMISES.length);
    const missing = PROMISES.filter(([, test]) => !existsSync(join(ROOT, test)));
    assert.deepEqual(missing, []);
  });

  it("notice a link that leads nowhere", () => {
    const broken = { path: "docs/a.md", text: "[b](c.md) and `packages/core/src/nothing.ts`" };
    assert.equal(deadLinks(broken).length, 1);
    assert.equal(namedButMissing(broken).length, 1);
  });
});

/** What stands in bold before each line of what Galka does. */
function promisesIn(path: string): string[] {
  const text = readFileSync(join(ROOT, path), "utf8");
  return [...text.matchAll(/^- \*\*(.+?)\*\*/gm)].map(([, promise]) => promise ?? "");
}

function settingsIn(path: string): string[] {
  const text = readFileSync(join(ROOT, path), "utf8");
  const names = text.match(/\b(?:GALKA_[A-Z_]+|DATABASE_URL)\b/g) ?? [];
  return [...new Set(names)].sort();
}

function deadLinks({ path, text }: Source): string[] {
  return [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
    .map(([, target]) => target ?? "")
    .filter((target) => !existsSync(join(ROOT, dirname(path), target)))
    .map((target) => `${path}  links to ${target}`);
}

function namedButMissing({ path, text }: Source): string[] {
  return [...text.matchAll(/`((?:packages|apps|tests|bench|scripts|docs)\/[\w./-]+\.\w+)`/g)]
    .map(([, target]) => target ?? "")
    .filter((target) => !existsSync(join(ROOT, target)))
    .map((target) => `${path}  names ${target}`);
}
