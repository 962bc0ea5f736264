import type { Explanation } from "../explanation.ts";

/** Templates that cannot be sent as they were asked for. */
export const TEMPLATE_SENDS: readonly Explanation[] = [
  {
    code: 132000,
    arrives: "answer",
    title: "Number of parameters does not match the expected number of params",
    why: {
      en: "A component was given more or fewer values than the template has variables.",
      ru: "Компоненту передано больше или меньше значений, чем переменных в шаблоне.",
    },
    remedy: {
      en: "Read the template (GET /{waba}/message_templates) and give one parameter for each variable.",
      ru: "Прочитайте шаблон (GET /{waba}/message_templates) и передайте по параметру на переменную.",
    },
    source: "templates",
  },
  {
    code: 132001,
    arrives: "answer",
    title: "Template name does not exist in the translation",
    why: {
      en: "The account has no approved template of this name in this language.",
      ru: "В аккаунте нет одобренного шаблона с таким именем на этом языке.",
    },
    remedy: {
      en: "Check name and language code (en is not en_US), and that the review is over.",
      ru: "Проверьте имя и код языка (en не то же, что en_US) и что проверка закончена.",
    },
    source: "templates",
  },
  {
    code: 132005,
    arrives: "answer",
    title: "Translated text too long",
    why: {
      en: "With its values filled in, the text is longer than WhatsApp takes.",
      ru: "С подставленными значениями текст длиннее, чем допускает WhatsApp.",
    },
    remedy: { en: "Shorten the values.", ru: "Сократите значения." },
    source: "templates",
  },
  {
    code: 132007,
    arrives: "answer",
    title: "Template format character policy violated",
    why: {
      en: "A value says something that WhatsApp's policy forbids, such as a threat or a request for card numbers.",
      ru: "В значении есть то, что запрещают правила WhatsApp: угроза, просьба назвать номер карты и тому подобное.",
    },
    remedy: { en: "Clean the values before sending.", ru: "Очистите значения перед отправкой." },
    source: "templates",
  },
  {
    code: 132012,
    arrives: "answer",
    title: "Parameter format does not match format in the created template",
    why: {
      en: "A parameter is of another kind than the template has there, or has another name.",
      ru: "Параметр другого вида, чем в шаблоне, или назван иначе.",
    },
    remedy: {
      en: "Read error_data.details: it names the component, what it expects and what it got.",
      ru: "Прочитайте error_data.details: там назван компонент, что он ждёт и что получил.",
    },
    source: "templates",
  },
  {
    code: 132015,
    arrives: "both",
    title: "Template is paused",
    why: {
      en: "People blocked or reported the template, so Meta paused it: for 3 hours, then for 6.",
      ru: "На шаблон жаловались или из-за него блокировали, и Meta приостановила его: на 3 часа, затем на 6.",
    },
    remedy: {
      en: "Pause the campaign. Improve the text or the audience before the pause ends; a third time disables it.",
      ru: "Приостановите рассылку. Улучшите текст или аудиторию до конца паузы: в третий раз шаблон отключат.",
    },
    source: "templates",
  },
  {
    code: 132016,
    arrives: "both",
    title: "Template is disabled",
    why: {
      en: "The template was paused too often for low quality and is off for good.",
      ru: "Шаблон слишком часто приостанавливали за низкое качество, он отключён навсегда.",
    },
    remedy: {
      en: "Make another template with another text.",
      ru: "Создайте другой шаблон с другим текстом.",
    },
    source: "templates",
  },
  {
    code: 132018,
    arrives: "answer",
    title: "Template parameters are not valid",
    why: {
      en: "A parameter of the template does not pass Meta's checks.",
      ru: "Параметр шаблона не проходит проверки Meta.",
    },
    remedy: {
      en: "Read error_data.details and compare with the template's components.",
      ru: "Прочитайте error_data.details и сверьте с компонентами шаблона.",
    },
    source: "templates",
  },
  {
    code: 132068,
    arrives: "answer",
    title: "Flow is blocked",
    why: { en: "The template's flow was blocked.", ru: "Flow этого шаблона заблокирован." },
    remedy: {
      en: "Mend the flow and publish it again.",
      ru: "Исправьте Flow и опубликуйте снова.",
    },
    source: "flows",
  },
  {
    code: 132069,
    arrives: "answer",
    title: "Flow is throttled",
    why: {
      en: "The flow's endpoint is unhealthy; only ten messages an hour with it are sent.",
      ru: "Сервер Flow работает плохо; отправляется лишь десять сообщений с ним в час.",
    },
    remedy: { en: "Mend the endpoint.", ru: "Почините сервер Flow." },
    source: "flows",
  },
  {
    code: 134100,
    arrives: "answer",
    title: "Only marketing messages supported",
    why: {
      en: "The Marketing Messages API takes templates of the category MARKETING.",
      ru: "Marketing Messages API принимает шаблоны категории MARKETING.",
    },
    remedy: {
      en: "Send other categories with POST /{number}/messages.",
      ru: "Другие категории отправляйте через POST /{number}/messages.",
    },
    source: "errors",
  },
  {
    code: 134101,
    arrives: "answer",
    title: "Template is still being synced",
    why: {
      en: "A fresh template needs up to ten minutes before the Marketing Messages API knows it.",
      ru: "Новый шаблон становится известен Marketing Messages API через время до десяти минут.",
    },
    remedy: { en: "Wait ten minutes and send again.", ru: "Подождите десять минут и повторите." },
    source: "errors",
  },
  {
    code: 134102,
    arrives: "answer",
    title: "Template unavailable",
    why: {
      en: "The Marketing Messages API cannot use this template.",
      ru: "Marketing Messages API не может использовать этот шаблон.",
    },
    remedy: {
      en: "Try again; if it stays, send it with POST /{number}/messages.",
      ru: "Повторите; если не проходит, отправьте через POST /{number}/messages.",
    },
    source: "errors",
  },
  {
    code: 134103,
    arrives: "answer",
    title: "Marketing message cannot be sent",
    why: {
      en: "The account has not begun with the Marketing Messages API, or is not eligible.",
      ru: "Аккаунт не подключён к Marketing Messages API или не подходит для него.",
    },
    remedy: {
      en: "See marketing_messages_onboarding_status of the account.",
      ru: "Посмотрите marketing_messages_onboarding_status аккаунта.",
    },
    source: "errors",
  },
];
