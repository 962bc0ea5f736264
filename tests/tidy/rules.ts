import * as escapes from "./rules/escapes.ts";
import * as imports from "./rules/imports.ts";
import * as names from "./rules/names.ts";
import * as purity from "./rules/purity.ts";
import { sizesHold } from "./rules/sizes.ts";
import * as words from "./rules/words.ts";
import type { Rule, Source } from "./source.ts";

/** Every rule as a sentence of fact, each with a file that breaks it: a rule that cannot fail is none. */
export const RULES: Readonly<Record<string, { readonly rule: Rule; readonly broken: Source }>> = {
  "imports only what the table of packages allows": {
    rule: imports.importsFollowTheHouse,
    broken: file("packages/postgres/src/a.ts", `import { x } from "@galka/cloud-api";`),
  },
  "keeps operations away from transports": {
    rule: imports.importsFollowTheHouse,
    broken: file("apps/server/src/operations/a/b.ts", `import { x } from "../../http/c.ts";`),
  },
  "keeps routes away from stores": {
    rule: imports.importsFollowTheHouse,
    broken: file("apps/server/src/http/a.ts", `import { x } from "@galka/postgres/stores/b";`),
  },
  "reaches no other package by a path": {
    rule: imports.noPathLeavesItsPackage,
    broken: file("apps/server/src/a.ts", `import { x } from "../../../packages/core/src/b.ts";`),
  },
  "keeps Meta's words at the edge": {
    rule: imports.cloudApiStaysAtTheEdge,
    broken: file("apps/server/src/operations/a.ts", `import { x } from "@galka/cloud-api";`),
  },
  "keeps the core free of imports": {
    rule: imports.coreImportsNothing,
    broken: file("packages/core/src/a.ts", `import { randomUUID } from "node:crypto";`),
  },
  "keeps cloud-api free of dependencies": {
    rule: imports.cloudApiDependsOnNothing,
    broken: file("packages/cloud-api/src/a.ts", `import { z } from "zod";`),
  },
  "keeps the core pure": {
    rule: purity.coreIsPure,
    broken: file("packages/core/src/a.ts", `export function f() { return Date.now(); }`),
  },
  "reads the environment in one place": {
    rule: purity.onlyConfigReadsTheEnvironment,
    broken: file("apps/server/src/a.ts", `export const port = process.env["PORT"];`),
  },
  "keeps SQL in packages/postgres": {
    rule: purity.sqlLivesInPostgres,
    broken: file("apps/server/src/a.ts", `import { sql } from "kysely";`),
  },
  "calls the outside through one egress": {
    rule: purity.oneEgress,
    broken: file("apps/server/src/a.ts", `export const x = () => fetch("https://example.com");`),
  },
  "keeps files, functions, parameters and folders small": {
    rule: sizesHold,
    broken: file("packages/core/src/a.ts", `export function f() {${"\n".repeat(61)}}`),
  },
  "gives a reason for each way around the types": {
    rule: escapes.escapesHaveReasons,
    broken: file("packages/core/src/a.ts", `export const a = 1;\n\nexport const x = a as unknown;`),
  },
  "suppresses nothing without a reason": {
    rule: escapes.nothingIsSuppressed,
    broken: file("packages/core/src/a.ts", `// @ts-ignore\nexport const x = 1;`),
  },
  "names files for what is in them": {
    rule: names.filesAreNamedForWhatIsInThem,
    broken: file("packages/core/src/utils.ts", `export const x = 1;`),
  },
  "names tests as sentences of fact": {
    rule: names.testsAreSentencesOfFact,
    broken: file("packages/core/src/a.test.ts", `it("should be fine", () => {});`),
  },
  "tells the present in comments": {
    rule: words.commentsTellThePresent,
    broken: file("packages/core/src/a.ts", "// FIXME later\nexport const x = 1;"),
  },
  "speaks of the product alone": {
    rule: words.onlyTheProductIsSpokenOf,
    broken: file("docs/a.md", `Look in /home/someone/galka.`),
  },
  "names no registry in the lockfile": {
    rule: words.lockfileNamesNoHost,
    broken: file("package-lock.json", `{ "resolved": "https://example.com/a.tgz" }`),
  },
  "pins every version": {
    rule: words.versionsArePinned,
    broken: file("package.json", `{\n  "dependencies": {\n    "zod": "^4.0.0"\n  }\n}`),
  },
};

function file(path: string, text: string): Source {
  return { path, text };
}
