import type { ControlClient } from "../control/client.ts";
import { type Duration, toMs } from "./duration.ts";

/** The emulator's clock, in a test's words. What becomes due on the way has happened afterwards. */
export class TestClock {
  readonly #control: ControlClient;

  constructor(control: ControlClient) {
    this.#control = control;
  }

  async now(): Promise<Date> {
    return new Date((await this.#control.clock()).now);
  }

  /** Lets time pass: `advance("25 h")`. */
  async advance(duration: Duration): Promise<void> {
    await this.#control.moveClock({ advanceMs: toMs(duration) });
  }

  /** Stops it: nothing happens until it is moved. */
  async freeze(): Promise<void> {
    await this.#control.moveClock({ frozen: true });
  }

  async unfreeze(): Promise<void> {
    await this.#control.moveClock({ frozen: false });
  }

  async set(instant: Date | string): Promise<void> {
    await this.#control.moveClock({ now: new Date(instant).toISOString() });
  }

  /** So many of its seconds pass in one of the machine's. */
  async runAt(speed: number): Promise<void> {
    await this.#control.moveClock({ speed });
  }
}
