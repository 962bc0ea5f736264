import { length } from "../../graph/params.ts";
import type { Template } from "../../store/kinds.ts";
import type { ParameterType } from "./library-template.ts";
import { findLibraryTemplate } from "./search-library.ts";

/** Meta restricts the length and does not say how far. */
const VALUE_MAX = 255;

const FORMS: Readonly<Record<ParameterType, RegExp>> = {
  ADDRESS: /\p{L}|\d/u,
  AMOUNT: /^[\p{Sc}\p{L}\s.]*\d[\d.,\s]*[\p{Sc}\p{L}\s.]*$/u,
  DATE: /\d{1,4}\D{1,12}\d{1,4}|\p{L}+\s+\d{1,2}|\d{1,2}\s+\p{L}+/u,
  EMAIL: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  NUMBER: /^\d+$/,
  PHONE_NUMBER: /^\+?[\d\s()-]{5,25}$/,
  TEXT: /\S/,
};

/**
 * What is wrong with the values of a template made from the library: each must
 * be of the kind that its place is for. `null` when nothing is.
 *
 * Meta: "List of parameters and sample values", docs/…/templates/template-library, read 2026-11.
 */
export function wrongLibraryValue(template: Template, values: readonly string[]): string | null {
  const { libraryName, language } = template;
  const types =
    libraryName === null
      ? []
      : (findLibraryTemplate(libraryName, language)?.body_param_types ?? []);
  for (const [index, type] of types.entries()) {
    const value = values[index] ?? "";
    if (length(value) > VALUE_MAX) return `body: parameter ${index + 1} is too long`;
    if (!FORMS[type].test(value)) {
      return `body: parameter ${index + 1} must be of the type ${type}`;
    }
  }
  return null;
}
