import { randomUUID } from "node:crypto";
import pg from "pg";
import { APP_ROLE } from "../pool.ts";

/** Short hints to every other process on the same database. Lost while the connection is. */
export type Notifications = AsyncDisposable & { send(hint: string): void };

export type NotificationListener = {
  onHint(hint: string): void;
  onLost(error: Error): void;
};

const CHANNEL = "galka_wake";
/** At most twenty commits a second, however many hints: each notification takes a global lock. */
const GATHER_MS = 50;
const RETRY_MS = 1000;
/** PostgreSQL carries 8000 bytes. */
const MAX_PAYLOAD = 7000;

/**
 * Starts to send and hear hints; connects by itself, and again whenever the connection is lost.
 *
 * Disposing of it sends what still waits. What this process sent it does not hear. Hints are not kept: whoever waits for
 * one also looks by itself.
 */
export function startNotifications(url: string, listener: NotificationListener): Notifications {
  const self = randomUUID().slice(0, 8);
  const waiting = new Set<string>();
  let client: pg.Client | null = null;
  let stopped = false;
  let gathering: NodeJS.Timeout | null = null;
  let reconnecting: NodeJS.Timeout | null = null;
  void connect();

  return {
    send(hint) {
      waiting.add(hint);
      gathering ??= setTimeout(flush, GATHER_MS);
    },
    async [Symbol.asyncDispose]() {
      stopped = true;
      if (gathering) {
        clearTimeout(gathering);
        flush();
      }
      if (reconnecting) clearTimeout(reconnecting);
      const closing = client;
      client = null;
      await closing?.end().catch(() => {});
    },
  };

  async function connect(): Promise<void> {
    reconnecting = null;
    const fresh = new pg.Client({
      connectionString: url,
      application_name: "galka hints",
      options: `-c role=${APP_ROLE}`,
      keepAlive: true,
    });
    fresh.on("error", (error) => lost(fresh, error));
    fresh.on("end", () => lost(fresh, new Error("The connection was closed.")));
    fresh.on("notification", ({ payload }) => hear(payload ?? ""));
    client = fresh;
    try {
      await fresh.connect();
      await fresh.query(`listen ${CHANNEL}`);
    } catch (error) {
      lost(fresh, error instanceof Error ? error : new Error(String(error)));
    }
  }

  function lost(which: pg.Client, error: Error): void {
    if (which !== client || stopped) return;
    client = null;
    listener.onLost(error);
    void which.end().catch(() => {});
    reconnecting = setTimeout(() => void connect(), RETRY_MS);
  }

  function hear(payload: string): void {
    const [from, ...hints] = payload.split("\n");
    if (from === self) return;
    for (const hint of hints) listener.onHint(hint);
  }

  function flush(): void {
    gathering = null;
    const hints = [...waiting];
    waiting.clear();
    for (const payload of payloadsOf(self, hints)) {
      client?.query("select pg_notify($1, $2)", [CHANNEL, payload]).catch(() => {});
    }
  }
}

function payloadsOf(self: string, hints: readonly string[]): string[] {
  const payloads: string[] = [];
  let payload = self;
  for (const hint of hints) {
    if (payload.length + hint.length + 1 > MAX_PAYLOAD) {
      payloads.push(payload);
      payload = self;
    }
    payload += `\n${hint}`;
  }
  return [...payloads, payload];
}
