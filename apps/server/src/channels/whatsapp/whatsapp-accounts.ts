import type { PhoneNumber } from "@galka/cloud-api";
import type { ChannelAccounts, NumberFacts, Webhook } from "../accounts.ts";
import type { ChannelAccess } from "../gateway.ts";
import { type Fetch, accountClient } from "./account-client.ts";
import { examine } from "./doctor/examine.ts";
import { servesOthers, WANTED_FIELDS } from "./doctor/webhook-checks.ts";
import { orRefused } from "./or-refused.ts";

export type WhatsAppAccountsOptions = {
  readonly fetch: Fetch;
  readonly publicUrl: string;
  readonly now: () => Date;
};

/** WhatsApp's accounts, through the Cloud API. */
export function whatsAppAccounts({
  fetch,
  publicUrl,
  now,
}: WhatsAppAccountsOptions): ChannelAccounts {
  return {
    webhookUrl: (channelId) => `${publicUrl}/webhooks/whatsapp/${channelId}`,
    listNumbers: (access) =>
      orRefused(async () => {
        const numbers: NumberFacts[] = [];
        for await (const number of accountClient(fetch, access).phoneNumbers.all(access.wabaId)) {
          numbers.push(factsOf(number));
        }
        return numbers;
      }),
    subscribe: (access, webhook) => orRefused(() => subscribe(fetch, access, webhook)),
    unsubscribe: (access, ours) => orRefused(() => unsubscribe(fetch, access, ours)),
    setCallback: (access, webhook) =>
      orRefused(async () => {
        const override = overrideOf(webhook);
        const { subscriptions } = accountClient(fetch, access);
        await subscriptions.overrideForNumber(access.phoneNumberId, override);
        return null;
      }),
    register: (access, pin) =>
      orRefused(async () => {
        await accountClient(fetch, access).phoneNumbers.register(access.phoneNumberId, { pin });
        return null;
      }),
    examine: (patient) => examine({ fetch, now: now() }, patient),
  };
}

/**
 * The account's webhooks come to us, and the number's too.
 *
 * Both, because the number's address wins over the account's: a number that was
 * connected somewhere else before would stay silent here.
 */
async function subscribe(fetch: Fetch, access: ChannelAccess, webhook: Webhook): Promise<null> {
  const { subscriptions } = accountClient(fetch, access);
  await subscriptions.subscribe(access.wabaId, overrideOf(webhook));
  await subscriptions.overrideForNumber(access.phoneNumberId, overrideOf(webhook));
  if (access.appId !== null) await subscribeApp(fetch, access, access.appId, webhook);
  return null;
}

/**
 * The number's address is taken away, and as the last of the account the account's.
 *
 * The app itself leaves the account only if nobody else hears through it; other
 * numbers of the account may, at addresses that Galka knows nothing of.
 */
async function unsubscribe(
  fetch: Fetch,
  access: ChannelAccess,
  { url, isLast }: { readonly url: string; readonly isLast: boolean },
): Promise<null> {
  const { subscriptions } = accountClient(fetch, access);
  await subscriptions.overrideForNumber(access.phoneNumberId, null);
  if (!isLast) return null;
  if (await isAppOurs(fetch, access, url)) await subscriptions.unsubscribe(access.wabaId);
  else await subscriptions.subscribe(access.wabaId);
  return null;
}

async function isAppOurs(fetch: Fetch, access: ChannelAccess, url: string): Promise<boolean> {
  const { appId, appSecret } = access;
  if (appId === null) return false;
  const app = accountClient(fetch, access, `${appId}|${appSecret}`);
  const known = await app.subscriptions.listForApp(appId);
  const ours = known.data.find((it) => it.object === "whatsapp_business_account");
  return ours !== undefined && !servesOthers(ours.callback_url, url);
}

async function subscribeApp(
  fetch: Fetch,
  access: ChannelAccess,
  appId: string,
  webhook: Webhook,
): Promise<void> {
  const app = accountClient(fetch, access, `${appId}|${access.appSecret}`);
  const known = await app.subscriptions.listForApp(appId);
  const ours = known.data.find((it) => it.object === "whatsapp_business_account");
  const heard = (ours?.fields ?? []).map((it) => it.name);
  const isComplete = WANTED_FIELDS.every((field) => heard.includes(field));
  // Ours stands at the account and the number, so an app that hears everything keeps its address.
  if (ours && isComplete) return;
  // Meta asks the address for its word whenever it is saved, and a stranger's word is not known here.
  if (ours && servesOthers(ours.callback_url, webhook.url)) return;
  await app.subscriptions.subscribeApp(appId, {
    callbackUrl: webhook.url,
    verifyToken: webhook.verifyToken,
    fields: [...new Set([...heard, ...WANTED_FIELDS])],
  });
}

function overrideOf({ url, verifyToken }: Webhook) {
  return { override_callback_uri: url, verify_token: verifyToken };
}

export function factsOf(number: PhoneNumber): NumberFacts {
  return {
    phoneNumberId: number.id,
    displayPhone: number.display_phone_number ?? "",
    verifiedName: number.verified_name ?? "",
    quality: qualityOf(number),
    // Meta: 80 messages a second, 1,000 after the upgrade, docs/…/whatsapp/throughput, read 2026-11.
    throughputPerSecond: number.throughput?.level === "HIGH" ? 1_000 : 80,
  };
}

export function qualityOf(number: PhoneNumber): NumberFacts["quality"] {
  const rating: string = number.quality_rating ?? "UNKNOWN";
  switch (rating) {
    case "GREEN":
      return "green";
    case "YELLOW":
      return "yellow";
    case "RED":
      return "red";
    default:
      return "unknown";
  }
}
