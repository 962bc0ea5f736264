import type { ErrorExplanation } from "./remedy.ts";
import { accountErrors } from "./table/account.ts";
import { advice, remedies } from "./table/advice.ts";
import { callErrors } from "./table/calls.ts";
import { limitErrors } from "./table/limits.ts";
import { peopleAndGroupErrors } from "./table/people-and-groups.ts";
import { registrationErrors } from "./table/registration.ts";
import { sendingErrors } from "./table/sending.ts";
import { subcodeErrors } from "./table/subcodes.ts";
import { templateManagementErrors } from "./table/template-management.ts";
import { templateErrors } from "./table/templates.ts";

/**
 * Every error code this package knows, each once.
 *
 * Subcodes that come with code 100 when a template is refused stand here as codes of their own.
 */
export const knownErrors: readonly ErrorExplanation[] = [
  ...accountErrors,
  ...limitErrors,
  ...sendingErrors,
  ...templateErrors,
  ...templateManagementErrors,
  ...registrationErrors,
  ...peopleAndGroupErrors,
  ...callErrors,
];

const BY_CODE = new Map(knownErrors.map((error) => [error.code, error]));
const BY_SUBCODE = new Map(
  subcodeErrors.map(({ subcode, ...error }) => [`${error.code}/${subcode}`, error]),
);

/**
 * What an error code of Meta's means and what to do about it, in English and Russian.
 *
 * Serves the errors of refused calls and those of `failed` statuses alike. A code it does not
 * know is never retried and pauses nothing: the message stays with its error for a person to see.
 *
 * @example
 * const { remedy, explain } = explainError(131047);
 * // remedy.kind === "use-template"
 */
export function explainError(code: number, subcode?: number): ErrorExplanation {
  return findExplanation(code, subcode) ?? unfamiliar(code);
}

/** Like `explainError`, but null for a code nothing is known of. */
export function findExplanation(code: number, subcode?: number): ErrorExplanation | null {
  if (subcode !== undefined) {
    // Small subcodes mean something only with their code; long ones are Meta-wide.
    const wide = subcode >= 1_000_000 ? BY_CODE.get(subcode) : undefined;
    const exact = BY_SUBCODE.get(`${code}/${subcode}`) ?? wide;
    if (exact !== undefined) return exact;
  }

  const known = BY_CODE.get(code);
  if (known !== undefined) return known;

  // 200 to 299 are one family: a permission is missing.
  const permission = code > 200 && code < 300 ? BY_CODE.get(200) : undefined;
  return permission === undefined ? null : { ...permission, code };
}

function unfamiliar(code: number): ErrorExplanation {
  return {
    code,
    title: "Unfamiliar error",
    remedy: remedies.fixRequest,
    explain: {
      en: `Meta refused with error ${code}, which is not in our table yet.`,
      ru: `Meta вернула ошибку ${code}, которой пока нет в нашей таблице.`,
    },
    whatToDo: advice.metaSupport,
  };
}
