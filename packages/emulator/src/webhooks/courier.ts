import {
  type Attempt,
  type Delivery,
  findDelivery,
  listDueDeliveries,
  nextAttemptAt,
  recordAttempt,
} from "../store/deliveries.ts";
import type { World } from "../world.ts";
import { nextAttempt } from "./back-off.ts";
import { reasonOf } from "./handshake.ts";

/** A receiver that has not answered for so long does not hold up the next webhook. */
const PATIENCE_MS = 1000;
const AT_ONCE_PER_URL = 8;
const LOOK_AT = 64;

/**
 * Carries deliveries to their URLs.
 *
 * One after the other for a receiver that answers promptly, several at once for
 * one that does not. A delivery that failed waits for its next attempt by
 * itself; the ones behind it go on.
 */
export class Courier {
  readonly #world: World;
  readonly #underWay = new Map<
    number,
    { readonly url: string; readonly since: number; readonly done: Promise<void> }
  >();
  #closed = false;

  constructor(world: World) {
    this.#world = world;
  }

  /** Whether a webhook to this URL is under way that may still be answered promptly. */
  busy(url: string): boolean {
    const since = performance.now() - PATIENCE_MS;
    const going = [...this.#underWay.values()].filter((it) => it.url === url);
    return going.length >= AT_ONCE_PER_URL || going.some((it) => it.since > since);
  }

  /** Starts what is due and has room. */
  start(): void {
    if (this.#closed) return;
    const due = listDueDeliveries(this.#world.db, this.#world.clock.now(), LOOK_AT);
    for (const delivery of due) {
      if (this.#underWay.has(delivery.id) || this.busy(delivery.url)) continue;
      const done = this.#carry(delivery).finally(() => {
        this.#underWay.delete(delivery.id);
        this.#world.wake(this.#world.clock.now());
      });
      this.#underWay.set(delivery.id, { url: delivery.url, since: performance.now(), done });
    }
  }

  /** The earliest instant of an attempt that is not under way; `null` when there is none. */
  nextAt(): number | null {
    return nextAttemptAt(this.#world.db, [...this.#underWay.keys()]);
  }

  get active(): boolean {
    return this.#underWay.size > 0;
  }

  /** Resolves when everything under way has been answered or has failed. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.#underWay.values()].map((it) => it.done));
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.settled();
  }

  async #carry(delivery: Delivery): Promise<void> {
    const world = this.#world;
    await world.db.committed();
    const attempt = await post(world, delivery);
    const current = findDelivery(world.db, delivery.id);
    if (current === null) return;
    world.db.write(() => recordAttempt(world.db, current, attempt, this.#next(current, attempt)));
  }

  #next(delivery: Delivery, attempt: Attempt) {
    if (attempt.status !== null && attempt.status >= 200 && attempt.status < 300) {
      return { state: "delivered", at: null } as const;
    }
    const at = nextAttempt(
      this.#world.clock.now(),
      delivery.createdAt,
      delivery.attemptCount + 1,
      this.#world.settings().webhookRetentionMs,
    );
    return at === null ? ({ state: "given-up", at } as const) : ({ state: "waiting", at } as const);
  }
}

async function post(world: World, delivery: Delivery): Promise<Attempt> {
  const at = world.clock.now();
  const started = performance.now();
  try {
    const answer = await world.fetch(delivery.url, {
      method: "POST",
      body: delivery.body,
      headers: {
        "content-type": "application/json",
        "user-agent": "facebookexternalua",
        "x-hub-signature-256": delivery.signature,
      },
      redirect: "manual",
      signal: AbortSignal.timeout(world.settings().webhookTimeoutMs),
    });
    await answer.arrayBuffer();
    return { at, status: answer.status, error: null, durationMs: elapsed(started) };
  } catch (error) {
    return { at, status: null, error: reasonOf(error), durationMs: elapsed(started) };
  }
}

function elapsed(since: number): number {
  return Math.round(performance.now() - since);
}
