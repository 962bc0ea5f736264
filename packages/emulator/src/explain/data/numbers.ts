import type { Explanation } from "../explanation.ts";

/** The life of a number: registration, codes, PIN, names, people it blocks. */
export const NUMBERS: readonly Explanation[] = [
  {
    code: 133000,
    arrives: "answer",
    title: "Incomplete deregistration",
    why: {
      en: "An earlier deregistration failed half-way.",
      ru: "Прежнее снятие с регистрации прервалось на полпути.",
    },
    remedy: {
      en: "Deregister again, then register.",
      ru: "Снимите с регистрации снова, затем зарегистрируйте.",
    },
    source: "register",
  },
  {
    code: 133005,
    arrives: "answer",
    title: "Two step verification PIN mismatch",
    why: {
      en: "The number has a PIN, and this is another one.",
      ru: "У номера есть PIN, и это не он.",
    },
    remedy: {
      en: "Give the PIN that was set, or set another with POST /{number} {pin}.",
      ru: "Укажите заданный PIN или задайте другой через POST /{number} {pin}.",
    },
    source: "twoStep",
  },
  {
    code: 133006,
    arrives: "answer",
    title: "Phone number re-verification needed",
    why: {
      en: "The number must prove its owner by a code before it is registered.",
      ru: "До регистрации нужно подтвердить владение номером кодом.",
    },
    remedy: {
      en: "request_code, verify_code, then register.",
      ru: "Вызовите request_code, verify_code, затем register.",
    },
    source: "register",
  },
  {
    code: 133008,
    arrives: "answer",
    title: "Too many two step verification PIN guesses",
    why: {
      en: "Wrong PINs were given too many times.",
      ru: "Неверный PIN вводили слишком много раз.",
    },
    remedy: {
      en: "Wait as long as error_data.details says, or reset the PIN.",
      ru: "Подождите, сколько сказано в error_data.details, или сбросьте PIN.",
    },
    source: "twoStep",
  },
  {
    code: 133009,
    arrives: "answer",
    title: "Two step verification PIN guessed too fast",
    why: { en: "PINs follow each other too fast.", ru: "Попытки ввода PIN идут слишком быстро." },
    remedy: {
      en: "Wait as long as error_data.details says.",
      ru: "Подождите, сколько сказано в error_data.details.",
    },
    source: "twoStep",
  },
  {
    code: 133010,
    arrives: "both",
    title: "Phone number not registered",
    why: {
      en: "The number is not registered for the Cloud API.",
      ru: "Номер не зарегистрирован в Cloud API.",
    },
    remedy: {
      en: "POST /{number}/register with a PIN.",
      ru: "Вызовите POST /{number}/register с PIN.",
    },
    source: "register",
  },
  {
    code: 133015,
    arrives: "answer",
    title: "Phone number was deleted just now",
    why: {
      en: "The number is still being deleted.",
      ru: "Номер ещё удаляется.",
    },
    remedy: {
      en: "Wait five minutes and register again.",
      ru: "Подождите пять минут и повторите.",
    },
    source: "register",
  },
  {
    code: 136025,
    arrives: "answer",
    title: "Verification code is not valid",
    why: {
      en: "The code is not the one that was sent, or none was asked for, or it is too old.",
      ru: "Код не тот, что отправлен, не запрашивался или устарел.",
    },
    remedy: { en: "Ask for a code and give that.", ru: "Запросите код и введите его." },
    source: "numbers",
  },
  {
    code: 139000,
    arrives: "answer",
    title: "Blocked due to integrity",
    why: {
      en: "Meta does not let this business do that for reasons of safety.",
      ru: "Meta не разрешает это бизнесу из соображений безопасности.",
    },
    remedy: { en: "See Business Support Home.", ru: "Смотрите Business Support Home." },
    source: "blocks",
  },
  {
    code: 139100,
    arrives: "answer",
    title: "Failed to block/unblock users",
    why: {
      en: "Some of the people could not be blocked: only who wrote in the last 24 hours can be.",
      ru: "Часть людей заблокировать нельзя: можно лишь тех, кто писал за последние 24 часа.",
    },
    remedy: {
      en: "See failed_users of the answer; the others were changed.",
      ru: "Смотрите failed_users в ответе; остальные изменены.",
    },
    source: "blocks",
  },
  {
    code: 139101,
    arrives: "answer",
    title: "Blocklist limit reached",
    why: {
      en: "A number blocks at most 64,000 people.",
      ru: "Номер блокирует не больше 64 000 человек.",
    },
    remedy: { en: "Unblock somebody first.", ru: "Сначала разблокируйте кого-нибудь." },
    source: "blocks",
  },
  {
    code: 139102,
    arrives: "answer",
    title: "Blocklist concurrent update",
    why: {
      en: "The list was being changed by another call.",
      ru: "Список в это время менял другой вызов.",
    },
    remedy: { en: "Try again.", ru: "Повторите." },
    source: "blocks",
  },
  {
    code: 139103,
    arrives: "answer",
    title: "Internal error while blocking",
    why: { en: "A failure at Meta.", ru: "Сбой на стороне Meta." },
    remedy: { en: "Try again.", ru: "Повторите." },
    source: "blocks",
  },
  {
    code: 147001,
    arrives: "answer",
    title: "Username is not available",
    why: { en: "Somebody else has the name.", ru: "Имя уже занято." },
    remedy: { en: "Choose another.", ru: "Выберите другое." },
    source: "usernames",
  },
  {
    code: 147002,
    arrives: "answer",
    title: "Not eligible for this username",
    why: {
      en: "The business may not have this name, or no name yet.",
      ru: "Бизнесу нельзя это имя или пока никакое.",
    },
    remedy: {
      en: "Take one of username_suggestions, or wait for a higher messaging limit.",
      ru: "Возьмите одно из username_suggestions или дождитесь большего лимита сообщений.",
    },
    source: "usernames",
  },
  {
    code: 147003,
    arrives: "answer",
    title: "Username belongs to an account that is not linked",
    why: {
      en: "The name belongs to a page or profile that the business has not linked.",
      ru: "Имя принадлежит странице или профилю, не привязанному к бизнесу.",
    },
    remedy: { en: "Link that account first.", ru: "Сначала привяжите тот аккаунт." },
    source: "usernames",
  },
  {
    code: 147004,
    arrives: "answer",
    title: "Username cannot be changed",
    why: {
      en: "The name was changed too short a time ago, or is being reviewed.",
      ru: "Имя меняли недавно, или оно на проверке.",
    },
    remedy: { en: "Try again later.", ru: "Повторите позже." },
    source: "usernames",
  },
  {
    code: 141002,
    arrives: "answer",
    title: "Template is not approved",
    why: {
      en: "Health status: templates are sent only when they are approved.",
      ru: "Состояние здоровья: отправляются только одобренные шаблоны.",
    },
    remedy: {
      en: "Wait for the review, or edit the template.",
      ru: "Дождитесь проверки или исправьте шаблон.",
    },
    source: "health",
  },
  {
    code: 141006,
    arrives: "answer",
    title: "Not ready to send",
    why: {
      en: "Health status: the number is not registered, or the account has no valid way to pay.",
      ru: "Состояние здоровья: номер не зарегистрирован, или у аккаунта нет действующего способа оплаты.",
    },
    remedy: {
      en: "Do as possible_solution says.",
      ru: "Сделайте то, что сказано в possible_solution.",
    },
    source: "health",
  },
  {
    code: 141010,
    arrives: "answer",
    title: "Account has not passed its review",
    why: {
      en: "Health status: the account is not approved, so it starts few conversations.",
      ru: "Состояние здоровья: аккаунт не одобрен и начинает мало разговоров.",
    },
    remedy: { en: "Wait for the review, or appeal.", ru: "Дождитесь проверки или обжалуйте." },
    source: "health",
  },
  {
    code: 131215,
    arrives: "answer",
    title: "Not eligible for groups",
    why: {
      en: "Groups are for official business accounts with a high messaging limit.",
      ru: "Группы доступны официальным бизнес-аккаунтам с большим лимитом сообщений.",
    },
    remedy: {
      en: "Do without groups with this number.",
      ru: "Обойдитесь с этим номером без групп.",
    },
    source: "errors",
  },
  {
    code: 138000,
    arrives: "answer",
    title: "Calling is not enabled",
    why: {
      en: "The number's settings do not allow calls.",
      ru: "Звонки в настройках номера не включены.",
    },
    remedy: {
      en: "POST /{number}/settings with calling.status ENABLED.",
      ru: "Вызовите POST /{number}/settings с calling.status ENABLED.",
    },
    source: "errors",
  },
  {
    code: 138013,
    arrives: "answer",
    title: "Calling is not available",
    why: { en: "Business calls are not offered here.", ru: "Звонки бизнеса здесь недоступны." },
    remedy: { en: "Send a message instead.", ru: "Отправьте сообщение." },
    source: "errors",
  },
  {
    code: 2593107,
    arrives: "answer",
    title: "Synchronization request limit exceeded",
    why: {
      en: "Contacts and history of the app on the phone are synchronized once each.",
      ru: "Контакты и история приложения на телефоне синхронизируются по одному разу.",
    },
    remedy: {
      en: "Go on with what came; a new onboarding allows it again.",
      ru: "Работайте с тем, что пришло; новое подключение разрешит это снова.",
    },
    source: "errors",
  },
  {
    code: 2593108,
    arrives: "answer",
    title: "Synchronization is not possible",
    why: {
      en: "The number is not shared with the app on a phone, or 24 hours have passed since it was.",
      ru: "Номер не используется вместе с приложением на телефоне, или с подключения прошло больше 24 часов.",
    },
    remedy: {
      en: "Ask for it within 24 hours of the onboarding.",
      ru: "Запрашивайте её в течение 24 часов после подключения.",
    },
    source: "errors",
  },
  {
    code: 2593109,
    arrives: "answer",
    title: "History sharing was refused",
    why: {
      en: "The owner chose not to share the history of chats.",
      ru: "Владелец решил не передавать историю переписки.",
    },
    remedy: { en: "Go on without it.", ru: "Работайте без неё." },
    source: "errors",
  },
];
