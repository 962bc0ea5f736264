import type catalogue from "./en.json";
import type pages from "./pages/en.json";

/** A key that is not in the catalogue does not compile. */
declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: typeof catalogue & typeof pages };
  }
}
