import { Alarm } from "./alarm.ts";
import { Outside } from "./outside.ts";
import { runLimit } from "./limits/run-limit.ts";
import { reviewNumber } from "./numbers/review-number.ts";
import { autoRead } from "./people/auto-read.ts";
import { takeStep } from "./people/population/live-on.ts";
import { visit } from "./people/population/visit.ts";
import { goOnWithScript } from "./people/scripts/run-script.ts";
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
/** How long a clock that catches up may keep others from their turn. */
const TURN_MS = 20;

/**
 * Runs what is due: the only place where time makes something happen.
 *
 * Everything that waits is a row with an instant, so a restart forgets nothing
 * and moving the clock runs, in order, all that becomes due on the way. A clock
 * that is faster than the machine's stops at each such instant by itself.
 */
export class Loop {
  readonly #world: World;
  readonly #courier: Courier;
  readonly #alarm = new Alarm(() => this.#fire());
  readonly #outside = new Outside();
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
    if (clock.frozen) {
      if (wait <= 0) this.#alarm.soon();
      return;
    }
    if (clock.speed !== 1) this.#holdAt(at);
    this.#alarm.in(Math.max(wait / clock.speed, TOGETHER_MS));
  }

  /** Work outside that moving the clock and closing wait for. */
  track(work: Promise<() => void>): void {
    const { clock } = this.#world;
    this.#outside.add(work, () => clock.frozen || this.#moving !== null);
  }

  /** Moves the clock to `target`, running what becomes due; earlier than now it is only set. */
  async moveTo(target: () => number): Promise<void> {
    await this.#alone(() => this.#move(target()));
  }

  /** Moves the clock to the next instant at which something is due, so many times. */
  async step(times: number): Promise<void> {
    await this.#alone(async () => {
      for (let count = 0; count < times; count += 1) {
        const next = this.nextAt();
        if (next === null) break;
        await this.#move(Math.max(next, this.#world.clock.now()));
      }
    });
  }

  /**
   * Changes how the clock runs, between two moves. It is held at what is due
   * next beforehand: a fast one is hours further by the time it has been armed.
   */
  async adjust(change: () => void): Promise<void> {
    await this.#alone(() => {
      const next = this.nextAt();
      if (next !== null) this.#holdAt(next);
      change();
      return Promise.resolve();
    });
  }

  /** Does something while nothing is under way, neither here nor outside. */
  async quiet(work: () => void): Promise<void> {
    await this.#alone(async () => {
      await this.#outside.settled();
      await this.#courier.settled();
      work();
    });
  }

  /** Looks at everything, for instance after a start. */
  start(): void {
    this.#armNext();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#alarm.stop();
    await this.#outside.settled();
    await this.#courier.close();
  }

  /** The earliest instant at which something waits; in the past when it is overdue. */
  nextAt(): number | null {
    const { db, settings } = this.#world;
    const update = nextUpdateAt(db);
    const candidates = [
      nextDueAt(db),
      update === null ? null : update + settings().batchDelayMs,
      this.#courier.nextAt(),
    ].filter((it) => it !== null);
    return candidates.length === 0 ? null : Math.min(...candidates);
  }

  async #alone(work: () => Promise<void>): Promise<void> {
    while (this.#moving !== null) await this.#moving;
    this.#moving = work();
    try {
      await this.#moving;
    } finally {
      this.#moving = null;
      this.#armNext();
    }
  }

  async #move(target: number): Promise<void> {
    const { clock } = this.#world;
    for (;;) {
      // Also what was under way before: its time is not over until it is answered.
      await this.#outside.settled();
      await this.#courier.settled();
      const next = this.nextAt();
      if (next === null || next > Math.max(target, clock.now())) break;
      const at = Math.max(next, clock.now());
      if (next > clock.now()) clock.set(next);
      clock.limitTo(at);
      this.#pass();
    }
    clock.limitTo(null);
    clock.set(target);
    clock.limitTo(target);
  }

  #pass(): void {
    const world = this.#world;
    const all = world.db.write(() => takeDue(world.db, world.clock.now(), DUE_AT_ONCE));
    for (const due of all) attempt(world, due);
    const ready = nextUpdateAt(world.db);
    if (ready !== null && ready + world.settings().batchDelayMs <= world.clock.now()) {
      world.db.write(() => flushUpdates(world, (url) => this.#courier.gathers(url)));
    }
    this.#courier.start();
  }

  #armNext(): void {
    const next = this.nextAt();
    const { clock } = this.#world;
    if (this.#closed) return;
    if (next === null) {
      clock.limitTo(null);
      return;
    }
    const wait = next - clock.now();
    if (clock.frozen) {
      clock.limitTo(null);
      if (wait <= 0) this.#alarm.in(this.#courier.active ? WHILE_BUSY_MS : TOGETHER_MS);
      return;
    }
    clock.limitTo(clock.speed === 1 ? null : Math.max(next, clock.now()));
    const least = this.#courier.active ? WHILE_BUSY_MS : TOGETHER_MS;
    this.#alarm.in(Math.max(wait / clock.speed, least));
  }

  /** A clock with a speed of its own does not run past what is due. */
  #holdAt(at: number): void {
    const { clock } = this.#world;
    const known = this.nextAt();
    clock.limitTo(Math.max(clock.now(), Math.min(at, known ?? at)));
  }

  #fire(): void {
    if (this.#closed || this.#moving !== null) return;
    this.#pass();
    if (this.#world.clock.speed !== 1) this.#catchUp();
    this.#armNext();
  }

  /** Runs what became due while a fast clock was held up, each at its own instant. */
  #catchUp(): void {
    const { clock } = this.#world;
    const started = performance.now();
    while (!clock.frozen && performance.now() - started < TURN_MS) {
      const next = this.nextAt();
      if (next === null || next > clock.running()) return;
      if (next <= clock.now() && this.#courier.active) return;
      clock.limitTo(Math.max(next, clock.now()));
      this.#pass();
    }
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
    case "habit":
      return takeStep(world, due.subject);
    case "visit":
      return visit(world, due.subject);
    case "script":
      return goOnWithScript(world, due.subject);
    case "limits":
      return runLimit(world, due.subject);
    case "template":
      return runTemplateDue(world, due.subject);
    case "number-review":
      return reviewNumber(world, due.subject);
    default:
      return unreachable(due.kind);
  }
}
