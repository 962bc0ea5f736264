import type { MessageContent } from "@galka/core/messages/content";

export type PdfLanguage = "en" | "ru";

type Kind = MessageContent["kind"];

/** The words of a conversation's document that are not those of whoever wrote in it. */
export type ConversationWords = {
  readonly title: (name: string) => string;
  readonly channel: (name: string) => string;
  readonly made: (by: string, at: string, zone: string) => string;
  readonly foot: (page: number, name: string) => string;
  readonly withoutNotes: string;
  readonly withNotes: string;
  readonly note: string;
  readonly answering: string;
  readonly deleted: string;
  readonly edited: string;
  readonly failed: string;
  readonly unknownQuote: string;
  readonly business: string;
  readonly kinds: Readonly<Record<Exclude<Kind, "text" | "note" | "notice">, string>>;
};

const EN: ConversationWords = {
  title: (name) => `Conversation with ${name}`,
  channel: (name) => `Channel: ${name}`,
  made: (by, at, zone) => `Exported by ${by}, ${at}. All times: ${zone}.`,
  foot: (page, name) => `Page ${page} · ${name} · Galka`,
  withoutNotes: "The team's notes are left out.",
  withNotes: "With the team's notes, which the contact has never seen.",
  note: "Note",
  answering: "In answer to",
  deleted: "This message was deleted.",
  edited: "edited",
  failed: "not delivered",
  unknownQuote: "a message that is not here",
  business: "Business",
  kinds: {
    image: "Photo",
    video: "Video",
    audio: "Audio",
    voice: "Voice message",
    document: "Document",
    sticker: "Sticker",
    location: "Location",
    contacts: "Contact cards",
    buttons: "Message with buttons",
    list: "Message with a list",
    "location-request": "Request for a location",
    template: "Template",
    rating: "Rating",
    choice: "Choice",
    form: "Form",
    order: "Order",
    omitted: "Left out of the imported chat",
    unsupported: "Not passed on by WhatsApp",
    unknown: "A kind of message that Galka does not know yet",
  },
};

const RU: ConversationWords = {
  title: (name) => `Переписка: ${name}`,
  channel: (name) => `Канал: ${name}`,
  made: (by, at, zone) => `Кто выгрузил: ${by}, ${at}. Часовой пояс: ${zone}.`,
  foot: (page, name) => `Стр. ${page} · ${name} · Galka`,
  withoutNotes: "Заметки команды не включены.",
  withNotes: "Включены заметки команды: собеседник их никогда не видел.",
  note: "Заметка",
  answering: "В ответ на",
  deleted: "Сообщение удалено.",
  edited: "изменено",
  failed: "не доставлено",
  unknownQuote: "сообщение, которого здесь нет",
  business: "Компания",
  kinds: {
    image: "Фото",
    video: "Видео",
    audio: "Аудио",
    voice: "Голосовое сообщение",
    document: "Документ",
    sticker: "Стикер",
    location: "Место",
    contacts: "Карточки контактов",
    buttons: "Сообщение с кнопками",
    list: "Сообщение со списком",
    "location-request": "Просьба прислать место",
    template: "Шаблон",
    rating: "Оценка",
    choice: "Выбор",
    form: "Анкета",
    order: "Заказ",
    omitted: "Не вошло в импортированный чат",
    unsupported: "WhatsApp не передал это сообщение",
    unknown: "Галка пока не знает такого вида сообщений",
  },
};

export const CONVERSATION_WORDS: Readonly<Record<PdfLanguage, ConversationWords>> = {
  en: EN,
  ru: RU,
};
