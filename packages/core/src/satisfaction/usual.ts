import type { Scale } from "./rating.ts";
import type { SatisfactionSettings, SatisfactionTexts } from "./settings.ts";

type Words = Omit<SatisfactionTexts, "answers" | "language"> & {
  readonly answers: Readonly<Record<Scale, readonly string[]>>;
};

const ENGLISH: Words = {
  question: "How did we do? Your answer helps us to get better.",
  thanks: "Thank you for your rating!",
  why: "We are sorry that it was not good. What could we do better?",
  listButton: "Rate us",
  answers: {
    3: ["😊 Good", "😐 OK", "😞 Bad"],
    5: ["★★★★★ Excellent", "★★★★ Good", "★★★ Fair", "★★ Poor", "★ Very poor"],
  },
};

const RUSSIAN: Words = {
  question: "Как мы вам помогли? Ваша оценка поможет нам стать лучше.",
  thanks: "Спасибо за оценку!",
  why: "Жаль, что получилось не очень. Что нам стоит исправить?",
  listButton: "Поставить оценку",
  answers: {
    3: ["😊 Хорошо", "😐 Нормально", "😞 Плохо"],
    5: ["★★★★★ Отлично", "★★★★ Хорошо", "★★★ Нормально", "★★ Плохо", "★ Очень плохо"],
  },
};

/** What contacts are told until somebody writes it otherwise; in a language that is not here, English to begin with. */
export function usualTexts(language: string, scale: Scale): SatisfactionTexts {
  const { answers, ...words } = language === "ru" ? RUSSIAN : ENGLISH;
  return { language, ...words, answers: answers[scale] };
}

export const USUAL_SETTINGS: SatisfactionSettings = {
  isOn: false,
  channelIds: null,
  scale: 3,
  waitMinutes: 5,
  restDays: 30,
  asksWhy: true,
  texts: [usualTexts("en", 3), usualTexts("ru", 3)],
  template: null,
};
