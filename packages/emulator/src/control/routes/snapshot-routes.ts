import { SnapshotError } from "../../snapshots/snapshot-file.ts";
import { restoreSnapshot, takeSnapshot } from "../../snapshots/take-snapshot.ts";
import { presentWorld } from "../present.ts";
import { type ControlCall, ControlRefusal, type ControlRoute } from "../route.ts";

/** The whole world in a file. */
export const snapshotRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/snapshot",
    summary: "The whole world as one file: its state, timers, counters, logs and clock",
    answer: "the bytes",
    answerType: "application/vnd.sqlite3",
    handle: (call) => takeSnapshot(call.world, call.desk.loop),
  },
  {
    method: "PUT",
    path: "/snapshot",
    summary: "Replaces the world by that of a snapshot",
    body: "bytes",
    answer: "WorldJson",
    handle: restore,
  },
];

async function restore({ world, desk, bytes }: ControlCall) {
  try {
    await restoreSnapshot(world, desk.loop, bytes);
  } catch (error) {
    if (error instanceof SnapshotError) throw new ControlRefusal("bad-request", error.message);
    throw error;
  }
  return presentWorld(world);
}
