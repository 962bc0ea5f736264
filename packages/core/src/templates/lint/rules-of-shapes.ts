import type { LintRule } from "./finding.ts";

const OFFERS = {
  source: "docs/…/templates/marketing-templates/limited-time-offer-templates",
  readAt: "2026-11",
} as const;
const CARDS = {
  source: "docs/…/templates/marketing-templates/media-card-carousel-templates",
  readAt: "2026-11",
} as const;
const CODES = { source: "docs/…/templates/authentication-templates", readAt: "2026-11" } as const;

/** What is wrong with how the parts go together. */
export const SHAPE_RULES = {
  "offer-footer": {
    ...OFFERS,
    severity: "error",
    words: {
      en: "A limited-time offer has no line below.",
      ru: "У предложения с отсчётом нет подписи.",
    },
  },
  "offer-header": {
    ...OFFERS,
    severity: "error",
    words: {
      en: "Above a limited-time offer there is a picture, a film or nothing.",
      ru: "Над предложением с отсчётом — картинка, видео или ничего.",
    },
  },
  "offer-code-first": {
    ...OFFERS,
    severity: "error",
    words: {
      en: "The code to copy is the first button.",
      ru: "Кнопка с промокодом стоит первой.",
    },
  },
  "offer-marketing": {
    ...OFFERS,
    severity: "error",
    words: {
      en: "Offers and carousels are marketing.",
      ru: "Предложения и карусели — это всегда реклама.",
    },
  },
  "cards-count": {
    ...CARDS,
    severity: "error",
    words: { en: "A carousel has 2 to 10 cards.", ru: "В карусели от 2 до 10 карточек." },
  },
  "cards-alike": {
    ...CARDS,
    severity: "error",
    words: {
      en: "All cards have the same parts: the header, a text or none, the same kinds of buttons.",
      ru: "Все карточки устроены одинаково: вид заголовка, есть ли текст, виды кнопок.",
    },
  },
  "card-header": {
    ...CARDS,
    severity: "error",
    words: {
      en: "On top of a card there is a picture, a film or a product.",
      ru: "Вверху карточки — картинка, видео или товар.",
    },
  },
  "card-buttons": {
    ...CARDS,
    severity: "error",
    words: { en: "A card has one or two buttons.", ru: "На карточке одна или две кнопки." },
  },
  "cards-frame": {
    ...CARDS,
    severity: "error",
    words: {
      en: "Around a carousel there is neither a header nor a line below.",
      ru: "У карусели нет ни общего заголовка, ни подписи.",
    },
  },
  "code-shape": {
    ...CODES,
    severity: "error",
    words: {
      en: "A template with a code has Meta's words and one button for the code, nothing else.",
      ru: "В шаблоне с кодом — слова Meta и одна кнопка для кода, больше ничего.",
    },
  },
  "code-category": {
    ...CODES,
    severity: "error",
    words: {
      en: "The category authentication is for one-time codes in Meta's words only.",
      ru: "Категория «Код входа» — только для одноразовых кодов словами Meta.",
    },
  },
  "code-minutes": {
    ...CODES,
    severity: "error",
    words: {
      en: "A code lives for 1 to 90 minutes.",
      ru: "Код живёт от 1 до 90 минут.",
    },
  },
  "product-header": {
    source: "docs/…/templates/marketing-templates/spm-templates",
    readAt: "2026-11",
    severity: "error",
    words: {
      en: "A product on top needs the button that shows it, and the button the product.",
      ru: "Товару вверху нужна кнопка, которая его показывает, а кнопке — товар.",
    },
  },
  "no-way-out": {
    source: "docs/…/templates/marketing-templates#opt-out",
    readAt: "2026-11",
    severity: "warning",
    words: {
      en: "Nothing here lets a person stop such messages. Those who cannot stop them block the number; add a quick reply for that.",
      ru: "Отказаться от таких сообщений здесь нельзя. Кто не может отказаться, тот блокирует номер; добавьте быстрый ответ для отказа.",
    },
  },
} as const satisfies Record<string, LintRule>;
