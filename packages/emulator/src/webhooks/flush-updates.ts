import { insertDelivery } from "../store/deliveries.ts";
import { deleteUpdate, listReadyUpdates, type Update } from "../store/updates.ts";
import type { World } from "../world.ts";
import { callbackFor } from "./callback.ts";
import { writeBody } from "./escape.ts";
import { buildPayload } from "./payload.ts";
import { signBody } from "./sign.ts";

// Meta: at most 1,000 updates and 3 MB in a webhook, docs/…/webhooks/overview, read 2026-11.
const UPDATES_MAX = 1000;
const BYTES_MAX = 3 * 1024 * 1024;
/** Room for the envelope and for `\uXXXX`, which makes six bytes of two. */
const VALUE_BYTES_MAX = BYTES_MAX / 4;

type Group = { readonly url: string; readonly wabaId: string; readonly updates: Update[] };

/**
 * Makes webhooks of the updates that are ready. Returns how many it made.
 *
 * Updates for a URL that is `busy` stay and are joined by later ones, so a slow
 * receiver gets fewer and larger webhooks.
 */
export function flushUpdates(world: World, busy: (url: string) => boolean): number {
  const now = world.clock.now();
  const groups = new Map<string, Group>();
  for (const update of listReadyUpdates(world.db, now, UPDATES_MAX)) {
    const url = callbackFor(world, update);
    if (url === null) deleteUpdate(world.db, update.id);
    else if (!busy(url)) groupFor(groups, url, update).updates.push(update);
  }
  let count = 0;
  for (const group of groups.values()) {
    for (const updates of chunks(group.updates)) {
      send(world, { ...group, updates }, now);
      count += 1;
    }
  }
  return count;
}

function groupFor(groups: Map<string, Group>, url: string, update: Update): Group {
  const key = `${url} ${update.wabaId}`;
  const known = groups.get(key);
  if (known !== undefined) return known;
  const group = { url, wabaId: update.wabaId, updates: [] };
  groups.set(key, group);
  return group;
}

function chunks(updates: readonly Update[]): readonly Update[][] {
  const all: Update[][] = [[]];
  let bytes = 0;
  for (const update of updates) {
    bytes += update.value.length;
    if (bytes > VALUE_BYTES_MAX && all.at(-1)?.length !== 0) {
      all.push([]);
      bytes = update.value.length;
    }
    all.at(-1)?.push(update);
  }
  return all;
}

function send(world: World, group: Group, now: number): void {
  const payload = buildPayload(
    group.wabaId,
    group.updates,
    (id) => world.kinds.numbers.find(id),
    now,
  );
  const body = writeBody(payload, world.settings().escaping);
  insertDelivery(world.db, {
    url: group.url,
    field: [...new Set(group.updates.map((it) => it.field))].join(","),
    updateCount: group.updates.length,
    body,
    signature: signBody(body, world.app().secret),
    createdAt: now,
  });
  for (const update of group.updates) deleteUpdate(world.db, update.id);
}
