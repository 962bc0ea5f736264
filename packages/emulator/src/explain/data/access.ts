import type { Explanation } from "../explanation.ts";

/** Who may ask at all: tokens, permissions, accounts that Meta has stopped. */
export const ACCESS: readonly Explanation[] = [
  {
    code: 0,
    arrives: "answer",
    title: "AuthException",
    why: {
      en: "Meta could not tell who the caller is.",
      ru: "Meta не смогла определить, кто вызывает.",
    },
    remedy: {
      en: "Get a fresh access token and send it as Authorization: Bearer.",
      ru: "Получите новый токен доступа и передайте его в заголовке Authorization: Bearer.",
    },
    source: "errors",
  },
  {
    code: 3,
    arrives: "answer",
    title: "API Method",
    why: {
      en: "The app has no capability for this method.",
      ru: "У приложения нет права на этот метод.",
    },
    remedy: {
      en: "Check the app's products and permissions in the app dashboard.",
      ru: "Проверьте продукты и разрешения приложения в его панели.",
    },
    source: "errors",
  },
  {
    code: 10,
    arrives: "answer",
    title: "Permission Denied",
    why: {
      en: "The permission is not granted to the token, or was taken away, or the app is not reviewed for it.",
      ru: "У токена нет нужного разрешения, его отозвали, или приложение не прошло для него проверку.",
    },
    remedy: {
      en: "Look at the token with debug_token and grant whatsapp_business_messaging or whatsapp_business_management.",
      ru: "Посмотрите токен через debug_token и дайте ему whatsapp_business_messaging или whatsapp_business_management.",
    },
    source: "errors",
  },
  {
    code: 190,
    arrives: "answer",
    title: "Access token has expired",
    why: {
      en: "The token is unknown, malformed or no longer valid.",
      ru: "Токен неизвестен, испорчен или больше не действует.",
    },
    remedy: {
      en: "Stop sending and make a new token. A system user's token does not expire by itself.",
      ru: "Остановите отправку и выпустите новый токен. Токен системного пользователя сам не истекает.",
    },
    source: "tokens",
  },
  {
    code: 190,
    subcode: 460,
    arrives: "answer",
    title: "Access token was revoked",
    why: {
      en: "The session behind the token was ended: access was taken away, or a password was changed.",
      ru: "Сессию токена закрыли: доступ отозвали или сменили пароль.",
    },
    remedy: {
      en: "Ask the owner to grant access again; the old token does not come back.",
      ru: "Попросите владельца снова дать доступ: старый токен уже не оживёт.",
    },
    source: "tokens",
  },
  {
    code: 190,
    subcode: 463,
    arrives: "answer",
    title: "Access token has expired",
    why: {
      en: "The token had an end, and it has passed. Tokens of users and those of the dashboard live hours or 60 days.",
      ru: "У токена был срок, и он прошёл. Токены пользователей и токены из панели живут часы или 60 дней.",
    },
    remedy: {
      en: "Use a system user's token, or exchange the token before it ends.",
      ru: "Возьмите токен системного пользователя или обменивайте токен до истечения.",
    },
    source: "tokens",
  },
  {
    code: 190,
    subcode: 2500,
    arrives: "answer",
    title: "No access token",
    why: {
      en: "The call carries no token.",
      ru: "В вызове нет токена.",
    },
    remedy: {
      en: "Send Authorization: Bearer <token>, or access_token as a parameter.",
      ru: "Передайте Authorization: Bearer <токен> или параметр access_token.",
    },
    source: "graph",
  },
  {
    code: 200,
    arrives: "answer",
    title: "API Permission",
    why: {
      en: "The token lacks the permission that this object needs.",
      ru: "У токена нет разрешения, которого требует этот объект.",
    },
    remedy: {
      en: "Add the named permission to the token and assign the account to its system user.",
      ru: "Добавьте токену названное разрешение и назначьте аккаунт его системному пользователю.",
    },
    source: "errors",
  },
  {
    code: 368,
    arrives: "both",
    title: "Temporarily blocked for policies violations",
    why: {
      en: "The account or number broke WhatsApp's policies and may not write for a time.",
      ru: "Аккаунт или номер нарушил правила WhatsApp и на время лишён права писать.",
    },
    remedy: {
      en: "Stop all sending of the number. See the violation in Business Support Home, and appeal there.",
      ru: "Остановите всю отправку с номера. Нарушение видно в Business Support Home, там же его обжалуют.",
    },
    source: "policy",
  },
  {
    code: 130497,
    arrives: "both",
    title: "Business account is restricted from messaging users in this country",
    why: {
      en: "WhatsApp does not let this business, or this kind of message, reach people in that country.",
      ru: "WhatsApp не разрешает этому бизнесу или этому виду сообщений достигать людей в той стране.",
    },
    remedy: {
      en: "Leave these recipients out. Retrying does not help.",
      ru: "Исключите этих получателей. Повтор не поможет.",
    },
    source: "policy",
  },
  {
    code: 131005,
    arrives: "answer",
    title: "Access denied",
    why: {
      en: "The permission is missing, or was withdrawn from the app.",
      ru: "Разрешения нет или его забрали у приложения.",
    },
    remedy: {
      en: "Check the token's scopes with debug_token and grant what is missing.",
      ru: "Проверьте разрешения токена через debug_token и добавьте недостающее.",
    },
    source: "errors",
  },
  {
    code: 131031,
    arrives: "both",
    title: "Business Account locked",
    why: {
      en: "Meta locked the account for a violation, or could not verify its data (a wrong two-step PIN counts).",
      ru: "Meta заблокировала аккаунт за нарушение или не смогла проверить его данные (в том числе из-за неверного PIN).",
    },
    remedy: {
      en: "Stop all sending of the account and ask for a review in Business Support Home.",
      ru: "Остановите всю отправку аккаунта и запросите пересмотр в Business Support Home.",
    },
    source: "policy",
  },
  {
    code: 131042,
    arrives: "both",
    title: "Business eligibility payment issue",
    why: {
      en: "The account cannot be billed: no payment method, a credit line that is used up, or a currency or timezone that is not set.",
      ru: "Аккаунту нельзя выставить счёт: нет способа оплаты, исчерпан кредит или не заданы валюта или часовой пояс.",
    },
    remedy: {
      en: "Mend the payment settings of the account, then send again. Free service messages are not concerned.",
      ru: "Исправьте платёжные настройки аккаунта и отправьте снова. Бесплатных сервисных сообщений это не касается.",
    },
    source: "billing",
  },
  {
    code: 200,
    subcode: 1349175,
    arrives: "answer",
    title: "Permission Denied",
    why: {
      en: "The app is not the one that was asked to be the partner of this solution.",
      ru: "Приглашение стать партнёром этого решения получило другое приложение.",
    },
    remedy: {
      en: "Send the id of the app that the solution was made with as partner_app_id.",
      ru: "Передайте в partner_app_id идентификатор приложения, указанного при создании решения.",
    },
    source: "partners",
  },
  {
    code: 100,
    subcode: 2207013,
    arrives: "answer",
    title: "Request Cannot Be Processed",
    why: {
      en: "Nobody has asked to end this solution, so there is nothing to agree to.",
      ru: "Никто не просил завершить это решение, соглашаться не с чем.",
    },
    remedy: {
      en: "Read status_for_pending_request first; send_deactivation_request makes such a request.",
      ru: "Сначала прочитайте status_for_pending_request; запрос создаёт send_deactivation_request.",
    },
    source: "partners",
  },
  {
    code: 100,
    subcode: 2207051,
    arrives: "answer",
    title: "Solution cannot be accepted",
    why: {
      en: "Only a solution in the status INITIATED waits for its partner; this one was accepted, refused or ended.",
      ru: "Партнёра ждёт только решение в статусе INITIATED; это уже приняли, отклонили или завершили.",
    },
    remedy: {
      en: "Read the solution's status; after a refusal or an end make another solution.",
      ru: "Прочитайте статус решения; после отказа или завершения создайте новое.",
    },
    source: "partners",
  },
];
