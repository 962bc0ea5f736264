import type { FlowValidationError } from "../../store/kinds/flows.ts";
import type { JsonNode, Span } from "./parse-positions.ts";

/** A step on the way to a value: the name of a property or the place in a list. */
export type Step = string | number;

/** A value of the Flow JSON with the way to it. */
export type Spot = { readonly path: readonly Step[]; readonly span: Span };

/**
 * Collects what is wrong, with the places as Meta prints them.
 *
 * Meta: docs/…/flows/reference/flowsapi and error-codes, read 2026-11. Lines and
 * columns begin at 1 and the end is the last character, as in its examples.
 */
export class Report {
  readonly #errors: FlowValidationError[] = [];

  get errors(): readonly FlowValidationError[] {
    return this.#errors;
  }

  /** Notes an error at one place or more; the first one is the error's own. */
  add(error: string, message: string, first: Spot, ...more: readonly Spot[]): void {
    this.#errors.push({
      error,
      error_type: "FLOW_JSON_ERROR",
      message,
      ...lines(first.span),
      pointers: [first, ...more].map((it) => ({ ...lines(it.span), path: dotted(it.path) })),
    });
  }
}

function lines(span: Span) {
  return {
    line_start: span.start.line,
    line_end: span.end.line,
    column_start: span.start.column,
    column_end: span.end.column,
  };
}

/** `screens[0].layout.type` */
function dotted(path: readonly Step[]): string {
  return path
    .map((step, index) =>
      typeof step === "number" ? `[${step}]` : `${index === 0 ? "" : "."}${step}`,
    )
    .join("");
}

/** `$root/screens/0/layout`, as Meta's messages name an object. */
export function rooted(path: readonly Step[]): string {
  return ["$root", ...path].join("/");
}

/** A node with the way to it. */
export type Found = { readonly node: JsonNode; readonly path: readonly Step[] };

export function spotOf(found: Found): Spot {
  return { path: found.path, span: found.node };
}

/** The property under `key`, if the object has it. */
export function memberOf(found: Found, key: string): Found | undefined {
  const member = found.node.members.find((it) => it.key === key);
  return member === undefined ? undefined : { node: member.node, path: [...found.path, key] };
}

/** The items of a list under `key`; none when there is no list. */
export function itemsOf(found: Found, key: string): readonly Found[] {
  const list = memberOf(found, key);
  if (list === undefined) return [];
  return list.node.items.map((node, index) => ({ node, path: [...list.path, index] }));
}

/** The text under `key`. */
export function textOf(found: Found, key: string): string | undefined {
  const value = memberOf(found, key)?.node.value;
  return typeof value === "string" ? value : undefined;
}
