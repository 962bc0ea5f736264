import {
  isCode,
  isTest,
  lineAt,
  type Node,
  type Rule,
  type Source,
  syntaxOf,
  violation,
  visit,
} from "../source.ts";

/** Every way around the type checker has a comment above it or beside it that says why it is right. */
export const escapesHaveReasons: Rule = (sources) =>
  sources
    .filter((it) => isCode(it) && !isTest(it) && it.path !== "packages/postgres/src/tables.ts")
    .flatMap((source) => {
      const found: string[] = [];
      visit(syntaxOf(source).program, (node, parents) => {
        const what = escapeOf(node);
        if (what && !hasReason(source, node, parents)) {
          found.push(violation(source, node.start, `${what} without a reason in a comment above`));
        }
      });
      return found;
    });

/** Nobody switches the linter or the compiler off. */
export const nothingIsSuppressed: Rule = (sources) =>
  sources
    .filter((it) => isCode(it))
    .flatMap((source) =>
      syntaxOf(source)
        .comments.filter(({ value }) =>
          /^\s*(oxlint-disable|eslint-disable|@ts-(ignore|nocheck|expect-error))/.test(value),
        )
        .filter(({ value }) => !/ -- \S/.test(value))
        .map(({ start, value }) =>
          violation(source, start, `"${value.trim()}" without a reason after " -- "`),
        ),
    );

function escapeOf(node: Node): string | null {
  if (node.type === "TSNonNullExpression") return "a non-null assertion";
  if (node.type === "TSAnyKeyword") return "any";
  if (node.type !== "TSAsExpression") return null;
  const type = node["typeAnnotation"];
  return isConst(type) ? null : "a cast";
}

function isConst(type: unknown): boolean {
  return JSON.stringify(type)?.includes('"name":"const"') ?? false;
}

/** A comment counts when it ends on the line above the escape, its statement or its function, or stands beside it. */
function hasReason(source: Source, node: Node, parents: readonly Node[]): boolean {
  const starts = [node, ...parents.filter(isStatement).slice(-2)].map((it) =>
    lineAt(source, it.start),
  );
  const comments = syntaxOf(source).comments.flatMap((it) => [
    lineAt(source, it.end),
    lineAt(source, it.end) + 1,
  ]);
  return starts.some((line) => comments.includes(line));
}

function isStatement(node: Node): boolean {
  return (
    /Statement$|Declaration$|^Property$|^PropertyDefinition$/.test(node.type) &&
    node.type !== "BlockStatement"
  );
}
