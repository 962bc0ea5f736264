import type {
  ConsentDecision,
  ConsentLack,
  ConsentPurpose,
  ConsentWay,
} from "@galka/core/consent/consent";
import type { PdfLanguage } from "./conversation-words.ts";

/** The words of the proof of consent. */
export type ConsentWords = {
  readonly title: (name: string) => string;
  readonly nobody: string;
  readonly about: (business: string) => string;
  readonly identity: Readonly<Record<"phone" | "bsuid" | "username", string>>;
  readonly made: (by: string, at: string, zone: string) => string;
  readonly foot: (page: number, name: string) => string;
  readonly explained: string;
  readonly today: string;
  readonly history: string;
  readonly nothing: string;
  readonly everyChannel: string;
  readonly channel: (name: string) => string;
  readonly valid: (record: string) => string;
  readonly purposes: Readonly<Record<ConsentPurpose, string>>;
  readonly lacks: Readonly<Record<ConsentLack, string>>;
  readonly decisions: Readonly<Record<ConsentDecision, string>>;
  readonly ways: Readonly<Record<ConsentWay, string>>;
  readonly record: string;
  readonly said: string;
  readonly recorded: string;
  readonly recordedBy: (name: string) => string;
  readonly expires: string;
  readonly wording: string;
  readonly version: (name: string, version: number) => string;
  readonly evidence: string;
  readonly evidenceOf: Readonly<Record<string, string>>;
  readonly sent: (count: number) => string;
};

const EN: ConsentWords = {
  title: (name) => `Proof of consent: ${name}`,
  nobody: "a contact without a name",
  about: (business) => `What the contact has agreed to receive from ${business} on WhatsApp.`,
  identity: { phone: "Phone", bsuid: "WhatsApp id", username: "User name" },
  made: (by, at, zone) => `Made by ${by}, ${at}. All times: ${zone}.`,
  foot: (page, name) => `Page ${page} · ${name} · Galka`,
  explained:
    "Records are only ever added. Of those about a purpose and a channel the latest decides; what the contact has stopped in WhatsApp itself stands above all others.",
  today: "What holds at this moment",
  history: "Every record, the latest first",
  nothing: "Nothing was ever recorded.",
  everyChannel: "every channel",
  channel: (name) => `channel ${name}`,
  valid: (record) => `agreed, by record ${record}`,
  purposes: {
    service: "Answers to their requests",
    utility: "Notices about orders and appointments",
    marketing: "Marketing",
    calls: "Calls",
  },
  lacks: {
    "nothing-recorded": "nothing is recorded",
    withdrawn: "withdrawn",
    "stopped-in-whatsapp": "stopped by the contact in WhatsApp",
    expired: "the time of the consent is over",
    "other-channel": "given for another channel alone",
  },
  decisions: { granted: "Agreed", withdrawn: "Withdrawn" },
  ways: {
    "site-form": "form on a site",
    widget: "site widget",
    import: "imported table",
    message: "message of the contact",
    button: "tap on a button of the question",
    "stop-word": "message with a word that stops",
    "start-word": "message with a word that starts",
    "meta-preference": "setting in WhatsApp",
    note: "recorded by a member of the team",
    api: "program",
  },
  record: "Record",
  said: "Said",
  recorded: "Recorded",
  recordedBy: (name) => `by ${name}`,
  expires: "Until",
  wording: "Exact words",
  version: (name, version) => `“${name}”, version ${version}`,
  evidence: "Evidence",
  evidenceOf: {
    text: "text",
    url: "page",
    formId: "form",
    ip: "address",
    userAgent: "browser",
    reference: "reference",
    key: "key",
    note: "note",
    file: "file",
    sha256: "SHA-256 of the file",
    row: "row",
    code: "Meta's code",
    wamid: "WhatsApp's id of the message",
    messageId: "message",
    questionId: "question",
    askedAt: "asked",
    restores: "brings back record",
    saidAt: "written",
    source: "as the table says",
  },
  sent: (count) => `Messages sent by this record: ${count}`,
};

const RU: ConsentWords = {
  title: (name) => `Подтверждение согласия: ${name}`,
  nobody: "контакт без имени",
  about: (business) => `На что контакт согласился, получая сообщения от ${business} в WhatsApp.`,
  identity: { phone: "Телефон", bsuid: "Идентификатор WhatsApp", username: "Имя пользователя" },
  made: (by, at, zone) => `Составлено: ${by}, ${at}. Время везде: ${zone}.`,
  foot: (page, name) => `Страница ${page} · ${name} · Galka`,
  explained:
    "Записи только добавляются. Из записей об одной цели и одном канале решает последняя; то, что контакт остановил в самом WhatsApp, важнее всех остальных.",
  today: "Что действует сейчас",
  history: "Все записи, начиная с последней",
  nothing: "Записей не было.",
  everyChannel: "все каналы",
  channel: (name) => `канал ${name}`,
  valid: (record) => `согласие есть, запись ${record}`,
  purposes: {
    service: "Ответы на обращения",
    utility: "Уведомления о заказах и визитах",
    marketing: "Реклама",
    calls: "Звонки",
  },
  lacks: {
    "nothing-recorded": "записей нет",
    withdrawn: "согласие отозвано",
    "stopped-in-whatsapp": "контакт остановил рекламу в WhatsApp",
    expired: "срок согласия истёк",
    "other-channel": "дано только для другого канала",
  },
  decisions: { granted: "Согласие", withdrawn: "Отзыв" },
  ways: {
    "site-form": "форма на сайте",
    widget: "виджет на сайте",
    import: "загруженная таблица",
    message: "сообщение контакта",
    button: "нажатие кнопки под вопросом",
    "stop-word": "сообщение со стоп-словом",
    "start-word": "сообщение с просьбой возобновить",
    "meta-preference": "настройка в WhatsApp",
    note: "записал сотрудник",
    api: "программа",
  },
  record: "Запись",
  said: "Сказано",
  recorded: "Записано",
  recordedBy: (name) => `записал(а) ${name}`,
  expires: "Действует до",
  wording: "Точный текст",
  version: (name, version) => `«${name}», версия ${version}`,
  evidence: "Подтверждение",
  evidenceOf: {
    text: "текст",
    url: "страница",
    formId: "форма",
    ip: "адрес",
    userAgent: "браузер",
    reference: "ссылка",
    key: "ключ",
    note: "заметка",
    file: "файл",
    sha256: "SHA-256 файла",
    row: "строка",
    code: "код Meta",
    wamid: "идентификатор сообщения в WhatsApp",
    messageId: "сообщение",
    questionId: "вопрос",
    askedAt: "задан",
    restores: "возобновляет запись",
    saidAt: "написано",
    source: "как сказано в таблице",
  },
  sent: (count) => `Отправлено сообщений по этой записи: ${count}`,
};

export const CONSENT_WORDS: Readonly<Record<PdfLanguage, ConsentWords>> = { en: EN, ru: RU };
