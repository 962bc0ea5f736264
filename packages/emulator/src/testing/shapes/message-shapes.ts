import { z } from "zod";

/** Digits of seconds, which messages and statuses have as text. */
export const secondsText = z.string().regex(/^\d{10}$/);
export const seconds = z.number().int().min(1_000_000_000).max(9_999_999_999);
export const digits = z.string().regex(/^\d{5,20}$/);
export const bsuid = z.string().regex(/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/);
export const wamid = z.string().regex(/^wamid\.[A-Za-z0-9+/]+=*$/);

export const metadata = z.strictObject({ display_phone_number: digits, phone_number_id: digits });

/** The head of every value that is about conversations. */
export const head = { messaging_product: z.literal("whatsapp"), metadata };

export const contact = z.strictObject({
  profile: z.strictObject({ name: z.string(), username: z.string().optional() }),
  wa_id: digits.optional(),
  user_id: bsuid,
  identity_key_hash: z.string().min(8).optional(),
});

export const error = z.strictObject({
  code: z.number().int(),
  title: z.string(),
  message: z.string(),
  error_data: z.strictObject({ details: z.string() }),
  href: z.string().startsWith("/documentation/").optional(),
});

const product = z.strictObject({ catalog_id: z.string(), product_retailer_id: z.string() });

const context = z.strictObject({
  from: digits.optional(),
  id: wamid.optional(),
  forwarded: z.literal(true).optional(),
  frequently_forwarded: z.literal(true).optional(),
  referred_product: product.optional(),
});

const referral = z.strictObject({
  source_url: z.url(),
  source_id: z.string(),
  source_type: z.enum(["ad", "post"]),
  body: z.string().optional(),
  headline: z.string().optional(),
  media_type: z.enum(["image", "video"]).optional(),
  image_url: z.url().optional(),
  video_url: z.url().optional(),
  thumbnail_url: z.url().optional(),
  ctwa_clid: z.string().optional(),
  welcome_message: z.strictObject({ text: z.string() }).optional(),
});

const file = { mime_type: z.string(), sha256: z.string().length(44), id: digits, url: z.url() };
const caption = z.string().optional();

const text = z.strictObject({ body: z.string().min(1) });

const location = z.strictObject({
  latitude: z.number(),
  longitude: z.number(),
  name: z.string().optional(),
  address: z.string().optional(),
  url: z.url().optional(),
});

const sharedContact = z.strictObject({
  name: z.strictObject({
    formatted_name: z.string(),
    first_name: z.string().optional(),
    last_name: z.string().optional(),
  }),
  org: z.strictObject({ company: z.string() }).optional(),
  phones: z.array(z.strictObject({ phone: z.string(), wa_id: digits, type: z.string() })),
  emails: z.array(z.strictObject({ email: z.string(), type: z.string() })).optional(),
  origin: z.enum(["contact_request", "other"]).optional(),
});

const reply = { id: z.string(), title: z.string() };

const interactive = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("button_reply"), button_reply: z.strictObject(reply) }),
  z.strictObject({
    type: z.literal("list_reply"),
    list_reply: z.strictObject({ ...reply, description: z.string().optional() }),
  }),
  z.strictObject({
    type: z.literal("nfm_reply"),
    nfm_reply: z.strictObject({
      name: z.enum(["flow", "address_message"]),
      body: z.string(),
      response_json: z.string().startsWith("{"),
    }),
  }),
]);

const order = z.strictObject({
  catalog_id: z.string(),
  text: z.string().optional(),
  product_items: z.array(
    z.strictObject({
      product_retailer_id: z.string(),
      quantity: z.number().int(),
      item_price: z.number(),
      currency: z.string().length(3),
    }),
  ),
});

const reaction = z.strictObject({ message_id: wamid, emoji: z.string().min(1).optional() });

const system = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("user_changed_number"), body: z.string(), wa_id: digits }),
  z.strictObject({
    type: z.literal("user_changed_user_id"),
    body: z.string(),
    user_id: bsuid,
    previous_user_id: bsuid,
  }),
  z.strictObject({
    type: z.literal("customer_identity_changed"),
    body: z.string(),
    identity: z.string(),
    wa_id: digits.optional(),
    customer: digits.optional(),
  }),
]);

const UNSUPPORTED = [
  "edit",
  "errors",
  "gif",
  "group_invite",
  "keep_in_chat",
  "link_preview",
  "media_placeholder",
  "pin",
  "poll_creation",
  "poll_update",
  "product",
] as const;

const base = {
  from: digits.optional(),
  from_user_id: bsuid,
  id: wamid,
  timestamp: secondsText,
  context: context.optional(),
  referral: referral.optional(),
};

const edited = z.strictObject({
  context: context.optional(),
  type: z.literal("text"),
  text,
});

/** An inbound message of any type, exactly as the facts have it. */
export const message = z.discriminatedUnion("type", [
  z.strictObject({ ...base, type: z.literal("text"), text }),
  z.strictObject({
    ...base,
    type: z.literal("image"),
    image: z.strictObject({ caption, ...file }),
  }),
  z.strictObject({
    ...base,
    type: z.literal("video"),
    video: z.strictObject({ caption, ...file }),
  }),
  z.strictObject({
    ...base,
    type: z.literal("audio"),
    audio: z.strictObject({ ...file, voice: z.boolean().optional() }),
  }),
  z.strictObject({
    ...base,
    type: z.literal("document"),
    document: z.strictObject({ caption, filename: z.string().optional(), ...file }),
  }),
  z.strictObject({
    ...base,
    type: z.literal("sticker"),
    sticker: z.strictObject({ ...file, animated: z.boolean() }),
  }),
  z.strictObject({ ...base, type: z.literal("location"), location }),
  z.strictObject({ ...base, type: z.literal("contacts"), contacts: z.array(sharedContact).min(1) }),
  z.strictObject({
    ...base,
    type: z.literal("button"),
    button: z.strictObject({ payload: z.string(), text: z.string() }),
  }),
  z.strictObject({ ...base, type: z.literal("interactive"), interactive }),
  z.strictObject({ ...base, type: z.literal("order"), order }),
  z.strictObject({ ...base, type: z.literal("reaction"), reaction }),
  z.strictObject({ ...base, type: z.literal("system"), system }),
  z.strictObject({ ...base, type: z.literal("request_welcome") }),
  z.strictObject({
    ...base,
    type: z.literal("unsupported"),
    errors: z.array(error.extend({ code: z.literal(131051) })).length(1),
    unsupported: z.strictObject({ type: z.enum(UNSUPPORTED) }).optional(),
  }),
  z.strictObject({
    ...base,
    type: z.literal("edit"),
    edit: z.strictObject({ original_message_id: wamid, message: edited }),
  }),
  z.strictObject({
    ...base,
    type: z.literal("revoke"),
    revoke: z.strictObject({ original_message_id: wamid }),
  }),
]);

const pricing = z.strictObject({
  billable: z.boolean(),
  pricing_model: z.enum(["PMP", "CBP"]),
  type: z.enum(["regular", "free_customer_service", "free_entry_point"]).optional(),
  category: z.enum([
    "authentication",
    "authentication-international",
    "marketing",
    "marketing_lite",
    "utility",
    "service",
    "referral_conversion",
  ]),
  cost: z.strictObject({ amount: z.number(), currency: z.string().length(3) }).optional(),
});

const conversation = z.strictObject({
  id: z.string(),
  expiration_timestamp: secondsText.optional(),
  origin: z.strictObject({ type: z.string() }),
});

/** The status of a send. */
export const status = z
  .strictObject({
    id: wamid,
    status: z.enum(["sent", "delivered", "read", "played", "failed"]),
    timestamp: secondsText,
    recipient_id: digits.optional(),
    recipient_user_id: bsuid.optional(),
    conversation: conversation.optional(),
    pricing: pricing.optional(),
    errors: z.array(error).length(1).optional(),
    biz_opaque_callback_data: z.string().optional(),
  })
  .refine((it) => (it.status === "failed") === (it.errors !== undefined), "errors where it failed");

/** How far the payment of an order is. */
const payment = z.strictObject({
  id: wamid,
  from: digits.optional(),
  type: z.literal("payment"),
  status: z.enum(["captured", "failed", "pending"]),
  payment: z.strictObject({ reference_id: z.string() }),
  timestamp: secondsText,
});

const linkClick = z.strictObject({
  action_type: z.literal("marketing_messages_link_click"),
  timestamp: secondsText,
  marketing_messages_link_click_data: z.strictObject({
    click_component: z.enum(["cta", "body"]),
    click_id: z.string(),
    tracking_token: z.string(),
    product_id: z.string().optional(),
  }),
});

/** What the field `standby` may have: one of the three lists. */
export const standbyValue = z.strictObject({
  ...head,
  standby: z.union([
    z.strictObject({ contacts: z.array(contact).length(1), messages: z.array(message).length(1) }),
    z.strictObject({
      message_echoes: z
        .array(
          z.strictObject({
            id: wamid,
            timestamp: secondsText,
            message: z.looseObject({ messaging_product: z.literal("whatsapp"), type: z.string() }),
          }),
        )
        .length(1),
    }),
    z.strictObject({ statuses: z.array(status).length(1) }),
  ]),
});

/** What the field `messages` may have. */
export const messagesValue = z.union([
  z.strictObject({
    ...head,
    contacts: z.array(contact).length(1),
    messages: z.array(message).min(1),
  }),
  // Meta: messages of type `system` come without contacts, docs/…/messages/system, read 2026-11.
  z.strictObject({ ...head, messages: z.array(message).min(1) }),
  z.strictObject({
    ...head,
    contacts: z.array(contact).length(1).optional(),
    statuses: z.array(z.union([status, payment])).min(1),
  }),
  z.strictObject({ ...head, user_actions: z.array(linkClick).min(1) }),
  z.strictObject({ ...head, errors: z.array(error).min(1) }),
]);
