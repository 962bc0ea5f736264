import "i18next";
import type en from "./en.json";
import type workbench from "./workbench/en.json";

/** A key that is not in the English catalogues does not compile. */
declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: typeof en & typeof workbench };
  }
}
