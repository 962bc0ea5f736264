import { type JsonObject, parseObject } from "../json.ts";
import { countDeliveries, type Delivery, listDeliveries } from "../store/deliveries.ts";
import { countUpdates } from "../store/updates.ts";
import type { World } from "../world.ts";
import type { Waiter, Waiting } from "./wait.ts";

/** What a webhook says; every given part must fit. */
export type ExpectedWebhook = {
  /** A webhook field, e.g. `messages`. */
  readonly field?: string;
  /** Words anywhere in its body, unescaped. */
  readonly text?: string;
  /** The status of a send, e.g. `delivered`. */
  readonly status?: string;
  readonly fits?: (body: JsonObject) => boolean;
};

const LOOK_BACK = 5000;

/** The webhooks of an emulator, in a test's words. */
export class Webhooks {
  readonly #world: World;
  readonly #wait: Waiter;
  readonly #post: (path: string, body: JsonObject) => Promise<{ status: number; body: JsonObject }>;
  readonly #handedOut = new Set<string>();

  constructor(
    world: World,
    wait: Waiter,
    post: (path: string, body: JsonObject) => Promise<{ status: number; body: JsonObject }>,
  ) {
    this.#world = world;
    this.#wait = wait;
    this.#post = post;
  }

  /**
   * Sends the webhooks of every account to `url`, which is asked with
   * `hub.challenge` first, as Meta does.
   */
  async goTo(url: string, verifyToken = "any"): Promise<void> {
    for (const { id } of this.#world.kinds.wabas.list()) {
      const { status, body } = await this.#post(`/${id}/subscribed_apps`, {
        override_callback_uri: url,
        verify_token: verifyToken,
      });
      if (status !== 200) throw new Error(`${url} was not taken: ${JSON.stringify(body)}`);
    }
  }

  /**
   * The body of the first webhook that was delivered, fits and was not handed
   * out before; waits for it. Delivered means that its receiver answered 2xx.
   *
   * @throws WaitError saying how many there were instead.
   */
  async delivered(expected: ExpectedWebhook = {}, waiting: Waiting = {}): Promise<JsonObject> {
    const found = await this.#wait(
      () =>
        this.#delivered().find((it) => !this.#handedOut.has(this.#keyOf(it)) && fits(it, expected)),
      () => this.#missing(expected),
      waiting,
    );
    this.#handedOut.add(this.#keyOf(found));
    return parseObject(found.body);
  }

  /** Resolves when every webhook was taken, or given up; nothing is left to be sent. */
  async settled(waiting: Waiting = {}): Promise<void> {
    await this.#wait(
      () => (this.#waitingCount() === 0 ? true : undefined),
      () => `${this.#waitingCount()} webhooks still wait for their receiver.`,
      waiting,
    );
  }

  #keyOf({ id }: Delivery): string {
    return `${this.#world.events.epoch} ${id}`;
  }

  #waitingCount(): number {
    const { db } = this.#world;
    return countDeliveries(db).waiting + countUpdates(db);
  }

  #delivered(): readonly Delivery[] {
    const query = { state: "delivered", before: Number.MAX_SAFE_INTEGER, limit: LOOK_BACK };
    return listDeliveries(this.#world.db, query).toReversed();
  }

  #missing(expected: ExpectedWebhook): string {
    const { waiting, "given-up": givenUp } = countDeliveries(this.#world.db);
    const wanted = JSON.stringify({ ...expected, fits: expected.fits && "…" });
    return `No webhook like ${wanted} was delivered. Delivered: ${this.#delivered().length}, waiting: ${waiting}, given up: ${givenUp}.`;
  }
}

function fits(delivery: Delivery, expected: ExpectedWebhook): boolean {
  const body = parseObject(delivery.body);
  const text = JSON.stringify(body);
  if (expected.field !== undefined && !text.includes(`"field":"${expected.field}"`)) return false;
  if (expected.text !== undefined && !text.includes(inJson(expected.text))) return false;
  if (expected.status !== undefined && !text.includes(`"status":"${expected.status}"`)) {
    return false;
  }
  return expected.fits === undefined || expected.fits(body);
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
