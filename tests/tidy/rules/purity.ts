import {
  isCode,
  isTest,
  type Node,
  type Rule,
  type Source,
  syntaxOf,
  violation,
  visit,
} from "../source.ts";
import { importsOf } from "./imports.ts";

/** The core never awaits, never reads a clock, never rolls a die. */
export const coreIsPure: Rule = (sources) =>
  sources
    .filter((it) => it.path.startsWith("packages/core/src/") && isCode(it) && !isTest(it))
    .flatMap((source) =>
      nodesOf(source).flatMap((node) => {
        const what = impurityOf(node);
        return what ? [violation(source, node.start, `the core may not use ${what}`)] : [];
      }),
    );

function impurityOf(node: Node): string | null {
  if (node.type === "AwaitExpression") return "await";
  if (node["async"] === true) return "async functions";
  if (isMember(node, "Date", "now")) return "Date.now";
  if (isMember(node, "Math", "random")) return "Math.random";
  if (
    node.type === "NewExpression" &&
    isNamed(node["callee"], "Date") &&
    isEmpty(node["arguments"])
  ) {
    return "new Date() without a time";
  }
  return null;
}

/** Only config.ts of the server reads the environment; scripts and published bins have their own. */
export const onlyConfigReadsTheEnvironment: Rule = (sources) =>
  sources
    .filter((it) => isCode(it) && !isTest(it) && /^(apps|packages)\//.test(it.path))
    .filter((it) => !/^(apps\/server\/src\/config|packages\/emulator\/src\/bin)\.ts$/.test(it.path))
    .filter((it) => !it.path.endsWith("vite.config.ts"))
    .flatMap((source) =>
      nodesOf(source)
        .filter((node) => isMember(node, "process", "env"))
        .map((node) => violation(source, node.start, "only config.ts reads the environment")),
    );

/** SQL lives in packages/postgres: nobody else may import what makes it. */
export const sqlLivesInPostgres: Rule = (sources) =>
  sources
    .filter((it) => isCode(it) && !isTest(it) && /^(apps|packages)\//.test(it.path))
    .filter((it) => !it.path.startsWith("packages/postgres/"))
    .flatMap((source) =>
      importsOf(source)
        .filter(({ name }) => /^(kysely|pg|graphile-worker)(\/|$)/.test(name))
        .map(({ name, offset }) => violation(source, offset, `${name} is for packages/postgres`)),
    );

/** One egress client makes every call of the server to the outside. */
export const oneEgress: Rule = (sources) =>
  sources
    .filter((it) => isCode(it) && !isTest(it) && it.path.startsWith("apps/server/src/"))
    .filter((it) => !it.path.startsWith("apps/server/src/egress/"))
    .flatMap((source) => [
      ...nodesOf(source)
        .filter((node) => node.type === "CallExpression" && isNamed(node["callee"], "fetch"))
        .map((node) => violation(source, node.start, "only egress/ calls fetch")),
      ...importsOf(source)
        .filter(({ name }) => /^(undici|node:https?|https?)$/.test(name))
        .map(({ name, offset }) => violation(source, offset, `only egress/ imports ${name}`)),
    ]);

function nodesOf(source: Source): Node[] {
  const found: Node[] = [];
  visit(syntaxOf(source).program, (node) => found.push(node));
  return found;
}

function isMember(node: Node, object: string, property: string): boolean {
  return (
    node.type === "MemberExpression" &&
    isNamed(node["object"], object) &&
    isNamed(node["property"], property)
  );
}

function isNamed(node: unknown, name: string): boolean {
  return typeof node === "object" && node !== null && "name" in node && node.name === name;
}

function isEmpty(list: unknown): boolean {
  return Array.isArray(list) && list.length === 0;
}
