import { plainWords } from "../characters.ts";
import type { Language, SystemEventKind } from "../entry.ts";

/** What the app reported in a line of its own, and the language it reported it in. */
export type SystemEvent = { readonly event: SystemEventKind; readonly language: Language | null };

type Pattern = readonly [SystemEventKind, RegExp];

/**
 * Loose on purpose: they are asked only about lines that no person wrote, so what
 * matters is that next year's wording of a notice still falls into its kind. The
 * first that matches wins; events whose words occur inside other events come later.
 */
const PATTERNS: Readonly<Record<Language, readonly Pattern[]>> = {
  en: [
    ["encryption", /end-to-end encrypt/iu],
    ["security-code-changed", /security code/iu],
    ["missed-call", /missed (?:group )?(?:voice |video )?call/iu],
    ["disappearing-messages", /disappearing messages|message timer/iu],
    [
      "number-changed",
      /changed (?:their|his|her|your|to a new|the)? ?(?:phone )?number|changed to \+|new phone number/iu,
    ],
    ["group-created", /created (?:this |the )?(?:group|community)/iu],
    [
      "group-changed",
      /changed (?:the|this) (?:subject|group)|group['’]s (?:icon|name|description|settings)|group (?:icon|description|photo)|an admin\b/iu,
    ],
    ["pinned", /\bpinned a message/iu],
    ["blocked", /\b(?:un)?blocked this/iu],
    ["member-added", /\badded\b/iu],
    ["member-removed", /\bremoved\b/iu],
    ["member-joined", /\bjoined\b/iu],
    ["member-left", /\bleft\b/iu],
  ],
  ru: [
    ["encryption", /сквозн\S+ шифрован/iu],
    ["security-code-changed", /код\S* безопасности/iu],
    ["missed-call", /пропущенн\S+ (?:групповой )?(?:\S+ )?(?:аудио|видео)?(?:звонок|вызов)/iu],
    ["disappearing-messages", /исчезающ/iu],
    [
      "number-changed",
      /(?:изменил|сменил|поменял)\S* (?:свой )?номер|новый номер|номер телефона был изменён/iu,
    ],
    ["group-created", /(?:создал|создан)\S* (?:эту )?(?:групп|сообществ)/iu],
    [
      "group-changed",
      /измени\S* (?:тему|название|описание|картинку|изображение|фото|иконку|настройки)|админ/iu,
    ],
    ["pinned", /закрепил/iu],
    ["blocked", /заблокировал/iu],
    ["member-added", /добав(?:ил|лен)/iu],
    ["member-removed", /удал(?:ил|ён|ен)|исключ/iu],
    ["member-joined", /присоединил|вступил/iu],
    ["member-left", /покинул|выш(?:ел|ла|ли)/iu],
  ],
  de: [
    ["encryption", /ende-zu-ende-verschlüssel/iu],
    ["security-code-changed", /sicherheits(?:nummer|code)/iu],
    ["missed-call", /verpasster (?:gruppen-?)?(?:sprach|video)?anruf/iu],
    ["disappearing-messages", /selbstlöschende|verschwindende nachrichten/iu],
    ["number-changed", /nummer .*(?:geändert|gewechselt)|neuen? (?:telefon)?nummer/iu],
    ["group-created", /(?:gruppe|community) .*(?:erstellt|gegründet)|gruppe erstellt/iu],
    ["group-changed", /betreff|gruppen(?:name|bild|icon|beschreibung|einstellung|info)|admin/iu],
    ["pinned", /angeheftet|fixiert/iu],
    ["blocked", /blockiert/iu],
    ["member-added", /hinzugefügt/iu],
    ["member-removed", /entfernt/iu],
    ["member-joined", /beigetreten/iu],
    ["member-left", /verlassen/iu],
  ],
  pt: [
    ["encryption", /criptografia de ponta a ponta|encriptad\S+ (?:de )?ponta? a ponta?/iu],
    ["security-code-changed", /código de segurança/iu],
    ["missed-call", /(?:chamada|ligação) (?:em grupo )?de (?:voz|vídeo) (?:em grupo )?perdida/iu],
    ["disappearing-messages", /mensagens temporárias/iu],
    ["number-changed", /(?:mudou|alterou) (?:de|o|seu|o seu)? ?número|mudou para \+|novo número/iu],
    ["group-created", /(?:criou|criaram) (?:este |o |a )?(?:grupo|comunidade)/iu],
    [
      "group-changed",
      /(?:mudou|alterou) (?:o assunto|o nome|a imagem|a foto|o ícone|a descrição|as configurações|as definições)|\badmin/iu,
    ],
    ["pinned", /fixou/iu],
    ["blocked", /bloqueou/iu],
    ["member-added", /adicion(?:ou|aram|ad)/iu],
    ["member-removed", /remov(?:eu|eram|id)/iu],
    ["member-joined", /entr(?:ou|aram)/iu],
    ["member-left", /sa(?:iu|íram)/iu],
  ],
  es: [
    ["encryption", /cifrad[oa]s de extremo a extremo/iu],
    ["security-code-changed", /código de seguridad/iu],
    [
      "missed-call",
      /(?:llamada|videollamada) (?:grupal )?(?:de (?:voz|v[ií]deo) )?(?:grupal )?perdida/iu,
    ],
    ["disappearing-messages", /mensajes temporales/iu],
    ["number-changed", /cambi(?:ó|aste) (?:de|su|tu|el) número|cambió a \+|nuevo número/iu],
    ["group-created", /cre(?:ó|aste) (?:el |este |la )?(?:grupo|comunidad)/iu],
    [
      "group-changed",
      /cambi(?:ó|aste) (?:el asunto|el nombre|la imagen|la foto|el [ií]cono|la descripción|los ajustes|la configuración)|admin/iu,
    ],
    ["pinned", /fij(?:ó|aste)/iu],
    ["blocked", /bloque(?:ó|aste)/iu],
    ["member-added", /añadi|agreg|se ha añadido/iu],
    ["member-removed", /elimin(?:ó|aste)|expuls|quit(?:ó|aste)/iu],
    ["member-joined", /se un(?:ió|ieron)|te uniste/iu],
    ["member-left", /salió|saliste|salieron/iu],
  ],
};

const ALL: readonly (readonly [Language, readonly Pattern[]])[] = [
  ["en", PATTERNS.en],
  ["ru", PATTERNS.ru],
  ["de", PATTERNS.de],
  ["pt", PATTERNS.pt],
  ["es", PATTERNS.es],
];

/** Notices are short; what comes behind is the description of a group. */
const NOTICE_LENGTH = 1000;

/** The event in a line that the app wrote; `other` when its words are in none of the five languages. */
export function systemEventIn(text: string): SystemEvent {
  const words = plainWords(text.slice(0, NOTICE_LENGTH));
  for (const [language, patterns] of ALL) {
    const found = patterns.find(([, pattern]) => pattern.test(words));
    if (found !== undefined) return { event: found[0], language };
  }
  return { event: "other", language: null };
}

/**
 * The whole first sentence of the encryption notice, which older iPhones file under a
 * contact's name without any mark, as if that person had said it.
 */
export function isEncryptionNotice(text: string): boolean {
  const words = plainWords(text.slice(0, NOTICE_LENGTH));
  return ENCRYPTION_STARTS.some((start) => start.test(words));
}

const ENCRYPTION_STARTS = [
  /^messages and calls are (?:now )?end-to-end encrypted/iu,
  /^messages you send to this (?:chat|group).* are (?:now )?secured with end-to-end encryption/iu,
  /^сообщения и звонки (?:теперь )?защищены сквозным шифрованием/iu,
  /^nachrichten und anrufe sind (?:jetzt )?ende-zu-ende-verschlüsselt/iu,
  /^as mensagens e (?:as )?(?:ligações|chamadas) são (?:protegidas com a criptografia|encriptadas)/iu,
  /^los mensajes y las llamadas están cifrados de extremo a extremo/iu,
] as const;
