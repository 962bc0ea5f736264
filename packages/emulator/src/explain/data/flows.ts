import type { Explanation } from "../explanation.ts";

/** Flows that cannot be changed, published or measured as they are. */
export const FLOW_RULES: readonly Explanation[] = [
  rule(139001, "Flow can't be updated", {
    why: {
      en: "Only a draft can be changed; what was published stays as it is.",
      ru: "Менять можно только черновик; опубликованное остаётся как есть.",
    },
    remedy: {
      en: "Clone the flow, change the copy and publish that.",
      ru: "Сделайте копию, измените её и опубликуйте.",
    },
  }),
  rule(139002, "Flow can't be published", {
    why: {
      en: "The flow is no draft, its Flow JSON has errors, or its endpoint or the account's number is missing.",
      ru: "Это не черновик, в Flow JSON есть ошибки или не хватает endpoint либо номера в аккаунте.",
    },
    remedy: {
      en: "Read error_user_title, mend what it names and publish again.",
      ru: "Прочитайте error_user_title, исправьте названное и опубликуйте снова.",
    },
  }),
  rule(139003, "Flow can't be deprecated", {
    why: {
      en: "A draft was never in use, and what is deprecated stays so.",
      ru: "Черновик не был в работе, а выведенный из работы таким и остаётся.",
    },
    remedy: { en: "Delete the draft instead.", ru: "Вместо этого удалите черновик." },
  }),
  rule(139004, "Flow can't be deleted", {
    why: {
      en: "People may still have messages that open the flow.",
      ru: "У людей могут быть сообщения, которые открывают этот flow.",
    },
    remedy: { en: "Deprecate it.", ru: "Выведите его из работы (deprecate)." },
  }),
  rule(139006, "Metrics threshold is not reached", {
    why: {
      en: "There are metrics only when the endpoint was asked 250 times.",
      ru: "Метрики есть, только когда к endpoint обратились 250 раз.",
    },
    remedy: {
      en: "Note requests with POST /_emulator/flows/{flow}/endpoint-requests.",
      ru: "Добавьте обращения через POST /_emulator/flows/{flow}/endpoint-requests.",
    },
  }),
];

function rule(
  code: number,
  title: string,
  words: Pick<Explanation, "why" | "remedy">,
): Explanation {
  return { code, arrives: "answer", title, ...words, source: "flows" };
}
