// Calls. Meta: docs/…/calling, read 2026-11.
import type { ErrorExplanation } from "../remedy.ts";
import { advice, remedies } from "./advice.ts";

const SETUP = {
  remedy: remedies.fixRequest,
  explain: {
    en: "The call could not be set up between the two sides.",
    ru: "Не удалось установить соединение между сторонами.",
  },
  whatToDo: {
    en: "Call again. If it fails again, check the network of the calling device.",
    ru: "Позвоните ещё раз. Если снова не выйдет, проверьте сеть на устройстве, с которого звоните.",
  },
};

const SIP = {
  remedy: remedies.fixRequest,
  explain: {
    en: "The telephone server (SIP) of the number is not set up correctly.",
    ru: "Телефонный сервер (SIP) номера настроен неверно.",
  },
  whatToDo: {
    en: "Check the SIP settings of the number.",
    ru: "Проверьте настройки SIP у номера.",
  },
};

/** Errors of calls. */
export const callErrors: readonly ErrorExplanation[] = [
  {
    code: 138000,
    title: "Calling is not enabled",
    remedy: remedies.fixRequest,
    explain: {
      en: "Calls are not switched on for this number.",
      ru: "Для этого номера звонки не включены.",
    },
    whatToDo: { en: "Switch calls on.", ru: "Включите звонки." },
  },
  {
    code: 138001,
    title: "Receiver uncallable",
    remedy: remedies.giveUp,
    explain: {
      en: "This person cannot be called on WhatsApp.",
      ru: "Этому человеку нельзя позвонить в WhatsApp.",
    },
    whatToDo: advice.otherWay,
  },
  {
    code: 138002,
    title: "Concurrent call limit reached",
    remedy: remedies.inAMinute,
    explain: {
      en: "The number has 1000 calls at once, which is the most allowed.",
      ru: "У номера уже 1000 одновременных звонков, больше нельзя.",
    },
    whatToDo: advice.wait,
  },
  {
    code: 138003,
    title: "Duplicate call",
    remedy: remedies.nothing,
    explain: {
      en: "A call with this person is already under way.",
      ru: "Звонок с этим человеком уже идёт.",
    },
    whatToDo: advice.none,
  },
  { code: 138004, title: "Call connection error", ...SETUP, remedy: remedies.soon },
  {
    code: 138005,
    title: "Call rate limit hit",
    remedy: remedies.throughput,
    explain: {
      en: "Calls are being made too often.",
      ru: "Звонки совершаются слишком часто.",
    },
    whatToDo: advice.slower,
  },
  {
    code: 138006,
    title: "No call permission",
    remedy: remedies.giveUp,
    explain: {
      en: "The person has not allowed the business to call.",
      ru: "Человек не разрешал этому бизнесу звонить.",
    },
    whatToDo: {
      en: "Ask the person for permission with a message.",
      ru: "Попросите разрешение на звонок сообщением.",
    },
  },
  { code: 138007, title: "Call connection timeout", ...SETUP, remedy: remedies.soon },
  {
    code: 138009,
    title: "Call permission request limit reached",
    remedy: remedies.spareForADay,
    explain: {
      en: "The person has been asked for permission to call often enough: once a day, twice a week.",
      ru: "Разрешение на звонок у человека уже спрашивали: можно раз в день и дважды в неделю.",
    },
    whatToDo: { en: "Ask again later.", ru: "Спросите позже." },
  },
  {
    code: 138012,
    title: "Business-initiated call limit reached",
    remedy: remedies.spareForADay,
    explain: {
      en: "This person has been called as often as allowed within 24 hours.",
      ru: "За 24 часа этому человеку позвонили максимально разрешённое число раз.",
    },
    whatToDo: { en: "Call again tomorrow.", ru: "Позвоните завтра." },
  },
  {
    code: 138013,
    title: "Business-initiated calling is not available",
    remedy: remedies.fixRequest,
    explain: {
      en: "A business in this country cannot call people.",
      ru: "Бизнесу из этой страны нельзя звонить людям.",
    },
    whatToDo: {
      en: "Ask the person to call you.",
      ru: "Попросите человека позвонить вам.",
    },
  },
  {
    code: 138014,
    title: "Calling is disabled because of low quality",
    remedy: remedies.fixRequest,
    explain: {
      en: "Meta has switched calls off, because people reacted badly to them.",
      ru: "Meta отключила звонки из-за плохой реакции людей.",
    },
    whatToDo: advice.manager,
  },
  {
    code: 138015,
    title: "Messaging limit is too low for calling",
    remedy: remedies.fixRequest,
    explain: {
      en: "Calls need a messaging limit of at least 2000 people.",
      ru: "Для звонков нужен лимит сообщений не меньше 2000 человек.",
    },
    whatToDo: advice.manager,
  },
  {
    code: 138017,
    title: "Permanent call permission exists",
    remedy: remedies.nothing,
    explain: {
      en: "The person has already allowed calls for good.",
      ru: "Человек уже разрешил звонить в любое время.",
    },
    whatToDo: { en: "Simply call.", ru: "Просто позвоните." },
  },
  {
    code: 138018,
    title: "Calling prerequisites are not met",
    remedy: remedies.fixRequest,
    explain: {
      en: "Something calls need is not set up for this number.",
      ru: "Для этого номера настроено не всё, что нужно для звонков.",
    },
    whatToDo: advice.manager,
  },
  { code: 138019, title: "Client setup failed", ...SETUP },
  { code: 138020, title: "Call setup failed", ...SETUP },
  { code: 138021, title: "Call setup failed", ...SETUP },
  { code: 138022, title: "Call setup failed", ...SETUP },
  { code: 138023, title: "Call setup failed", ...SETUP },
  { code: 138024, title: "SIP health problem", ...SIP },
  { code: 138025, title: "SIP health problem", ...SIP },
  {
    code: 131044,
    title: "Business-initiated calls need a payment method",
    remedy: remedies.fixRequest,
    explain: {
      en: "Meta does not let this account make calls, often because of its payment method.",
      ru: "Meta не разрешает этому аккаунту звонить, часто из-за способа оплаты.",
    },
    whatToDo: {
      en: "Check the payment method in Meta Business settings.",
      ru: "Проверьте способ оплаты в настройках Meta Business.",
    },
  },
];
