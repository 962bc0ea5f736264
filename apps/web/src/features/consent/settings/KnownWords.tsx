import type { ConsentSettingsJson } from "@galka/contract/json/consent/consent";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../../i18n/use-locale.ts";

type Props = { readonly languages: ConsentSettingsJson["knownWords"] };

/** The words that Galka knows by itself, language by language. */
export function KnownWords({ languages }: Props) {
  const { t } = useTranslation();
  const names = new Intl.DisplayNames(useLocale(), { type: "language" });
  return (
    <details>
      <summary className="min-h-6 cursor-pointer text-list text-ink-2">
        {t("consent.settings.known")}
      </summary>
      <dl className="mt-3 flex flex-col gap-3 text-list">
        {languages.map(({ language, stop, stopAfterMarketing, start }) => (
          <div key={language}>
            <dt className="font-medium">{names.of(language) ?? language}</dt>
            <dd lang={language} dir="auto">
              {t("consent.settings.stop")}: {stop.join(", ")}
            </dd>
            <dd lang={language} dir="auto" className="text-ink-2">
              {t("consent.settings.afterMarketing")}: {stopAfterMarketing.join(", ")}
            </dd>
            <dd lang={language} dir="auto" className="text-ink-2">
              {t("consent.settings.start")}: {start.join(", ")}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
