// Rates, and troubles at Meta that pass. Meta: docs/…/support/error-codes, read 2026-11.
import type { ErrorExplanation } from "../remedy.ts";
import { advice, remedies } from "./advice.ts";

/** Errors that pass when one waits or asks less often. */
export const limitErrors: readonly ErrorExplanation[] = [
  {
    code: 1,
    title: "API Unknown",
    remedy: remedies.soon,
    explain: {
      en: "Something went wrong at Meta.",
      ru: "На стороне Meta что-то пошло не так.",
    },
    whatToDo: advice.metaSupport,
  },
  {
    code: 2,
    title: "API Service",
    remedy: remedies.soon,
    explain: {
      en: "Meta's service is down or overloaded for a moment.",
      ru: "Сервис Meta временно недоступен или перегружен.",
    },
    whatToDo: advice.wait,
  },
  {
    code: 4,
    title: "API Too Many Calls",
    remedy: remedies.graphLimit,
    explain: {
      en: "The app has made too many requests to Meta.",
      ru: "Приложение отправило в Meta слишком много запросов.",
    },
    whatToDo: advice.slower,
  },
  {
    code: 613,
    title: "Calls to this API have exceeded the rate limit",
    remedy: remedies.graphLimit,
    explain: {
      en: "This was asked too often.",
      ru: "Этот запрос отправляли слишком часто.",
    },
    whatToDo: advice.slower,
  },
  {
    code: 80007,
    title: "Rate limit issues",
    remedy: remedies.graphLimit,
    explain: {
      en: "The WhatsApp account has reached Meta's limit of requests an hour.",
      ru: "Аккаунт WhatsApp исчерпал часовой лимит запросов Meta.",
    },
    whatToDo: advice.slower,
  },
  {
    code: 80008,
    title: "Too many calls to this WhatsApp Business account",
    remedy: remedies.graphLimit,
    explain: {
      en: "The WhatsApp account has reached Meta's limit of requests an hour.",
      ru: "Аккаунт WhatsApp исчерпал часовой лимит запросов Meta.",
    },
    whatToDo: advice.slower,
  },
  {
    code: 130429,
    title: "Rate limit hit",
    remedy: remedies.throughput,
    explain: {
      en: "The number sends more messages a second than Meta allows.",
      ru: "Номер отправляет больше сообщений в секунду, чем разрешает Meta.",
    },
    whatToDo: advice.slower,
  },
  {
    code: 131048,
    title: "Spam rate limit hit",
    remedy: remedies.pauseNumber,
    explain: {
      en: "Meta holds the number's messages back: too many people blocked or reported it.",
      ru: "Meta сдерживает отправку с номера: слишком много людей заблокировали его или пожаловались.",
    },
    whatToDo: {
      en: "Check the number's quality in WhatsApp Manager, and write only to people who want it.",
      ru: "Проверьте качество номера в WhatsApp Manager и пишите только тем, кто этого ждёт.",
    },
  },
  {
    code: 131056,
    title: "(Business Account, Consumer Account) pair rate limit hit",
    remedy: remedies.pair,
    explain: {
      en: "Too many messages to this one person in a short time.",
      ru: "Слишком много сообщений одному человеку за короткое время.",
    },
    whatToDo: advice.wait,
  },
  {
    code: 133016,
    title: "Account register deregister rate limit exceeded",
    remedy: remedies.pauseNumber,
    explain: {
      en: "The number was registered or deregistered more than 10 times in 72 hours.",
      ru: "За 72 часа номер регистрировали или снимали с регистрации больше 10 раз.",
    },
    whatToDo: {
      en: "Wait 72 hours, then register the number again.",
      ru: "Подождите 72 часа и зарегистрируйте номер снова.",
    },
  },
  {
    code: 131059,
    title: "Invalid cursor",
    remedy: remedies.fixRequest,
    explain: {
      en: "The place in the list to go on from is not valid any more.",
      ru: "Позиция в списке, с которой нужно продолжить, больше не действительна.",
    },
    whatToDo: { en: "Load the list from its beginning.", ru: "Загрузите список с начала." },
  },
  {
    code: 131000,
    title: "Something went wrong",
    remedy: remedies.soon,
    explain: {
      en: "Meta could not handle the request and does not say why.",
      ru: "Meta не смогла обработать запрос и не сообщила причину.",
    },
    whatToDo: advice.metaSupport,
  },
  {
    code: 131016,
    title: "Service unavailable",
    remedy: remedies.soon,
    explain: {
      en: "A service of Meta's is unavailable for a moment.",
      ru: "Один из сервисов Meta временно недоступен.",
    },
    whatToDo: advice.wait,
  },
  {
    code: 131057,
    title: "Account in maintenance mode",
    remedy: remedies.inAMinute,
    explain: {
      en: "Meta is changing the account, usually raising its throughput. It takes about a minute.",
      ru: "Meta меняет настройки аккаунта, обычно повышает пропускную способность. Это около минуты.",
    },
    whatToDo: advice.wait,
  },
  {
    code: 2494100,
    title: "Account in maintenance mode",
    remedy: remedies.inAMinute,
    explain: {
      en: "The account is being serviced by Meta.",
      ru: "Аккаунт на обслуживании у Meta.",
    },
    whatToDo: advice.wait,
  },
  {
    code: 135000,
    title: "Generic user error",
    remedy: remedies.fixRequest,
    explain: {
      en: "Meta refused the request and does not say why.",
      ru: "Meta отклонила запрос и не сообщила причину.",
    },
    whatToDo: advice.fix,
  },
];
