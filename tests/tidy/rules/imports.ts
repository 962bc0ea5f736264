import { isCode, isTest, type Rule, type Source, syntaxOf, violation } from "../source.ts";

/** Who may import whom. The table is the architecture; this file is what holds us to it. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "packages/core": [],
  "packages/contract": [],
  "packages/cloud-api": [],
  "packages/emulator": ["@galka/cloud-api"],
  "packages/postgres": ["@galka/core"],
  "packages/connectors": ["@galka/core", "@galka/contract"],
  "apps/server": [
    "@galka/core",
    "@galka/contract",
    "@galka/cloud-api",
    "@galka/postgres",
    "@galka/connectors",
  ],
  "apps/web": ["@galka/core", "@galka/contract"],
  "apps/phone": ["@galka/emulator"],
};

/** The rooms of the server: an operation knows no transport, a transport knows no store. */
const MAY_NOT_REACH: readonly (readonly [from: RegExp, to: RegExp, why: string])[] = [
  [
    /^apps\/server\/src\/operations\//,
    /^(\.\.\/)+(http|workers|realtime)\//,
    "an operation knows no transport",
  ],
  [
    /^apps\/server\/src\/(http|workers)\//,
    /^@galka\/postgres\/stores\//,
    "a route or a job calls an operation, never a store",
  ],
];

export type Import = { readonly name: string; readonly offset: number; readonly isType: boolean };

export function importsOf(source: Source): Import[] {
  const { module } = syntaxOf(source);
  const fixed = module.staticImports.map((it) => ({
    name: it.moduleRequest.value,
    offset: it.start,
    isType: it.entries.length > 0 && it.entries.every((entry) => entry.isType),
  }));
  const exported = module.staticExports.flatMap((it) =>
    it.entries.flatMap((entry) =>
      entry.moduleRequest
        ? [{ name: entry.moduleRequest.value, offset: it.start, isType: entry.isType }]
        : [],
    ),
  );
  const dynamic = module.dynamicImports.map((it) => ({
    name: source.text.slice(it.moduleRequest.start + 1, it.moduleRequest.end - 1),
    offset: it.start,
    isType: false,
  }));
  return [...fixed, ...exported, ...dynamic];
}

/** Packages import only what the table allows; rooms of the server keep their distance. */
export const importsFollowTheHouse: Rule = (sources) =>
  ourCode(sources).flatMap((source) =>
    importsOf(source).flatMap(({ name, offset, isType }) => {
      const home = Object.keys(MAY_IMPORT).find((it) => source.path.startsWith(`${it}/`));
      const allowed = home === undefined ? [] : (MAY_IMPORT[home] ?? []);
      const isStranger =
        home !== undefined &&
        name.startsWith("@galka/") &&
        !allowed.includes(name.split("/", 2).join("/"));
      // The shape of a row's view may be named by whoever presents it; only calling is forbidden.
      const crossed = MAY_NOT_REACH.find(
        ([from, to]) => !isType && from.test(source.path) && to.test(name),
      );
      return [
        ...(isStranger ? [violation(source, offset, `${home} may not import ${name}`)] : []),
        ...(crossed ? [violation(source, offset, `${name}: ${crossed[2]}`)] : []),
      ];
    }),
  );

/** Nobody reaches into another package by a relative path. */
export const noPathLeavesItsPackage: Rule = (sources) =>
  ourCode(sources).flatMap((source) => {
    const depth = source.path.split("/").length - 3;
    return importsOf(source)
      .filter(({ name }) => (name.match(/\.\.\//g)?.length ?? 0) > depth)
      .map(({ name, offset }) => violation(source, offset, `${name} leaves the package`));
  });

/** Meta's words stay behind one line: the WhatsApp channel and the webhook route. */
export const cloudApiStaysAtTheEdge: Rule = (sources) =>
  ourCode(sources)
    .filter(({ path }) => path.startsWith("apps/server/"))
    .filter(({ path }) => !/^apps\/server\/src\/(channels\/whatsapp|http\/webhooks)\//.test(path))
    .flatMap((source) =>
      importsOf(source)
        .filter(({ name }) => name.startsWith("@galka/cloud-api"))
        .map(({ name, offset }) => violation(source, offset, `${name} is for the channel alone`)),
    );

/** The core imports nothing, not even from Node. */
export const coreImportsNothing: Rule = (sources) =>
  ourCode(sources)
    .filter(({ path }) => path.startsWith("packages/core/"))
    .flatMap((source) =>
      importsOf(source)
        .filter(({ name }) => !name.startsWith("."))
        .map(({ name, offset }) => violation(source, offset, `the core may not import ${name}`)),
    );

/** The published client runs anywhere: it depends on nothing but Node's crypto. */
export const cloudApiDependsOnNothing: Rule = (sources) =>
  ourCode(sources)
    .filter(({ path }) => path.startsWith("packages/cloud-api/"))
    .flatMap((source) =>
      importsOf(source)
        .filter(({ name }) => !name.startsWith(".") && name !== "node:crypto")
        .map(({ name, offset }) => violation(source, offset, `cloud-api may not import ${name}`)),
    );

function ourCode(sources: readonly Source[]): Source[] {
  return sources.filter(
    (source) =>
      isCode(source) && !isTest(source) && /^(packages|apps)\/[^/]+\/src\//.test(source.path),
  );
}
