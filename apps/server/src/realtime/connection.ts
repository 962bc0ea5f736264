import type { ServerMessage } from "@galka/contract/events";
import type { Member } from "@galka/core/workspaces/member";

/** A browser at the other end of a socket, as the hub sees it. */
export interface Connection {
  readonly member: Member;
  readonly sessionId: string;
  send(message: ServerMessage): void;
  /** How many bytes wait to be taken by the other end. */
  waitingBytes(): number;
  close(reason: CloseReason): void;
}

/** Codes of our own begin at 4000. A client comes back after all of them but `signed-out`. */
export const CLOSE_CODES = {
  "signed-out": 4401,
  /** The member may do other things than before: what they see is told from the beginning. */
  "role-changed": 4403,
  "too-slow": 4408,
  stopping: 1001,
} as const;
export type CloseReason = keyof typeof CLOSE_CODES;

/** More than this behind, and a client is let go: it comes back and asks for what it missed. */
export const MOST_WAITING_BYTES = 8 * 1024 * 1024;
