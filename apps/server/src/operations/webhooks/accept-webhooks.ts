import { type RawWebhook, appendWebhooks } from "@galka/postgres/stores/receiving/webhook-log";
import type { App } from "../../app.ts";
import { intakeLoadOf } from "./intake-load.ts";

/** Takes webhooks in. Each promise settles when its bytes are on disk, and not before. */
export type WebhookIntake = {
  /** Rejects with `IntakeFullError` when too much waits, or with what the database said. */
  accept(webhook: RawWebhook): Promise<void>;
};

/** Thrown when more waits than can be held in memory: the sender has to come again. */
export class IntakeFullError extends Error {
  override readonly name = "IntakeFullError";
}

type Waiting = {
  readonly webhook: RawWebhook;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
};

const MOST_PER_COMMIT = 500;
const MOST_BYTES_PER_COMMIT = 8_000_000;
const MOST_BYTES_WAITING = 96_000_000;

/**
 * Group commit: one commit is under way at a time, and what arrives meanwhile
 * joins the next. Alone a webhook waits for nobody; under load a commit carries
 * hundreds.
 */
export function openIntake(app: App): WebhookIntake {
  const waiting: Waiting[] = [];
  let bytesWaiting = 0;
  let isCommitting = false;
  const load = intakeLoadOf(app);

  return {
    accept(webhook) {
      if (bytesWaiting + webhook.body.byteLength > MOST_BYTES_WAITING) {
        return Promise.reject(new IntakeFullError("Too much waits to be stored."));
      }
      return new Promise((done, failed) => {
        waiting.push({ webhook, done, failed });
        bytesWaiting += webhook.body.byteLength;
        if (!isCommitting) {
          isCommitting = true;
          // What came in with the same read of the sockets belongs to the same commit.
          setImmediate(() => void commitAll());
        }
      });
    },
  };

  async function commitAll(): Promise<void> {
    while (waiting.length > 0) await commit(nextGroup());
    isCommitting = false;
  }

  function nextGroup(): Waiting[] {
    let bytes = 0;
    let count = 0;
    for (const { webhook } of waiting) {
      bytes += webhook.body.byteLength;
      if (count > 0 && (bytes > MOST_BYTES_PER_COMMIT || count >= MOST_PER_COMMIT)) break;
      count += 1;
    }
    return waiting.splice(0, count);
  }

  async function commit(group: readonly Waiting[]): Promise<void> {
    const startedAt = performance.now();
    for (const { webhook } of group) bytesWaiting -= webhook.body.byteLength;
    try {
      await appendWebhooks(
        app.db,
        group.map(({ webhook }) => webhook),
      );
    } catch (error) {
      for (const { failed } of group) failed(error);
      return;
    }
    load.note(group.length);
    app.metrics.time("webhook_commit", (performance.now() - startedAt) / 1000);
    for (const { done } of group) done();
    app.wake.tell("webhooks", "");
  }
}
