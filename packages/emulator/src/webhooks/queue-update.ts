import { type Occasion, strike, type Struck } from "../faults/strike.ts";
import { type JsonObject, objectsAt, textAt } from "../json.ts";
import type { WebhookAction } from "../store/kinds/fault.ts";
import { insertUpdate, type UpdateKind } from "../store/updates.ts";
import { unreachable } from "../unreachable.ts";
import type { World } from "../world.ts";
import { callbackFor } from "./callback.ts";
import { forecastOf, travelTimes } from "./weather.ts";

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
  /** The template that a status is about. */
  readonly template?: string;
  readonly value: JsonObject;
};

// How far a reordered or repeated update falls behind its neighbours.
const BEHIND_MS = 700;

/**
 * Puts an update where the next webhook takes it from, after the faults and
 * then the weather had their way.
 *
 * What nobody listens to is not kept: Meta does not keep it either.
 */
export function queueUpdate(world: World, news: News): void {
  if (callbackFor(world, news) === null) return;
  const fault = strike(world, "webhook", occasionOf(news));
  const settings = world.settings();
  const travels =
    settings.weather === "calm"
      ? [0]
      : travelTimes(forecastOf(world), world.counters.next("update"));
  const value = JSON.stringify(news.value);
  const now = world.clock.now();
  for (const delayMs of delaysOf(world, news, fault)) {
    for (const travelMs of travels) {
      const readyAt = now + delayMs + travelMs;
      insertUpdate(world.db, { ...news, value, readyAt });
      world.wake(readyAt + settings.batchDelayMs);
    }
  }
}

function occasionOf(news: News): Occasion {
  const [message] = news.kind === "message" ? objectsAt(news.value, "messages") : [];
  return {
    phoneNumberId: news.phoneNumberId,
    to: news.to,
    update: news.kind,
    field: news.field,
    status: news.status,
    template: news.template,
    type: message === undefined ? undefined : textAt(message, "type"),
  };
}

/** One delay for each time the update is sent. */
function delaysOf(
  world: World,
  news: News,
  fault: Struck<WebhookAction> | null,
): readonly number[] {
  if (fault === null) return [0];
  const { action, until } = fault;
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
    case "hold":
      return [Math.max(0, (until ?? 0) - world.clock.now())];
    case "unsubscribe":
      unsubscribe(world, news.wabaId);
      return [];
    default:
      return unreachable(action);
  }
}

function unsubscribe(world: World, wabaId: string): void {
  const waba = world.kinds.wabas.find(wabaId);
  if (waba !== null) world.kinds.wabas.put(waba.id, { ...waba, subscribed: false });
}
