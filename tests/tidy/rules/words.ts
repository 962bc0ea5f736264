import { isCode, type Rule, syntaxOf, violation } from "../source.ts";

/** Comments tell the present state: nothing unfinished, no history, no banners. */
export const commentsTellThePresent: Rule = (sources) =>
  sources
    .filter((it) => isCode(it) && !it.path.startsWith("tests/tidy/"))
    .flatMap((source) =>
      syntaxOf(source).comments.flatMap(({ value, start }) => {
        const what = complaintAbout(value);
        return what ? [violation(source, start, what)] : [];
      }),
    );

function complaintAbout(comment: string): string | null {
  if (/\b(FIXME|XXX|HACK)\b|\bTODO\b(?!\(#\d+\))/.test(comment))
    return "unfinished work in a comment";
  if (/\b(previously|refactored|no longer used|used to be)\b/i.test(comment))
    return "history in a comment";
  if (/[-=─*#]{6,}/.test(comment)) return "a banner";
  return null;
}

/** The repository speaks of the product alone, and names no machine and no registry. */
export const onlyTheProductIsSpokenOf: Rule = (sources) =>
  sources
    .filter(({ path }) => !path.startsWith("tests/tidy/"))
    .flatMap((source) =>
      FORBIDDEN.flatMap(([pattern, what]) => {
        const found = pattern.exec(source.text);
        return found ? [violation(source, found.index, what)] : [];
      }),
    );

const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/registry\.npmjs\.org|registry\.yarnpkg\.com/, "the host of a package registry"],
  [
    /["'`(\s](\/work\/|\/root\/|\/home\/[a-z]+\/|\/Users\/[a-z]+\/)/,
    "a path of somebody's machine",
  ],
  [/\bEAA[A-Za-z0-9]{60,}/, "what looks like a real access token"],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, "a private key"],
];

/** The lockfile can be installed from any registry. */
export const lockfileNamesNoHost: Rule = (sources) =>
  sources
    .filter(({ path }) => path.endsWith("package-lock.json"))
    .filter(({ text }) => /"resolved": "https?:/.test(text))
    .map(({ path }) => `${path}  names a registry in "resolved"`);

/** Every dependency is pinned: what was tested is what is installed. */
export const versionsArePinned: Rule = (sources) =>
  sources
    .filter(({ path }) => /(^|\/)package\.json$/.test(path))
    .flatMap(({ path, text }) =>
      Object.entries(dependenciesOf(JSON.parse(text)))
        .filter(([, range]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range))
        .map(([name, range]) => `${path}  ${name} is not pinned: ${range}`),
    );

type Manifest = Partial<Record<(typeof DEPENDENCIES)[number], Record<string, string>>>;

const DEPENDENCIES = ["dependencies", "devDependencies", "optionalDependencies"] as const;

function dependenciesOf(manifest: Manifest): Record<string, string> {
  return Object.assign({}, ...DEPENDENCIES.map((kind) => manifest[kind] ?? {}));
}
