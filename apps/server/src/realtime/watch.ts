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
      for (const connection of connections)
        tell(connection, { type: "events", events: [...events] });
    } while (again);
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
        const events = await readSince(reached);
        const last = events.at(-1);
        if (!last) break;
        // The reader may be behind what was read here; what it will tell by itself is left to it.
        const missed = events.filter((event) => event.seq <= seq);
        if (missed.length > 0) tell(connection, { type: "events", events: missed });
        reached = Math.min(last.seq, seq);
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
