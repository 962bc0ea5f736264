import { z } from "zod";
import {
  created,
  emptyList,
  health,
  id,
  instant,
  listOf,
  success,
  wholeListOf,
} from "../answers.ts";
import { type Case, kept, type Places } from "../case.ts";

const number = (edge: string) => (it: Places) => `/v23.0/${it.number}${edge}`;
const product = { messaging_product: "whatsapp" };

const phoneNumber = z.strictObject({
  verified_name: z.string(),
  display_phone_number: z.string().startsWith("+"),
  id,
  quality_rating: z.enum(["GREEN", "YELLOW", "RED", "NA", "UNKNOWN"]),
  code_verification_status: z.enum(["VERIFIED", "NOT_VERIFIED", "EXPIRED"]),
  platform_type: z.enum(["CLOUD_API", "NOT_APPLICABLE"]),
  throughput: z.strictObject({ level: z.enum(["STANDARD", "HIGH", "NOT_APPLICABLE"]) }),
  webhook_configuration: z.record(z.string(), z.url()).optional(),
  last_onboarded_time: instant.optional(),
});

const code = z.string().regex(/^[A-Z2-7]{14}$/);
const link = z.string().startsWith("https://wa.me/message/");
const qrCode = z.strictObject({ code, prefilled_message: z.string(), deep_link_url: link });

const user = z.strictObject({ input: z.string(), wa_id: z.string() });
const blockAnswer = (key: string) =>
  z.strictObject({
    messaging_product: z.literal("whatsapp"),
    block_users: z.strictObject({ [key]: z.array(user).length(1) }),
  });

const profile = z.strictObject({
  about: z.string(),
  address: z.string(),
  description: z.string(),
  email: z.string(),
  profile_picture_url: z.url(),
  websites: z.array(z.url()),
  vertical: z.string(),
  messaging_product: z.literal("whatsapp"),
});

const person = z.strictObject({
  name: z.string().optional(),
  email: z.string(),
  landline_number: z.string(),
  mobile_number: z.string(),
});

const INDIAN = { email: "a@shrub.example", landline_number: "+9111", mobile_number: "+9122" };

/** The life of a number, and what is set on it. */
export const numberCases: readonly Case[] = [
  {
    name: "add a number",
    method: "POST",
    path: (it) => `/v23.0/${it.waba}/phone_numbers`,
    body: () => ({ cc: "1", phone_number: "5550100300", verified_name: "Second Shop" }),
    answer: created,
    keep: { second: "id" },
  },
  {
    name: "request a code",
    method: "POST",
    path: (it) => `/v23.0/${kept(it, "second")}/request_code`,
    body: () => ({ code_method: "SMS", locale: "en_US" }),
    answer: success,
  },
  {
    name: "verify the code",
    method: "POST",
    path: (it) => `/v23.0/${kept(it, "second")}/verify_code`,
    before: async (it) => {
      const desk = await it.desk.meta.control.numberDesk(kept(it, "second"));
      it.kept.set("code", desk.verificationCode ?? "");
    },
    body: (it) => ({ code: kept(it, "code") }),
    answer: z.strictObject({ success: z.literal(true), id }),
  },
  post("register", "/register", { ...product, pin: "000000" }),
  post("deregister", "/deregister", {}),
  post("register with a backup", "/register", {
    ...product,
    pin: "000000",
    backup: { data: "x", password: "y" },
  }),
  post("set the PIN", "", { pin: "123456" }),
  get("a number", "", phoneNumber),
  get("the name's status", "?fields=name_status", z.strictObject({ id, name_status: z.string() })),
  get("the health", "?fields=health_status", z.strictObject({ id, health_status: health })),
  {
    name: "the numbers that fit a filter",
    method: "GET",
    path: (it) =>
      `/v23.0/${it.waba}/phone_numbers?fields=id,is_official_business_account,display_phone_number,verified_name&filtering=[{'field':'account_mode','operator':'EQUAL','value':'SANDBOX'}]`,
    answer: emptyList,
  },
  {
    name: "the numbers",
    method: "GET",
    path: (it) => `/v23.0/${it.waba}/phone_numbers`,
    answer: listOf(phoneNumber),
  },
  post("set the profile", "/whatsapp_business_profile", {
    ...product,
    about: "Shrubs",
    address: "1 Main St",
    description: "All the shrubs",
    email: "a@shrub.example",
    websites: ["https://shrub.example"],
    vertical: "RETAIL",
  }),
  {
    name: "set the picture",
    method: "POST",
    path: number("/whatsapp_business_profile"),
    before: uploadPicture,
    body: (it) => ({ ...product, profile_picture_handle: kept(it, "picture") }),
    answer: success,
  },
  get("the profile", "/whatsapp_business_profile", wholeListOf(profile)),
  post("set the catalog", "/whatsapp_commerce_settings?is_cart_enabled=true", {}),
  get(
    "the catalog",
    "/whatsapp_commerce_settings",
    wholeListOf(
      z.strictObject({ is_cart_enabled: z.boolean(), is_catalog_visible: z.boolean(), id }),
    ),
  ),
  {
    name: "make a QR code",
    method: "POST",
    path: number("/message_qrdls"),
    body: () => ({ prefilled_message: "Hello", generate_qr_image: "SVG" }),
    answer: qrCode.extend({ qr_image_url: z.url() }),
    keep: { qr: "code" },
  },
  {
    name: "change a QR code",
    method: "POST",
    path: number("/message_qrdls"),
    body: (it) => ({ prefilled_message: "Good day", code: kept(it, "qr") }),
    answer: qrCode,
  },
  get("the QR codes", "/message_qrdls", listOf(qrCode)),
  get(
    "some fields of the QR codes",
    "/message_qrdls?fields=code,prefilled_message,qr_image_url.format(SVG)",
    listOf(z.strictObject({ code, prefilled_message: z.string(), qr_image_url: z.url() })),
  ),
  {
    name: "a QR code",
    method: "GET",
    path: (it) => number(`/message_qrdls/${kept(it, "qr")}`)(it),
    answer: wholeListOf(qrCode),
  },
  {
    name: "the image of a QR code",
    method: "GET",
    path: (it) =>
      number(`/message_qrdls?code=${kept(it, "qr")}&fields=qr_image_url.format(PNG)`)(it),
    answer: wholeListOf(z.strictObject({ qr_image_url: z.url() })),
  },
  {
    name: "delete a QR code",
    method: "DELETE",
    path: (it) => number(`/message_qrdls/${kept(it, "qr")}`)(it),
    answer: success,
  },
  block("POST", blockAnswer("added_users")),
  get(
    "the blocked",
    "/block_users",
    listOf(z.strictObject({ messaging_product: z.literal("whatsapp"), wa_id: z.string() })),
  ),
  block("DELETE", blockAnswer("removed_users")),
  post("set what Indian law wants", "/business_compliance_info", {
    ...product,
    entity_name: "Shrub",
    entity_type: "PARTNERSHIP",
    is_registered: true,
    grievance_officer_details: { name: "Asha", ...INDIAN },
    customer_care_details: INDIAN,
  }),
  get(
    "what Indian law wants",
    "/business_compliance_info",
    wholeListOf(
      z.strictObject({
        whatsapp_business_account_id: id,
        messaging_product: z.literal("whatsapp"),
        entity_name: z.string(),
        entity_type: z.string(),
        is_registered: z.boolean(),
        grievance_officer_details: person,
        customer_care_details: person,
      }),
    ),
  ),
  post("set the automation", "/conversational_automation", {
    enable_welcome_message: true,
    prompts: ["Hours?"],
    commands: [{ command_name: "help", command_description: "Get help" }],
  }),
  get("the settings", "/settings", settings()),
  get(
    "the badge",
    "/official_business_account",
    z.strictObject({ oba_status: z.string(), status_message: z.string(), id }),
  ),
  {
    name: "claim a username",
    method: "POST",
    path: number("/username"),
    body: () => ({ username: "lucky.shrub" }),
    answer: z.strictObject({ status: z.enum(["approved", "reserved"]) }),
  },
  get("the username", "/username", z.strictObject({ username: z.string(), status: z.string() })),
  get(
    "usernames to choose from",
    "/username_suggestions",
    wholeListOf(z.strictObject({ username_suggestions: z.array(z.string()).min(1) })),
  ),
];

function settings() {
  return z.strictObject({
    calling: z.looseObject({ status: z.string() }),
    user_identity_change: z.strictObject({ enable_identity_key_check: z.boolean() }),
    payload_encryption: z.strictObject({ status: z.string() }),
    storage_configuration: z.strictObject({ status: z.string() }),
  });
}

function get(name: string, edge: string, answer: z.ZodType): Case {
  return { name: `read ${name}`, method: "GET", path: number(edge), answer };
}

function post(name: string, edge: string, body: object): Case {
  return { name, method: "POST", path: number(edge), body: () => body, answer: success };
}

function block(method: "POST" | "DELETE", answer: z.ZodType): Case {
  return {
    name: `${method} a blocked user`,
    method,
    path: number("/block_users"),
    body: (it) => ({ ...product, block_users: [{ user: `+${it.desk.ana.waId}` }] }),
    answer,
  };
}

/** A handle that a resumable upload ends with. */
async function uploadPicture(it: Places): Promise<void> {
  const { url, control } = it.desk.meta;
  const { token } = await control.addToken({});
  const headers = { authorization: `OAuth ${token}`, file_offset: "0" };
  const session = await fetch(
    `${url}/app/uploads/?file_length=5&file_type=image/png&file_name=a.png`,
    { method: "POST", headers },
  );
  const { id: upload } = z.object({ id: z.string() }).parse(await session.json());
  const done = await fetch(`${url}/${upload}`, { method: "POST", headers, body: "bytes" });
  it.kept.set("picture", z.object({ h: z.string() }).parse(await done.json()).h);
}
