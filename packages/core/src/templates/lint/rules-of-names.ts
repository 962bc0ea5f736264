import type { LintRule } from "./finding.ts";

const PAGE = { source: "docs/…/templates/overview", readAt: "2026-11" } as const;

/** What is wrong with the name, the language, the category or the time to live. */
export const NAME_RULES = {
  "name-format": {
    ...PAGE,
    severity: "error",
    code: 2388046,
    words: {
      en: "A name has small Latin letters, digits and underscores only, at most 512.",
      ru: "В имени бывают только строчные латинские буквы, цифры и подчёркивания, не больше 512.",
    },
  },
  "name-of-sample": {
    ...PAGE,
    severity: "error",
    code: 2388155,
    words: {
      en: "Meta uses this name for a sample of its own. Take another one.",
      ru: "Этим именем Meta называет свой образец. Возьмите другое.",
    },
  },
  "name-taken": {
    ...PAGE,
    severity: "error",
    code: 2388024,
    words: {
      en: "There is already a template of this name in this language. Edit that one, or take another name.",
      ru: "Шаблон с таким именем на этом языке уже есть. Измените его или возьмите другое имя.",
    },
  },
  "name-blocked": {
    source: "docs/…/templates/template-management#delete-templates",
    readAt: "2026-11",
    severity: "error",
    code: 2388023,
    words: {
      en: "A template of this name was deleted; Meta keeps the name until {until}.",
      ru: "Шаблон с таким именем удалён; Meta держит имя занятым до {until}.",
    },
  },
  "language-unknown": {
    source: "docs/…/templates/supported-languages",
    readAt: "2026-11",
    severity: "error",
    words: {
      en: "Templates cannot be in the language “{language}”.",
      ru: "Шаблонов на языке «{language}» не бывает.",
    },
  },
  "language-of-text": {
    source: "docs/…/templates/template-review",
    readAt: "2026-11",
    severity: "error",
    words: {
      en: "The text is written with other letters than the language “{language}” has. The reviewer refuses that (TAG_CONTENT_MISMATCH).",
      ru: "Текст написан не теми буквами, что в языке «{language}». Проверка такое отклоняет (TAG_CONTENT_MISMATCH).",
    },
  },
  "category-of-name": {
    source: "docs/…/templates/template-categorization",
    readAt: "2026-11",
    severity: "error",
    words: {
      en: "In other languages this template is {category}; a name has one category.",
      ru: "На других языках категория этого шаблона — {category}; у имени она одна.",
    },
  },
  "category-of-approved": {
    source: "docs/…/templates/template-management#edit-templates",
    readAt: "2026-11",
    severity: "error",
    code: 2388039,
    words: {
      en: "The category of an approved template cannot be changed.",
      ru: "Категорию одобренного шаблона изменить нельзя.",
    },
  },
  "category-unlikely": {
    source: "docs/…/templates/template-categorization",
    readAt: "2026-11",
    severity: "warning",
    words: {
      en: "Meta is likely to count this as marketing: {words}. It then costs more and reaches fewer people.",
      ru: "Meta, скорее всего, сочтёт это рекламой: {words}. Тогда сообщение стоит дороже и доходит не до всех.",
    },
  },
  "ttl-range": {
    source: "docs/…/templates/time-to-live",
    readAt: "2026-11",
    severity: "error",
    words: {
      en: "Meta tries for {least} to {most} seconds in this category, or for 30 days.",
      ru: "В этой категории Meta пытается доставить от {least} до {most} секунд или 30 дней.",
    },
  },
} as const satisfies Record<string, LintRule>;
