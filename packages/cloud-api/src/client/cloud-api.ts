import { accountsOf } from "./accounts.ts";
import { analyticsOf } from "./analytics.ts";
import { blockListOf } from "./block-list.ts";
import { openGraph } from "./graph.ts";
import { mediaOf } from "./media.ts";
import { messagesOf } from "./messages.ts";
import type { CloudApiOptions } from "./options.ts";
import { phoneNumbersOf } from "./phone-numbers.ts";
import { profileOf } from "./profile.ts";
import { qrCodesOf } from "./qr-codes.ts";
import { subscriptionsOf } from "./subscriptions.ts";
import { templatesOf } from "./templates.ts";
import { uploadsOf } from "./uploads.ts";

/** A client of the WhatsApp Cloud API, by resource. */
export type CloudApi = ReturnType<typeof cloudApi>;

/**
 * Opens a client. Nothing is sent until a method is called, and nothing is ever repeated: whether
 * a failed call may be repeated is the caller's decision, see `TransportError`.
 *
 * @throws {TypeError} when the token is empty or the base URL is not one.
 * @example
 * const api = cloudApi({ token: process.env.WHATSAPP_TOKEN });
 * await api.messages.send(phoneNumberId, { to: "16505551234", text: { body: "Hello" } });
 */
export function cloudApi(options: CloudApiOptions) {
  const graph = openGraph(options);
  return {
    accounts: accountsOf(graph),
    analytics: analyticsOf(graph),
    blockList: blockListOf(graph),
    media: mediaOf(graph),
    messages: messagesOf(graph),
    phoneNumbers: phoneNumbersOf(graph),
    profile: profileOf(graph),
    qrCodes: qrCodesOf(graph),
    subscriptions: subscriptionsOf(graph),
    templates: templatesOf(graph),
    uploads: uploadsOf(graph),
  };
}
