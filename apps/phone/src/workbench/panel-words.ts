import i18next from "i18next";
import en from "../i18n/workbench/en.json" with { type: "json" };
import ru from "../i18n/workbench/ru.json" with { type: "json" };

/** Adds the words of the workbench's panels, which come with the first panel that is opened. */
export function addPanelWords(): void {
  i18next.addResourceBundle("en", "translation", en, true, true);
  i18next.addResourceBundle("ru", "translation", ru, true, true);
}
