import { useLocale } from "../../i18n/use-locale.ts";

/** A language under the name that it has in the member's own. */
export function useLanguageName(): (language: string) => string {
  const locale = useLocale();
  const names = new Intl.DisplayNames(locale, { type: "language" });
  return (language) => {
    try {
      return names.of(language.replace("_", "-")) ?? language;
    } catch {
      // What is being typed is not a language yet.
      return language;
    }
  };
}
