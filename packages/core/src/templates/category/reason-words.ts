import type { CategoryReason } from "./guess.ts";

type Words = { readonly en: string; readonly ru: string };

/** Why a template looks like one category, for people. */
export const REASON_WORDS: Readonly<Record<CategoryReason["sign"], Words>> = {
  "price-cut": { en: "it speaks of a lower price", ru: "речь о скидке" },
  sale: { en: "it announces a sale or an offer", ru: "речь об акции или распродаже" },
  gift: { en: "it promises a gift", ru: "обещан подарок" },
  novelty: { en: "it presents something new", ru: "рассказ о новинке" },
  invitation: { en: "it invites", ru: "это приглашение" },
  "call-to-buy": { en: "it calls to buy", ru: "призыв купить" },
  greeting: { en: "it is a greeting nobody asked for", ru: "поздравление, о котором не просили" },
  "win-back": { en: "it wants the person back", ru: "попытка вернуть человека" },
  order: { en: "it is about an order", ru: "речь о заказе" },
  delivery: { en: "it is about a delivery", ru: "речь о доставке" },
  payment: { en: "it is about a payment", ru: "речь об оплате" },
  appointment: { en: "it is about an appointment", ru: "речь о записи" },
  account: { en: "it is about the person's account", ru: "речь об аккаунте человека" },
  support: { en: "it answers a request", ru: "это ответ на обращение" },
  feedback: { en: "it asks how something went", ru: "вопрос о том, что уже было" },
  offer: { en: "it is a limited-time offer", ru: "это предложение с отсчётом" },
  carousel: { en: "it is a carousel", ru: "это карусель" },
  catalog: { en: "it shows products", ru: "показаны товары" },
  coupon: { en: "it carries a coupon", ru: "приложен промокод" },
  code: { en: "it carries a one-time code", ru: "это одноразовый код" },
  "nothing-asked": {
    en: "nothing says that the person did or asked for something",
    ru: "не видно, что человек что-то сделал или просил",
  },
};
