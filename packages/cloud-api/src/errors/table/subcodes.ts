// Subcodes that say more than their code. Meta: docs/graph-api/guides/error-handling, read 2026-11.
import type { ErrorExplanation } from "../remedy.ts";
import { advice, remedies } from "./advice.ts";

type Subcode = ErrorExplanation & { readonly subcode: number };

/** Explanations for a code together with a subcode. */
export const subcodeErrors: readonly Subcode[] = [
  {
    code: 100,
    subcode: 33,
    title: "Object does not exist",
    remedy: remedies.fixRequest,
    explain: {
      en: "Meta does not know this id, or the token may not see it.",
      ru: "Meta не знает этот идентификатор, или токену он недоступен.",
    },
    whatToDo: {
      en: "Check the id, and that the token has access to it.",
      ru: "Проверьте идентификатор и есть ли у токена доступ к нему.",
    },
  },
  {
    code: 190,
    subcode: 458,
    title: "App not installed",
    remedy: remedies.pauseEverything,
    explain: {
      en: "The app was removed from the account.",
      ru: "Приложение удалено из аккаунта.",
    },
    whatToDo: advice.token,
  },
  {
    code: 190,
    subcode: 460,
    title: "Password changed",
    remedy: remedies.pauseEverything,
    explain: {
      en: "The token ended because the password of its owner was changed.",
      ru: "Токен перестал действовать: его владелец сменил пароль.",
    },
    whatToDo: advice.token,
  },
  {
    code: 190,
    subcode: 463,
    title: "Session has expired",
    remedy: remedies.pauseEverything,
    explain: {
      en: "The token's time is over.",
      ru: "Срок действия токена истёк.",
    },
    whatToDo: {
      en: "Create a token of a system user that never expires, and enter it in the channel's settings.",
      ru: "Создайте бессрочный токен системного пользователя и укажите его в настройках канала.",
    },
  },
  {
    code: 190,
    subcode: 467,
    title: "Invalid access token",
    remedy: remedies.pauseEverything,
    explain: {
      en: "The token was revoked.",
      ru: "Токен отозван.",
    },
    whatToDo: advice.token,
  },
];
