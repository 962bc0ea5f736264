import webPush from "web-push";
import type { PushService } from "./push-service.ts";

type Options = {
  readonly fetch: typeof globalThis.fetch;
  /** Whom a push service writes to when something is wrong: an https or a mailto address. */
  readonly subject: string;
  readonly onFailed: (reason: unknown) => void;
};

/** A notification of an hour ago is no notification. */
const LIVES_SECONDS = 3600;
const TIMEOUT_MS = 10_000;

/** Web Push (RFC 8030, 8291, 8292): the library seals and signs, the egress sends. */
export function webPushService({ fetch: send, subject, onFailed }: Options): PushService {
  return {
    makeKeys: () => webPush.generateVAPIDKeys(),

    async push(keys, { endpoint, p256dh, auth }, { payload, topic }) {
      try {
        const request = webPush.generateRequestDetails(
          { endpoint, keys: { p256dh, auth } },
          payload,
          { vapidDetails: { subject, ...keys }, TTL: LIVES_SECONDS, urgency: "high", topic },
        );
        const { "Content-Length": _length, ...headers } = request.headers;
        const answer = await send(request.endpoint, {
          method: "POST",
          headers: stringsOf(headers),
          body: new Uint8Array(request.body ?? new Uint8Array()),
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        await answer.body?.cancel();
        if (answer.ok) return "taken";
        // RFC 8030: a push service answers 404 or 410 for a subscription that has ended.
        if (answer.status === 404 || answer.status === 410) return "gone";
        onFailed(`The push service answered ${answer.status}.`);
        return "failed";
      } catch (error) {
        onFailed(error);
        return "failed";
      }
    },
  };
}

function stringsOf(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
