// Blocking people, and groups. Meta: docs/…/block-users and /groups, read 2026-11.
import type { ErrorExplanation } from "../remedy.ts";
import { advice, remedies } from "./advice.ts";

const NOT_BLOCKED = {
  explain: {
    en: "Some of these people could not be blocked or unblocked.",
    ru: "Некоторых из этих людей не удалось заблокировать или разблокировать.",
  },
  whatToDo: {
    en: "Only people who wrote within the last 24 hours can be blocked.",
    ru: "Заблокировать можно только тех, кто писал в последние 24 часа.",
  },
  remedy: remedies.fixRequest,
};

/** Errors of the block list and of groups. */
export const peopleAndGroupErrors: readonly ErrorExplanation[] = [
  {
    code: 139000,
    title: "Blocking is not available for this account",
    remedy: remedies.fixRequest,
    explain: {
      en: "Meta does not let this account block people at the moment.",
      ru: "Meta сейчас не разрешает этому аккаунту блокировать людей.",
    },
    whatToDo: advice.manager,
  },
  { code: 139100, title: "Failed to block or unblock some users", ...NOT_BLOCKED },
  { code: 139101, title: "Block list limit reached", ...NOT_BLOCKED },
  { code: 139102, title: "Block list was changed by another request", ...NOT_BLOCKED },
  { code: 139103, title: "Failed to block or unblock users", ...NOT_BLOCKED },
  {
    code: 131020,
    title: "Invalid group",
    remedy: remedies.giveUp,
    explain: {
      en: "The group does not exist or cannot be written to.",
      ru: "Группы не существует, или в неё нельзя писать.",
    },
    whatToDo: { en: "Check the group.", ru: "Проверьте группу." },
  },
  {
    code: 131041,
    title: "Unknown group",
    remedy: remedies.giveUp,
    explain: {
      en: "Meta does not know this group.",
      ru: "Meta не знает эту группу.",
    },
    whatToDo: { en: "Check the group.", ru: "Проверьте группу." },
  },
  {
    code: 131201,
    title: "Partial success",
    remedy: remedies.nothing,
    explain: {
      en: "It worked for some of the people only.",
      ru: "Получилось только для части людей.",
    },
    whatToDo: {
      en: "Look at the list of those for whom it failed.",
      ru: "Посмотрите список тех, для кого не получилось.",
    },
  },
  {
    code: 131202,
    title: "Duplicate participant",
    remedy: remedies.fixRequest,
    explain: {
      en: "The same person is named twice.",
      ru: "Один и тот же человек указан дважды.",
    },
    whatToDo: advice.fix,
  },
  {
    code: 131204,
    title: "Too many participants",
    remedy: remedies.fixRequest,
    explain: {
      en: "A group has at most 8 people.",
      ru: "В группе может быть не больше 8 человек.",
    },
    whatToDo: { en: "Name fewer people.", ru: "Укажите меньше людей." },
  },
  {
    code: 131207,
    title: "Group is suspended",
    remedy: remedies.giveUp,
    explain: {
      en: "Meta has suspended the group.",
      ru: "Meta приостановила группу.",
    },
    whatToDo: advice.manager,
  },
  {
    code: 131208,
    title: "Group rate limit hit",
    remedy: remedies.graphLimit,
    explain: {
      en: "Groups were changed too often.",
      ru: "Группы меняли слишком часто.",
    },
    whatToDo: advice.slower,
  },
  {
    code: 131209,
    title: "Group picture must be square",
    remedy: remedies.fixRequest,
    explain: {
      en: "The group's picture has a wrong ratio of width to height.",
      ru: "У картинки группы неподходящее соотношение сторон.",
    },
    whatToDo: { en: "Use a square picture.", ru: "Возьмите квадратную картинку." },
  },
  {
    code: 131210,
    title: "Group picture is too small",
    remedy: remedies.fixRequest,
    explain: {
      en: "The group's picture is smaller than 192 pixels.",
      ru: "Картинка группы меньше 192 пикселей.",
    },
    whatToDo: { en: "Use a larger picture.", ru: "Возьмите картинку побольше." },
  },
  {
    code: 131211,
    title: "Group creation limit reached",
    remedy: remedies.fixRequest,
    explain: {
      en: "The number has as many groups as it may have.",
      ru: "У номера уже максимальное число групп.",
    },
    whatToDo: { en: "Delete groups that are not used.", ru: "Удалите неиспользуемые группы." },
  },
  {
    code: 131212,
    title: "Not a participant",
    remedy: remedies.fixRequest,
    explain: {
      en: "The person is not in the group.",
      ru: "Этого человека нет в группе.",
    },
    whatToDo: advice.none,
  },
  {
    code: 131213,
    title: "No join request",
    remedy: remedies.fixRequest,
    explain: {
      en: "The request to join does not exist any more.",
      ru: "Этой заявки на вступление больше нет.",
    },
    whatToDo: advice.none,
  },
  {
    code: 131214,
    title: "Groups are temporarily disabled",
    remedy: remedies.inAnHour,
    explain: {
      en: "Groups are switched off for this number for a time.",
      ru: "Группы для этого номера временно отключены.",
    },
    whatToDo: advice.manager,
  },
  {
    code: 131215,
    title: "Not eligible for groups",
    remedy: remedies.fixRequest,
    explain: {
      en: "This number may not have groups: that needs an official business account.",
      ru: "Этому номеру группы недоступны: нужен официальный бизнес-аккаунт.",
    },
    whatToDo: advice.manager,
  },
];
