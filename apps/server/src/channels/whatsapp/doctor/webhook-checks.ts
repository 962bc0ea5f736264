import { randomBytes } from "node:crypto";
import type { CloudApi, PhoneNumber } from "@galka/cloud-api";
import type { CheckJson } from "@galka/contract/json/connection";
import type { Patient } from "../../accounts.ts";
import { accountClient } from "../account-client.ts";
import { type Tools, ask, check, isTrouble } from "./check.ts";

/**
 * What an app must hear of for Galka to know what happens: every field that it
 * reads and that an app can subscribe to. Somebody who stops marketing in
 * WhatsApp is told of by `user_preferences` alone.
 *
 * Meta: docs/…/webhooks/overview, read 2026-11; `user_id_update` is sent, but
 * stands in no list of fields, and one unknown name refuses the whole call.
 */
export const WANTED_FIELDS = [
  "messages",
  "user_preferences",
  "calls",
  "history",
  "smb_app_state_sync",
  "smb_message_echoes",
  "message_template_status_update",
  "message_template_quality_update",
  "message_template_components_update",
  "template_category_update",
  "phone_number_quality_update",
  "phone_number_name_update",
  "business_capability_update",
  "account_update",
  "account_alerts",
] as const;

/** Whether an app delivers to somebody else: its address is then not ours to save. */
export function servesOthers(callbackUrl: string | undefined, ownUrl: string): boolean {
  if (callbackUrl === undefined || !URL.canParse(callbackUrl)) return false;
  return new URL(callbackUrl).origin !== new URL(ownUrl).origin;
}

const ANSWER_TIMEOUT_MS = 10_000;

/** Asks our own address what Meta would ask it: a challenge, with the word that was agreed on. */
export async function checkReachable(
  tools: Tools,
  { access, webhook }: Patient,
): Promise<CheckJson> {
  const url = new URL(webhook.url);
  const facts = { url: webhook.url };
  const isMeta = new URL(access.baseUrl).hostname.endsWith("facebook.com");
  if (isMeta && url.protocol !== "https:") {
    return check("webhook-reachable", "bad", "webhook-not-public", { facts });
  }
  const challenge = randomBytes(8).toString("hex");
  url.searchParams.set("hub.mode", "subscribe");
  url.searchParams.set("hub.challenge", challenge);
  url.searchParams.set("hub.verify_token", webhook.verifyToken);
  try {
    const signal = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
    const response = await tools.fetch(url.href, { signal });
    const body = await response.text();
    if (response.ok && body === challenge) {
      return check("webhook-reachable", "good", "webhook-answers", { facts });
    }
    return check("webhook-reachable", "bad", "webhook-answers-wrongly", {
      facts: { ...facts, status: String(response.status) },
    });
  } catch (error) {
    return check("webhook-reachable", "bad", "webhook-unreachable", {
      facts: { ...facts, reason: reasonOf(error) },
    });
  }
}

/** The outermost message only says that it failed; the one inside says how. The address stays out: it has the word in it. */
function reasonOf(error: unknown): string {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(inner instanceof Error)) return "unknown";
  return "code" in inner && typeof inner.code === "string" ? inner.code : inner.name;
}

/** Whether the account is heard by an app at all, and whether what it hears comes here. */
export async function checkSubscribed(
  api: CloudApi,
  { access, webhook }: Patient,
  number: PhoneNumber | null,
): Promise<CheckJson> {
  const apps = await ask(() => api.subscriptions.list(access.wabaId));
  if (isTrouble(apps)) {
    const facts = { reason: apps.reason };
    return check("webhook-subscribed", "unknown", "account-unreachable", { facts });
  }
  const evidence = {
    subscribed_apps: apps.data,
    webhook_configuration: number?.webhook_configuration,
  };
  if (apps.data.length === 0) {
    return check("webhook-subscribed", "bad", "subscription-missing", {
      evidence,
      repair: "subscribe",
    });
  }
  const url = deliveredTo(
    number,
    apps.data.find((app) => app.override_callback_uri)?.override_callback_uri,
  );
  if (url === webhook.url) {
    return check("webhook-subscribed", "good", "subscription-here", { facts: { url }, evidence });
  }
  return check("webhook-subscribed", "bad", "subscription-elsewhere", {
    facts: { url: url ?? "" },
    evidence,
    repair: "set-callback",
  });
}

/** Meta: the number's address wins over the account's, and that over the app's, docs/…/webhooks/override, read 2026-11. */
function deliveredTo(
  number: PhoneNumber | null,
  ofAccount: string | undefined,
): string | undefined {
  const configured = number?.webhook_configuration;
  return (
    configured?.phone_number ??
    configured?.whatsapp_business_account ??
    ofAccount ??
    configured?.application
  );
}

/** Only the app itself may say what it hears of, so its id has to be known. */
export async function checkFields(tools: Tools, { access, webhook }: Patient): Promise<CheckJson> {
  const { appId } = access;
  if (appId === null) return check("webhook-fields", "unknown", "fields-unseen");
  const app = accountClient(tools.fetch, access, `${appId}|${access.appSecret}`);
  const subscriptions = await ask(() => app.subscriptions.listForApp(appId));
  if (isTrouble(subscriptions)) {
    const { evidence } = subscriptions;
    return check("webhook-fields", "unknown", "fields-unseen", { evidence });
  }
  const ours = subscriptions.data.find((it) => it.object === "whatsapp_business_account");
  const heard = new Set((ours?.fields ?? []).map((field) => field.name));
  const missing = WANTED_FIELDS.filter((field) => !heard.has(field));
  const evidence = { fields: [...heard] };
  if (missing.length === 0) return check("webhook-fields", "good", "fields-complete", { evidence });
  return check(
    "webhook-fields",
    missing.includes("messages") ? "bad" : "warning",
    "fields-missing",
    {
      facts: { missing: missing.join(", ") },
      evidence,
      ...(servesOthers(ours?.callback_url, webhook.url) ? {} : { repair: "subscribe" as const }),
    },
  );
}

const LONG_AGO_MS = 24 * 60 * 60 * 1000;

/** The proof of the pudding: when this number was last heard of. */
export function checkReceiving(tools: Tools, { lastHeardAt }: Patient): CheckJson {
  if (!lastHeardAt) return check("receiving", "unknown", "never-heard");
  const facts = { at: lastHeardAt.toISOString() };
  const isLongAgo = tools.now.getTime() - lastHeardAt.getTime() > LONG_AGO_MS;
  return isLongAgo
    ? check("receiving", "warning", "heard-long-ago", { facts })
    : check("receiving", "good", "heard-recently", { facts });
}
