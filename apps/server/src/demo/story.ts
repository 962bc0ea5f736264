import type { DraftJson } from "@galka/contract/json/message";

type PhotoName = "latte" | "beans" | "cup";

/** What a person does on their phone. */
export type Act =
  | { readonly says: string; readonly quotesUs?: true }
  | { readonly photo: PhotoName; readonly caption?: string }
  | { readonly voice: true }
  | { readonly document: string }
  | {
      readonly place: {
        readonly latitude: number;
        readonly longitude: number;
        readonly name?: string;
        readonly address?: string;
      };
    }
  | { readonly card: { readonly name: string; readonly phone: string } }
  | { readonly taps: string }
  | { readonly reacts: string }
  | { readonly poll: true }
  /** The phone is switched off: what is sent to it waits. */
  | { readonly goes: "offline" };

/** What the team does. */
export type Deed =
  | { readonly answers: DraftJson }
  | { readonly sendsPhoto: PhotoName; readonly caption: string }
  | { readonly sendsDocument: string; readonly caption: string }
  | { readonly puts: string }
  /** Reads without an answer. */
  | { readonly looks: true };

/** One thing that happened, so many minutes before the first start. */
export type Scene = { readonly ago: number; readonly who: string } & (Act | Deed);

const HOUR = 60;
const DAY = 24 * HOUR;

function text(words: string): Deed {
  return { answers: { kind: "text", text: words } };
}

/** What was written to Jackdaw Coffee in the days before it was opened for the first time. */
export const STORY: readonly Scene[] = [
  // Tom's window has closed: only a template reaches him.
  { ago: 3 * DAY, who: "tom", says: "Hi! Do you grind for a moka pot?" },
  {
    ago: 3 * DAY - 6,
    who: "tom",
    ...text("We do, a little coarser than for espresso. Which coffee would you like?"),
  },
  { ago: 3 * DAY - 30, who: "tom", says: "I'll think about it, thanks" },
  { ago: 3 * DAY - 40, who: "tom", looks: true },

  { ago: 2 * DAY, who: "carla", says: "Olá! Do you ship to São Paulo?" },
  {
    ago: 2 * DAY - 9,
    who: "carla",
    ...text("Not yet, I am sorry. *Spring* is the plan, and we will write to you first."),
  },
  { ago: 2 * DAY - 15, who: "carla", reacts: "❤️" },

  {
    ago: 22 * HOUR,
    who: "jonas",
    says: "We are a small office of fourteen. Can you deliver every second Monday?",
  },
  {
    ago: 22 * HOUR - 11,
    who: "jonas",
    sendsDocument: "Office coffee.pdf",
    caption: "What offices pay, and what is in it",
  },
  {
    ago: 21 * HOUR,
    who: "jonas",
    says: "Clear, thank you. This is our kitchen manager, she decides:",
  },
  { ago: 21 * HOUR - 1, who: "jonas", card: { name: "Elsa Lindqvist", phone: "+46 70 174 06 11" } },

  { ago: 9 * HOUR, who: "sam", says: "Where are you exactly?" },
  {
    ago: 9 * HOUR - 4,
    who: "sam",
    answers: {
      kind: "location",
      latitude: 52.5163,
      longitude: 13.3777,
      name: "Jackdaw Coffee",
      address: "Am Tor 4, Berlin",
    },
  },
  { ago: 9 * HOUR - 7, who: "sam", says: "Perfect, on my way", quotesUs: true },
  { ago: 9 * HOUR - 8, who: "sam", looks: true },

  { ago: 7 * HOUR, who: "anna", says: "Здравствуйте! Когда привезут заказ 1184?" },
  {
    ago: 7 * HOUR - 5,
    who: "anna",
    ...text("Анна, добрый день! Курьер выехал, будет у вас до двух."),
  },
  { ago: 7 * HOUR - 8, who: "anna", says: "Отлично, жду. Домофон не работает, пусть позвонит." },
  {
    ago: 5 * HOUR,
    who: "anna",
    photo: "latte",
    caption: "Приехало, спасибо! Сразу попробовали 🙂",
  },
  { ago: 5 * HOUR - 3, who: "anna", puts: "🔥" },

  { ago: 4 * HOUR, who: "mia", says: "Hello, I'd like to order again" },
  {
    ago: 4 * HOUR - 2,
    who: "mia",
    answers: {
      kind: "list",
      text: "With pleasure. Which of them?",
      footer: "Roasted on Tuesdays and Fridays",
      buttonTitle: "Choose a coffee",
      sections: [
        {
          title: "Filter",
          rows: [
            { id: "filter-kenya", title: "Kenya Gachatha", description: "Blackcurrant, 250 g" },
            { id: "filter-ethiopia", title: "Ethiopia Bombe", description: "Jasmine, 250 g" },
          ],
        },
        {
          title: "Espresso",
          rows: [{ id: "espresso-house", title: "House blend", description: "Nuts, 1 kg" }],
        },
      ],
    },
  },
  { ago: 4 * HOUR - 5, who: "mia", taps: "Kenya Gachatha" },
  {
    ago: 4 * HOUR - 7,
    who: "mia",
    answers: {
      kind: "buttons",
      text: "One *Kenya Gachatha*. Shall we send it, or will you fetch it?",
      buttons: [
        { id: "send", title: "Send it" },
        { id: "fetch", title: "I'll fetch it" },
      ],
    },
  },
  { ago: 4 * HOUR - 9, who: "mia", taps: "I'll fetch it" },
  { ago: 4 * HOUR - 10, who: "mia", ...text("It is ready from five today.") },

  { ago: 3 * HOUR, who: "priya", voice: true },
  {
    ago: 3 * HOUR - 12,
    who: "priya",
    ...text("Heard you! The grinder is set to 18, two clicks finer if it runs too fast."),
  },
  { ago: 3 * HOUR - 14, who: "priya", reacts: "👍" },

  { ago: 2 * HOUR, who: "irina", says: "Добрый вечер, у вас есть подарочные сертификаты?" },
  { ago: 2 * HOUR - 5, who: "irina", goes: "offline" },
  { ago: 2 * HOUR - 6, who: "irina", ...text("Есть, на любую сумму от 20 €. Прислать образец?") },

  { ago: 95, who: "ben", document: "Invoice 2211.pdf" },
  { ago: 94, who: "ben", says: "The VAT number on this one is wrong, could you correct it?" },

  { ago: 70, who: "nour", says: "hi, is the cupping on Saturday still on?" },
  {
    ago: 66,
    who: "nour",
    sendsPhoto: "cup",
    caption: "It is, eleven o'clock. Bring your favourite cup.",
  },
  { ago: 64, who: "nour", poll: true },

  { ago: 41, who: "luis", says: "Hola, I found you on the map" },
  {
    ago: 40,
    who: "luis",
    place: { latitude: 40.4168, longitude: -3.7038, name: "Puerta del Sol", address: "Madrid" },
  },
  {
    ago: 39,
    who: "luis",
    says: "Could you deliver here by Thursday? _Two kilos_ of the house blend",
  },

  { ago: 18, who: "olga", says: "Подскажите, чем Эфиопия отличается от Кении?" },
  {
    ago: 12,
    who: "olga",
    ...text("Эфиопия легче, с жасмином и бергамотом. Кения ярче, с чёрной смородиной."),
  },
  { ago: 9, who: "olga", says: "Тогда Кению, 250 г в зёрнах", quotesUs: true },
  { ago: 8, who: "olga", photo: "beans", caption: "Вот такую, верно?" },
  { ago: 3, who: "anna", says: "И ещё вопрос: можно добавить к следующему заказу воронку?" },
];
