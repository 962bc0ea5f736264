import { LONGER } from "../sizes.ts";
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

const FILE_LINES = 400;
const WIRE_OR_TEST_LINES = 700;
const FUNCTION_LINES = 60;
const COMPONENT_LINES = 120;
const PARAMETERS = 4;
const FOLDER_FILES = 20;

/** No file, function, parameter list or folder outgrows what one can hold in mind. */
export const sizesHold: Rule = (sources) => {
  const code = sources.filter((it) => isCode(it) && !isGenerated(it));
  return [
    ...code.flatMap(fileIsShort),
    ...code.filter((it) => !isTest(it)).flatMap(functionsAreShort),
    ...foldersAreSmall(sources),
  ];
};

function isGenerated({ path }: Source): boolean {
  return path === "packages/postgres/src/tables.ts";
}

function fileIsShort(source: Source): string[] {
  const lines = source.text.split("\n").length;
  const roomy = isTest(source) || /\/wire\//.test(source.path);
  const limit = LONGER[source.path]?.lines ?? (roomy ? WIRE_OR_TEST_LINES : FILE_LINES);
  return lines > limit ? [`${source.path}  has ${lines} lines, the limit is ${limit}`] : [];
}

/** Own lines count: a function that only holds others is as long as what it says itself. */
function functionsAreShort(source: Source): string[] {
  const own = new Map<Node, number>();
  visit(syntaxOf(source).program, (node, parents) => {
    if (!isFunction(node)) return;
    const lines = source.text.slice(node.start, node.end).split("\n").length;
    own.set(node, (own.get(node) ?? 0) + lines);
    const holder = parents.findLast(isFunction);
    if (holder) own.set(holder, (own.get(holder) ?? 0) - lines + 1);
  });
  const usual = source.path.endsWith(".tsx") ? COMPONENT_LINES : FUNCTION_LINES;
  const limit = LONGER[source.path]?.functionLines ?? usual;
  return [...own].flatMap(([node, lines]) => {
    const parameters = countOf(node);
    return [
      ...(lines > limit
        ? [violation(source, node.start, `function of ${lines} lines, the limit is ${limit}`)]
        : []),
      ...(parameters > PARAMETERS
        ? [violation(source, node.start, `${parameters} parameters, the limit is ${PARAMETERS}`)]
        : []),
    ];
  });
}

function isFunction(node: Node): boolean {
  return /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);
}

function countOf(node: Node): number {
  const parameters = node["params"];
  return Array.isArray(parameters) ? parameters.length : 0;
}

function foldersAreSmall(sources: readonly Source[]): string[] {
  const counts = new Map<string, number>();
  for (const { path } of sources) {
    if (!/^(packages|apps)\/[^/]+\/src\//.test(path) || /\.test\.tsx?$/.test(path)) continue;
    const folder = path.slice(0, path.lastIndexOf("/"));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .filter(([folder, count]) => count > (LONGER[`${folder}/`]?.files ?? FOLDER_FILES))
    .map(([folder, count]) => `${folder}/  holds ${count} files, the limit is ${FOLDER_FILES}`);
}
