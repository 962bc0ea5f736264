import { length } from "../../graph/params.ts";
import { type JsonObject, listAt, objectAt, objectsAt, textAt } from "../../json.ts";
import { variablesOf } from "../template-text.ts";
import {
  missingField,
  templateError,
  tooLong,
  wrongBody,
  wrongFooter,
  wrongHeader,
} from "./template-error.ts";

/** A text header: short, plain, with one variable at most. */
export function checkHeaderText(header: JsonObject, named: boolean): void {
  const text = textAt(header, "text") ?? "";
  if (text === "") throw missingField("HEADER", "text");
  if (length(text) > 60) throw tooLong("header", 60);
  const variables = variablesOf(text);
  const plain = text.replaceAll(/\{\{[^{}]*\}\}/g, "");
  if (variables.length > 1 || /[\n*_~]|\p{Extended_Pictographic}/u.test(plain)) {
    throw wrongHeader(
      "The message header can't have any new lines, formatting characters, emojis or more than one variable.",
    );
  }
  checkVariables(text, named);
  requireExamples(header, "header_text", variables, named);
}

/** The text of a message or of a card. */
export function checkBodyText(body: JsonObject, named: boolean, max: number): void {
  const text = textAt(body, "text") ?? "";
  if (text === "") throw missingField("BODY", "text");
  if (length(text) > max) throw tooLong("body", max);
  const variables = variablesOf(text);
  checkVariables(text, named);
  checkPlaces(text, variables.length);
  requireExamples(body, "body_text", variables, named);
}

export function checkFooterText(footer: JsonObject): void {
  const text = textAt(footer, "text") ?? "";
  if (text === "") throw missingField("FOOTER", "text");
  if (length(text) > 60) throw tooLong("footer", 60);
  if (variablesOf(text).length > 0) throw wrongFooter("The message footer can't have variables.");
  if (text.includes("\n")) throw wrongFooter("The message footer can't have any new lines.");
}

function checkVariables(text: string, named: boolean): void {
  const variables = variablesOf(text);
  const rest = text.replaceAll(/\{\{[^{}]*\}\}/g, "");
  if (/\{\{|\}\}/.test(rest)) {
    throw wrongBody("A variable needs two braces before and after it, for instance {{1}}.");
  }
  if (variables.some((it) => /[#$%]/.test(it))) {
    throw wrongBody("Variables can't have special characters such as #, $ or %.");
  }
  const right = named
    ? variables.every((it) => /^[a-z][a-z0-9_]*$/.test(it))
    : variables.every((it, index) => it === String(index + 1));
  if (right) return;
  throw wrongBody(
    named
      ? "Variable names can have lowercase letters, numbers and underscores only."
      : "Variables must be numbered {{1}}, {{2}} and so on, without gaps.",
  );
}

/**
 * Meta refuses a text that begins or ends with a variable, and one with more
 * variables than words would carry. The exact ratio is not published; one
 * variable for each two other words is what passes in practice.
 */
function checkPlaces(text: string, count: number): void {
  if (count === 0) return;
  if (/^\s*\{\{/.test(text) || /\}\}\s*$/.test(text)) {
    throw templateError(
      2388299,
      "Variables can't be at the start or end of the template",
      "Add text before the first variable and after the last one.",
    );
  }
  const words = text.replaceAll(/\{\{[^{}]*\}\}/g, " ").match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (words < 2 * count) {
    throw templateError(
      2388293,
      "Parameters words ratio exceeds limit",
      "This template has too many variables for its length. Reduce the number of variables or increase the message length.",
    );
  }
}

/** Each variable needs an example: by place in a list, or by its name. */
function requireExamples(
  component: JsonObject,
  key: "header_text" | "body_text",
  variables: readonly string[],
  named: boolean,
): void {
  if (variables.length === 0) return;
  const example = objectAt(component, "example") ?? {};
  const type = textAt(component, "type") ?? "BODY";
  if (named) {
    const known = objectsAt(example, `${key}_named_params`)
      .filter((it) => (textAt(it, "example") ?? "") !== "")
      .map((it) => textAt(it, "param_name"));
    if (!variables.every((it) => known.includes(it))) throw missingField(type, "example");
    return;
  }
  const given = listAt(example, key);
  const first: unknown = given[0];
  const values: readonly unknown[] = Array.isArray(first) ? first : given;
  if (values.length < variables.length) throw missingField(type, "example");
}
