import { type Rule, type Source } from "../source.ts";

const BANNED_FILES = /(^|\/)(utils?|helpers?|common|manager|service|types|misc)\.tsx?$/;
const BANNED_FOLDERS = /(^|\/)(utils?|helpers?|common|managers?|services?|misc)\//;
const ENTRIES = /^packages\/(cloud-api|emulator)\/src\/index\.ts$/;

/** Files say what is in them: kebab-case, a component's file by its component, no drawers for everything. */
export const filesAreNamedForWhatIsInThem: Rule = (sources) =>
  sources.filter(isOurCode).flatMap(({ path }) => {
    const name = path.slice(path.lastIndexOf("/") + 1);
    if (BANNED_FILES.test(path) || BANNED_FOLDERS.test(path))
      return [`${path}  is a drawer for everything`];
    if (name === "index.ts" && !ENTRIES.test(path)) return [`${path}  is a barrel`];
    const fits = name.endsWith(".tsx")
      ? /^([A-Z][A-Za-z0-9]*|[a-z0-9]+(-[a-z0-9]+)*)(\.test)?\.tsx$/
      : /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.ts$/;
    return fits.test(name) ? [] : [`${path}  is not kebab-case`];
  });

/** A test says what is, not what should be. */
export const testsAreSentencesOfFact: Rule = (sources) =>
  sources
    .filter(({ path }) => /\.test\.tsx?$/.test(path) && !path.startsWith("tests/tidy/"))
    .flatMap((source) =>
      [...source.text.matchAll(/\b(?:it|test)\(\s*["'`]([^"'`]*)/g)]
        .filter(([, name]) => /\bshould\b|^works\b|^test/i.test(name ?? ""))
        .map(([, name]) => `${source.path}  "${name}" is no sentence of fact`),
    );

function isOurCode({ path }: Source): boolean {
  return /^(packages|apps|tests|bench|scripts)\/.*\.tsx?$/.test(path);
}
