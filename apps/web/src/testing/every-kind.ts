import type { MessageJson } from "@galka/contract/json/message";
import { file, message, minutesBefore, text } from "./builders.ts";

const PICTURE = file();
const VOICE = file({
  id: "file-2",
  mediaType: "audio/ogg",
  name: null,
  previewUrl: null,
  width: null,
  height: null,
  durationMs: 12_400,
  url: "/files/file-2",
});
const PDF = file({
  id: "file-3",
  mediaType: "application/pdf",
  name: "Invoice 2026-114.pdf",
  previewUrl: null,
  width: null,
  height: null,
  url: "/files/file-3",
});
const FILM = file({ id: "file-4", mediaType: "video/mp4", previewUrl: null, url: "/files/file-4" });
const STICKER = file({ id: "file-5", mediaType: "image/webp", width: 512, height: 512 });

type Some = Partial<MessageJson>;

/** One message of each kind and state, as a thread would hold them. */
export const EVERY_KIND: readonly MessageJson[] = (
  [
    {
      content: { kind: "notice", text: "The contact has changed their phone number." },
      at: minutesBefore(3000),
    },
    {
      content: text(
        "Hi! Do you deliver to *Lindenstraße* on Sunday?\n- roses\n- _white_ tulips\nhttps://example.com/bouquets",
      ),
      at: minutesBefore(2900),
    },
    {
      direction: "out",
      content: text("We do 🙂 Between 10:00 and 14:00."),
      status: "played",
      at: minutesBefore(2890),
    },
    { direction: "out", content: text("👍"), status: "read", at: minutesBefore(2889) },
    {
      content: { kind: "image", file: { fileId: PICTURE.id, caption: "Like this one?" } },
      files: [PICTURE],
      at: minutesBefore(2880),
      reactions: [{ by: "business", emoji: "❤️", at: minutesBefore(2879) }],
    },
    {
      content: { kind: "voice", file: { fileId: VOICE.id } },
      files: [VOICE],
      at: minutesBefore(2870),
    },
    {
      direction: "out",
      content: { kind: "document", file: { fileId: PDF.id, name: "Invoice 2026-114.pdf" } },
      files: [PDF],
      status: "delivered",
      at: minutesBefore(2860),
    },
    {
      content: { kind: "video", file: { fileId: FILM.id } },
      files: [FILM],
      at: minutesBefore(2850),
    },
    {
      content: { kind: "audio", file: { fileId: "file-6" } },
      files: [file({ ...VOICE, id: "file-6", state: "wanted", url: null })],
      at: minutesBefore(2849),
    },
    {
      content: { kind: "sticker", file: { fileId: STICKER.id } },
      files: [STICKER],
      at: minutesBefore(2840),
    },
    {
      content: {
        kind: "location",
        place: {
          latitude: 52.50931,
          longitude: 13.37638,
          name: "Potsdamer Platz",
          address: "10785 Berlin",
        },
      },
      at: minutesBefore(2830),
    },
    {
      content: {
        kind: "contacts",
        cards: [
          {
            name: "Mark Weber",
            organization: "Weber GmbH",
            phones: [{ number: "+49 151 23456780" }],
            emails: [{ address: "mark@example.com" }],
          },
        ],
      },
      at: minutesBefore(2820),
    },
    {
      direction: "out",
      content: {
        kind: "buttons",
        header: { kind: "text", text: "Delivery" },
        text: "Which day suits you?",
        footer: "Flowers Online",
        buttons: [
          { kind: "reply", id: "a", title: "Saturday" },
          { kind: "reply", id: "b", title: "Sunday" },
        ],
      },
      status: "sent",
      at: minutesBefore(600),
    },
    {
      content: { kind: "choice", from: "button", id: "b", title: "Sunday" },
      quoted: { messageId: "kind-12", direction: "out", content: text("Which day suits you?") },
      at: minutesBefore(590),
    },
    {
      content: { kind: "rating", score: 3, of: 3, title: "Good" },
      at: minutesBefore(585),
    },
    {
      direction: "out",
      content: {
        kind: "list",
        text: "Our bouquets",
        buttonTitle: "See all",
        sections: [{ title: "Roses", rows: [{ id: "1", title: "Red", description: "25 stems" }] }],
      },
      status: "accepted",
      at: minutesBefore(580),
    },
    {
      direction: "out",
      content: {
        kind: "template",
        name: "order_ready",
        language: "en",
        text: "Hello Anna, your order 114 is ready.",
        footer: "Reply STOP to opt out",
        buttons: [{ kind: "url", title: "Track", url: "https://example.com/114" }],
        values: {},
      },
      status: "read",
      at: minutesBefore(570),
    },
    {
      direction: "out",
      content: { kind: "location-request", text: "Where shall we deliver?" },
      status: "read",
      at: minutesBefore(560),
    },
    {
      content: {
        kind: "form",
        name: "Delivery form",
        answers: { street: "Lindenstraße 5", gift_card: true, flow_token: "x" },
      },
      at: minutesBefore(550),
    },
    {
      content: {
        kind: "order",
        items: [{ productId: "ROSE-25", count: 2, priceMinor: 4900, currency: "EUR" }],
      },
      at: minutesBefore(540),
    },
    {
      content: { kind: "omitted", what: "image", name: "IMG-0001.jpg" },
      source: "import",
      at: minutesBefore(530),
    },
    {
      content: { kind: "unsupported", what: "poll", detail: "Message type is not supported" },
      at: minutesBefore(520),
    },
    {
      content: { kind: "unknown", what: "hologram", raw: { type: "hologram", depth: 3 } },
      at: minutesBefore(510),
    },
    { content: text("This was deleted"), deletedAt: minutesBefore(500), at: minutesBefore(505) },
    { content: text("Sorry, number 5a"), editedAt: minutesBefore(400), at: minutesBefore(450) },
    {
      direction: "out",
      authorMemberId: "member-luis",
      content: text("Noted, thank you"),
      status: "delivered",
      at: minutesBefore(40),
    },
    {
      direction: "out",
      content: text("See you on Sunday"),
      status: "failed",
      failure: failure(),
      at: minutesBefore(30),
    },
    { direction: "out", content: text("Anything else?"), status: "unknown", at: minutesBefore(20) },
    { content: text("Where is my order?"), at: minutesBefore(10) },
    { direction: "out", content: text("On its way"), status: "queued", at: minutesBefore(5) },
  ] satisfies readonly Some[]
).map((some: Some, index) => message({ ...some, id: `kind-${index}` }));

function failure(): MessageJson["failure"] {
  return {
    code: 131047,
    title: "Re-engagement message",
    explanation: {
      en: "More than 24 hours have passed since the contact wrote.",
      ru: "Прошло больше 24 часов с последнего сообщения.",
    },
    advice: { en: "Send a template.", ru: "Отправьте шаблон." },
    raw: { code: 131047, title: "Re-engagement message" },
  };
}
