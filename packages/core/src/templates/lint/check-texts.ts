import { lengthOf } from "../../messages/draft-flaw.ts";
import type { Examples } from "../parts.ts";
import type { ParameterFormat } from "../template.ts";
import { type Finding, type LintPlace, type Span, occurrences } from "./finding.ts";
import type { TEXT_RULES } from "./rules-of-texts.ts";

export type TextFinding = Finding<keyof typeof TEXT_RULES>;

/** A text with variables: where it stands and how long it may be. */
export type TextToCheck = {
  readonly at: LintPlace;
  readonly text: string;
  readonly max: number;
  readonly format: ParameterFormat;
  readonly examples: Examples;
};

/** What every text with variables must keep to. */
export function checkText(given: TextToCheck): TextFinding[] {
  const { at, text, max } = given;
  if (text.trim() === "") return [{ rule: "text-missing", at }];
  const length = lengthOf(text);
  return [
    ...(length > max ? [tooLong(at, length, max)] : []),
    ...checkBraces(at, text),
    ...checkKeys(given),
    ...checkExamples(given),
  ];
}

export function tooLong(at: LintPlace, length: number, max: number): TextFinding {
  return { rule: "text-too-long", at, facts: { length, max } };
}

/** What the text of a message keeps to besides: variables neither at its edges nor side by side. */
export function checkPlaces(at: LintPlace, text: string): TextFinding[] {
  const found = occurrences(text);
  const [first] = found;
  const last = found.at(-1);
  if (!first || !last) return [];
  const edges: TextFinding[] = [];
  if (text.slice(0, first.from).trim() === "") {
    edges.push({ rule: "variable-at-edge", at, span: spanOf(first) });
  }
  if (text.slice(last.to).trim() === "" && (last !== first || edges.length === 0)) {
    edges.push({ rule: "variable-at-edge", at, span: spanOf(last) });
  }
  return [...edges, ...checkAdjacent(at, text), ...checkDensity(at, text)];
}

function checkAdjacent(at: LintPlace, text: string): TextFinding[] {
  const found = occurrences(text);
  return found.flatMap((one, index) => {
    const next = found[index + 1];
    if (!next || text.slice(one.to, next.from).trim() !== "") return [];
    const span = { from: one.from, to: next.to };
    return [{ rule: "variables-adjacent" as const, at, span }];
  });
}

/** How many words carry one variable: Meta does not publish the ratio; two pass in practice. */
const WORDS_FOR_ONE = 2;

function checkDensity(at: LintPlace, text: string): TextFinding[] {
  const count = new Set(occurrences(text).map(({ key }) => key)).size;
  const plain = text.replaceAll(/\{\{[^{}]*\}\}/gu, " ");
  const words = plain.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (words >= WORDS_FOR_ONE * count) return [];
  return [{ rule: "variables-dense", at, facts: { count, words } }];
}

function checkBraces(at: LintPlace, text: string): TextFinding[] {
  const known = occurrences(text);
  const strays = Array.from(text.matchAll(/\{\{|\}\}|\{\w+\}/gu), ({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
  })).filter(({ from }) => !known.some((it) => from >= it.from && from < it.to));
  return strays.map((span) => ({ rule: "variable-braces", at, span }));
}

function checkKeys({ at, text, format }: TextToCheck): TextFinding[] {
  const seen: string[] = [];
  return occurrences(text).flatMap((one): TextFinding[] => {
    const span = spanOf(one);
    const { key } = one;
    if (/[^\p{L}\p{N}_\s]/u.test(key)) {
      return [{ rule: "variable-signs", at, span, facts: { key } }];
    }
    if (seen.includes(key)) return [];
    seen.push(key);
    if (format === "named") {
      const isName = /^[a-z][a-z0-9_]*$/u.test(key);
      return isName ? [] : [{ rule: "variable-name", at, span, facts: { key } }];
    }
    const expected = seen.length;
    return key === String(expected)
      ? []
      : [{ rule: "variable-order", at, span, facts: { expected } }];
  });
}

// A whole card number or an address that is not one of those kept for examples.
const PRIVATE = /\b(?:\d[ -]?){13,19}\b|[\w.+-]+@(?!example\.)[\w-]+\.\w{2,}/iu;

function checkExamples({ at, text, examples }: TextToCheck): TextFinding[] {
  const keys = new Set(occurrences(text).map(({ key }) => key));
  return [...keys].flatMap((key): TextFinding[] => {
    const one = occurrences(text).find((it) => it.key === key);
    const span = one ? { span: spanOf(one) } : {};
    const example = examples[key] ?? "";
    if (example.trim() === "") return [{ rule: "example-missing", at, ...span, facts: { key } }];
    return PRIVATE.test(example) ? [{ rule: "example-private", at, ...span }] : [];
  });
}

function spanOf({ from, to }: Span): Span {
  return { from, to };
}
