import { useTranslation } from "react-i18next";
import { changeLocale, LOCALES } from "../../i18n/start-i18n.ts";
import { useLocale } from "../../i18n/use-locale.ts";

/** The page's languages, each by its own name, before anybody has signed in. */
export function LanguageLinks() {
  const { t } = useTranslation();
  const current = useLocale();
  return (
    <fieldset aria-label={t("settings.profile.language")} className="flex gap-2">
      {LOCALES.map((locale) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          aria-pressed={locale === current}
          className="control px-3 text-list text-ink-2 aria-pressed:font-semibold aria-pressed:text-ink"
          onClick={() => void changeLocale(locale)}
        >
          {t(`language.${locale}`)}
        </button>
      ))}
    </fieldset>
  );
}
