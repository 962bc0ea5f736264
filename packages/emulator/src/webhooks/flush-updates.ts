import type { BusinessNumber } from "../store/kinds.ts";
import { insertDelivery } from "../store/deliveries.ts";
import { deleteUpdates, listReadyUpdates, type Update } from "../store/updates.ts";
import type { World } from "../world.ts";
import { callbackFor } from "./callback.ts";
import { writeBody } from "./escape.ts";
import { type Entry, writePayload } from "./payload.ts";
import { signBody } from "./sign.ts";
import { forecastOf, travelsAlone } from "./weather.ts";

// Meta: at most 1,000 updates and 3 MB in a webhook, docs/…/webhooks/overview, read 2026-11.
const UPDATES_MAX = 1000;
const BYTES_MAX = 3 * 1024 * 1024;
/** How many updates for busy receivers are looked through for others behind them. */
const LOOK_THROUGH = 20_000;

/** What one webhook may hold: everything for one URL, of one account unless the weather mixes. */
type Group = { readonly url: string; readonly updates: Update[] };

/**
 * Makes webhooks of the updates that are ready. Returns how many it made.
 *
 * Updates for a URL that is `busy` stay and are joined by later ones, so a slow
 * receiver gets fewer and larger webhooks.
 */
export function flushUpdates(world: World, busy: (url: string) => boolean): number {
  const now = world.clock.now();
  const { groups, unheard } = collect(world, now, busy);
  deleteUpdates(world.db, unheard);
  for (const { url, updates } of groups) {
    send(world, url, updates);
    deleteUpdates(
      world.db,
      updates.map((it) => it.id),
    );
  }
  return groups.length;
}

/** The updates that can go, grouped; and those that nobody listens to any more. */
function collect(world: World, now: number, busy: (url: string) => boolean) {
  const groups = new Map<string, Group>();
  const unheard: number[] = [];
  let after: Update | null = null;
  let taken = 0;
  for (let seen = 0; seen < LOOK_THROUGH && taken < UPDATES_MAX;) {
    const page = listReadyUpdates(world.db, now, after, UPDATES_MAX - taken);
    for (const update of page) {
      const url = callbackFor(world, update);
      if (url === null) unheard.push(update.id);
      else if (!busy(url)) {
        groupFor(world, groups, url, update).updates.push(update);
        taken += 1;
      }
    }
    const last = page.at(-1);
    if (last === undefined) break;
    after = last;
    seen += page.length;
  }
  return { groups: [...groups.values()], unheard };
}

/** In calm weather a webhook is about one account; Meta may put several into one. */
function groupFor(world: World, groups: Map<string, Group>, url: string, update: Update): Group {
  const forecast = forecastOf(world);
  const alone = travelsAlone(forecast, `${update.id} ${update.readyAt}`) ? update.id : "";
  const account = forecast.weather === "calm" ? update.wabaId : "";
  const key = `${url} ${account} ${alone}`;
  const known = groups.get(key);
  if (known !== undefined) return known;
  const group = { url, updates: [] };
  groups.set(key, group);
  return group;
}

/** One webhook, or two halves where it would be too large. */
function send(world: World, url: string, updates: readonly Update[]): void {
  const now = world.clock.now();
  const numberOf = (id: string): BusinessNumber | null => world.kinds.numbers.find(id);
  const json = writePayload(entriesOf(updates), numberOf, now);
  const body = writeBody(json, world.settings().escaping);
  if (updates.length > 1 && isTooLarge(body)) {
    const half = Math.ceil(updates.length / 2);
    send(world, url, updates.slice(0, half));
    send(world, url, updates.slice(half));
    return;
  }
  insertDelivery(world.db, {
    url,
    field: [...new Set(updates.map((it) => it.field))].join(","),
    updateCount: updates.length,
    body,
    signature: signBody(body, world.app().secret),
    createdAt: now,
  });
}

function isTooLarge(body: string): boolean {
  return body.length > BYTES_MAX || Buffer.byteLength(body) > BYTES_MAX;
}

function entriesOf(updates: readonly Update[]): readonly Entry[] {
  return [...Map.groupBy(updates, (it) => it.wabaId)].map(([wabaId, own]) => ({
    wabaId,
    updates: own,
  }));
}
