import type { World } from "../world.ts";

/**
 * Where an update goes: to the number's own URL, else the account's, else the
 * app's. `null` when nobody listens: the app is not subscribed to the account
 * or to the field, or has no URL.
 *
 * Meta: "phone number, then WhatsApp Business Account, then app",
 * docs/…/webhooks/override, read 2026-11.
 */
export function callbackFor(
  world: World,
  update: { readonly wabaId: string; readonly phoneNumberId: string; readonly field: string },
): string | null {
  const waba = world.kinds.wabas.find(update.wabaId);
  const app = world.app();
  if (waba === null || !waba.subscribed || !app.fields.includes(update.field)) return null;
  const number = world.kinds.numbers.find(update.phoneNumberId);
  return number?.overrideCallbackUri ?? waba.overrideCallbackUri ?? app.callbackUrl;
}
