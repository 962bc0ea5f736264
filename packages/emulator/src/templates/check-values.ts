import { GraphError } from "../graph/error.ts";
import { length, type Params } from "../graph/params.ts";
import type { Template } from "../store/kinds.ts";
import { wrongLibraryValue } from "./library/check-library-values.ts";
import { breaksPolicy } from "./review/review-template.ts";
import { variablesOf } from "./template-text.ts";

/** What a text of a template may hold once it is filled in. */
type Place = {
  readonly name: "header" | "body";
  readonly text: string;
  readonly max: number;
};

/**
 * The longest text that is shown. A body that stands alone may be much longer
 * than one with a header, a footer or buttons beside it.
 *
 * Meta: "text" of the parameter object, docs/…/cloud-api/reference/messages, read 2026-11.
 */
export function bodyMax(template: Template): number {
  return template.components.length > 1 ? 1024 : 32_768;
}

export const HEADER_MAX = 60;
const CODE_MAX = 15;

/**
 * Checks the values that a send fills in, once their number is right.
 *
 * @throws GraphError 132018 for what cannot stand in a value, 132007 for what
 * breaks WhatsApp's policy, 132005 when the filled text is too long.
 */
export function checkValues(template: Template, place: Place, parameters: readonly Params[]): void {
  const values = parameters.map(valueOf);
  for (const value of values) {
    if (/[\n\r\t]| {5,}/.test(value)) {
      throw wrongValue(
        "Param text cannot have new-line/tab characters or more than 4 consecutive spaces",
      );
    }
    if (breaksPolicy(value)) {
      throw new GraphError({
        code: 132007,
        details: `${place.name}: the content of a parameter violates a WhatsApp policy`,
      });
    }
  }
  if (place.name === "body") checkBodyValues(template, values);
  const variables = variablesOf(place.text).reduce((sum, it) => sum + length(`{{${it}}}`), 0);
  const filled = length(place.text) - variables + values.reduce((sum, it) => sum + length(it), 0);
  if (values.length === 0 || filled <= place.max) return;
  throw new GraphError({
    code: 132005,
    details: `${place.name}: the text is too long with its parameters (${filled}), at most ${place.max} characters are allowed`,
  });
}

function checkBodyValues(template: Template, values: readonly string[]): void {
  if (template.category === "AUTHENTICATION" && length(values[0] ?? "") > CODE_MAX) {
    throw wrongValue(`body: the code can't have more than ${CODE_MAX} characters`);
  }
  const wrong = wrongLibraryValue(template, values);
  if (wrong !== null) throw wrongValue(wrong);
}

function valueOf(parameter: Params): string {
  const type = (parameter.optionalText("type") ?? "text").toLowerCase();
  if (type === "text") return parameter.optionalText("text") ?? "";
  return parameter.optionalObject(type)?.optionalText("fallback_value") ?? "";
}

function wrongValue(details: string): GraphError {
  return new GraphError({ code: 132018, details });
}
