import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Language, MediaKind, SystemEventKind } from "./entry.ts";
import { onlyMessage, readText } from "./testing/read-text.ts";

const ANDROID = "25.03.2024, 21:04 - ";
const IOS = "[25.03.24, 21:04:05] ";
const APP = "\u200e";

type Phrases = {
  readonly omitted: string;
  readonly iosOmitted: Partial<Record<MediaKind, string>>;
  readonly attached: string;
  readonly iosAttached: string;
  readonly edited: string;
  readonly deleted: readonly string[];
  readonly location: string;
  readonly poll: string;
  readonly missedCall: string;
  readonly system: readonly (readonly [SystemEventKind, string])[];
};

const ALL: Readonly<Record<Language, Phrases>> = {
  en: {
    omitted: "<Media omitted>",
    iosOmitted: {
      image: "image omitted",
      video: "video omitted",
      audio: "audio omitted",
      sticker: "sticker omitted",
      gif: "GIF omitted",
      document: "document omitted",
      "contact-card": "Contact card omitted",
      "video-note": "Video note omitted",
    },
    attached: "file attached",
    iosAttached: "attached",
    edited: "<This message was edited>",
    deleted: ["This message was deleted", "You deleted this message", "This message was deleted."],
    location: "location",
    poll: "POLL",
    missedCall: "Missed voice call",
    system: [
      [
        "encryption",
        "Messages and calls are end-to-end encrypted. Only people in this chat can read them.",
      ],
      ["security-code-changed", "Your security code with Bo changed. Tap to learn more."],
      ["group-created", 'Ana created group "Book club"'],
      ["group-changed", "Ana changed this group's icon"],
      ["group-changed", "You're now an admin"],
      ["member-added", "Ana added Bo"],
      ["member-removed", "You removed Bo"],
      ["member-left", "Bo left"],
      ["member-joined", "Bo joined using this group's invite link"],
      ["number-changed", "Bo changed their phone number to a new number. Tap to message."],
      ["number-changed", "Bo changed to +44 7700 900123"],
      ["disappearing-messages", "You turned on disappearing messages."],
      ["missed-call", "Missed group video call from Bo"],
      ["blocked", "You blocked this contact"],
      ["pinned", "Bo pinned a message"],
      ["other", "Bo waved"],
    ],
  },
  ru: {
    omitted: "<Без медиафайлов>",
    iosOmitted: {
      image: "изображение отсутствует",
      video: "видео отсутствует",
      audio: "аудио отсутствует",
      sticker: "стикер не добавлен",
      gif: "GIF отсутствует",
      document: "документ отсутствует",
      "contact-card": "карточка контакта отсутствует",
    },
    attached: "файл добавлен",
    iosAttached: "прикреплено",
    edited: "<Сообщение изменено>",
    deleted: ["Данное сообщение удалено", "Вы удалили данное сообщение."],
    location: "местоположение",
    poll: "ОПРОС",
    missedCall: "Пропущенный аудиозвонок",
    system: [
      [
        "encryption",
        "Сообщения и звонки защищены сквозным шифрованием. Третьи лица не\u00a0могут их прочитать.",
      ],
      ["security-code-changed", "Ваш код безопасности с контактом Бо изменился."],
      ["group-created", "Аня создал(а) группу «Книги»"],
      ["group-changed", "Аня изменил(а) название группы"],
      ["member-added", "Аня добавил(-а) Бо"],
      ["member-removed", "Вы удалили участника Бо"],
      ["member-left", "Бо покинул(а) группу"],
      ["member-left", "Бо вышел(-ла)"],
      ["member-joined", "Бо присоединился(-ась) по ссылке"],
      ["number-changed", "Бо изменил(а) номер телефона на новый"],
      ["disappearing-messages", "Вы включили исчезающие сообщения"],
      ["missed-call", "Пропущенный групповой видеозвонок от Бо"],
      ["blocked", "Вы заблокировали этот контакт"],
    ],
  },
  de: {
    omitted: "<Medien ausgeschlossen>",
    iosOmitted: {
      image: "Bild weggelassen",
      video: "Video weggelassen",
      audio: "Audio weggelassen",
      sticker: "Sticker weggelassen",
      gif: "GIF weggelassen",
      document: "Dokument weggelassen",
      "contact-card": "Kontaktkarte ausgelassen",
      "video-note": "Videonachricht weggelassen",
    },
    attached: "Datei angehängt",
    iosAttached: "Anhang",
    edited: "<Diese Nachricht wurde bearbeitet.>",
    deleted: ["Diese Nachricht wurde gelöscht.", "Du hast diese Nachricht gelöscht."],
    location: "Standort",
    poll: "UMFRAGE",
    missedCall: "Verpasster Sprachanruf",
    system: [
      [
        "encryption",
        "Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt. Niemand kann sie lesen.",
      ],
      ["security-code-changed", "Deine Sicherheitsnummer für Bo hat sich geändert."],
      ["group-created", "Ana hat die Gruppe „Bücher“ erstellt"],
      ["group-changed", "Ana hat den Betreff geändert"],
      ["member-added", "Ana hat Bo hinzugefügt"],
      ["member-removed", "Du hast Bo entfernt"],
      ["member-left", "Bo hat die Gruppe verlassen"],
      ["member-joined", "Bo ist mit dem Einladungslink beigetreten"],
      ["number-changed", "Bo hat die Telefonnummer geändert."],
      ["disappearing-messages", "Du hast selbstlöschende Nachrichten eingeschaltet."],
      ["missed-call", "Verpasster Videoanruf von Bo"],
      ["blocked", "Du hast diesen Kontakt blockiert"],
    ],
  },
  pt: {
    omitted: "<Mídia oculta>",
    iosOmitted: {
      image: "imagem ocultada",
      video: "vídeo ocultado",
      audio: "áudio ocultado",
      sticker: "figurinha omitida",
      "contact-card": "Cartão do contato omitido",
    },
    attached: "arquivo anexado",
    iosAttached: "anexado",
    edited: "<Mensagem editada>",
    deleted: ["Mensagem apagada", "Você apagou esta mensagem"],
    location: "localização",
    poll: "ENQUETE",
    missedCall: "Chamada de voz perdida",
    system: [
      [
        "encryption",
        "As mensagens e as ligações são protegidas com a criptografia de ponta a ponta.",
      ],
      ["security-code-changed", "Seu código de segurança com Bo mudou."],
      ["group-created", 'Ana criou o grupo "Livros"'],
      ["group-changed", "Ana mudou a imagem do grupo"],
      ["member-added", "Ana adicionou Bo"],
      ["member-removed", "Você removeu Bo"],
      ["member-left", "Bo saiu"],
      ["member-joined", "Bo entrou usando o link de convite deste grupo"],
      ["number-changed", "Bo mudou de número"],
      ["disappearing-messages", "As mensagens temporárias foram ativadas."],
      ["missed-call", "Ligação de vídeo perdida de Bo"],
      ["blocked", "Você bloqueou este contato"],
    ],
  },
  es: {
    omitted: "<Multimedia omitido>",
    iosOmitted: {
      image: "imagen omitida",
      video: "video omitido",
      audio: "audio omitido",
      sticker: "sticker omitido",
      "contact-card": "Tarjeta de contacto omitida",
    },
    attached: "archivo adjunto",
    iosAttached: "adjunto",
    edited: "<Se editó este mensaje.>",
    deleted: ["Se eliminó este mensaje.", "Eliminaste este mensaje."],
    location: "ubicación",
    poll: "ENCUESTA",
    missedCall: "Llamada perdida",
    system: [
      ["encryption", "Los mensajes y las llamadas están cifrados de extremo a extremo."],
      ["security-code-changed", "Cambió tu código de seguridad con Bo."],
      ["group-created", "Ana creó el grupo “Libros”"],
      ["group-changed", "Ana cambió la imagen del grupo"],
      ["member-added", "Ana añadió a Bo"],
      ["member-removed", "Eliminaste a Bo"],
      ["member-left", "Bo salió del grupo"],
      ["member-joined", "Bo se unió usando el enlace"],
      ["number-changed", "Bo cambió de número"],
      ["disappearing-messages", "Activaste los mensajes temporales."],
      ["missed-call", "Videollamada perdida de Bo"],
      ["blocked", "Bloqueaste a este contacto"],
    ],
  },
};

for (const language of ["en", "ru", "de", "pt", "es"] as const) {
  const words = ALL[language];

  describe(`an export in ${language}`, () => {
    it("shows what was left out of an Android export, with its caption", () => {
      const message = onlyMessage(`${ANDROID}Ana: ${words.omitted}\na caption`);
      assert.deepEqual(
        [message.kind, message.media, message.text, message.language],
        ["media-omitted", "unknown", "a caption", language],
      );
    });

    for (const [media, phrase] of Object.entries(words.iosOmitted)) {
      it(`shows that an iPhone left out: ${phrase}`, () => {
        const message = onlyMessage(`${APP}${IOS}Ana: ${APP}${phrase}`);
        assert.deepEqual([message.kind, message.media, message.text], ["media-omitted", media, ""]);
      });
    }

    it("names an attached file on Android, and its caption", () => {
      const message = onlyMessage(`${ANDROID}Ana: ${APP}IMG-1.jpg (${words.attached})\nhi: you`);
      assert.deepEqual(
        [message.kind, message.media, message.attachmentName, message.text, message.language],
        ["attachment", "image", "IMG-1.jpg", "hi: you", language],
      );
    });

    it("names an attached file on an iPhone", () => {
      const message = onlyMessage(
        `${APP}${IOS}Ana: ${APP}<${words.iosAttached}: 00000012-AUDIO-1.opus>`,
      );
      assert.deepEqual(
        [message.kind, message.media, message.attachmentName, message.text, message.language],
        ["attachment", "audio", "00000012-AUDIO-1.opus", "", language],
      );
    });

    it("marks what was edited", () => {
      for (const head of [ANDROID, IOS]) {
        const message = onlyMessage(`${head}Ana: one\ntwo ${APP}${words.edited}`);
        assert.deepEqual(
          [message.kind, message.text, message.edited, message.language],
          ["text", "one\ntwo", true, language],
        );
      }
    });

    for (const phrase of words.deleted) {
      it(`marks what was deleted: ${phrase}`, () => {
        assert.equal(onlyMessage(`${ANDROID}Ana: ${phrase}`).kind, "deleted");
        const message = onlyMessage(`${IOS}Ana: ${APP}${phrase}`);
        assert.deepEqual([message.kind, message.text, message.language], ["deleted", "", language]);
      });
    }

    it("gives the coordinates of a location", () => {
      const url = "https://maps.google.com/?q=-34.6037,-58.3816";
      for (const line of [
        `${ANDROID}Ana: ${words.location}: ${url}`,
        `${IOS}Ana: ${APP}${words.location}: ${url}`,
      ]) {
        const message = onlyMessage(line);
        assert.deepEqual(
          [message.kind, message.text, message.coordinates],
          ["location", url, { latitude: -34.6037, longitude: -58.3816 }],
        );
      }
    });

    it("keeps the question and the options of a poll", () => {
      const message = onlyMessage(
        `${IOS}Ana: ${APP}${words.poll}:\nLunch?\n${APP}A: Yes (${APP}2)`,
      );
      assert.deepEqual([message.kind, message.text], ["poll", "Lunch?\nA: Yes (2)"]);
    });

    it("shows a missed call under its caller", () => {
      assert.equal(onlyMessage(`${ANDROID}Ana: ${words.missedCall}`).kind, "call");
      assert.equal(onlyMessage(`${IOS}Ana: ${APP}${words.missedCall}`).kind, "call");
    });

    for (const [event, text] of words.system) {
      it(`understands the notice: ${text}`, () => {
        const [android] = readText(`${ANDROID}${text}`).entries;
        const [ios] = readText(`${IOS}Group: ${APP}${text}`).entries;
        for (const entry of [android, ios]) {
          assert.ok(entry?.type === "system" || entry?.type === "message");
          const got =
            entry.type === "system" ? entry.event : entry.kind === "call" && "missed-call";
          assert.equal(got, event);
          if (event !== "other") assert.equal(entry.language, language);
        }
      });
    }
  });
}

describe("the app's own words", () => {
  it("name a document that was left out", () => {
    const message = onlyMessage(
      `${IOS}Ana: ${APP}Contract.pdf • ${APP}2 pages ${APP}document omitted`,
    );
    assert.deepEqual(
      [message.kind, message.media, message.attachmentName],
      ["media-omitted", "document", "Contract.pdf"],
    );
  });

  it("stand behind the caption on a newer iPhone", () => {
    for (const caption of ["see", "see\nthis"]) {
      const message = onlyMessage(`${IOS}Ana: ${caption} ${APP}<attached: 0001-PHOTO-1.jpg>`);
      assert.deepEqual([message.kind, message.text], ["attachment", caption]);
    }
  });

  it("are known in another language by their mark beside a file name", () => {
    const ios = onlyMessage(`${IOS}Ana: ${APP}<pièce jointe : 0001-PHOTO-1.jpg>`);
    const android = onlyMessage(`${ANDROID}Ana: ${APP}IMG-1.jpg (fichier joint)`);
    assert.deepEqual([ios.kind, android.kind], ["attachment", "attachment"]);
    assert.equal(onlyMessage(`${ANDROID}Ana: IMG-1.jpg (my favourite)`).kind, "text");
  });

  it("never lead to another folder", () => {
    const message = onlyMessage(`${ANDROID}Ana: ${APP}../../etc/passwd (file attached)`);
    assert.equal(message.attachmentName, "passwd");
  });

  const kinds: readonly (readonly [string, MediaKind])[] = [
    ["Ana.vcf", "contact-card"],
    ["VID-20240325-WA0001.mp4", "video"],
    ["PTT-20240325-WA0001.opus", "audio"],
    ["STK-20240325-WA0001.webp", "sticker"],
    ["00000014-STICKER-2024-03-25.webp", "sticker"],
    ["00000015-GIF-2024-03-25.mp4", "gif"],
    ["Contract (final) v2.pdf", "document"],
  ];
  for (const [name, media] of kinds) {
    it(`tell a ${media} by ${name}`, () => {
      const message = onlyMessage(`${ANDROID}Ana: ${APP}${name} (file attached)`);
      assert.deepEqual([message.attachmentName, message.media], [name, media]);
    });
  }

  it("tell an answered call by its length", () => {
    assert.equal(onlyMessage(`${ANDROID}Ana: Voice call, 12 min`).kind, "call");
    assert.equal(onlyMessage(`${IOS}Ana: ${APP}Видеозвонок, ${APP}0:45`).kind, "call");
    assert.equal(onlyMessage(`${ANDROID}Ana: Voice call tomorrow?`).kind, "text");
  });
});
