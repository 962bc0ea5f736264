import { LANGUAGE_BY_CALLING_CODE } from "@galka/core/contacts/language";
import { useLocale } from "../../i18n/use-locale.ts";

/** Those that numbers tell by themselves. */
const SPOKEN = [...new Set(Object.values(LANGUAGE_BY_CALLING_CODE))];

/** Languages by their names in the reader's own, those that are chosen already among them. */
export function useLanguageNames(chosen: readonly string[]) {
  const locale = useLocale();
  const names = new Intl.DisplayNames([locale], { type: "language" });
  const nameOf = (code: string) => names.of(code) ?? code;
  const codes = new Set([...SPOKEN, ...chosen]);
  codes.delete("none");
  const options = [...codes]
    .map((value) => ({ value, name: nameOf(value) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, locale));
  return { nameOf, options };
}
