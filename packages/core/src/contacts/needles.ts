import { unreachable } from "../kernel/unreachable.ts";
import type { Identity } from "./identity.ts";
import { phoneForms } from "./phone-forms.ts";

/** A user name shorter than this is a word that others use too; it names somebody only with its sign. */
const TELLING_LENGTH = 6;

/** The strings by which a text names a person: what erasing them looks for. */
export function needlesOf(identities: readonly Identity[]): string[] {
  return [...new Set(identities.flatMap(needlesOfOne))];
}

function needlesOfOne({ kind, value }: Identity): readonly string[] {
  switch (kind) {
    case "phone":
      return phoneForms(value);
    case "bsuid":
      return [value];
    case "username":
      return value.length >= TELLING_LENGTH
        ? [value]
        : [`@${value}`, `"username": "${value}"`, `"username":"${value}"`];
    default:
      return unreachable(kind);
  }
}
