// Registering numbers, moving them and sharing them with the business app.
// Meta: docs/…/support/error-codes and /embedded-signup pages, read 2026-11.
import type { ErrorExplanation } from "../remedy.ts";
import { advice, remedies } from "./advice.ts";

const MIGRATION = {
  explain: {
    en: "The number or the account cannot be moved as asked.",
    ru: "Номер или аккаунт нельзя перенести так, как запрошено.",
  },
  whatToDo: advice.manager,
  remedy: remedies.fixRequest,
};

/** Errors of putting a number into service. */
export const registrationErrors: readonly ErrorExplanation[] = [
  {
    code: 133000,
    title: "Incomplete Deregistration",
    remedy: remedies.soon,
    explain: {
      en: "An earlier deregistration of the number is not finished.",
      ru: "Предыдущее снятие номера с регистрации не завершено.",
    },
    whatToDo: {
      en: "Deregister the number again, then register it.",
      ru: "Снимите номер с регистрации ещё раз, затем зарегистрируйте.",
    },
  },
  {
    code: 133004,
    title: "Server Temporarily Unavailable",
    remedy: remedies.inAMinute,
    explain: {
      en: "Meta's registration is unavailable for a moment.",
      ru: "Регистрация на стороне Meta временно недоступна.",
    },
    whatToDo: advice.wait,
  },
  {
    code: 133005,
    title: "Two step verification PIN Mismatch",
    remedy: remedies.fixRequest,
    explain: {
      en: "The PIN is not the one set for this number.",
      ru: "PIN-код не совпадает с заданным для этого номера.",
    },
    whatToDo: {
      en: "Enter the PIN set before, or reset it in WhatsApp Manager.",
      ru: "Введите ранее заданный PIN-код или сбросьте его в WhatsApp Manager.",
    },
  },
  {
    code: 133006,
    title: "Phone number re-verification needed",
    remedy: remedies.pauseNumber,
    explain: {
      en: "The number must be verified with a code before it is registered.",
      ru: "Перед регистрацией номер нужно подтвердить кодом.",
    },
    whatToDo: {
      en: "Request a code and enter it, then register the number.",
      ru: "Запросите код, введите его и зарегистрируйте номер.",
    },
  },
  {
    code: 133008,
    title: "Too Many two step verification PIN Guesses",
    remedy: remedies.pauseNumber,
    explain: {
      en: "The PIN was guessed too often.",
      ru: "PIN-код слишком много раз вводили неверно.",
    },
    whatToDo: {
      en: "Wait as long as Meta's message says, then enter the right PIN.",
      ru: "Подождите столько, сколько указано в сообщении Meta, и введите верный PIN-код.",
    },
  },
  {
    code: 133009,
    title: "Two step verification PIN Guessed Too Fast",
    remedy: remedies.inAMinute,
    explain: {
      en: "The PIN was entered again too soon.",
      ru: "PIN-код ввели повторно слишком быстро.",
    },
    whatToDo: {
      en: "Wait a little, then enter the right PIN.",
      ru: "Немного подождите и введите верный PIN-код.",
    },
  },
  {
    code: 133010,
    title: "Phone number Not Registered",
    remedy: remedies.pauseNumber,
    explain: {
      en: "The number is not registered for the Cloud API.",
      ru: "Номер не зарегистрирован в Cloud API.",
    },
    whatToDo: advice.register,
  },
  {
    code: 133015,
    title: "Please wait a few minutes before attempting to register this phone number",
    remedy: remedies.inFiveMinutes,
    explain: {
      en: "The number was deleted a moment ago and cannot be registered yet.",
      ru: "Номер только что удалили, зарегистрировать его пока нельзя.",
    },
    whatToDo: {
      en: "Wait 5 minutes, then register it again.",
      ru: "Подождите 5 минут и зарегистрируйте его снова.",
    },
  },
  {
    code: 136024,
    title: "Verification code request failed",
    remedy: remedies.inAnHour,
    explain: {
      en: "Meta does not send another code to this number at the moment.",
      ru: "Meta сейчас не отправит ещё один код на этот номер.",
    },
    whatToDo: {
      en: "Wait some hours, or choose a voice call in place of SMS.",
      ru: "Подождите несколько часов или выберите звонок вместо SMS.",
    },
  },
  {
    code: 136025,
    title: "Verification code could not be checked",
    remedy: remedies.inAnHour,
    explain: {
      en: "Codes were requested or entered too often.",
      ru: "Коды запрашивали или вводили слишком часто.",
    },
    whatToDo: {
      en: "Wait some hours, then request a code.",
      ru: "Подождите несколько часов и запросите код.",
    },
  },
  { code: 2388001, title: "Phone number migration failed", ...MIGRATION },
  { code: 2388012, title: "Phone number is already registered", ...MIGRATION },
  { code: 2388091, title: "Phone number migration not eligible", ...MIGRATION },
  { code: 2388093, title: "Phone number migration not allowed", ...MIGRATION },
  { code: 2388103, title: "Phone number migration needs an approved account", ...MIGRATION },
  { code: 2593079, title: "Account ownership cannot be moved", ...MIGRATION },
  { code: 2593085, title: "Account ownership request is not valid", ...MIGRATION },
  {
    code: 2593107,
    title: "Synchronization request limit exceeded",
    remedy: remedies.nothing,
    explain: {
      en: "This synchronization has already been asked for; it can be asked for once.",
      ru: "Эту синхронизацию уже запрашивали; её можно запросить один раз.",
    },
    whatToDo: {
      en: "To have it again, disconnect the number in the business app and connect it anew.",
      ru: "Чтобы повторить, отключите номер в приложении WhatsApp Business и подключите заново.",
    },
  },
  {
    code: 2593108,
    title: "Synchronization request outside the allowed time",
    remedy: remedies.nothing,
    explain: {
      en: "Chats can be fetched only within 24 hours after the number was connected.",
      ru: "Переписку можно получить только в течение 24 часов после подключения номера.",
    },
    whatToDo: {
      en: "To have it again, disconnect the number in the business app and connect it anew.",
      ru: "Чтобы повторить, отключите номер в приложении WhatsApp Business и подключите заново.",
    },
  },
  {
    code: 2593109,
    title: "History sync is turned off by the business from the WhatsApp Business App",
    remedy: remedies.nothing,
    explain: {
      en: "The owner of the number chose not to share earlier chats.",
      ru: "Владелец номера решил не передавать прежнюю переписку.",
    },
    whatToDo: advice.none,
  },
  {
    code: 200005,
    title: "Template insights are not available",
    remedy: remedies.fixRequest,
    explain: {
      en: "Meta has no figures for this template.",
      ru: "У Meta нет показателей по этому шаблону.",
    },
    whatToDo: advice.none,
  },
  {
    code: 200006,
    title: "Template insights cannot be disabled",
    remedy: remedies.nothing,
    explain: {
      en: "Once template figures are switched on, they cannot be switched off.",
      ru: "Включённую статистику шаблонов нельзя отключить.",
    },
    whatToDo: advice.none,
  },
  {
    code: 200007,
    title: "Template insights are not enabled",
    remedy: remedies.fixRequest,
    explain: {
      en: "Template figures are not switched on for this account.",
      ru: "Для этого аккаунта не включена статистика шаблонов.",
    },
    whatToDo: {
      en: "Switch them on in WhatsApp Manager.",
      ru: "Включите её в WhatsApp Manager.",
    },
  },
];
