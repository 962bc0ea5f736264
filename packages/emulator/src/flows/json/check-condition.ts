import type { Component } from "./flow-view.ts";
import { type Found, memberOf, type Report, spotOf } from "./report.ts";

type Token = { readonly text: string; readonly column: number };

const OPERATORS: readonly string[] = ["==", "!=", "<=", ">=", "&&", "||", "<", ">", "!"];

/**
 * Checks the condition of an `If`, as far as its form goes.
 *
 * Meta: "IF Component Errors", docs/…/flows/reference/error-codes, read 2026-11.
 */
export function checkCondition(report: Report, component: Component): void {
  const then = memberOf(component.found, "then");
  if (then !== undefined && then.node.items.length === 0) {
    report.add(
      "INVALID_PROPERTY_VALUE",
      "Expected array to contain at least one component.",
      spotOf(then),
    );
  }
  const condition = memberOf(component.found, "condition");
  if (condition === undefined || typeof condition.node.value !== "string") return;
  const message = problemOf(condition.node.value);
  if (message !== null) invalid(report, condition, message);
}

function invalid(report: Report, found: Found, message: string): void {
  report.add("INVALID_PROPERTY_VALUE", message, spotOf(found));
}

function problemOf(text: string): string | null {
  const tokens = tokensOf(text.replaceAll("`", " "));
  if (typeof tokens === "string") return tokens;
  if (tokens.length === 0) return "Expected property 'condition' to contain at least one operand.";
  return parenthesesProblem(tokens) ?? orderProblem(tokens.filter((it) => !isParenthesis(it)));
}

const TOKEN = /\s*(\$\{[^}]*\}|'[^']*'|==|!=|<=|>=|&&|\|\||[<>!()]|-?\d+(?:\.\d+)?|[A-Za-z_]\w*)/y;

/** The tokens, or what is wrong with one of them. */
function tokensOf(text: string): readonly Token[] | string {
  const tokens: Token[] = [];
  let at = 0;
  while (text.slice(at).trim() !== "") {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text)?.[1];
    const rest = text.slice(at).trimStart();
    const column = text.length - rest.length + 1;
    if (found === undefined) {
      if (rest.startsWith("'")) return "Missing closing quote for string.";
      if (rest.startsWith("-")) return "A numerical value is expected to follow the negative sign.";
      return `Unexpected character '${rest[0] ?? ""}' found at column ${column}.`;
    }
    if (/^[A-Za-z_]/.test(found) && found !== "true" && found !== "false") {
      return `Invalid operand format '${found}' found at column ${column}.`;
    }
    tokens.push({ text: found, column });
    at = TOKEN.lastIndex;
  }
  return tokens;
}

function parenthesesProblem(tokens: readonly Token[]): string | null {
  let open = 0;
  for (const [index, { text, column }] of tokens.entries()) {
    if (text === "(") {
      open += 1;
      if (tokens[index + 1]?.text === ")") {
        return `Found invalid empty parentheses at column ${column}.`;
      }
    }
    if (text !== ")") continue;
    open -= 1;
    if (open < 0) {
      return `Missing opening parenthesis for the closing parenthesis at column ${column}.`;
    }
  }
  return open > 0 ? "Missing closing parenthesis." : null;
}

/** Operands and operators take turns, and something in them can change. */
function orderProblem(tokens: readonly Token[]): string | null {
  const parts = tokens.filter((it) => it.text !== "!");
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) {
    return isLiteral(only)
      ? "The only operand is a literal value. Expected single operand to be a boolean."
      : null;
  }
  for (const [index, token] of parts.entries()) {
    const previous = parts[index - 1];
    if (isOperator(token) && (previous === undefined || isOperator(previous))) {
      return `Wrong positioning of operator '${token.text}'. It cannot be used after '${previous?.text ?? ""}' at column ${token.column}.`;
    }
    if (previous !== undefined && !isOperator(token) && !isOperator(previous)) {
      return `Missing operator between '${previous.text}' and '${token.text}'.`;
    }
    const next = parts[index + 1];
    if (isOperator(token) && next === undefined) {
      return `Missing operand after last operator '${token.text}'.`;
    }
    const literals = previous !== undefined && next !== undefined && isLiteral(previous);
    if (isOperator(token) && literals && isLiteral(next)) {
      return `An operator cannot not have literals on both sides. Found invalid syntax at column ${token.column}.`;
    }
  }
  return null;
}

function isParenthesis(token: Token): boolean {
  return token.text === "(" || token.text === ")";
}

function isOperator(token: Token): boolean {
  return OPERATORS.includes(token.text);
}

function isLiteral(token: Token): boolean {
  return !isOperator(token) && !token.text.startsWith("${");
}
