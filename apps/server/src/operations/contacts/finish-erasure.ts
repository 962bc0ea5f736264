import type { WorkspaceId } from "@galka/core/kernel/ids";
import { enterWorkspace, inWorkspace } from "@galka/postgres/database";
import {
  eraseParked,
  findUnusedContents,
  redactWebhooks,
  redactWorkspace,
} from "@galka/postgres/stores/contacts/erase-contact";
import { finishErasure as markDone, lockErasure } from "@galka/postgres/stores/contacts/erasures";
import { appendEvents } from "@galka/postgres/stores/events";
import type { App } from "../../app.ts";

/** How many webhooks are gone through in one transaction. */
const SLICE = 5_000;

/**
 * Goes through what is large: the webhooks that came before the erasure, and
 * what others wrote. Repeated after a crash it finds nothing twice.
 */
export async function finishErasure(
  app: App,
  { workspaceId, erasureId }: { readonly workspaceId: WorkspaceId; readonly erasureId: string },
): Promise<void> {
  const left = await inWorkspace(app.db, workspaceId, (tx) =>
    lockErasure(tx, workspaceId, erasureId),
  );
  if (!left) return;
  const { needles, upToPosition } = left;
  let webhooks = 0;
  for (let after = 0; after < upToPosition; after += SLICE) {
    const upTo = Math.min(after + SLICE, upToPosition);
    webhooks += await inWorkspace(app.db, workspaceId, (tx) =>
      redactWebhooks(tx, needles, { after, upTo }),
    );
  }
  const now = app.clock.now();
  await inWorkspace(app.db, workspaceId, async (tx) => {
    if (!(await lockErasure(tx, workspaceId, erasureId))) return;
    const mentions = await redactWorkspace(tx, needles, left.requestedAt);
    // Parked before anybody knew whose it was.
    await enterWorkspace(tx, null);
    await eraseParked(tx, needles);
    await enterWorkspace(tx, workspaceId);
    const others = Object.values(mentions).reduce((sum, count) => sum + count, 0);
    await markDone(tx, workspaceId, erasureId, { counts: { webhooks, mentions: others }, now });
    await appendEvents(tx, workspaceId, now, [{ kind: "collection-changed", otherId: "settings" }]);
  });
  app.wake.tell("events", workspaceId);
}

/** A content younger than this may be about to be needed: its row is written after its bytes. */
const SETTLED_MS = 60_000;

/**
 * Removes contents that nothing needs any more. Throws when one is too fresh to
 * know, so that the job is tried again a little later.
 */
export async function removeContents(
  app: App,
  hashes: readonly string[],
  settledMs = SETTLED_MS,
): Promise<void> {
  const unused = await app.db
    .transaction()
    .execute((tx) => findUnusedContents(tx, [...new Set(hashes)]));
  let waiting = 0;
  for (const hash of unused) {
    if ((await app.files.remove(hash, settledMs)) === "too-fresh") waiting += 1;
  }
  if (waiting > 0) throw new Error(`${waiting} contents are too fresh to be removed.`);
}
