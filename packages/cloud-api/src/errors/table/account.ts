// Tokens, permissions and the standing of the account.
// Meta: docs/…/support/error-codes, read 2026-11.
import type { ErrorExplanation } from "../remedy.ts";
import { advice, remedies } from "./advice.ts";

/** Errors that concern everything a token or an account does. */
export const accountErrors: readonly ErrorExplanation[] = [
  {
    code: 0,
    title: "AuthException",
    remedy: remedies.pauseEverything,
    explain: {
      en: "Meta could not tell who is asking: the token is missing or damaged.",
      ru: "Meta не поняла, кто обращается: токен отсутствует или повреждён.",
    },
    whatToDo: advice.token,
  },
  {
    code: 3,
    title: "API Method",
    remedy: remedies.pauseEverything,
    explain: {
      en: "The app may not use this function of Meta's API.",
      ru: "Приложению не разрешена эта функция API Meta.",
    },
    whatToDo: advice.permission,
  },
  {
    code: 10,
    title: "Permission Denied",
    remedy: remedies.pauseEverything,
    explain: {
      en: "The token lacks a permission, or it was taken back.",
      ru: "У токена нет нужного разрешения, или его отозвали.",
    },
    whatToDo: advice.permission,
  },
  {
    code: 190,
    title: "Access token has expired",
    remedy: remedies.pauseEverything,
    explain: {
      en: "The access token is not valid any more: it expired or was revoked.",
      ru: "Токен доступа больше не действует: срок истёк, или его отозвали.",
    },
    whatToDo: advice.token,
  },
  {
    code: 200,
    title: "API Permission",
    remedy: remedies.pauseEverything,
    explain: {
      en: "The token has no permission for this account or this action.",
      ru: "У токена нет прав на этот аккаунт или это действие.",
    },
    whatToDo: advice.permission,
  },
  {
    code: 368,
    title: "Temporarily blocked for policies violations",
    remedy: remedies.pauseNumber,
    explain: {
      en: "Meta has blocked the account for a time, because it broke a policy.",
      ru: "Meta временно заблокировала аккаунт за нарушение правил.",
    },
    whatToDo: advice.manager,
  },
  {
    code: 130497,
    title: "Business account is restricted from messaging users in this country",
    remedy: remedies.giveUp,
    explain: {
      en: "The business may not write to people in this country.",
      ru: "Этому бизнесу нельзя писать людям в этой стране.",
    },
    whatToDo: advice.otherWay,
  },
  {
    code: 131005,
    title: "Access denied",
    remedy: remedies.pauseEverything,
    explain: {
      en: "The token has no access to this number or account.",
      ru: "У токена нет доступа к этому номеру или аккаунту.",
    },
    whatToDo: advice.permission,
  },
  {
    code: 131031,
    title: "Account has been locked",
    remedy: remedies.pauseNumber,
    explain: {
      en: "Meta has locked the account: a policy was broken, or the PIN did not match.",
      ru: "Meta заблокировала аккаунт: нарушены правила или не совпал PIN-код.",
    },
    whatToDo: advice.manager,
  },
  {
    code: 131042,
    title: "Business eligibility payment issue",
    remedy: remedies.pauseNumber,
    explain: {
      en: "Meta could not charge for the message: something is wrong with the payment method.",
      ru: "Meta не смогла списать оплату за сообщение: проблема со способом оплаты.",
    },
    whatToDo: {
      en: "Check the payment method, the currency and the time zone of the account in Meta Business settings.",
      ru: "Проверьте способ оплаты, валюту и часовой пояс аккаунта в настройках Meta Business.",
    },
  },
  {
    code: 131037,
    title: "WhatsApp provided number needs display name approval before message can be sent",
    remedy: remedies.pauseNumber,
    explain: {
      en: "The number's display name has not been approved yet.",
      ru: "Отображаемое имя номера ещё не одобрено.",
    },
    whatToDo: {
      en: "Set a display name in WhatsApp Manager and wait for Meta's approval.",
      ru: "Задайте отображаемое имя в WhatsApp Manager и дождитесь одобрения Meta.",
    },
  },
  {
    code: 131045,
    title: "Incorrect certificate",
    remedy: remedies.pauseNumber,
    explain: {
      en: "The number is not properly registered for sending.",
      ru: "Номер не зарегистрирован для отправки должным образом.",
    },
    whatToDo: advice.register,
  },
  {
    code: 134011,
    title: "WhatsApp payments terms of service have not been accepted",
    remedy: remedies.pauseNumber,
    explain: {
      en: "The terms of WhatsApp payments have not been accepted.",
      ru: "Не приняты условия использования платежей WhatsApp.",
    },
    whatToDo: {
      en: "Accept the terms of payments in WhatsApp Manager.",
      ru: "Примите условия платежей в WhatsApp Manager.",
    },
  },
  {
    code: 141002,
    title: "Message template is not approved",
    remedy: remedies.pauseTemplate,
    explain: {
      en: "The template has not been approved, so it cannot be sent.",
      ru: "Шаблон не одобрен, поэтому отправить его нельзя.",
    },
    whatToDo: advice.chooseTemplate,
  },
  {
    code: 147001,
    title: "Username unavailable",
    remedy: remedies.fixRequest,
    explain: {
      en: "This user name is taken or not allowed.",
      ru: "Это имя пользователя занято или не разрешено.",
    },
    whatToDo: { en: "Choose another user name.", ru: "Выберите другое имя пользователя." },
  },
  {
    code: 147002,
    title: "Not eligible for a username",
    remedy: remedies.fixRequest,
    explain: {
      en: "The number may not have a user name yet.",
      ru: "Этому номеру пока нельзя задать имя пользователя.",
    },
    whatToDo: {
      en: "Try again when the number's messaging limit has grown.",
      ru: "Попробуйте снова, когда лимит сообщений номера вырастет.",
    },
  },
  {
    code: 147003,
    title: "Facebook account not linked",
    remedy: remedies.fixRequest,
    explain: {
      en: "The user name belongs to a Facebook or Instagram account that is not linked.",
      ru: "Это имя принадлежит аккаунту Facebook или Instagram, который не привязан.",
    },
    whatToDo: {
      en: "Link that account in Meta Business settings, or choose another user name.",
      ru: "Привяжите этот аккаунт в настройках Meta Business или выберите другое имя.",
    },
  },
  {
    code: 147004,
    title: "Username cannot be set",
    remedy: remedies.fixRequest,
    explain: {
      en: "Meta did not accept the user name.",
      ru: "Meta не приняла имя пользователя.",
    },
    whatToDo: { en: "Choose another user name.", ru: "Выберите другое имя пользователя." },
  },
];
