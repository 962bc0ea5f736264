import { accepted, acceptedTemplate, success } from "../answers.ts";
import { type Case, kept, type Places } from "../case.ts";

const FILES: Readonly<Record<string, readonly [mime: string, name: string]>> = {
  image: ["image/png", "a.png"],
  audio: ["audio/ogg", "a.ogg"],
  document: ["application/pdf", "a.pdf"],
  sticker: ["image/webp", "a.webp"],
  video: ["video/mp4", "a.mp4"],
};

/** A message of each type, by media id and by link, alone and as a reply; and what is no message. */
export const messageCases: readonly Case[] = [
  ...["image", "audio", "document", "sticker", "video"].flatMap(mediaCases),
  ...withReply("text", { text: { body: "Good day" } }),
  send("a text with a preview", { text: { body: "See https://shrub.example", preview_url: true } }),
  send("a text without a type", { text: { body: "Good day" } }, null),
  send("a reaction", (it) => ({ reaction: { message_id: it.inbound, emoji: "😀" } }), "reaction"),
  ...withReply("contacts", {
    contacts: [
      {
        addresses: [{ street: "1 Main St", city: "Town", country: "Chile", type: "WORK" }],
        birthday: "1999-01-23",
        emails: [{ email: "luz@shrub.example", type: "WORK" }],
        name: { formatted_name: "Luz Mar", first_name: "Luz", last_name: "Mar" },
        org: { company: "Shrub", department: "Roots", title: "Head" },
        phones: [{ phone: "+12015550166", type: "WORK", wa_id: "12015550166" }],
        urls: [{ url: "https://shrub.example", type: "WORK" }],
      },
    ],
  }),
  ...withReply("location", {
    location: { latitude: "37.44", longitude: "-122.16", name: "Shop", address: "1 Main St" },
  }),
  ...withReply("interactive", {
    interactive: {
      type: "list",
      header: { type: "text", text: "Delivery" },
      body: { text: "When shall we come?" },
      footer: { text: "Free of charge" },
      action: {
        button: "Choose",
        sections: [
          { title: "Today", rows: [{ id: "noon", title: "Noon", description: "12 to 13" }] },
          { title: "Tomorrow", rows: [{ id: "early", title: "Early" }] },
        ],
      },
    },
  }),
  interactive("reply buttons", {
    type: "button",
    body: { text: "Shall we come?" },
    action: { buttons: [{ type: "reply", reply: { id: "yes", title: "Yes" } }] },
  }),
  interactive("a link", {
    type: "cta_url",
    body: { text: "Look" },
    action: {
      name: "cta_url",
      parameters: { display_text: "Open", url: "https://shrub.example" },
    },
  }),
  interactive("a request for a location", {
    type: "location_request_message",
    body: { text: "Where are you?" },
    action: { name: "send_location" },
  }),
  interactive("one product", {
    type: "product",
    body: { text: "This one" },
    action: { catalog_id: "194836987003835", product_retailer_id: "shrub-1" },
  }),
  interactive("several products", {
    type: "product_list",
    header: { type: "text", text: "Shrubs" },
    body: { text: "These" },
    action: {
      catalog_id: "194836987003835",
      sections: [{ title: "Green", product_items: [{ product_retailer_id: "shrub-1" }] }],
    },
  }),
  interactive("the catalog", {
    type: "catalog_message",
    body: { text: "All of it" },
    action: {
      name: "catalog_message",
      parameters: { thumbnail_product_retailer_id: "shrub-1" },
    },
  }),
  send(
    "a template",
    { template: { name: "hello_world", language: { code: "en_US" } } },
    "template",
    acceptedTemplate,
  ),
  mark("read, with PUT", "PUT", {}),
  mark("read, and typing", "POST", { typing_indicator: { type: "text" } }),
];

type Body = object | ((places: Places) => object);

function send(name: string, message: Body, type: string | null = "text", answer = accepted): Case {
  return {
    name: `send ${name}`,
    method: "POST",
    path: (it) => `/v23.0/${it.number}/messages`,
    body: (it) => ({
      messaging_product: "whatsapp",
      recipient_type: "individual",
      to: it.desk.ana.waId,
      ...(type === null ? {} : { type }),
      ...(typeof message === "function" ? message(it) : message),
    }),
    answer,
  };
}

function withReply(type: string, message: Body): readonly Case[] {
  return [
    send(type, message, type),
    send(
      `${type} as a reply`,
      (it) => ({
        context: { message_id: it.inbound },
        ...(typeof message === "function" ? message(it) : message),
      }),
      type,
    ),
  ];
}

function interactive(name: string, message: object): Case {
  return send(name, { interactive: message }, "interactive");
}

/** Uploads a file and sends it by its id, and another by its link. */
function mediaCases(type: string): readonly Case[] {
  const [mime = "", name = ""] = FILES[type] ?? [];
  const upload = async (it: Places) => {
    const form = new FormData();
    form.set("messaging_product", "whatsapp");
    form.set("file", new Blob(["bytes"], { type: mime }), name);
    const url = `${it.desk.meta.url}/${it.number}/media`;
    const headers = { authorization: `Bearer ${await tokenOf(it)}` };
    const answer = await fetch(url, { method: "POST", body: form, headers });
    it.kept.set(type, String(Object.values(JSON.parse(await answer.text()))[0]));
  };
  const [first, reply] = withReply(type, (it: Places) => ({ [type]: { id: kept(it, type) } }));
  const byLink = withReply(type, { [type]: { link: "https://files.example/x" } });
  return [
    ...(first === undefined ? [] : [{ ...first, before: upload }]),
    ...(reply ? [reply] : []),
    ...byLink,
  ];
}

async function tokenOf(it: Places): Promise<string> {
  return (await it.desk.meta.control.addToken({})).token;
}

function mark(name: string, method: "POST" | "PUT", more: object): Case {
  return {
    name: `mark as ${name}`,
    method,
    path: (it) => `/v23.0/${it.number}/messages`,
    body: (it) => ({
      messaging_product: "whatsapp",
      status: "read",
      message_id: it.inbound,
      ...more,
    }),
    answer: success,
  };
}
