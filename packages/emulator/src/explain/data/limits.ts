import type { Explanation } from "../explanation.ts";

/** Too much, too fast. */
export const LIMITS: readonly Explanation[] = [
  {
    code: 4,
    arrives: "answer",
    title: "API Too Many Calls",
    why: {
      en: "The app used up its calls of this hour. X-App-Usage shows how much is left.",
      ru: "Приложение исчерпало вызовы этого часа. Остаток виден в X-App-Usage.",
    },
    remedy: {
      en: "Wait, and ask less often: use webhooks instead of polling.",
      ru: "Подождите и спрашивайте реже: вместо опроса используйте вебхуки.",
    },
    source: "rates",
  },
  {
    code: 613,
    arrives: "answer",
    title: "Calls to this api have exceeded the rate limit",
    why: {
      en: "This one edge has a limit of its own, and it is reached.",
      ru: "У этого ребра свой предел, и он достигнут.",
    },
    remedy: {
      en: "Wait for the next window and keep what was read instead of asking again.",
      ru: "Дождитесь следующего окна и храните прочитанное, а не спрашивайте снова.",
    },
    source: "rates",
  },
  {
    code: 80007,
    arrives: "answer",
    title: "Rate limit issues",
    why: {
      en: "The account used up its management calls of this hour: 200 when it has no number, 5,000 when it has.",
      ru: "Аккаунт исчерпал вызовы управления этого часа: 200 без номера, 5000 с номером.",
    },
    remedy: {
      en: "Wait as X-Business-Use-Case-Usage says, and spread the calls.",
      ru: "Подождите, сколько сказано в X-Business-Use-Case-Usage, и распределите вызовы.",
    },
    source: "rates",
  },
  {
    code: 80008,
    arrives: "answer",
    title: "There have been too many calls to this WhatsApp Business Account",
    why: {
      en: "The account's calls of this hour are used up.",
      ru: "Вызовы аккаунта за этот час исчерпаны.",
    },
    remedy: {
      en: "Wait as X-Business-Use-Case-Usage says.",
      ru: "Подождите, сколько сказано в X-Business-Use-Case-Usage.",
    },
    source: "rates",
  },
  {
    code: 130429,
    arrives: "both",
    title: "Rate limit hit",
    why: {
      en: "A number sends 80 messages a second, or 1,000 when Meta has raised it; this one sent more.",
      ru: "Номер отправляет 80 сообщений в секунду, а после повышения 1000; этот отправил больше.",
    },
    remedy: {
      en: "Slow down and send the refused ones again with a growing pause.",
      ru: "Снизьте темп и отправьте отклонённые снова с растущей паузой.",
    },
    source: "throughput",
  },
  {
    code: 131048,
    arrives: "both",
    title: "Spam rate limit hit",
    why: {
      en: "Many earlier messages of this number were blocked or reported, so Meta holds it back.",
      ru: "Прежние сообщения этого номера часто блокировали или отмечали как спам, и Meta его сдерживает.",
    },
    remedy: {
      en: "Pause every campaign of the number, look at its quality, and write only to people who want it.",
      ru: "Приостановите все рассылки номера, проверьте его качество и пишите только тем, кто этого хочет.",
    },
    source: "limits",
  },
  {
    code: 131056,
    arrives: "both",
    title: "Pair rate limit hit",
    why: {
      en: "A number may write to one person once in six seconds; a burst of 45 is borrowed from later.",
      ru: "Одному человеку номер пишет раз в шесть секунд; всплеск до 45 берётся в долг у будущего.",
    },
    remedy: {
      en: "Wait and send again: 4^attempt seconds. Others may be written to meanwhile.",
      ru: "Подождите и повторите через 4^попытка секунд. Другим людям писать можно.",
    },
    source: "throughput",
  },
  {
    code: 131059,
    arrives: "answer",
    title: "Invalid cursor",
    why: {
      en: "The value of after or before was not given out for this list.",
      ru: "Значение after или before выдано не для этого списка.",
    },
    remedy: {
      en: "Take the cursor from paging of the page before, or begin at the first page.",
      ru: "Берите курсор из paging предыдущей страницы или начните с первой.",
    },
    source: "graph",
  },
  {
    code: 133016,
    arrives: "answer",
    title: "Account register deregister rate limit exceeded",
    why: {
      en: "A number may be registered and deregistered ten times in 72 hours.",
      ru: "Номер можно регистрировать и снимать с регистрации десять раз за 72 часа.",
    },
    remedy: {
      en: "Wait until 72 hours have passed. Do not register at every start of a program.",
      ru: "Подождите 72 часа. Не регистрируйте номер при каждом запуске программы.",
    },
    source: "register",
  },
  {
    code: 136024,
    arrives: "answer",
    title: "Request code failed",
    why: {
      en: "Codes for this number were asked for too often, or the number is verified already.",
      ru: "Код для номера запрашивали слишком часто, или номер уже подтверждён.",
    },
    remedy: {
      en: "Wait, and try the other way (SMS or voice).",
      ru: "Подождите и попробуйте другой способ (SMS или звонок).",
    },
    source: "numbers",
  },
];
