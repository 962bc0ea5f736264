import type { LoggedWebhook } from "@galka/postgres/stores/receiving/webhook-log";
import type { App } from "../../app.ts";
import type { Told } from "../../channels/gateway.ts";

/** A webhook with what it told; null when its bytes are no JSON. */
export type ReadWebhook = {
  readonly webhook: LoggedWebhook;
  readonly told: readonly Told[] | null;
};

export function readWebhook(app: App, webhook: LoggedWebhook): ReadWebhook {
  let body: unknown;
  try {
    const text = Buffer.from(webhook.body).toString("utf8");
    const parsed: unknown = JSON.parse(text);
    body = text.includes("\\u") || !text.isWellFormed() ? storable(parsed) : parsed;
  } catch {
    return { webhook, told: null };
  }
  return { webhook, told: app.gateways("whatsapp").read(body, webhook.receivedAt) };
}

/** PostgreSQL stores neither NUL nor half a character: each becomes U+FFFD, so that it shows that something was there. */
function storable(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll("\u0000", "\ufffd").toWellFormed();
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [storable(key), storable(inner)]),
  );
}
