import type { LintRule } from "./finding.ts";

const PAGE = { source: "docs/…/templates/components", readAt: "2026-11" } as const;
const REVIEW = { source: "docs/…/templates/template-review", readAt: "2026-11" } as const;

/** What is wrong with the texts and their variables. */
export const TEXT_RULES = {
  "text-missing": {
    ...PAGE,
    severity: "error",
    code: 2388043,
    words: { en: "There is no text here.", ru: "Здесь нет текста." },
  },
  "text-too-long": {
    ...PAGE,
    severity: "error",
    code: 2388040,
    words: {
      en: "{length} characters, at most {max}.",
      ru: "Символов: {length}, а можно не больше {max}.",
    },
  },
  "header-not-plain": {
    ...PAGE,
    severity: "error",
    code: 2388047,
    words: {
      en: "A heading has no line breaks, emoji or formatting (* _ ~).",
      ru: "В заголовке не бывает переносов строк, эмодзи и форматирования (* _ ~).",
    },
  },
  "header-variables": {
    ...PAGE,
    severity: "error",
    code: 2388047,
    words: {
      en: "A heading has one variable at most.",
      ru: "В заголовке не больше одной переменной.",
    },
  },
  "footer-not-plain": {
    ...PAGE,
    severity: "error",
    code: 2388073,
    words: {
      en: "The line below has no variables and no line breaks.",
      ru: "В подписи не бывает переменных и переносов строк.",
    },
  },
  "variable-braces": {
    ...REVIEW,
    severity: "error",
    code: 2388072,
    words: {
      en: "A variable has two braces before and after it: {{1}}.",
      ru: "Переменная стоит в двойных скобках с обеих сторон: {{1}}.",
    },
  },
  "variable-signs": {
    ...REVIEW,
    severity: "error",
    code: 2388072,
    words: {
      en: "“{key}” cannot be a variable: # $ % and other signs are not allowed in it.",
      ru: "«{key}» не может быть переменной: знаки # $ % и подобные в ней недопустимы.",
    },
  },
  "variable-name": {
    ...PAGE,
    severity: "error",
    code: 2388072,
    words: {
      en: "“{key}” cannot name a variable: small Latin letters, digits and underscores, a letter first.",
      ru: "«{key}» не годится в имя переменной: строчные латинские буквы, цифры и подчёркивания, первой — буква.",
    },
  },
  "variable-order": {
    ...REVIEW,
    severity: "error",
    code: 2388072,
    words: {
      en: "Variables count up from {{1}} without gaps: here {{{expected}}} is due.",
      ru: "Переменные идут подряд от {{1}}: здесь ожидается {{{expected}}}.",
    },
  },
  "variable-at-edge": {
    ...REVIEW,
    severity: "error",
    code: 2388299,
    words: {
      en: "The text can neither begin nor end with a variable. Put words around it.",
      ru: "Текст не может начинаться или кончаться переменной. Добавьте слова.",
    },
  },
  "variables-adjacent": {
    ...REVIEW,
    severity: "error",
    words: {
      en: "Two variables stand side by side. The reviewer refuses that; put words between them.",
      ru: "Две переменные стоят рядом. Проверка такое отклоняет; вставьте между ними слова.",
    },
  },
  "variables-dense": {
    ...REVIEW,
    severity: "error",
    code: 2388293,
    words: {
      en: "{count} variables are too many for {words} words. Write more, or use fewer.",
      ru: "Переменных {count} — слишком много на столько слов: {words}. Допишите текст или уберите часть.",
    },
  },
  "example-missing": {
    ...PAGE,
    severity: "error",
    code: 2388043,
    words: {
      en: "Give an example for {{{key}}}: the reviewer reads the text with it.",
      ru: "Приведите пример для {{{key}}}: с ним текст читает проверяющий.",
    },
  },
  "example-private": {
    ...PAGE,
    severity: "warning",
    words: {
      en: "The example looks like somebody's real data. Give made-up ones: Meta's reviewers read them.",
      ru: "Пример похож на чьи-то настоящие данные. Возьмите вымышленные: их читают проверяющие Meta.",
    },
  },
  "sample-missing": {
    ...PAGE,
    severity: "error",
    code: 2388043,
    words: {
      en: "Choose a sample file: the reviewer looks at it.",
      ru: "Выберите файл-образец: на него смотрит проверяющий.",
    },
  },
  "header-unknown": {
    ...PAGE,
    severity: "error",
    words: {
      en: "Galka cannot submit a header of the kind {what}.",
      ru: "Заголовок вида {what} Galka отправить на проверку не может.",
    },
  },
  "words-of-another": {
    ...REVIEW,
    severity: "error",
    words: {
      en: "The template “{name}” has the same text and the same line below. The reviewer refuses duplicates.",
      ru: "У шаблона «{name}» те же текст и подпись. Повторы проверка отклоняет.",
    },
  },
  "asks-for-secrets": {
    ...REVIEW,
    severity: "error",
    words: {
      en: "“{words}”: a business may not ask for card numbers, passwords or documents this way (SCAM, ABUSIVE_CONTENT).",
      ru: "«{words}»: номера карт, пароли и документы так спрашивать нельзя (SCAM, ABUSIVE_CONTENT).",
    },
  },
  threatens: {
    ...REVIEW,
    severity: "error",
    words: {
      en: "“{words}”: threats and insults are refused (ABUSIVE_CONTENT).",
      ru: "«{words}»: угрозы и оскорбления отклоняют (ABUSIVE_CONTENT).",
    },
  },
} as const satisfies Record<string, LintRule>;
