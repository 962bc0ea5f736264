import type { Api } from "../../../api/api.ts";
import { mayWork } from "./use-worker.ts";

/** Has this browser be told by its maker's push service. Asked again on every start: it is cheap, and heals what was lost. */
export async function subscribeToPush(api: Api): Promise<void> {
  const registration = await workerOf();
  if (!registration) return;
  const { publicKey } = await api("getPushKey", {});
  const known = await registration.pushManager.getSubscription();
  const fits = known && keyOf(known) === publicKey;
  // Another installation's key, or one from before its database was new.
  if (known && !fits) await known.unsubscribe();
  const options = { userVisibleOnly: true, applicationServerKey: publicKey };
  const subscription = fits ? known : await registration.pushManager.subscribe(options);
  const { endpoint, keys } = subscription.toJSON();
  const { p256dh, auth } = keys ?? {};
  if (!endpoint || !p256dh || !auth) return;
  await api("subscribeBrowser", { body: { endpoint, p256dh, auth } });
}

/** Ends it on both sides: whoever signs in here next hears nothing of this member's. */
export async function unsubscribeFromPush(api: Api): Promise<void> {
  const registration = await workerOf();
  const subscription = await registration?.pushManager?.getSubscription();
  if (!subscription) return;
  await api("unsubscribeBrowser", { body: { endpoint: subscription.endpoint } });
  await subscription.unsubscribe();
}

async function workerOf(): Promise<ServiceWorkerRegistration | null> {
  if (!mayWork()) return null;
  const registration = await navigator.serviceWorker.getRegistration();
  return registration && "pushManager" in registration ? registration : null;
}

function keyOf(subscription: PushSubscription): string {
  const bytes = new Uint8Array(subscription.options.applicationServerKey ?? new ArrayBuffer(0));
  return btoa(String.fromCodePoint(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/u, "");
}
