import { autoRead } from "./people/auto-read.ts";
import { arrive, transport } from "./sending/transport.ts";
import { type Due, nextDueAt, takeDue } from "./store/due.ts";
import { nextUpdateAt } from "./store/updates.ts";
import { review } from "./templates/review/decide.ts";
import { runTemplateDue } from "./templates/template-due.ts";
import { unreachable } from "./unreachable.ts";
import { Courier } from "./webhooks/courier.ts";
import { flushUpdates } from "./webhooks/flush-updates.ts";
import type { World } from "./world.ts";

const DUE_AT_ONCE = 500;
/** Timers this close together become one pass, and so one transaction. */
const TOGETHER_MS = 4;
/** How often what waits for a slow receiver is looked at. */
const WHILE_BUSY_MS = 50;
/** Timers cannot be longer, and the machine's clock may be moved meanwhile. */
const LONGEST_MS = 60_000;

/**
 * Runs what is due: the only place where time makes something happen.
 *
 * Everything that waits is a row with an instant, so a restart forgets nothing
 * and moving the clock runs, in order, all that becomes due on the way.
 */
export class Loop {
  readonly #world: World;
  readonly #courier: Courier;
  readonly #background = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | null = null;
  #timerAt = Number.POSITIVE_INFINITY;
  #moving: Promise<void> | null = null;
  #closed = false;

  constructor(world: World) {
    this.#world = world;
    this.#courier = new Courier(world);
  }

  /** Makes sure that a pass happens at an instant of the emulator's clock. */
  wake(at: number): void {
    if (this.#closed || this.#moving !== null) return;
    const { clock } = this.#world;
    const wait = at - clock.now();
    if (clock.frozen && wait > 0) return;
    this.#arm(Math.max(wait, TOGETHER_MS));
  }

  /** Work outside that moving the clock and closing wait for. */
  track(work: Promise<void>): void {
    const done = work.finally(() => this.#background.delete(done));
    this.#background.add(done);
  }

  /** Moves the clock to `target`, running what becomes due; earlier than now it is only set. */
  async moveTo(target: () => number): Promise<void> {
    while (this.#moving !== null) await this.#moving;
    this.#moving = this.#move(target());
    try {
      await this.#moving;
    } finally {
      this.#moving = null;
      this.#armNext();
    }
  }

  /** Looks at everything, for instance after a start. */
  start(): void {
    this.wake(this.#world.clock.now());
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await Promise.allSettled(this.#background);
    await this.#courier.close();
  }

  async #move(target: number): Promise<void> {
    const { clock } = this.#world;
    for (;;) {
      // Also what was under way before: its time is not over until it is answered.
      await Promise.allSettled(this.#background);
      await this.#courier.settled();
      const next = this.#nextAt();
      if (next === null || next > Math.max(target, clock.now())) break;
      if (next > clock.now()) clock.set(next);
      this.#pass();
    }
    clock.set(target);
  }

  #pass(): void {
    const world = this.#world;
    const all = world.db.write(() => takeDue(world.db, world.clock.now(), DUE_AT_ONCE));
    for (const due of all) attempt(world, due);
    const ready = nextUpdateAt(world.db);
    if (ready !== null && ready + world.settings().batchDelayMs <= world.clock.now()) {
      world.db.write(() => flushUpdates(world, (url) => this.#courier.busy(url)));
    }
    this.#courier.start();
  }

  /** The earliest instant at which something waits; in the past when it is overdue. */
  #nextAt(): number | null {
    const { db, settings } = this.#world;
    const update = nextUpdateAt(db);
    const candidates = [
      nextDueAt(db),
      update === null ? null : update + settings().batchDelayMs,
      this.#courier.nextAt(),
    ].filter((it) => it !== null);
    return candidates.length === 0 ? null : Math.min(...candidates);
  }

  #armNext(): void {
    const next = this.#nextAt();
    if (next === null || this.#closed) return;
    const { clock } = this.#world;
    const wait = next - clock.now();
    if (clock.frozen && wait > 0) return;
    this.#arm(Math.max(wait, this.#courier.active ? WHILE_BUSY_MS : TOGETHER_MS));
  }

  #arm(wait: number): void {
    const delay = Math.min(wait, LONGEST_MS);
    const at = performance.now() + delay;
    if (at >= this.#timerAt) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timerAt = at;
    this.#timer = setTimeout(() => this.#fire(), delay);
  }

  #fire(): void {
    this.#timer = null;
    this.#timerAt = Number.POSITIVE_INFINITY;
    if (this.#closed || this.#moving !== null) return;
    this.#pass();
    this.#armNext();
  }
}

/** A row that cannot be run is reported and left out; the ones behind it go on. */
function attempt(world: World, due: Due): void {
  try {
    world.db.write(() => run(world, due));
  } catch (error) {
    console.error(`The emulator could not run "${due.kind}" of ${due.subject}:`, error);
  }
}

function run(world: World, due: Due): void {
  switch (due.kind) {
    case "transport":
      return transport(world, Number(due.subject));
    case "arrive":
      return arrive(world, Number(due.subject));
    case "auto-read":
      return autoRead(world, due.subject);
    case "review":
      return review(world, due.subject);
    case "template":
      return runTemplateDue(world, due.subject);
    default:
      return unreachable(due.kind);
  }
}
