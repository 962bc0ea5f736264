import type { Limiter } from "@galka/core/channels/limiter";
import type { Lane } from "@galka/core/sends/send";
import type { ClaimedSend, Room } from "../../operations/sends/claim-next.ts";

/** A send with everything it needs: its file is where the channel has it. */
export type ReadySend = {
  readonly send: ClaimedSend;
  readonly remoteIds: ReadonlyMap<string, string>;
};

export type Choice = {
  readonly ready: readonly ReadySend[];
  /** When the next may go; null when nothing waits for its time. */
  readonly waitMs: number | null;
};

/**
 * What the owner of a number has in hand: claimed and waiting for its turn, or
 * on its way and not yet written down.
 */
export type Hand = {
  hold(send: ClaimedSend): void;
  ready(ready: ReadySend): void;
  letGo(sendId: string): void;
  /** Lets go of everything that waits for its turn. */
  letGoOfWaiting(): void;
  /** Who goes next by the limiter, the lanes in their order; they are no longer waiting, but still in hand. */
  choose(limiter: Limiter, nowMs: number, most: number): Choice;
  /** How many of each lane may be claimed. */
  rooms(): Room[];
  busy(): string[];
  ids(): string[];
  size(): number;
};

const LANES: readonly Lane[] = ["reply", "utility", "marketing"];
const PER_LANE = 64;
/** A lane is filled up by groups, not one by one. */
const WORTH_CLAIMING = 16;
/** People who have to wait for their own sake take no place from others, up to this many. */
const MOST_HELD = 512;

export function openHand(): Hand {
  const held = new Map<string, ClaimedSend>();
  const waiting = new Map<Lane, ReadySend[]>(LANES.map((lane) => [lane, []]));
  let patient = 0;

  return {
    hold: (send) => void held.set(send.id, send),
    ready: (it) => void waiting.get(it.send.lane)?.push(it),
    letGo: (sendId) => void held.delete(sendId),
    letGoOfWaiting() {
      for (const lane of LANES) {
        for (const { send } of waiting.get(lane) ?? []) held.delete(send.id);
        waiting.set(lane, []);
      }
      patient = 0;
    },
    choose,
    rooms,
    busy: () => [...new Set([...held.values()].map(({ recipient }) => recipient))],
    ids: () => [...held.keys()],
    size: () => held.size,
  };

  function choose(limiter: Limiter, nowMs: number, most: number): Choice {
    const ready: ReadySend[] = [];
    let waitMs: number | null = null;
    let isFull = false;
    patient = 0;
    for (const lane of LANES) {
      const stay: ReadySend[] = [];
      for (const it of waiting.get(lane) ?? []) {
        if (isFull || ready.length >= most) {
          stay.push(it);
          continue;
        }
        const { kind, recipient } = it.send;
        const permission = limiter.take(nowMs, lane, kind === "read-receipt" ? null : recipient);
        if (permission.allowed) {
          ready.push(it);
          continue;
        }
        stay.push(it);
        waitMs = Math.min(waitMs ?? Infinity, permission.waitMs);
        if (permission.because === "pair") patient += 1;
        else isFull = true;
      }
      waiting.set(lane, stay);
    }
    return { ready, waitMs };
  }

  function rooms(): Room[] {
    if (held.size >= MOST_HELD) return [];
    return LANES.map((lane) => ({
      lane,
      count: Math.max(0, PER_LANE + patient - (waiting.get(lane)?.length ?? 0)),
    })).filter(({ count }) => count >= WORTH_CLAIMING);
  }
}
