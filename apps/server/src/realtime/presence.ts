import type { PresenceJson } from "@galka/contract/events";
import type { Connection } from "./connection.ts";

type Doing = { viewing: string | null; typing: string | null };

/** Who is here and what they do, by connection; a member with three tabs is one person. */
export type Presence = {
  enter(connection: Connection): void;
  update(connection: Connection, doing: Partial<Doing>): void;
  leave(connection: Connection): void;
  of(connections: Iterable<Connection>): PresenceJson[];
};

export function keepPresence(): Presence {
  const doings = new Map<Connection, Doing>();
  return {
    enter(connection) {
      doings.set(connection, { viewing: null, typing: null });
    },
    update(connection, doing) {
      const before = doings.get(connection);
      if (before) doings.set(connection, { ...before, ...doing });
    },
    leave(connection) {
      doings.delete(connection);
    },
    of(connections) {
      const people = new Map<string, PresenceJson>();
      for (const connection of connections) {
        const doing = doings.get(connection);
        if (!doing) continue;
        const { id, name } = connection.member;
        const known = people.get(id);
        people.set(id, {
          memberId: id,
          name,
          viewing: doing.viewing ?? known?.viewing ?? null,
          typing: doing.typing ?? known?.typing ?? null,
        });
      }
      return [...people.values()];
    },
  };
}
