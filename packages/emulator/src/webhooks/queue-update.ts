import { strike } from "../faults/strike.ts";
import type { JsonObject } from "../json.ts";
import type { WebhookAction } from "../store/kinds.ts";
import { insertUpdate, type UpdateKind } from "../store/updates.ts";
import { unreachable } from "../unreachable.ts";
import type { World } from "../world.ts";
import { callbackFor } from "./callback.ts";

/** Something that happened and that the business is to hear of. */
export type News = {
  readonly wabaId: string;
  readonly phoneNumberId: string;
  readonly field: string;
  readonly kind: UpdateKind;
  /** Person or object it is about. */
  readonly about: string;
  /** Number and BSUID that a fault rule may name. */
  readonly to: readonly string[];
  readonly status?: string;
  readonly value: JsonObject;
};

// How far a reordered or repeated update falls behind its neighbours.
const BEHIND_MS = 700;

/**
 * Puts an update where the next webhook takes it from, after the faults had their way.
 *
 * What nobody listens to is not kept: Meta does not keep it either.
 */
export function queueUpdate(world: World, news: News): void {
  if (callbackFor(world, news) === null) return;
  const action = strike(world, "webhook", {
    phoneNumberId: news.phoneNumberId,
    to: news.to,
    update: news.kind,
    status: news.status,
  });
  const now = world.clock.now();
  for (const delayMs of delaysOf(action)) {
    insertUpdate(world.db, {
      wabaId: news.wabaId,
      phoneNumberId: news.phoneNumberId,
      field: news.field,
      kind: news.kind,
      about: news.about,
      value: JSON.stringify(news.value),
      readyAt: now + delayMs,
    });
    world.wake(now + delayMs + world.settings().batchDelayMs);
  }
}

/** One delay for each time the update is sent. */
function delaysOf(action: WebhookAction | null): readonly number[] {
  if (action === null) return [0];
  switch (action.kind) {
    case "drop":
      return [];
    case "delay":
      return [action.ms];
    case "reorder":
      return [BEHIND_MS];
    case "duplicate":
      return [
        0,
        ...Array.from({ length: action.times ?? 1 }, (_, index) => (index + 1) * BEHIND_MS),
      ];
    default:
      return unreachable(action);
  }
}
