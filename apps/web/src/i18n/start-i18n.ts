import i18next from "i18next";
import { initReactI18next } from "react-i18next";

export const LOCALES = ["en", "ru"] as const;
export type Locale = (typeof LOCALES)[number];

const CATALOGUES = {
  en: () => import("./en.json"),
  ru: () => import("./ru.json"),
} as const;

/** The words of pages that few open, or seldom: they come with the first of these. */
const PAGES = {
  en: () => import("./pages/en.json"),
  ru: () => import("./pages/ru.json"),
} as const;
let arePagesKnown = false;

const KEY = "galka.locale";

/** The language before anyone has signed in: the last one used here, else the browser's. */
export function firstLocale(): Locale {
  try {
    const kept = localStorage.getItem(KEY);
    if (kept === "en" || kept === "ru") return kept;
  } catch {
    // Storage may be forbidden; the browser's language is used then.
  }
  return navigator.language.startsWith("ru") ? "ru" : "en";
}

/** Only the catalogue that is needed is fetched; the other one when somebody changes over. */
export async function startI18n(locale: Locale): Promise<void> {
  const catalogue = await CATALOGUES[locale]();
  await i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    resources: { [locale]: { translation: catalogue.default } },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = locale;
}

export async function changeLocale(locale: Locale): Promise<void> {
  const catalogue = await CATALOGUES[locale]();
  i18next.addResourceBundle(locale, "translation", catalogue.default);
  if (arePagesKnown) await addPageWords(locale);
  await i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
  try {
    localStorage.setItem(KEY, locale);
  } catch {
    // Not kept; the member's preference at the server still is.
  }
}

/** Loads a page together with its words. */
export async function withPageWords<T>(page: Promise<T>): Promise<T> {
  arePagesKnown = true;
  const [loaded] = await Promise.all([page, addPageWords(localeNow())]);
  return loaded;
}

async function addPageWords(locale: Locale): Promise<void> {
  const words = await PAGES[locale]();
  i18next.addResourceBundle(locale, "translation", words.default, true);
}

function localeNow(): Locale {
  return i18next.language === "ru" ? "ru" : "en";
}
