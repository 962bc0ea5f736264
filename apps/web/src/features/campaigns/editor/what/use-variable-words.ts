import type { TemplateJson } from "@galka/contract/json/templates/template";
import { unreachable } from "@galka/core/kernel/unreachable";
import type { Variable } from "@galka/core/templates/variables";
import { useTranslation } from "react-i18next";

/** What a variable of a template is called for those who fill it in. */
export function useVariableWords(template: TemplateJson): (variable: Variable) => string {
  const { t } = useTranslation();
  return (variable) => {
    const { card } = variable;
    const what = wordsOf(variable);
    return card === undefined ? what : t("campaigns.what.ofCard", { number: card + 1, what });
  };

  function wordsOf({ place, key, card }: Variable): string {
    const name = key.replaceAll("_", " ");
    const buttons = card === undefined ? template.buttons : template.cards?.[card]?.buttons;
    switch (place) {
      case "header":
        return t("template.headerValue", { name });
      case "body":
        return t("template.bodyValue", { name });
      case "button":
      case "products":
        return t("template.buttonValue", { title: buttons?.[Number(key)]?.title ?? key });
      case "offer-end":
        return t("campaigns.what.offerEnd");
      case "header-file":
        return t("campaigns.what.headerFile");
      case "header-place":
      case "header-product":
        return t("campaigns.what.header");
      default:
        return unreachable(place);
    }
  }
}
