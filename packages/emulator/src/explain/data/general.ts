import type { Explanation } from "../explanation.ts";

/** Calls that cannot be understood, and Meta's own trouble. */
export const GENERAL: readonly Explanation[] = [
  {
    code: 1,
    arrives: "answer",
    title: "API Unknown",
    why: {
      en: "Something failed at Meta, or the request has a form that it cannot read.",
      ru: "Сбой на стороне Meta, или запрос имеет форму, которую она не понимает.",
    },
    remedy: {
      en: "Check the request; then try again with a growing pause. A send may have been accepted all the same.",
      ru: "Проверьте запрос и повторите с растущей паузой. Отправка всё же могла быть принята.",
    },
    source: "errors",
  },
  {
    code: 2,
    arrives: "answer",
    title: "API Service",
    why: {
      en: "Meta is down or overloaded for a moment.",
      ru: "Meta временно недоступна или перегружена.",
    },
    remedy: {
      en: "Try again with a growing pause and look at metastatus.com.",
      ru: "Повторите с растущей паузой и загляните на metastatus.com.",
    },
    source: "errors",
  },
  {
    code: 15,
    arrives: "answer",
    title: "This method must be called with an app access token",
    why: {
      en: "Subscriptions of an app are changed by the app itself, not by a person or a system user.",
      ru: "Подписки приложения меняет само приложение, а не человек и не системный пользователь.",
    },
    remedy: {
      en: "Send the app's own token: <app id>|<app secret>.",
      ru: "Передайте токен самого приложения: <id приложения>|<секрет приложения>.",
    },
    source: "graph",
  },
  {
    code: 33,
    arrives: "answer",
    title: "Parameter value is not valid",
    why: {
      en: "The business phone number was deleted.",
      ru: "Номер бизнеса удалён.",
    },
    remedy: {
      en: "Check the id of the number; use one that the account still has.",
      ru: "Проверьте id номера и возьмите тот, что ещё есть у аккаунта.",
    },
    source: "errors",
  },
  {
    code: 100,
    arrives: "answer",
    title: "Invalid parameter",
    why: {
      en: "A parameter or field is unknown, missing, misspelled or of the wrong kind.",
      ru: "Параметр или поле неизвестны, отсутствуют, написаны с ошибкой или имеют не тот вид.",
    },
    remedy: {
      en: "Read the message: it names the parameter. Compare it with the reference of this endpoint.",
      ru: "Прочитайте сообщение: в нём назван параметр. Сверьте его со справкой этого метода.",
    },
    source: "errors",
  },
  {
    code: 100,
    subcode: 33,
    arrives: "answer",
    title: "Unsupported request: object does not exist",
    why: {
      en: "There is no such object, or the token does not reach it, or it has no such edge. Meta does not say which.",
      ru: "Такого объекта нет, токен его не видит, или у него нет такого ребра. Что именно, Meta не говорит.",
    },
    remedy: {
      en: "Check the id and its kind (a phone number's id is not the number), the HTTP method, and the accounts of the token.",
      ru: "Проверьте id и его вид (id номера не сам номер), HTTP-метод и аккаунты токена.",
    },
    source: "graph",
  },
  {
    code: 100,
    subcode: 36007,
    arrives: "answer",
    title: "This authorization code has expired",
    why: {
      en: "The code of an embedded sign-up is good for 30 seconds.",
      ru: "Код встроенной регистрации действует 30 секунд.",
    },
    remedy: {
      en: "Have the person go through the sign-up again and exchange the code at once.",
      ru: "Пусть человек пройдёт регистрацию заново; код обменивайте сразу.",
    },
    source: "tokens",
  },
  {
    code: 100,
    subcode: 36008,
    arrives: "answer",
    title: "Invalid verification code format",
    why: {
      en: "The text is no code of an embedded sign-up of this app.",
      ru: "Этот текст не код встроенной регистрации этого приложения.",
    },
    remedy: {
      en: "Send the code exactly as the sign-up's window gave it.",
      ru: "Отправьте код точно так, как его отдало окно регистрации.",
    },
    source: "tokens",
  },
  {
    code: 100,
    subcode: 36009,
    arrives: "answer",
    title: "This authorization code has been used",
    why: {
      en: "The code of an embedded sign-up can be exchanged once.",
      ru: "Код встроенной регистрации обменивают один раз.",
    },
    remedy: {
      en: "Keep the token that the code was exchanged for, or have the person sign up again.",
      ru: "Храните токен, полученный за код, или пусть человек пройдёт регистрацию снова.",
    },
    source: "tokens",
  },
  {
    code: 101,
    arrives: "answer",
    title: "Missing client_id parameter / Error validating application",
    why: {
      en: "The app's id or secret is missing or wrong.",
      ru: "Идентификатор или секрет приложения отсутствуют либо неверны.",
    },
    remedy: {
      en: "Take both from the app's basic settings.",
      ru: "Возьмите оба из основных настроек приложения.",
    },
    source: "graph",
  },
  {
    code: 2200,
    arrives: "answer",
    title: "Callback verification failed",
    why: {
      en: "The webhook URL did not answer the handshake with hub.challenge, or hub.verify_token was refused.",
      ru: "Адрес вебхука не вернул hub.challenge при проверке или отверг hub.verify_token.",
    },
    remedy: {
      en: "Answer GET with 200 and the bare value of hub.challenge when the token is yours.",
      ru: "Отвечайте на GET кодом 200 и голым значением hub.challenge, если токен ваш.",
    },
    source: "webhooks",
  },
  {
    code: 2494100,
    arrives: "answer",
    title: "Account in maintenance mode",
    why: {
      en: "The number is being moved to a higher throughput and is away for about a minute.",
      ru: "Номер переводят на большую пропускную способность; он недоступен около минуты.",
    },
    remedy: {
      en: "Try again after a minute.",
      ru: "Повторите через минуту.",
    },
    source: "throughput",
  },
  {
    code: 131000,
    arrives: "both",
    title: "Something went wrong",
    why: {
      en: "A failure that Meta does not explain.",
      ru: "Сбой, который Meta не объясняет.",
    },
    remedy: {
      en: "Try again later. If it stays, open a ticket with the fbtrace_id.",
      ru: "Повторите позже. Если не проходит, обратитесь в поддержку с fbtrace_id.",
    },
    source: "errors",
  },
  {
    code: 131008,
    arrives: "answer",
    title: "Required parameter is missing",
    why: {
      en: "The message lacks something that its kind needs.",
      ru: "В сообщении нет того, что обязательно для его вида.",
    },
    remedy: {
      en: "Read error_data.details: it names what is missing.",
      ru: "Прочитайте error_data.details: там названо, чего не хватает.",
    },
    source: "messages",
  },
  {
    code: 131009,
    arrives: "both",
    title: "Parameter value is not valid",
    why: {
      en: "A value is outside of what Meta allows: too long, too many, of another form, or about a message that is not there.",
      ru: "Значение вне допустимого: слишком длинное, слишком много, другой формы или про отсутствующее сообщение.",
    },
    remedy: {
      en: "Read error_data.details: it names the value and its bounds.",
      ru: "Прочитайте error_data.details: там названы значение и его границы.",
    },
    source: "messages",
  },
  {
    code: 131016,
    arrives: "both",
    title: "Service unavailable",
    why: {
      en: "A part of Meta is away for a moment.",
      ru: "Часть Meta временно недоступна.",
    },
    remedy: {
      en: "Try again with a growing pause. A send may have been accepted all the same.",
      ru: "Повторите с растущей паузой. Отправка всё же могла быть принята.",
    },
    source: "errors",
  },
  {
    code: 131057,
    arrives: "both",
    title: "Account in maintenance mode",
    why: {
      en: "The account is being moved, most often to a higher throughput.",
      ru: "Аккаунт переносят, чаще всего на большую пропускную способность.",
    },
    remedy: {
      en: "Try again after about a minute.",
      ru: "Повторите примерно через минуту.",
    },
    source: "throughput",
  },
  {
    code: 133004,
    arrives: "answer",
    title: "Server temporarily unavailable",
    why: {
      en: "Meta's registration servers are away.",
      ru: "Серверы регистрации Meta недоступны.",
    },
    remedy: {
      en: "Look at metastatus.com and try again later.",
      ru: "Загляните на metastatus.com и повторите позже.",
    },
    source: "register",
  },
  {
    code: 135000,
    arrives: "both",
    title: "Generic user error",
    why: {
      en: "The message's parameters could not be processed.",
      ru: "Параметры сообщения не удалось обработать.",
    },
    remedy: {
      en: "Compare the request with the reference of this kind of message.",
      ru: "Сверьте запрос со справкой этого вида сообщений.",
    },
    source: "errors",
  },
  {
    code: 2500,
    arrives: "answer",
    title: "Unknown path components",
    why: {
      en: "The version in the path is not one that Graph has.",
      ru: "Версии из пути у Graph нет.",
    },
    remedy: {
      en: "Use v20.0 to v26.0, with the v and the .0, or no version at all.",
      ru: "Используйте версии от v20.0 до v26.0, с буквой v и .0, либо путь без версии.",
    },
    source: "graph",
  },
];
