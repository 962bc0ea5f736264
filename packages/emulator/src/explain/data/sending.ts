import type { Explanation } from "../explanation.ts";

/** Messages that do not reach the person. */
export const SENDING: readonly Explanation[] = [
  {
    code: 130472,
    arrives: "status",
    title: "User's number is part of an experiment",
    why: {
      en: "Meta withholds marketing templates from a share of people to measure their effect, unless they have an open conversation with you.",
      ru: "Meta не доставляет маркетинговые шаблоны части людей, чтобы измерить их действие, если нет открытого разговора с вами.",
    },
    remedy: {
      en: "Do not retry. You are not charged. Write when the person writes to you.",
      ru: "Не повторяйте. Плата не берётся. Напишите, когда человек напишет вам сам.",
    },
    source: "errors",
  },
  {
    code: 131021,
    arrives: "answer",
    title: "Recipient cannot be sender",
    why: {
      en: "A number cannot write to itself.",
      ru: "Номер не может писать самому себе.",
    },
    remedy: { en: "Choose another recipient.", ru: "Выберите другого получателя." },
    source: "messages",
  },
  {
    code: 131026,
    arrives: "both",
    title: "Message undeliverable",
    why: {
      en: "The number is not on WhatsApp, has not accepted the terms, uses an old version, or has blocked the business. Meta does not say which.",
      ru: "Номера нет в WhatsApp, он не принял условия, у него старая версия, или он заблокировал бизнес. Что именно, Meta не говорит.",
    },
    remedy: {
      en: "Do not retry. Reach the person another way, and take the number off the list.",
      ru: "Не повторяйте. Свяжитесь с человеком иначе и уберите номер из списка.",
    },
    source: "messages",
  },
  {
    code: 131030,
    arrives: "answer",
    title: "Recipient phone number not in allowed list",
    why: {
      en: "A test number writes only to the five numbers on its list.",
      ru: "Тестовый номер пишет только пяти номерам из своего списка.",
    },
    remedy: {
      en: "Add the recipient to the list, or send from a real number.",
      ru: "Добавьте получателя в список или отправляйте с настоящего номера.",
    },
    source: "numbers",
  },
  {
    code: 131037,
    arrives: "both",
    title: "Display name approval needed",
    why: {
      en: "The number's display name is not approved, and without it the number may not write.",
      ru: "Отображаемое имя номера не одобрено, а без него номер не может писать.",
    },
    remedy: {
      en: "Ask for the name's review, or choose one that names the business.",
      ru: "Отправьте имя на проверку или выберите имя, по которому узнают бизнес.",
    },
    source: "errors",
  },
  {
    code: 131045,
    arrives: "both",
    title: "Incorrect certificate",
    why: {
      en: "The number is not registered, or its registration is broken.",
      ru: "Номер не зарегистрирован, или его регистрация нарушена.",
    },
    remedy: {
      en: "POST /{number}/register with the PIN, then send again.",
      ru: "Вызовите POST /{number}/register с PIN и отправьте снова.",
    },
    source: "register",
  },
  {
    code: 131047,
    arrives: "status",
    title: "Re-engagement message",
    why: {
      en: "More than 24 hours have passed since the person last wrote to this number; outside of that window only templates are delivered.",
      ru: "С последнего сообщения человека этому номеру прошло больше 24 часов; вне окна доставляются только шаблоны.",
    },
    remedy: {
      en: "Send an approved template. The window opens when the person answers.",
      ru: "Отправьте одобренный шаблон. Окно откроется, когда человек ответит.",
    },
    source: "messages",
  },
  {
    code: 131049,
    arrives: "status",
    title: "This message was not delivered to maintain healthy ecosystem engagement",
    why: {
      en: "A person gets only so many marketing templates from all businesses together, and fewer when they do not read them.",
      ru: "Человек получает ограниченное число маркетинговых шаблонов от всех бизнесов вместе, и меньше, если их не читает.",
    },
    remedy: {
      en: "Do not retry within 24 hours. You are not charged.",
      ru: "Не повторяйте 24 часа. Плата не берётся.",
    },
    source: "errors",
  },
  {
    code: 131050,
    arrives: "status",
    title: "User has stopped receiving marketing messages",
    why: {
      en: "The person chose to get no more marketing from this business.",
      ru: "Человек отказался от маркетинговых сообщений этого бизнеса.",
    },
    remedy: {
      en: "Never send marketing to this person again until user_preferences says they resumed.",
      ru: "Не отправляйте этому человеку маркетинг, пока user_preferences не сообщит о возобновлении.",
    },
    source: "errors",
  },
  {
    code: 131051,
    arrives: "both",
    title: "Unsupported message type",
    why: {
      en: "The Cloud API cannot carry this kind of message, in this direction.",
      ru: "Cloud API не передаёт сообщения такого вида в этом направлении.",
    },
    remedy: {
      en: "Send a kind from the reference; show a person's unsupported message as such.",
      ru: "Отправляйте виды из справки; непонятное входящее показывайте как есть.",
    },
    source: "messages",
  },
  {
    code: 131052,
    arrives: "status",
    title: "Media download error",
    why: {
      en: "Meta could not fetch what the person sent.",
      ru: "Meta не смогла получить то, что прислал человек.",
    },
    remedy: {
      en: "Ask the person to send it again another way.",
      ru: "Попросите прислать ещё раз или иначе.",
    },
    source: "media",
  },
  {
    code: 131053,
    arrives: "both",
    title: "Media upload error",
    why: {
      en: "The file is of a type or size that WhatsApp does not take, or the link could not be fetched: not https, an answer that is not 200, a wrong Content-Type, or too slow.",
      ru: "Тип или размер файла не подходит WhatsApp, или ссылка не скачалась: не https, ответ не 200, неверный Content-Type или слишком медленно.",
    },
    remedy: {
      en: "Check the file against the table of media types; upload it and send its id instead of a link.",
      ru: "Сверьте файл с таблицей типов; загрузите его и отправляйте id вместо ссылки.",
    },
    source: "media",
  },
  {
    code: 131055,
    arrives: "answer",
    title: "Method not allowed",
    why: {
      en: "This endpoint sends marketing templates only.",
      ru: "Этот метод отправляет только маркетинговые шаблоны.",
    },
    remedy: {
      en: "Send everything else with POST /{number}/messages.",
      ru: "Всё остальное отправляйте через POST /{number}/messages.",
    },
    source: "errors",
  },
  {
    code: 131060,
    arrives: "status",
    title: "This message is unavailable",
    why: {
      en: "What the person sent cannot be shown to a business.",
      ru: "Присланное человеком нельзя показать бизнесу.",
    },
    remedy: {
      en: "Ask the person to send it from their main phone.",
      ru: "Попросите отправить с основного телефона.",
    },
    source: "messages",
  },
  {
    code: 131061,
    arrives: "answer",
    title: "Must use marketing messages",
    why: {
      en: "A message with these options is sent by the Marketing Messages API only.",
      ru: "Сообщение с такими параметрами отправляет только Marketing Messages API.",
    },
    remedy: {
      en: "Send it with POST /{number}/marketing_messages.",
      ru: "Отправьте через POST /{number}/marketing_messages.",
    },
    source: "errors",
  },
  {
    code: 131062,
    arrives: "answer",
    title: "Business-scoped user ID cannot be used for this message",
    why: {
      en: "Authentication templates with one-tap, zero-tap or copy-code buttons go to phone numbers only.",
      ru: "Шаблоны аутентификации с кнопками кода отправляются только на номера телефонов.",
    },
    remedy: {
      en: "Ask for the person's number, or use another way to confirm.",
      ru: "Узнайте номер человека или подтвердите другим способом.",
    },
    source: "usernames",
  },
  {
    code: 134011,
    arrives: "status",
    title: "WhatsApp payments terms not accepted",
    why: {
      en: "Payments need terms that the business has not accepted.",
      ru: "Для платежей нужно принять условия, а бизнес их не принял.",
    },
    remedy: {
      en: "Accept them under the link of the error.",
      ru: "Примите их по ссылке из ошибки.",
    },
    source: "errors",
  },
  {
    code: 137000,
    arrives: "both",
    title: "Recipient identity key hash mismatch",
    why: {
      en: "The person's identity key changed since the hash was kept: a new phone, or a new owner of the number.",
      ru: "Ключ человека изменился с тех пор, как сохранён хеш: новый телефон или новый владелец номера.",
    },
    remedy: {
      en: "Make sure who it is, take the hash of the latest webhook, and send again.",
      ru: "Убедитесь, кто это, возьмите хеш из последнего вебхука и отправьте снова.",
    },
    source: "messages",
  },
];
