import type { Language, MediaKind } from "../entry.ts";

/**
 * The words WhatsApp writes into a message in place of what a person sent, in the
 * form of `plainPhrase`: lower case, without marks, angle brackets and final stop.
 *
 * WhatsApp publishes no list of them. These are the forms seen in exports of
 * Android and iPhone, of Brazil and Portugal, of Spain and Latin America, over
 * several years; an unknown one is imported as the text it is.
 */
type Words = Readonly<Record<Language, readonly string[]>>;

const LANGUAGES = ["en", "ru", "de", "pt", "es"] as const satisfies readonly Language[];

const OMITTED: Readonly<Record<MediaKind, Words>> = {
  unknown: {
    en: ["media omitted"],
    ru: ["без медиафайлов", "медиа отсутствует", "медиафайл отсутствует", "медиа пропущены"],
    de: ["medien ausgeschlossen", "medien weggelassen"],
    pt: ["mídia oculta", "arquivo de mídia oculto", "ficheiro não revelado", "multimédia oculta"],
    es: ["multimedia omitido", "archivo omitido"],
  },
  image: {
    en: ["image omitted"],
    ru: ["изображение отсутствует", "фото отсутствует"],
    de: ["bild weggelassen"],
    pt: ["imagem ocultada", "imagem oculta", "imagem omitida", "imagem não revelada"],
    es: ["imagen omitida"],
  },
  video: {
    en: ["video omitted"],
    ru: ["видео отсутствует"],
    de: ["video weggelassen"],
    pt: ["vídeo ocultado", "vídeo oculto", "vídeo omitido", "vídeo não revelado"],
    es: ["video omitido", "vídeo omitido"],
  },
  audio: {
    en: ["audio omitted", "view once voice message omitted"],
    ru: ["аудио отсутствует", "аудиофайл отсутствует"],
    de: ["audio weggelassen", "audio nicht enthalten"],
    pt: ["áudio ocultado", "áudio oculto", "áudio omitido", "ficheiro de áudio não revelado"],
    es: ["audio omitido"],
  },
  document: {
    en: ["document omitted"],
    ru: ["документ отсутствует"],
    de: ["dokument weggelassen"],
    pt: ["documento ocultado", "documento omitido", "documento não revelado"],
    es: ["documento omitido"],
  },
  sticker: {
    en: ["sticker omitted"],
    ru: ["стикер не добавлен", "стикер отсутствует"],
    de: ["sticker weggelassen"],
    pt: ["figurinha omitida", "figurinha ocultada", "sticker não revelado"],
    es: ["sticker omitido"],
  },
  gif: {
    en: ["gif omitted"],
    ru: ["gif отсутствует"],
    de: ["gif weggelassen"],
    pt: ["gif omitido", "gif ocultado", "gif não revelada"],
    es: ["gif omitido"],
  },
  "contact-card": {
    en: ["contact card omitted"],
    ru: ["карточка контакта отсутствует"],
    de: ["kontaktkarte ausgelassen", "kontaktkarte weggelassen"],
    pt: ["cartão do contato omitido", "cartão de contato omitido", "contacto não revelado"],
    es: ["tarjeta de contacto omitida"],
  },
  "video-note": {
    en: ["video note omitted", "video message omitted"],
    ru: ["видеозаметка опущена", "видеозаметка отсутствует", "видеосообщение отсутствует"],
    de: ["videonachricht weggelassen", "videonotiz weggelassen"],
    pt: ["nota de vídeo omitida", "mensagem de vídeo omitida"],
    es: ["nota de video omitida", "nota de vídeo omitida", "mensaje de video omitido"],
  },
};

/** The words beside the name of an exported file. */
const ATTACHED: Words = {
  en: ["file attached", "attached"],
  ru: ["файл добавлен", "файл прикреплен", "файл прикреплён", "прикреплено", "в приложении"],
  de: ["datei angehängt", "anhang", "angehängt"],
  pt: ["arquivo anexado", "ficheiro anexado", "anexado", "anexo"],
  es: ["archivo adjunto", "adjunto"],
};

const EDITED: Words = {
  en: ["this message was edited", "message edited"],
  ru: ["сообщение изменено", "данное сообщение изменено", "это сообщение изменено"],
  de: ["diese nachricht wurde bearbeitet", "nachricht bearbeitet"],
  pt: ["mensagem editada", "esta mensagem foi editada"],
  es: ["se editó este mensaje", "mensaje editado", "este mensaje fue editado"],
};

const DELETED: Words = {
  en: ["this message was deleted", "you deleted this message"],
  ru: [
    "данное сообщение удалено",
    "это сообщение удалено",
    "сообщение удалено",
    "вы удалили данное сообщение",
    "вы удалили это сообщение",
  ],
  de: ["diese nachricht wurde gelöscht", "du hast diese nachricht gelöscht"],
  pt: [
    "mensagem apagada",
    "esta mensagem foi apagada",
    "essa mensagem foi apagada",
    "você apagou esta mensagem",
    "você apagou essa mensagem",
    "apagou esta mensagem",
  ],
  es: ["se eliminó este mensaje", "este mensaje fue eliminado", "eliminaste este mensaje"],
};

/** An administrator's name may follow these. */
const DELETED_BY_ADMIN: Words = {
  en: ["this message was deleted by admin", "you deleted this message as admin"],
  ru: ["это сообщение удалено админом", "вы удалили это сообщение как админ"],
  de: ["diese nachricht wurde von admin", "diese nachricht wurde vom admin"],
  pt: ["mensagem apagada pelo admin", "esta mensagem foi apagada pelo admin"],
  es: ["el admin. eliminó este mensaje", "este mensaje fue eliminado por el admin"],
};

const LOCATION: Words = {
  en: ["location"],
  ru: ["местоположение", "геопозиция", "геолокация"],
  de: ["standort"],
  pt: ["localização"],
  es: ["ubicación"],
};

const LIVE_LOCATION: Words = {
  en: ["live location shared"],
  ru: ["геоданные отправлены", "отправлены геоданные"],
  de: ["live-standort wird geteilt", "live-standort geteilt"],
  pt: ["localização em tempo real compartilhada", "localização atual compartilhada"],
  es: ["ubicación en tiempo real compartida", "se compartió la ubicación en tiempo real"],
};

const POLL: Words = {
  en: ["poll"],
  ru: ["опрос"],
  de: ["umfrage"],
  pt: ["enquete", "sondagem"],
  es: ["encuesta"],
};

/** A phrase that several languages share ("documento omitido") tells no language. */
export type Known<Value> = { readonly value: Value; readonly language: Language | null };

const MEDIA_KINDS = [
  "unknown",
  "image",
  "video",
  "audio",
  "document",
  "sticker",
  "gif",
  "contact-card",
  "video-note",
] as const satisfies readonly MediaKind[];

export const OMITTED_MEDIA = knownPhrases(MEDIA_KINDS.map((kind) => [kind, OMITTED[kind]]));
export const ATTACHED_WORDS = knownPhrases([["attached", ATTACHED]]);
export const EDITED_MARKS = knownPhrases([["edited", EDITED]]);
export const DELETED_MARKS = knownPhrases([["deleted", DELETED]]);
export const DELETED_BY_ADMIN_STARTS = knownPhrases([["deleted", DELETED_BY_ADMIN]]);
export const LOCATION_WORDS = knownPhrases([["location", LOCATION]]);
export const LIVE_LOCATION_MARKS = knownPhrases([["live-location", LIVE_LOCATION]]);
export const POLL_WORDS = knownPhrases([["poll", POLL]]);

function knownPhrases<Value>(
  tables: readonly (readonly [Value, Words])[],
): ReadonlyMap<string, Known<Value>> {
  const all = new Map<string, Known<Value>>();
  for (const [value, words] of tables) {
    for (const language of LANGUAGES) {
      for (const phrase of words[language]) {
        all.set(phrase, { value, language: all.has(phrase) ? null : language });
      }
    }
  }
  return all;
}
