// Sending templates, and marketing messages. Meta: docs/…/support/error-codes, read 2026-11.
import type { ErrorExplanation } from "../remedy.ts";
import { advice, remedies } from "./advice.ts";

/** Errors of sending a template. */
export const templateErrors: readonly ErrorExplanation[] = [
  {
    code: 132000,
    title: "Template Param Count Mismatch",
    remedy: remedies.otherTemplate,
    explain: {
      en: "The template has more or fewer variables than were filled in.",
      ru: "Переменных в шаблоне больше или меньше, чем подставлено значений.",
    },
    whatToDo: advice.fillTemplate,
  },
  {
    code: 132001,
    title: "Template does not Exist",
    remedy: remedies.otherTemplate,
    explain: {
      en: "There is no approved template of this name in this language.",
      ru: "Одобренного шаблона с таким именем на этом языке нет.",
    },
    whatToDo: advice.chooseTemplate,
  },
  {
    code: 132005,
    title: "Template Hydrated Text Too Long",
    remedy: remedies.otherTemplate,
    explain: {
      en: "With the values filled in, the text is too long.",
      ru: "С подставленными значениями текст получается слишком длинным.",
    },
    whatToDo: { en: "Shorten the values.", ru: "Сократите значения." },
  },
  {
    code: 132007,
    title: "Template Format Character Policy Violated",
    remedy: remedies.otherTemplate,
    explain: {
      en: "The template's content breaks WhatsApp's policy.",
      ru: "Содержание шаблона нарушает правила WhatsApp.",
    },
    whatToDo: advice.editTemplate,
  },
  {
    code: 132012,
    title: "Template Parameter Format Mismatch",
    remedy: remedies.otherTemplate,
    explain: {
      en: "A value has another form than the template expects, such as text in place of a picture.",
      ru: "Значение не того вида, что ждёт шаблон, например текст вместо картинки.",
    },
    whatToDo: advice.fillTemplate,
  },
  {
    code: 132015,
    title: "Template is Paused",
    remedy: remedies.pauseTemplate,
    explain: {
      en: "Meta has paused the template, because people reacted badly to it.",
      ru: "Meta приостановила шаблон из-за плохой реакции людей.",
    },
    whatToDo: {
      en: "Wait until the pause ends, or improve the template. Send another one meanwhile.",
      ru: "Дождитесь конца паузы или улучшите шаблон. Пока отправляйте другой.",
    },
  },
  {
    code: 132016,
    title: "Template is Disabled",
    remedy: remedies.pauseTemplate,
    explain: {
      en: "Meta has disabled the template for good, because people reacted badly to it too often.",
      ru: "Meta отключила шаблон навсегда: люди слишком часто плохо на него реагировали.",
    },
    whatToDo: {
      en: "Create another template with other content.",
      ru: "Создайте другой шаблон с другим содержанием.",
    },
  },
  {
    code: 132018,
    title: "Template parameters are not valid",
    remedy: remedies.otherTemplate,
    explain: {
      en: "Some of the values that fill the template are not valid.",
      ru: "Некоторые значения для шаблона недопустимы.",
    },
    whatToDo: advice.fillTemplate,
  },
  {
    code: 132068,
    title: "Flow is blocked",
    remedy: remedies.pauseTemplate,
    explain: {
      en: "The flow in this message is blocked.",
      ru: "Форма (Flow) в этом сообщении заблокирована.",
    },
    whatToDo: {
      en: "Correct the flow in WhatsApp Manager.",
      ru: "Исправьте форму (Flow) в WhatsApp Manager.",
    },
  },
  {
    code: 132069,
    title: "Flow is throttled",
    remedy: remedies.hourlyLimit,
    explain: {
      en: "The flow fails too often, so Meta lets only 10 messages with it through an hour.",
      ru: "Форма (Flow) слишком часто даёт сбой, поэтому Meta пропускает лишь 10 сообщений с ней в час.",
    },
    whatToDo: {
      en: "Repair the endpoint of the flow.",
      ru: "Исправьте сервер, к которому обращается форма (Flow).",
    },
  },
  {
    code: 131055,
    title: "Method not allowed",
    remedy: remedies.fixRequest,
    explain: {
      en: "Only marketing templates can be sent in this way.",
      ru: "Так можно отправлять только маркетинговые шаблоны.",
    },
    whatToDo: advice.chooseTemplate,
  },
  {
    code: 131061,
    title: "Message must be sent with the marketing messages API",
    remedy: remedies.fixRequest,
    explain: {
      en: "This template has a maximum price and must be sent as a marketing message.",
      ru: "У этого шаблона задана предельная цена: его нужно отправлять через маркетинговый API.",
    },
    whatToDo: advice.chooseTemplate,
  },
  {
    code: 134100,
    title: "Only marketing messages are supported",
    remedy: remedies.fixRequest,
    explain: {
      en: "Only marketing templates can be sent in this way.",
      ru: "Так можно отправлять только маркетинговые шаблоны.",
    },
    whatToDo: advice.chooseTemplate,
  },
  {
    code: 134101,
    title: "Template is still syncing",
    remedy: remedies.inTenMinutes,
    explain: {
      en: "Meta is still preparing the template. It takes up to 10 minutes.",
      ru: "Meta ещё готовит шаблон. Это занимает до 10 минут.",
    },
    whatToDo: advice.wait,
  },
  {
    code: 134102,
    title: "Template unavailable",
    remedy: remedies.inTenMinutes,
    explain: {
      en: "The template is not available for marketing messages at the moment.",
      ru: "Шаблон сейчас недоступен для маркетинговых сообщений.",
    },
    whatToDo: advice.wait,
  },
  {
    code: 134103,
    title: "Template cannot be sent as a marketing message",
    remedy: remedies.otherTemplate,
    explain: {
      en: "This template cannot be sent as a marketing message.",
      ru: "Этот шаблон нельзя отправить как маркетинговое сообщение.",
    },
    whatToDo: advice.chooseTemplate,
  },
  {
    code: 1752041,
    title: "Duplicate onboarding request",
    remedy: remedies.nothing,
    explain: {
      en: "The account has already been asked to join marketing messages.",
      ru: "Заявка на подключение маркетинговых сообщений уже отправлена.",
    },
    whatToDo: advice.none,
  },
];
