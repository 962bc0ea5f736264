import type { EventJson, ServerMessage } from "@galka/contract/events";
import { type Connection, MOST_WAITING_BYTES } from "./connection.ts";
import { visibleTo } from "./visible-to.ts";

/** Reads the events after a seq, in order, at most a batch of them. */
export type ReadSince = (since: number) => Promise<readonly EventJson[]>;

/**
 * One workspace that somebody in this process watches.
 *
 * There is one reader for all of its connections. A connection that joins is
 * first brought to where the reader is, so from then on both move together and
 * nobody gets an event twice or misses one.
 */
export type Watch = {
  readonly connections: ReadonlySet<Connection>;
  /** Reads on, if something is there. Calls while it reads make it look once more. */
  pump(): Promise<void>;
  /** Sends what was missed since `since`, then everything that follows. */
  join(connection: Connection, since: number): Promise<void>;
  leave(connection: Connection): void;
  tellAll(message: ServerMessage): void;
};

type Missed = {
  readonly message: Extract<ServerMessage, { readonly type: "events" }>;
  /** How far it goes; null when there is nothing. */
  readonly last: number | null;
};

/** How long what one client had missed is at hand for the next. */
const SHARED_MS = 500;

export function watchFrom(start: number, readSince: ReadSince): Watch {
  const connections = new Set<Connection>();
  let seq = start;
  let running: Promise<void> | null = null;
  let again = false;

  async function readOn(): Promise<void> {
    do {
      again = false;
      const events = await readSince(seq);
      const last = events.at(-1);
      if (!last) continue;
      seq = last.seq;
      again = true;
      const message: ServerMessage = { type: "events", events: [...events] };
      for (const connection of connections) tell(connection, message);
    } while (again);
  }

  // After a restart everybody comes back at once and has missed the same: it is read once.
  const missed = new Map<string, Promise<Missed>>();

  function missedSince(since: number, until: number): Promise<Missed> {
    const key = `${since} ${until}`;
    const known = missed.get(key);
    if (known) return known;
    const reading = readMissed(since, until);
    // Kept while the reader stays where it is, and not for long: it carries states of when it was read.
    missed.set(key, reading);
    const forget = () => missed.delete(key);
    reading.then(() => setTimeout(forget, SHARED_MS).unref(), forget);
    return reading;
  }

  /** The reader may be behind what is read here; what it will tell by itself is left to it. */
  async function readMissed(since: number, until: number): Promise<Missed> {
    const events = await readSince(since);
    const last = events.at(-1);
    return {
      message: { type: "events", events: events.filter((event) => event.seq <= until) },
      last: last ? Math.min(last.seq, until) : null,
    };
  }

  return {
    connections,
    pump() {
      again = true;
      running ??= readOn().finally(() => {
        running = null;
      });
      return running;
    },
    async join(connection, since) {
      let reached = since;
      while (reached < seq) {
        const { message, last } = await missedSince(reached, seq);
        if (last === null) break;
        if (message.events.length > 0) tell(connection, message);
        reached = last;
      }
      connections.add(connection);
    },
    leave(connection) {
      connections.delete(connection);
    },
    tellAll(message) {
      for (const connection of connections) tell(connection, message);
    },
  };

  function tell(connection: Connection, message: ServerMessage): void {
    if (connection.waitingBytes() <= MOST_WAITING_BYTES) {
      return connection.send(visibleTo(connection.member, message));
    }
    connections.delete(connection);
    connection.close("too-slow");
  }
}
