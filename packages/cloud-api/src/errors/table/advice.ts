import type { Bilingual, Remedy } from "../remedy.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The remedies the tables use. */
export const remedies = {
  soon: { kind: "retry-after", ms: 5 * SECOND },
  inAMinute: { kind: "retry-after", ms: MINUTE },
  inFiveMinutes: { kind: "retry-after", ms: 5 * MINUTE },
  inTenMinutes: { kind: "retry-after", ms: 10 * MINUTE },
  inAnHour: { kind: "retry-after", ms: HOUR },
  // One message in 6 seconds to one person: docs/…/throughput, read 2026-11.
  pair: { kind: "wait-for-pair", ms: 6 * SECOND },
  throughput: { kind: "slow-down", ms: SECOND },
  graphLimit: { kind: "slow-down", ms: 5 * MINUTE },
  hourlyLimit: { kind: "slow-down", ms: HOUR },
  pauseTemplate: { kind: "pause-template" },
  pauseNumber: { kind: "pause-number" },
  pauseEverything: { kind: "pause-everything" },
  spareForADay: { kind: "spare-person", ms: 24 * HOUR },
  giveUp: { kind: "give-up-on-person" },
  noMarketing: { kind: "never-again-for-purpose", purpose: "marketing" },
  useTemplate: { kind: "use-template" },
  otherTemplate: { kind: "other-template" },
  fixRequest: { kind: "fix-request" },
  nothing: { kind: "nothing" },
} as const satisfies { readonly [name: string]: Remedy };

/** What to do, where many codes ask for the same. */
export const advice = {
  wait: {
    en: "Nothing: the request is repeated in a while.",
    ru: "Ничего: запрос повторится чуть позже.",
  },
  slower: {
    en: "Nothing: sending goes on more slowly.",
    ru: "Ничего: отправка продолжится медленнее.",
  },
  token: {
    en: "Create a token again in Meta Business settings and enter it in the channel's settings.",
    ru: "Создайте токен заново в настройках Meta Business и укажите его в настройках канала.",
  },
  permission: {
    en: "Give the token the permissions whatsapp_business_messaging and whatsapp_business_management, and access to this account.",
    ru: "Дайте токену разрешения whatsapp_business_messaging и whatsapp_business_management и доступ к этому аккаунту.",
  },
  manager: {
    en: "Open WhatsApp Manager: it says what Meta objects to and how to ask for a review.",
    ru: "Откройте WhatsApp Manager: там указано, чем недовольна Meta и как запросить проверку.",
  },
  otherWay: {
    en: "Try to reach the person in another way.",
    ru: "Попробуйте связаться с человеком другим способом.",
  },
  fix: {
    en: "Correct the request. If you did not write it yourself, report this to support.",
    ru: "Исправьте запрос. Если вы составляли его не сами, сообщите в поддержку.",
  },
  editTemplate: {
    en: "Correct the template and submit it again.",
    ru: "Исправьте шаблон и отправьте его на проверку ещё раз.",
  },
  fillTemplate: {
    en: "Compare what fills the template with the template itself and send again.",
    ru: "Сверьте подставленные значения с шаблоном и отправьте ещё раз.",
  },
  chooseTemplate: {
    en: "Choose another approved template.",
    ru: "Выберите другой одобренный шаблон.",
  },
  register: {
    en: "Register the number again in the channel's settings.",
    ru: "Зарегистрируйте номер заново в настройках канала.",
  },
  metaSupport: {
    en: "If it stays so, ask Meta's support and give them the trace id.",
    ru: "Если это не проходит, обратитесь в поддержку Meta и сообщите им идентификатор трассировки.",
  },
  none: { en: "Nothing.", ru: "Ничего." },
} as const satisfies { readonly [name: string]: Bilingual };
