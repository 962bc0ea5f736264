import type { SendStatus } from "../store/sends.ts";

const RANK = {
  accepted: 0,
  sent: 1,
  failed: 2,
  delivered: 3,
  read: 4,
  played: 5,
} satisfies Record<SendStatus, number>;

/** Whether a send in `current` can still become `next`; nothing goes backwards. */
export function advances(current: SendStatus, next: SendStatus): boolean {
  return RANK[next] > RANK[current] && current !== "failed";
}
