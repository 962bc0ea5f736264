import type { LintRule } from "./finding.ts";

const PAGE = { source: "docs/…/templates/components#buttons", readAt: "2026-11" } as const;
const CODES = { source: "docs/…/templates/authentication-templates", readAt: "2026-11" } as const;

/** What is wrong with the buttons. */
export const BUTTON_RULES = {
  "buttons-too-many": {
    ...PAGE,
    severity: "error",
    code: 2388060,
    words: { en: "At most {max} buttons.", ru: "Кнопок не больше {max}." },
  },
  "buttons-of-kind": {
    ...PAGE,
    severity: "error",
    code: 2388060,
    words: {
      en: "At most {max} buttons of this kind.",
      ru: "Кнопок такого вида не больше {max}.",
    },
  },
  "replies-apart": {
    ...PAGE,
    severity: "error",
    code: 2388060,
    words: {
      en: "Quick replies stand together: all before the other buttons, or all after them.",
      ru: "Быстрые ответы стоят вместе: все до прочих кнопок или все после.",
    },
  },
  "button-alone": {
    ...PAGE,
    severity: "error",
    code: 2388060,
    words: {
      en: "Beside this button there can be no other.",
      ru: "Рядом с этой кнопкой других быть не может.",
    },
  },
  "button-text-missing": {
    ...PAGE,
    severity: "error",
    code: 2388043,
    words: { en: "The button says nothing.", ru: "На кнопке нет надписи." },
  },
  "button-text-too-long": {
    ...PAGE,
    severity: "error",
    code: 2388060,
    words: {
      en: "{length} characters on a button, at most {max}.",
      ru: "На кнопке символов: {length}, а можно не больше {max}.",
    },
  },
  "button-text-plain": {
    ...PAGE,
    severity: "error",
    code: 2388060,
    words: {
      en: "A button has no variables and no line breaks.",
      ru: "На кнопке не бывает переменных и переносов строк.",
    },
  },
  "button-texts-equal": {
    ...PAGE,
    severity: "error",
    code: 2388060,
    words: {
      en: "Two buttons say the same.",
      ru: "Две кнопки с одинаковой надписью.",
    },
  },
  "link-format": {
    ...PAGE,
    severity: "error",
    code: 2388060,
    words: {
      en: "A link begins with https:// or http:// and has at most 2000 characters.",
      ru: "Ссылка начинается с https:// или http://, и в ней не больше 2000 символов.",
    },
  },
  "link-variable": {
    ...PAGE,
    severity: "error",
    code: 2388060,
    words: {
      en: "A link has one variable at most, {{1}}, at its very end.",
      ru: "В ссылке не больше одной переменной, {{1}}, и только в самом конце.",
    },
  },
  "link-example": {
    ...PAGE,
    severity: "error",
    code: 2388043,
    words: {
      en: "Give the whole address as an example.",
      ru: "Приведите пример: адрес целиком.",
    },
  },
  "link-hidden": {
    source: "docs/…/templates/template-review",
    readAt: "2026-11",
    severity: "warning",
    words: {
      en: "{host} hides where the link leads; the reviewer often refuses that. Use an address of your own.",
      ru: "{host} скрывает, куда ведёт ссылка; проверка часто такое отклоняет. Дайте свой адрес.",
    },
  },
  "phone-format": {
    ...PAGE,
    severity: "error",
    code: 2388060,
    words: {
      en: "A phone number with its country code, at most 20 characters.",
      ru: "Номер телефона с кодом страны, не больше 20 символов.",
    },
  },
  "coupon-example": {
    ...PAGE,
    severity: "error",
    code: 2388043,
    words: {
      en: "Give an example of the code, at most {max} characters.",
      ru: "Приведите пример кода, не больше {max} символов.",
    },
  },
  "flow-missing": {
    ...PAGE,
    severity: "error",
    code: 2388043,
    words: {
      en: "Say which form opens: its id at Meta.",
      ru: "Укажите, какая форма откроется: её id у Meta.",
    },
  },
  "flow-screen": {
    ...PAGE,
    severity: "error",
    code: 2388043,
    words: {
      en: "Say with which screen the form begins.",
      ru: "Укажите, с какого экрана начинается форма.",
    },
  },
  "call-time": {
    source: "docs/…/calling/call-button-messages-deep-links",
    readAt: "2026-11",
    severity: "error",
    code: 2388060,
    words: {
      en: "A call button works for 1440 to 43,200 minutes (1 to 30 days).",
      ru: "Кнопка звонка работает от 1440 до 43 200 минут (от 1 до 30 дней).",
    },
  },
  "button-unknown": {
    ...PAGE,
    severity: "error",
    words: {
      en: "Galka cannot submit a button of the kind {what}.",
      ru: "Кнопку вида {what} Galka отправить на проверку не может.",
    },
  },
  "code-elsewhere": {
    ...CODES,
    severity: "error",
    code: 2388060,
    words: {
      en: "A button with a one-time code belongs into a template of the category authentication.",
      ru: "Кнопка с одноразовым кодом бывает только в шаблоне категории «Код входа».",
    },
  },
  "code-app": {
    ...CODES,
    severity: "error",
    code: 2388060,
    words: {
      en: "Name the app: its package (com.example.app) and the 11 characters of its signature; at most 5 apps.",
      ru: "Укажите приложение: пакет (com.example.app) и 11 символов подписи; приложений не больше 5.",
    },
  },
  "code-terms": {
    ...CODES,
    severity: "error",
    code: 2388060,
    words: {
      en: "Codes that fill themselves in need the terms to be accepted.",
      ru: "Чтобы код подставлялся сам, нужно принять условия.",
    },
  },
} as const satisfies Record<string, LintRule>;
