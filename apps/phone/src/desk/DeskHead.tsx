import { Moon, Plus, Sun } from "lucide-react";
import { useTranslation } from "react-i18next";
import { chooseLanguage } from "../i18n/set-up-words.ts";
import { useTheme } from "../prefs/theme.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { Mark } from "./Mark.tsx";

/** The line above the phones. */
export function DeskHead({ onAdd }: { readonly onAdd: () => void }) {
  const { t, i18n } = useTranslation();
  const [theme, setTheme] = useTheme();
  const dark = theme === "dark";
  const russian = i18n.language === "ru";
  return (
    <header className="hairline-b flex h-12 flex-none items-center gap-1 bg-surface px-3">
      <Mark />
      <h1 className="min-w-0 flex-1 truncate ps-1 text-[15px] font-semibold max-sm:text-list">
        {t("page.title")}
      </h1>
      <button type="button" className="btn max-sm:px-2.5" onClick={onAdd}>
        <Plus size={16} aria-hidden />
        <span className="max-sm:sr-only">{t("desk.add")}</span>
      </button>
      <button
        type="button"
        lang={russian ? "en" : "ru"}
        className="icon-btn text-list font-semibold"
        title={t("page.otherLanguage")}
        onClick={() => void chooseLanguage(russian ? "en" : "ru")}
      >
        {t("page.otherLanguageShort")}
        <span className="sr-only">, {t("page.otherLanguage")}</span>
      </button>
      <IconButton
        icon={dark ? Sun : Moon}
        label={dark ? t("page.light") : t("page.dark")}
        onClick={() => setTheme(dark ? "light" : "dark")}
      />
    </header>
  );
}
