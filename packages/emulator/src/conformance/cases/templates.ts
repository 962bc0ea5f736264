import { z } from "zod";
import { acceptedTemplate, id, listOf, success } from "../answers.ts";
import { type Case, kept } from "../case.ts";

const submitted = z.strictObject({
  id,
  status: z.enum(["PENDING", "APPROVED"]),
  category: z.enum(["MARKETING", "UTILITY", "AUTHENTICATION"]),
});

const template = z.strictObject({
  name: z.string(),
  parameter_format: z.enum(["POSITIONAL", "NAMED"]),
  components: z.array(z.looseObject({ type: z.string() })),
  language: z.string(),
  status: z.string(),
  category: z.string(),
  id,
});

const buttons = (...all: readonly object[]) => ({ type: "BUTTONS", buttons: all });

/** Templates of each make, what happens to them, and sends of them. */
export const templateCases: readonly Case[] = [
  create("authentication with a code to copy", "AUTHENTICATION", [
    { type: "body", add_security_recommendation: true },
    { type: "footer", code_expiration_minutes: 10 },
    buttons({ type: "otp", otp_type: "copy_code", text: "Copy Code" }),
  ]),
  create("authentication in one tap", "AUTHENTICATION", [
    { type: "body", add_security_recommendation: true },
    buttons({
      type: "otp",
      otp_type: "one_tap",
      text: "Copy Code",
      autofill_text: "Autofill",
      supported_apps: [{ package_name: "com.example.shrub", signature_hash: "K8a/AINcGX7" }],
    }),
  ]),
  create("a catalog", "MARKETING", [
    { type: "BODY", text: "All our shrubs are here for you to see." },
    buttons({ type: "CATALOG", text: "View catalog" }),
  ]),
  create("several products", "MARKETING", [
    { type: "HEADER", format: "TEXT", text: "Your cart" },
    { type: "BODY", text: "You have left some shrubs in your cart." },
    buttons({ type: "MPM", text: "View items" }),
  ]),
  create("a text and quick replies", "MARKETING", [
    {
      type: "HEADER",
      format: "TEXT",
      text: "Our {{1}} is on!",
      example: { header_text: ["sale"] },
    },
    {
      type: "BODY",
      text: "Shop now until {{1}} and use code {{2}} to get a shrub for less.",
      example: { body_text: [["May", "SHRUB"]] },
    },
    { type: "FOOTER", text: "Use the buttons" },
    buttons({ type: "QUICK_REPLY", text: "Stop" }, { type: "QUICK_REPLY", text: "More" }),
  ]),
  create("a place and a link", "UTILITY", [
    { type: "HEADER", format: "LOCATION" },
    { type: "BODY", text: "Your order has been sent to the address above." },
    buttons({ type: "URL", text: "Track", url: "https://shrub.example/track" }),
  ]),
  create("a telephone and a link", "UTILITY", [
    { type: "BODY", text: "Thank you for your order of last Monday, call us any time." },
    buttons(
      { type: "PHONE_NUMBER", text: "Call", phone_number: "+12015550100" },
      { type: "URL", text: "Help", url: "https://shrub.example/help" },
    ),
  ]),
  {
    name: "read a template",
    method: "GET",
    path: (it) => `/v23.0/${kept(it, "template")}`,
    answer: template,
  },
  {
    name: "read a template by its name",
    method: "GET",
    path: (it) => `/v23.0/${it.waba}/message_templates?name=hello_world`,
    answer: listOf(template),
  },
  {
    name: "read templates inside the account",
    method: "GET",
    path: (it) => `/v23.0/${it.waba}?fields=message_templates.limit(1){name,status}`,
    answer: z.strictObject({
      message_templates: listOf(z.strictObject({ name: z.string(), status: z.string(), id })),
      id,
    }),
  },
  {
    name: "edit a template",
    method: "POST",
    path: (it) => `/v23.0/${kept(it, "template")}`,
    before: (it) => it.desk.pass(60_000),
    body: () => ({
      components: [{ type: "BODY", text: "Thank you for your order of last Friday, call us." }],
    }),
    answer: success,
  },
  {
    name: "send a template",
    method: "POST",
    path: (it) => `/v23.0/${it.number}/messages`,
    body: (it) => ({
      messaging_product: "whatsapp",
      to: it.desk.ana.waId,
      type: "template",
      template: {
        name: "a_text_and_quick_replies",
        language: { code: "en_US", policy: "deterministic" },
        components: [
          { type: "header", parameters: [{ type: "text", text: "sale" }] },
          {
            type: "body",
            parameters: [
              {
                type: "date_time",
                date_time: { fallback_value: "May 1" },
              },
              {
                type: "currency",
                currency: { fallback_value: "$5", code: "USD", amount_1000: 5000 },
              },
            ],
          },
          {
            type: "button",
            sub_type: "quick_reply",
            index: "0",
            parameters: [{ type: "payload", payload: "stop" }],
          },
        ],
      },
    }),
    answer: acceptedTemplate,
  },
  {
    name: "delete a template by its id",
    method: "DELETE",
    path: (it) =>
      `/v23.0/${it.waba}/message_templates?hsm_id=${kept(it, "template")}&name=a_telephone_and_a_link`,
    answer: success,
  },
  {
    name: "delete templates by their name",
    method: "DELETE",
    path: (it) => `/v23.0/${it.waba}/message_templates?name=a_catalog`,
    answer: success,
  },
];

function create(name: string, category: string, components: readonly object[]): Case {
  return {
    name: `create ${name}`,
    method: "POST",
    path: (it) => `/v23.0/${it.waba}/message_templates`,
    body: () => ({ name: name.replaceAll(" ", "_"), language: "en_US", category, components }),
    answer: submitted,
    keep: { template: "id" },
  };
}
