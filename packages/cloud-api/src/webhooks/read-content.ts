import type { ContactCard } from "../wire/contact-card.ts";
import type { WebhookError } from "../wire/error.ts";
import type { JsonObject } from "../wire/json.ts";
import type {
  InboundContent,
  InboundContext,
  InboundEdit,
  InboundIdentity,
  InteractiveReply,
  Referral,
} from "../wire/inbound-message.ts";
import {
  flag,
  id,
  isObject,
  list,
  number,
  numberOrText,
  object,
  oneOf,
  own,
  text,
} from "../reader.ts";
import type { Reader } from "../reader.ts";

type PlainContent = Exclude<InboundContent, { type: "edit" }>;
type PlainReaders = {
  readonly [Type in PlainContent["type"]]: Reader<Extract<PlainContent, { type: Type }>>;
};

/** Reads an error as webhooks carry it. */
export const readError: Reader<WebhookError> = object(
  { code: number },
  {
    title: text,
    message: text,
    error_data: object({}, { details: text }),
    href: text,
    details: text,
  },
);

/** Reads a list of errors. */
export const readErrors = list(readError);

/** Reads what a message answers or forwards. */
export const readContext: Reader<InboundContext> = object(
  {},
  {
    from: id,
    id,
    forwarded: flag,
    frequently_forwarded: flag,
    referred_product: object({ catalog_id: id, product_retailer_id: id }, {}),
  },
);

/** Reads the ad or post that brought a person. */
export const readReferral: Reader<Referral> = object(
  {},
  {
    source_url: text,
    source_id: text,
    source_type: text,
    body: text,
    headline: text,
    media_type: text,
    image_url: text,
    video_url: text,
    thumbnail_url: text,
    ctwa_clid: text,
    welcome_message: object({}, { text }),
  },
);

/** Reads the state of a person's identity key. */
export const readIdentity: Reader<InboundIdentity> = object(
  {},
  { acknowledged: flag, created_timestamp: numberOrText, hash: text },
);

const MEDIA = { mime_type: text, sha256: text, url: text };

const readContactCard: Reader<ContactCard> = object(
  {},
  {
    name: object(
      { formatted_name: text },
      { first_name: text, last_name: text, middle_name: text, prefix: text, suffix: text },
    ),
    phones: list(object({}, { phone: text, type: text, wa_id: text })),
    emails: list(object({}, { email: text, type: text })),
    addresses: list(
      object(
        {},
        {
          street: text,
          city: text,
          state: text,
          zip: text,
          country: text,
          country_code: text,
          type: text,
        },
      ),
    ),
    urls: list(object({}, { url: text, type: text })),
    org: object({}, { company: text, department: text, title: text }),
    birthday: text,
    vcard: text,
    origin: text,
  },
);

const INTERACTIVE: readonly Reader<InteractiveReply>[] = [
  object({ type: oneOf("button_reply"), button_reply: object({ id: text, title: text }, {}) }, {}),
  object(
    {
      type: oneOf("list_reply"),
      list_reply: object({ id: text, title: text }, { description: text }),
    },
    {},
  ),
  object(
    {
      type: oneOf("nfm_reply"),
      nfm_reply: object({ response_json: text }, { name: text, body: text }),
    },
    {},
  ),
  object(
    {
      type: oneOf("call_permission_reply"),
      call_permission_reply: object(
        { response: text },
        { is_permanent: flag, expiration_timestamp: text, response_source: text },
      ),
    },
    {},
  ),
];

const PLAIN: PlainReaders = {
  text: object({ type: oneOf("text"), text: object({ body: text }, {}) }, {}),
  image: object({ type: oneOf("image"), image: object({ id }, { ...MEDIA, caption: text }) }, {}),
  video: object({ type: oneOf("video"), video: object({ id }, { ...MEDIA, caption: text }) }, {}),
  audio: object({ type: oneOf("audio"), audio: object({ id }, { ...MEDIA, voice: flag }) }, {}),
  document: object(
    {
      type: oneOf("document"),
      document: object({ id }, { ...MEDIA, filename: text, caption: text }),
    },
    {},
  ),
  sticker: object(
    { type: oneOf("sticker"), sticker: object({ id }, { ...MEDIA, animated: flag }) },
    {},
  ),
  location: object(
    {
      type: oneOf("location"),
      location: object(
        { latitude: number, longitude: number },
        { name: text, address: text, url: text },
      ),
    },
    {},
  ),
  contacts: object({ type: oneOf("contacts"), contacts: list(readContactCard) }, {}),
  button: object({ type: oneOf("button"), button: object({}, { payload: text, text }) }, {}),
  interactive: object({ type: oneOf("interactive"), interactive: readInteractive }, {}),
  order: object(
    {
      type: oneOf("order"),
      order: object(
        {
          product_items: list(
            object(
              { product_retailer_id: id },
              { quantity: numberOrText, item_price: numberOrText, currency: text },
            ),
          ),
        },
        { catalog_id: id, text },
      ),
    },
    {},
  ),
  reaction: object(
    { type: oneOf("reaction"), reaction: object({ message_id: id }, { emoji: text }) },
    {},
  ),
  system: object(
    {
      type: oneOf("system"),
      system: object(
        {},
        {
          type: text,
          body: text,
          wa_id: id,
          user_id: id,
          parent_user_id: id,
          previous_user_id: id,
          previous_parent_user_id: id,
        },
      ),
    },
    {},
  ),
  unsupported: object(
    { type: oneOf("unsupported") },
    { errors: readErrors, unsupported: object({}, { type: text }) },
  ),
  unknown: object({ type: oneOf("unknown") }, { errors: readErrors }),
  request_welcome: object({ type: oneOf("request_welcome") }, {}),
  revoke: object({ type: oneOf("revoke"), revoke: object({ original_message_id: id }, {}) }, {}),
  media_placeholder: object({ type: oneOf("media_placeholder") }, {}),
};

const readEdit: Reader<Extract<InboundContent, { type: "edit" }>> = object(
  {
    type: oneOf("edit"),
    edit: object({ original_message_id: id, message: readEditedMessage }, {}),
  },
  {},
);

/** What became of a message's content: read, of a type nobody told us of, or not as described. */
export type ReadContent =
  | { readonly content: InboundContent }
  | { readonly reason: "unfamiliar-type" | "malformed" };

/** Reads the content of a message by its `type`. */
export function readContent(message: unknown): ReadContent {
  if (!isObject(message)) return { reason: "malformed" };

  const type = own(message, "type") ?? impliedType(message);
  if (typeof type !== "string") return { reason: "malformed" };
  if (type !== "edit" && !isPlainType(type)) return { reason: "unfamiliar-type" };

  const typed = { ...message, type };
  const content = type === "edit" ? readEdit(typed) : PLAIN[type](typed);
  return content === undefined ? { reason: "malformed" } : { content };
}

/** Meta's Postman examples (read 2026-11) leave `type` out where the content's key says it. */
function impliedType(message: JsonObject): string | undefined {
  const implied = Object.keys(message).filter((key) => key !== "errors" && isPlainType(key));
  return implied.length === 1 ? implied[0] : undefined;
}

function isPlainType(type: unknown): type is PlainContent["type"] {
  return typeof type === "string" && Object.hasOwn(PLAIN, type);
}

function readInteractive(value: unknown): InteractiveReply | undefined {
  for (const read of INTERACTIVE) {
    const reply = read(value);
    if (reply !== undefined) return reply;
  }
  return undefined;
}

/** An edit inside an edit is refused: reading it would recurse as deep as a stranger likes. */
function readEditedMessage(value: unknown): InboundEdit["message"] | undefined {
  if (!isObject(value)) return undefined;

  const type = own(value, "type");
  const content = isPlainType(type) ? PLAIN[type](value) : undefined;
  const context = readContext(own(value, "context"));
  if (content === undefined) return undefined;
  return context === undefined ? content : { ...content, context };
}
