import type { Limiter } from "@galka/core/channels/limiter";
import { LANES, type Lane } from "@galka/core/sends/send";
import type { ClaimedSend, Room } from "../../operations/sends/claim-next.ts";

/** A send with everything it needs: its file is where the channel has it. */
export type ReadySend = {
  readonly send: ClaimedSend;
  readonly remoteIds: ReadonlyMap<string, string>;
};

export type Choice = {
  readonly ready: readonly ReadySend[];
  /** When the next person may be written to; null when nobody waits for their own sake. */
  readonly waitMs: number | null;
};

/** Whether somebody of the team waits for it. */
export type Patience = "reply" | "patient";

/** How many of which may begin. */
export type Wanted = { readonly of: Patience; readonly most: number };

/**
 * What the owner of a number has in hand: claimed and waiting for its turn, or
 * on its way and not yet written down.
 */
export type Hand = {
  /** False when it is in hand already. */
  hold(send: ClaimedSend): boolean;
  ready(ready: ReadySend): void;
  letGo(sendId: string): void;
  /** Lets go of everything that waits for its turn. */
  letGoOfWaiting(): void;
  /** Who is to begin next, the lanes in their order; they are no longer waiting, but still in hand. */
  choose(limiter: Pick<Limiter, "pairWaitMs">, nowMs: number, wanted: Wanted): Choice;
  /** How many of each lane may be claimed. */
  rooms(): Room[];
  /** Whether a group of what nobody waits for has room. */
  hasRoom(): boolean;
  busy(): string[];
  size(): number;
};

const PER_LANE = 256;
/** A lane is filled up by groups, not one by one: larger ones where nobody waits for an answer. */
const WORTH_CLAIMING = { reply: 16, patient: 96 };
/** People who have to wait for their own sake take no place from others, up to this many. */
const MOST_HELD = 512;

export function openHand(): Hand {
  const held = new Map<string, ClaimedSend>();
  const waiting = new Map<Lane, ReadySend[]>(LANES.map((lane) => [lane, []]));
  /** People who have to wait for their own sake. */
  const heldBack = { reply: 0, patient: 0 };

  return {
    hold(send) {
      if (held.has(send.id)) return false;
      held.set(send.id, send);
      return true;
    },
    ready: (it) => void waiting.get(it.send.lane)?.push(it),
    letGo: (sendId) => void held.delete(sendId),
    letGoOfWaiting() {
      for (const lane of LANES) {
        for (const { send } of waiting.get(lane) ?? []) held.delete(send.id);
        waiting.set(lane, []);
        heldBack[patienceOf(lane)] = 0;
      }
    },
    choose,
    rooms,
    hasRoom: () => rooms().some(({ lane }) => patienceOf(lane) === "patient"),
    busy: () => [...new Set([...held.values()].map(({ recipient }) => recipient))],
    size: () => held.size,
  };

  function choose(
    limiter: Pick<Limiter, "pairWaitMs">,
    nowMs: number,
    { of, most }: Wanted,
  ): Choice {
    const ready: ReadySend[] = [];
    let waitMs: number | null = null;
    heldBack[of] = 0;
    for (const lane of LANES.filter((it) => patienceOf(it) === of)) {
      const stay: ReadySend[] = [];
      for (const it of waiting.get(lane) ?? []) {
        const { kind, recipient } = it.send;
        const pairMs = kind === "read-receipt" ? 0 : limiter.pairWaitMs(nowMs, recipient);
        if (pairMs > 0) {
          heldBack[of] += 1;
          waitMs = Math.min(waitMs ?? Infinity, pairMs);
        }
        if (pairMs > 0 || ready.length >= most) stay.push(it);
        else ready.push(it);
      }
      waiting.set(lane, stay);
    }
    return { ready, waitMs };
  }

  function rooms(): Room[] {
    if (held.size >= MOST_HELD) return [];
    return LANES.map((lane) => ({
      lane,
      count: Math.max(
        0,
        PER_LANE + heldBack.reply + heldBack.patient - (waiting.get(lane)?.length ?? 0),
      ),
    })).filter(({ lane, count }) => count >= WORTH_CLAIMING[patienceOf(lane)]);
  }
}

function patienceOf(lane: Lane): Patience {
  return lane === "reply" ? "reply" : "patient";
}
