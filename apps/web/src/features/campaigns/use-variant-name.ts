import { useLocale } from "../../i18n/use-locale.ts";
import { languageName } from "../templates/language-name.ts";

type Variant = {
  readonly templateId: string;
  readonly templateName: string | null;
  readonly language: string | null;
};

/** What a competing template is called: with its language, which may be all that tells it from another. */
export function useVariantName(): (variant: Variant) => string {
  const locale = useLocale();
  return ({ templateId, templateName, language }) =>
    [
      (templateName ?? templateId).replaceAll("_", " "),
      language === null ? null : languageName(language, locale),
    ]
      .filter(Boolean)
      .join(" · ");
}
