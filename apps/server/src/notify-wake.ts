import { type Notifications, startNotifications } from "@galka/postgres/outbox/notifications";
import { localWake } from "./local-wake.ts";
import type { Log } from "./telemetry/log.ts";
import type { Wake, WakeTopic } from "./wake.ts";

const TOPICS: readonly WakeTopic[] = [
  "events",
  "webhooks",
  "sends",
  "rules",
  "satisfaction",
  "health",
  "sessions",
  "members",
  "presence",
];

/**
 * Hints within this process at once, and to other processes through PostgreSQL's
 * notifications: on a connection of their own, outside of every transaction that
 * matters, gathered to at most twenty a second.
 */
export function notifyWake(url: string, log: Log): Wake & AsyncDisposable {
  const local = localWake((error) => log.error({ error }, "A listener for hints failed"));
  const notifications: Notifications = startNotifications(url, {
    onHint(hint) {
      const at = hint.indexOf(":");
      const topic = TOPICS.find((name) => name === hint.slice(0, at));
      if (topic) local.tell(topic, hint.slice(at + 1));
    },
    onLost: (error) =>
      log.warn({ error: error.message }, "The line for hints was lost; polling goes on"),
  });

  return {
    tell(topic, key) {
      local.tell(topic, key);
      notifications.send(`${topic}:${key}`);
    },
    listen: (topic, onWake) => local.listen(topic, onWake),
    [Symbol.asyncDispose]: () => notifications[Symbol.asyncDispose](),
  };
}
