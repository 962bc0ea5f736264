import type { Loop } from "../loop.ts";
import type { World } from "../world.ts";
import { readSnapshot, writeSnapshot } from "./snapshot-file.ts";

/** The world as it stands between two steps: nothing that is under way outside is half in it. */
export async function takeSnapshot(world: World, loop: Loop): Promise<Uint8Array> {
  let bytes = new Uint8Array();
  await loop.quiet(() => {
    world.requests.flush();
    bytes = new Uint8Array(writeSnapshot(world.db, world.clock.now()));
  });
  return bytes;
}

/**
 * Replaces the world by the one in the snapshot. Its clock shows the instant at
 * which it was taken and goes on as it did then: what was due in an hour is due
 * in an hour.
 *
 * @throws SnapshotError; nothing has changed then.
 */
export async function restoreSnapshot(world: World, loop: Loop, bytes: Uint8Array): Promise<void> {
  await loop.quiet(() => {
    world.requests.flush();
    const takenAt = readSnapshot(world.db, bytes);
    world.pairs.reload();
    world.throughput.clear();
    world.reach.clear();
    world.clock.restore(takenAt);
  });
  world.events.beginAgain();
}
