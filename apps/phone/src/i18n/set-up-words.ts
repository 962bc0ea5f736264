import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "../prefs/address.ts";
import en from "./en.json" with { type: "json" };
import ru from "./ru.json" with { type: "json" };

const KEY = "galka.phones.language";

/** Sets the language: the one asked for, else the one chosen here before, else the browser's. */
export async function setUpWords(asked: Language | null): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: asked ?? stored() ?? browserLanguage(),
    fallbackLng: "en",
    resources: { en: { translation: en }, ru: { translation: ru } },
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = i18next.language;
  document.title = i18next.t("page.title");
}

export async function chooseLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Without storage the choice holds until the page is left.
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  document.title = i18next.t("page.title");
}

function browserLanguage(): Language {
  return navigator.language.toLowerCase().startsWith("ru") ? "ru" : "en";
}

function stored(): Language | null {
  try {
    const language = localStorage.getItem(KEY);
    return language === "en" || language === "ru" ? language : null;
  } catch {
    return null;
  }
}
