import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { promisify } from "node:util";
import { parseJson } from "./json.ts";
import { readDescription } from "./description/read-description.ts";

const DOCS = join(import.meta.dirname, "../docs");
/** A busy machine is slow; what never ends costs this once. */
const PATIENCE_MS = 120_000;

for (const guide of ["clients.md", "testing.md"]) {
  describe(`docs/${guide}`, () => {
    for (const { heading, code, prints } of programsOf(guide)) {
      it(`shows under "${heading}" a program that runs and prints what it says`, async () => {
        assert.ok(prints.length > 0, "the program says nothing of what it prints");
        assert.deepEqual((await run(code)).trim().split("\n"), prints);
      });
    }
  });
}

describe("docs/clients.md", () => {
  it("has programs for three clients of different make, and for a wired-in host", () => {
    const imports = programsOf("clients.md").map(({ code }) => /from "([^"]+)"/.exec(code)?.[1]);
    assert.deepEqual(imports, [
      "@kapso/whatsapp-cloud-api",
      "@great-detail/whatsapp",
      "whatsapp-api-js",
      "@galka/emulator",
    ]);
  });
});

describe("docs/testing.md", () => {
  it("shows a world that the emulator takes", () => {
    const [world = ""] = blocksOf("testing.md", "json").map(({ code }) => code);
    assert.equal(readDescription(parseJson(world)).people.length, 2);
  });
});

/** The program without its types is what a user would run in a file of their own. */
async function run(code: string): Promise<string> {
  const args = ["--conditions=@galka/source", "--input-type=module-typescript", "--eval", code];
  const options = { cwd: join(DOCS, ".."), timeout: PATIENCE_MS };
  const { stdout } = await promisify(execFile)(process.execPath, args, options);
  return stdout;
}

function programsOf(guide: string) {
  return blocksOf(guide, "ts").map((block) => ({
    ...block,
    prints: [...block.code.matchAll(/^\/\/ → (.*)$/gm)].map(([, line]) => line ?? ""),
  }));
}

function blocksOf(guide: string, language: string) {
  const text = readFileSync(join(DOCS, guide), "utf8");
  const pattern = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm");
  return [...text.matchAll(pattern)].map((match) => ({
    heading:
      /^#+ (.*)$/m.exec(
        text
          .slice(0, match.index)
          .split(/^(?=#+ )/m)
          .at(-1) ?? "",
      )?.[1] ?? "",
    code: match[1] ?? "",
  }));
}
