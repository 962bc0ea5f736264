import { setTimeout as sleep } from "node:timers/promises";
import { inWorkspace } from "@galka/postgres/database";
import { countUnfinished, readReadiness } from "@galka/postgres/stores/views/readiness";
import { z } from "zod";
import { moveClock } from "../move-clock.ts";
import { askDue } from "../../operations/satisfaction/ask-due.ts";
import type { Moment } from "./calendar.ts";
import type { Stage } from "./stage.ts";

const LOOK_EVERY_MS = 20;
const LOOK_FOR_MS = 120_000;

/**
 * Lives through the days up to now: `act` is called at each of the moments, and
 * returns when it has done its part. What is written in it has arrived on both
 * sides before the next.
 */
export async function passTime(
  stage: Stage,
  moments: readonly Moment[],
  act: (moment: Moment) => Promise<void>,
): Promise<void> {
  await using story = new AsyncDisposableStack();
  story.defer(async () => {
    await setClock(stage, { offsetMs: 0 });
    await settle(stage);
  });
  story.use(await gatherWebhooks(stage));
  for (const moment of moments) {
    await setClock(stage, { now: moment.at.toISOString() });
    await act(moment);
    await settle(stage);
    // Meta's address of a file is good for five minutes of the clock: it is fetched before that moves on.
    const arrived = new Date(stage.clock.now().getTime() + GATHER_MS);
    await setClock(stage, { now: arrived.toISOString() });
    await settle(stage);
  }
}

/** So long the story's webhooks are gathered before they are delivered together. */
const GATHER_MS = 2 * 60_000;

const settings = z.object({ batchDelayMs: z.number() });

/**
 * Has Meta put what happens within two minutes into one webhook, as it does with
 * much that happens at once: a story of days has no time to post each by itself.
 */
async function gatherWebhooks({ control }: Stage): Promise<AsyncDisposable> {
  const { batchDelayMs } = await control.get("/settings", settings);
  const set = (ms: number) => control.patch("/settings", { batchDelayMs: ms }, z.unknown());
  await set(GATHER_MS);
  return { [Symbol.asyncDispose]: async () => void (await set(batchDelayMs)) };
}

/** Moves everybody's clock, and has happen what is due by then. */
async function setClock(stage: Stage, patch: object): Promise<void> {
  await moveClock(stage, patch);
  // The worker would do so within a second of the machine's time; the story does not wait for that.
  await askDue(stage.app);
}

/** Waits until nothing that people have done is still to be applied, and nothing for them still to be sent. */
export async function settle({ app, owner }: Stage): Promise<void> {
  await until("Galka has caught up", async () => {
    if ((await readReadiness(app.db)).waitingWebhooks > 0) return false;
    const { workspaceId } = owner;
    return (await inWorkspace(app.db, workspaceId, (tx) => countUnfinished(tx, workspaceId))) === 0;
  });
}

export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + LOOK_FOR_MS;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`The demo waited in vain until ${what}.`);
    await sleep(LOOK_EVERY_MS);
  }
}
