import { z } from "zod";
import { created, health, id, listOf, success, wholeListOf } from "../answers.ts";
import type { Case } from "../case.ts";

const account = z.strictObject({
  id,
  name: z.string(),
  timezone_id: z.string(),
  message_template_namespace: z.string(),
});

const subscription = z.strictObject({
  whatsapp_business_api_data: z.strictObject({ link: z.url(), name: z.string(), id }),
  override_callback_uri: z.url().optional(),
});

/** Accounts, portfolios, apps and tokens. */
export const accountCases: readonly Case[] = [
  get("an account", (it) => `/v23.0/${it.waba}`, account),
  get(
    "its namespace",
    (it) => `/v23.0/${it.waba}?fields=message_template_namespace`,
    z.strictObject({ id, message_template_namespace: z.string() }),
  ),
  get(
    "its health",
    (it) => `/v23.0/${it.waba}?fields=health_status`,
    z.strictObject({ id, health_status: health }),
  ),
  {
    name: "unsubscribe",
    method: "DELETE",
    path: (it) => `/v23.0/${it.waba}/subscribed_apps`,
    answer: success,
  },
  {
    name: "subscribe",
    method: "POST",
    path: (it) => `/v23.0/${it.waba}/subscribed_apps`,
    answer: success,
  },
  {
    name: "subscribe with a callback of its own",
    method: "POST",
    path: (it) => `/v23.0/${it.waba}/subscribed_apps`,
    body: (it) => ({ override_callback_uri: it.desk.receiver.url, verify_token: "t" }),
    answer: z.strictObject({ success: z.literal(true), data: z.array(subscription).length(1) }),
  },
  get("subscriptions", (it) => `/v23.0/${it.waba}/subscribed_apps`, wholeListOf(subscription)),
  get(
    "a portfolio",
    (it) => `/v23.0/${it.portfolio}?fields=id,name,timezone_id`,
    z.strictObject({ id, name: z.string(), timezone_id: z.number() }),
  ),
  get(
    "its own accounts",
    (it) => `/v23.0/${it.portfolio}/owned_whatsapp_business_accounts`,
    listOf(account),
  ),
  {
    ...get(
      "its clients' accounts",
      (it) => `/v23.0/${it.portfolio}/client_whatsapp_business_accounts?fields=id,currency`,
      listOf(z.strictObject({ id, currency: z.string() })),
    ),
    before: async (it) =>
      void (await it.desk.meta.control.finishSignUp({
        businessName: "Client",
        phone: "+1 201 555 0177",
      })),
  },
  get(
    "its credit lines",
    (it) => `/v23.0/${it.portfolio}/extendedcredits`,
    wholeListOf(z.strictObject({ id, legal_entity_name: z.string() })),
  ),
  {
    name: "make a system user",
    method: "POST",
    path: (it) => `/v23.0/${it.portfolio}/system_users`,
    body: () => ({ name: "Robot", role: "EMPLOYEE" }),
    answer: created,
  },
  get(
    "assigned users",
    (it) => `/v23.0/${it.waba}/assigned_users?business=${it.portfolio}`,
    z.strictObject({
      data: z.array(
        z.strictObject({
          id,
          name: z.string(),
          business: z.strictObject({ id, name: z.string() }),
          user_type: z.string(),
          tasks: z.array(z.string()),
        }),
      ),
      paging: z.unknown(),
      summary: z.strictObject({ total_count: z.number() }),
    }),
  ),
  {
    ...get("a token", () => `/v23.0/debug_token`, z.unknown()),
    path: (it) => `/v23.0/debug_token?input_token=${it.kept.get("token") ?? ""}`,
    before: async (it) => {
      it.kept.set("token", (await it.desk.meta.control.addToken({ expiresInMs: 60_000 })).token);
    },
    asApp: true,
    answer: z.strictObject({
      data: z.strictObject({
        app_id: id,
        type: z.enum(["APP", "USER", "SYSTEM_USER"]),
        application: z.string(),
        data_access_expires_at: z.number(),
        expires_at: z.number(),
        is_valid: z.literal(true),
        issued_at: z.number(),
        scopes: z.array(z.string()),
        granular_scopes: z.array(
          z.strictObject({ scope: z.string(), target_ids: z.array(id).optional() }),
        ),
        user_id: id,
      }),
    }),
  },
  {
    name: "subscribe the app",
    method: "POST",
    path: (it) => `/v23.0/${it.app}/subscriptions`,
    body: (it) => ({
      object: "whatsapp_business_account",
      callback_url: it.desk.receiver.url,
      verify_token: "t",
      fields: '["messages"]',
      include_values: true,
    }),
    asApp: true,
    answer: success,
  },
  {
    name: "read the app's subscriptions",
    method: "GET",
    path: (it) => `/v23.0/${it.app}/subscriptions`,
    asApp: true,
    answer: wholeListOf(
      z.strictObject({
        object: z.literal("whatsapp_business_account"),
        callback_url: z.url(),
        active: z.literal(true),
        fields: z.array(z.strictObject({ name: z.string(), version: z.string() })),
      }),
    ),
  },
];

function get(name: string, path: Case["path"], answer: z.ZodType): Case {
  return { name: `read ${name}`, method: "GET", path, answer };
}
