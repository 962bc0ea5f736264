/**
 * What somebody may be waiting for. `key` is a workspace's or a channel's id, or "" where there is only one.
 * Of `sessions` it is a session that has ended, of `members` one who may do other things than before, of
 * `presence` what realtime/elsewhere.ts has one process tell the others.
 */
export type WakeTopic =
  | "events"
  | "webhooks"
  | "sends"
  | "rules"
  | "satisfaction"
  | "health"
  | "sessions"
  | "members"
  | "presence";

/**
 * Hints that there is something to look at, within this process and between processes.
 *
 * A hint may come late, twice or never: whoever waits also looks by itself from
 * time to time. It is given after the commit, outside any hot transaction.
 */
export interface Wake {
  tell(topic: WakeTopic, key: string): void;
  /** Returns how to stop listening. */
  listen(topic: WakeTopic, onWake: (key: string) => void): () => void;
}
