// What can happen to one message. Meta: docs/…/support/error-codes, read 2026-11.
import type { ErrorExplanation } from "../remedy.ts";
import { advice, remedies } from "./advice.ts";

/** Errors of one message to one person. */
export const sendingErrors: readonly ErrorExplanation[] = [
  {
    code: 33,
    title: "Parameter value is not valid",
    remedy: remedies.pauseNumber,
    explain: {
      en: "The business's phone number was deleted at Meta.",
      ru: "Номер телефона бизнеса удалён в Meta.",
    },
    whatToDo: {
      en: "Connect another number, or add this one again in WhatsApp Manager.",
      ru: "Подключите другой номер или снова добавьте этот в WhatsApp Manager.",
    },
  },
  {
    code: 100,
    title: "Invalid parameter",
    remedy: remedies.fixRequest,
    explain: {
      en: "Something in the request is missing, misspelt or not supported.",
      ru: "В запросе что-то пропущено, написано с ошибкой или не поддерживается.",
    },
    whatToDo: advice.fix,
  },
  {
    code: 130472,
    title: "User's number is part of an experiment",
    remedy: remedies.giveUp,
    explain: {
      en: "Meta does not deliver marketing to this person as part of an experiment. Nothing was charged.",
      ru: "Meta не доставляет этому человеку рассылки в рамках эксперимента. Плата не взималась.",
    },
    whatToDo: advice.otherWay,
  },
  {
    code: 130501,
    title: "Message type is not currently supported",
    remedy: remedies.nothing,
    explain: {
      en: "The person sent something WhatsApp does not hand on to businesses.",
      ru: "Человек прислал то, что WhatsApp не передаёт бизнесу.",
    },
    whatToDo: {
      en: "Ask the person to send it in another form.",
      ru: "Попросите человека прислать это в другом виде.",
    },
  },
  {
    code: 131008,
    title: "Required parameter is missing",
    remedy: remedies.fixRequest,
    explain: {
      en: "The message lacks something Meta requires.",
      ru: "В сообщении нет чего-то обязательного для Meta.",
    },
    whatToDo: advice.fix,
  },
  {
    code: 131009,
    title: "Parameter value is not valid",
    remedy: remedies.fixRequest,
    explain: {
      en: "Something in the message has a form Meta does not accept, such as the phone number.",
      ru: "Что-то в сообщении не в том виде, который принимает Meta, например номер телефона.",
    },
    whatToDo: advice.fix,
  },
  {
    code: 131021,
    title: "Recipient cannot be sender",
    remedy: remedies.giveUp,
    explain: {
      en: "The number cannot write to itself.",
      ru: "Номер не может писать самому себе.",
    },
    whatToDo: { en: "Choose another person.", ru: "Выберите другого получателя." },
  },
  {
    code: 131026,
    title: "Message undeliverable",
    remedy: remedies.giveUp,
    explain: {
      en: "The message cannot be delivered: the person may not be on WhatsApp, use an old version, or have blocked the business.",
      ru: "Сообщение нельзя доставить: возможно, человека нет в WhatsApp, у него старая версия или он заблокировал бизнес.",
    },
    whatToDo: advice.otherWay,
  },
  {
    code: 131030,
    title: "Recipient phone number not in allowed list",
    remedy: remedies.giveUp,
    explain: {
      en: "A test number may write only to the people on its list.",
      ru: "Тестовый номер может писать только людям из своего списка.",
    },
    whatToDo: {
      en: "Add the person to the list of recipients in the app's WhatsApp settings, or connect a real number.",
      ru: "Добавьте человека в список получателей в настройках WhatsApp приложения или подключите настоящий номер.",
    },
  },
  {
    code: 131047,
    title: "Re-engagement message",
    remedy: remedies.useTemplate,
    explain: {
      en: "More than 24 hours have passed since the person last wrote, so only a template may be sent.",
      ru: "С последнего сообщения человека прошло больше 24 часов, поэтому можно отправить только шаблон.",
    },
    whatToDo: {
      en: "Send an approved template, or wait until the person writes.",
      ru: "Отправьте одобренный шаблон или дождитесь сообщения от человека.",
    },
  },
  {
    code: 131049,
    title: "This message was not delivered to maintain healthy ecosystem engagement.",
    remedy: remedies.spareForADay,
    explain: {
      en: "Meta did not deliver it: the person gets enough marketing at the moment.",
      ru: "Meta не доставила сообщение: человек и так получает достаточно рассылок.",
    },
    whatToDo: {
      en: "Do not repeat it within 24 hours.",
      ru: "Не повторяйте отправку в течение 24 часов.",
    },
  },
  {
    code: 131050,
    title: "User has stopped receiving marketing messages",
    remedy: remedies.noMarketing,
    explain: {
      en: "The person stopped marketing messages from this business.",
      ru: "Человек отказался от рассылок этого бизнеса.",
    },
    whatToDo: {
      en: "Send no marketing to this person until they resume it.",
      ru: "Не отправляйте этому человеку рассылки, пока он сам их не возобновит.",
    },
  },
  {
    code: 131051,
    title: "Unsupported message type",
    remedy: remedies.fixRequest,
    explain: {
      en: "WhatsApp does not support this type of message here.",
      ru: "WhatsApp здесь не поддерживает этот тип сообщений.",
    },
    whatToDo: {
      en: "Send it, or ask for it, in another form.",
      ru: "Отправьте это или попросите прислать в другом виде.",
    },
  },
  {
    code: 131052,
    title: "Media download error",
    remedy: remedies.nothing,
    explain: {
      en: "Meta could not fetch the file the person sent, often because it is larger than 100 MB.",
      ru: "Meta не смогла получить файл от человека, часто из-за размера больше 100 МБ.",
    },
    whatToDo: {
      en: "Ask the person to send the file in another way.",
      ru: "Попросите человека прислать файл другим способом.",
    },
  },
  {
    code: 131053,
    title: "Media upload error",
    remedy: remedies.fixRequest,
    explain: {
      en: "Meta could not use the file: its type, its size or its link is not right.",
      ru: "Meta не смогла использовать файл: не подходит тип, размер или ссылка.",
    },
    whatToDo: {
      en: "Check the file's type and size, upload it again and send again.",
      ru: "Проверьте тип и размер файла, загрузите его снова и отправьте ещё раз.",
    },
  },
  {
    code: 131060,
    title: "Message unavailable",
    remedy: remedies.nothing,
    explain: {
      en: "The content of this message is not available on this device.",
      ru: "Содержимое этого сообщения недоступно на этом устройстве.",
    },
    whatToDo: {
      en: "Look at it on the phone, or ask the person to send it again.",
      ru: "Посмотрите его на телефоне или попросите прислать ещё раз.",
    },
  },
  {
    code: 131062,
    title: "Business-scoped user id is not supported for this message",
    remedy: remedies.giveUp,
    explain: {
      en: "A one-time code can be sent only to a phone number, and this person's is not known.",
      ru: "Одноразовый код можно отправить только на номер телефона, а номер этого человека неизвестен.",
    },
    whatToDo: {
      en: "Ask the person for the phone number.",
      ru: "Попросите у человека номер телефона.",
    },
  },
  {
    code: 137000,
    title: "Identity key hash mismatch",
    remedy: remedies.giveUp,
    explain: {
      en: "The person's WhatsApp identity has changed: another phone, or another owner of the number.",
      ru: "Личность в WhatsApp изменилась: другой телефон или другой владелец номера.",
    },
    whatToDo: {
      en: "Make sure who it is before sending anything private.",
      ru: "Убедитесь, кто это, прежде чем отправлять личные данные.",
    },
  },
];
