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
import { comesAgain, forecastOf } from "./weather.ts";

/** A receiver that has not answered for so long does not hold up the next webhook. */
const PATIENCE_MS = 1000;
const AT_ONCE_PER_URL = 8;
const LOOK_AT = 64;

type Errand = { readonly id: number; readonly since: number; readonly done: Promise<void> };

/**
 * Carries deliveries to their URLs, the longest waiting first.
 *
 * One after the other for a receiver that answers promptly, several at once for
 * one that does not. A delivery that failed waits for its next attempt by
 * itself; the ones behind it go on.
 *
 * On a clock that stands, one after the other whatever a receiver does: there
 * the order of attempts must not depend on how fast anybody answers.
 */
export class Courier {
  readonly #world: World;
  readonly #underWay = new Set<number>();
  readonly #errands = new Map<string, Set<Errand>>();
  #closed = false;

  constructor(world: World) {
    this.#world = world;
  }

  /** Whether the next webhook to this URL has to wait for one that is under way. */
  busy(url: string): boolean {
    const going = this.#errands.get(url);
    if (going === undefined || going.size === 0) return false;
    if (this.#world.clock.frozen || going.size >= AT_ONCE_PER_URL) return true;
    const since = performance.now() - PATIENCE_MS;
    return [...going].some((it) => it.since > since);
  }

  /**
   * Whether updates for this URL wait and are joined by later ones. Never on a
   * clock that stands: how many share a webhook must not depend on an answer.
   */
  gathers(url: string): boolean {
    return !this.#world.clock.frozen && this.busy(url);
  }

  /** Starts what is due and has room. */
  start(): void {
    if (this.#closed) return;
    const limit = LOOK_AT + this.#underWay.size;
    for (const { id, url } of listDueDeliveries(this.#world.db, this.#world.clock.now(), limit)) {
      if (!this.#underWay.has(id) && !this.busy(url)) this.#send(id, url);
    }
  }

  /** The earliest instant of an attempt that is not under way; `null` when there is none. */
  nextAt(): number | null {
    return nextAttemptAt(this.#world.db, this.#underWay);
  }

  get active(): boolean {
    return this.#underWay.size > 0;
  }

  /** Resolves when everything under way has been answered or has failed. */
  async settled(): Promise<void> {
    const all = [...this.#errands.values()].flatMap((it) => [...it]);
    await Promise.allSettled(all.map((it) => it.done));
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.settled();
  }

  #send(id: number, url: string): void {
    const going = this.#errands.get(url) ?? new Set<Errand>();
    this.#errands.set(url, going);
    const done = this.#carry(id).finally(() => {
      going.delete(errand);
      if (going.size === 0) this.#errands.delete(url);
      this.#underWay.delete(id);
      this.#world.wake(this.#world.clock.now());
    });
    const errand = { id, since: performance.now(), done };
    this.#underWay.add(id);
    going.add(errand);
  }

  async #carry(id: number): Promise<void> {
    const world = this.#world;
    await world.db.committed();
    const delivery = findDelivery(world.db, id);
    if (delivery === null) return;
    const attempt = await post(world, delivery);
    const current = findDelivery(world.db, id);
    if (current === null) return;
    world.db.write(() => recordAttempt(world.db, current, attempt, this.#next(current, attempt)));
  }

  #next(delivery: Delivery, attempt: Attempt) {
    const { clock, settings } = this.#world;
    const taken = isTaken(attempt);
    const again = delivery.attemptCount === 0 && comesAgain(forecastOf(this.#world), delivery.id);
    if (taken && !again) return { state: "delivered", at: null } as const;
    const { webhookRetentionMs } = settings();
    const count = delivery.attemptCount + 1;
    const at = nextAttempt(clock.now(), delivery.createdAt, count, webhookRetentionMs);
    if (at !== null) return { state: "waiting", at } as const;
    return { state: taken ? "delivered" : "given-up", at: null } as const;
  }
}

/** Meta: "200 OK"; everything else is tried again, docs/…/webhooks/overview, read 2026-11. */
function isTaken(attempt: Attempt): boolean {
  return attempt.status === 200;
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
