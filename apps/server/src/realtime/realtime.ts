import type { ClientMessage } from "@galka/contract/events";
import type { App } from "../app.ts";
import type { Connection } from "./connection.ts";
import { Hub } from "./hub.ts";

/** Everybody who watches, in this process. */
export interface Realtime extends AsyncDisposable {
  hear(connection: Connection, message: ClientMessage): Promise<void>;
  leave(connection: Connection): void;
  /** Closes the sockets of a session that has ended; other processes find out by themselves. */
  endSession(sessionId: string): void;
  /** The business's clock has been moved. */
  clockMoved(): void;
}

export type RealtimeOptions = {
  readonly version: string;
  readonly webhookUrl: (channelId: string) => string;
  /** How often one looks without being told. */
  readonly pollMs?: number;
  /** How often one asks whether the sessions still stand. */
  readonly sessionCheckMs?: number;
  readonly forgetMs?: number;
};

/** Well within the time after which somebody is taken to be gone. */
const SEEN_MS = 60_000;

/** Starts telling. Disposing of it closes every socket; clients come back to another process. */
export function startRealtime(app: App, options: RealtimeOptions): Realtime {
  const hub = new Hub(app, options);
  const timers = [
    setInterval(() => void hub.pumpAll(), options.pollMs ?? 1_000),
    setInterval(() => void hub.closeEndedSessions(), options.sessionCheckMs ?? 5_000),
    setInterval(() => void hub.forgetOldEvents(), options.forgetMs ?? 600_000),
    setInterval(() => void hub.noteSeen(), SEEN_MS),
  ];
  const listening = [
    app.wake.listen("events", (workspaceId) => void hub.pump(workspaceId)),
    app.wake.listen("sessions", (id) => hub.close("signed-out", (it) => it.sessionId === id)),
    app.wake.listen("members", (id) => hub.close("role-changed", (it) => it.member.id === id)),
  ];
  return {
    hear: (connection, message) => hub.hear(connection, message),
    leave: (connection) => hub.leave(connection),
    endSession: (sessionId) => hub.close("signed-out", (it) => it.sessionId === sessionId),
    clockMoved: () => hub.clockMoved(),
    async [Symbol.asyncDispose]() {
      for (const stopListening of listening) stopListening();
      for (const timer of timers) clearInterval(timer);
      hub.stop();
    },
  };
}
