import type { Explanation } from "../explanation.ts";

/** What analytics refuse. */
export const INSIGHTS: readonly Explanation[] = [
  {
    code: 200005,
    arrives: "answer",
    title: "Template Insights is not available",
    why: {
      en: "Template analytics do not exist for businesses or numbers of the European Union, the United Kingdom and Japan.",
      ru: "Аналитики шаблонов нет для компаний и номеров из Евросоюза, Великобритании и Японии.",
    },
    remedy: {
      en: "Count statuses yourself, or use an account without such numbers.",
      ru: "Считайте статусы сами или возьмите аккаунт без таких номеров.",
    },
    source: "analytics",
  },
  {
    code: 200006,
    arrives: "answer",
    title: "Template Insights cannot be disabled",
    why: {
      en: "Template analytics are confirmed for good.",
      ru: "Аналитику шаблонов подтверждают навсегда.",
    },
    remedy: {
      en: "Leave it on; link tracking can be switched off for each template.",
      ru: "Оставьте включённой; учёт переходов отключается в каждом шаблоне.",
    },
    source: "analytics",
  },
  {
    code: 200007,
    arrives: "answer",
    title: "Template Insights is not enabled",
    why: {
      en: "Template analytics are collected only after the account has confirmed them.",
      ru: "Аналитика шаблонов копится только после подтверждения в аккаунте.",
    },
    remedy: {
      en: "Call POST /{account}?is_enabled_for_insights=true once; what was sent before is not counted.",
      ru: "Один раз вызовите POST /{account}?is_enabled_for_insights=true; отправленное раньше не учтут.",
    },
    source: "analytics",
  },
  {
    code: 100,
    subcode: 2388077,
    arrives: "answer",
    title: "Insight Invalid Product Type Combination",
    why: {
      en: "Messages that people wrote into groups (103) cannot be asked for together with others.",
      ru: "Входящие сообщения групп (103) нельзя запросить вместе с другими.",
    },
    remedy: {
      en: "Ask for each product type in a call of its own.",
      ru: "Запрашивайте каждый тип отдельным вызовом.",
    },
    source: "analytics",
  },
];
