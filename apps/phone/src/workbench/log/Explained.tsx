import { Lightbulb } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ExplanationJson } from "@galka/emulator/wire/requests";

/** Which rule of Meta's caused an error, what to do about it, and where Meta says so. */
export function Explained({ explanation }: { readonly explanation: ExplanationJson }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === "ru" ? "ru" : "en";
  const { code, title, why, remedy, source } = explanation;
  return (
    <section
      aria-label={t("log.explained", { code })}
      className="rounded-lg border border-hairline bg-surface-2 px-3 py-2"
    >
      <p className="flex items-start gap-2 font-medium">
        <Lightbulb size={16} aria-hidden className="mt-0.5 flex-none text-amber" />
        <span>
          <span className="font-mono">{code}</span> {title}
        </span>
      </p>
      <p className="mt-1">{why[language]}</p>
      <p className="mt-1">
        <span className="text-ink-3">{t("log.whatToDo")}</span> {remedy[language]}
      </p>
      <p className="mt-1">
        <a href={source} target="_blank" rel="noreferrer" className="text-blue-ink underline">
          {t("log.source")}
        </a>
      </p>
    </section>
  );
}
