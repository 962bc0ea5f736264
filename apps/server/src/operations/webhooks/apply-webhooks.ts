import type { WorkspaceId } from "@galka/core/kernel/ids";
import { type Tx, enterWorkspace } from "@galka/postgres/database";
import { enqueue } from "@galka/postgres/jobs/enqueue";
import { listNeighbors } from "@galka/postgres/stores/channel-directory";
import { appendEvents } from "@galka/postgres/stores/events";
import { countReceipts, parkMembers } from "@galka/postgres/stores/receiving/parked-webhooks";
import {
  type LoggedWebhook,
  createCursor,
  lockCursor,
  moveCursor,
  readWebhooksAfter,
  refreshStatistics,
} from "@galka/postgres/stores/receiving/webhook-log";
import { retrying } from "@galka/postgres/retry";
import type { App } from "../../app.ts";
import type { WakeTopic } from "../../wake.ts";
import { distinctEvents } from "./apply-members.ts";
import { type Parked, applyOrPark } from "./apply-or-park.ts";
import { type Batch, type Member, openBatch } from "./batch.ts";
import { readWebhook } from "./read-webhook.ts";
import { receiptsOf } from "./receipts.ts";
import { type Routed, routeMembers } from "./route-members.ts";

/** What one round did: how many webhooks, and for whom something came in. */
export type Round = {
  /** Null when somebody else is at it. */
  readonly webhooks: number | null;
  /** Messages by channel: they count against its throughput. */
  readonly heard: ReadonlyMap<string, number>;
  /** When the last of them came in. */
  readonly until: Date | null;
};

/** Makes the place up to which the log is applied, when there is none. */
export function prepareToApply(app: App): Promise<void> {
  return createCursor(app.db);
}

/** Called while much comes in: plans that were made for an empty database do not fit a full one. */
export function keepPlansFresh(app: App): Promise<void> {
  return refreshStatistics(app.db);
}

/** In which workspaces something has changed, and for whom. */
type Touched = Map<WorkspaceId, ReadonlySet<WakeTopic>>;

const NOTHING: ReadonlyMap<string, number> = new Map();
const MOST = { count: 400, bytes: 6_000_000 };

/**
 * Applies the next webhooks of the log, in order, in one transaction with the
 * place up to which it has come: a crash leaves both or neither, and of several
 * processes one is at it at a time.
 *
 * A member that cannot be applied is parked with its error and takes none of
 * its neighbors down.
 */
export async function applyWebhooks(app: App): Promise<Round> {
  const startedAt = performance.now();
  const touched: Touched = new Map();
  const round = await retrying(() =>
    app.db.transaction().execute(async (tx) => {
      touched.clear();
      const position = await lockCursor(tx);
      if (position === null) return { webhooks: null, heard: NOTHING, until: null };
      const webhooks = await readWebhooksAfter(tx, position, MOST);
      const last = webhooks.at(-1);
      if (!last) return { webhooks: 0, heard: NOTHING, until: null };

      const heard = await applyAll(app, tx, webhooks, touched);
      await moveCursor(tx, last.position);
      return { webhooks: webhooks.length, heard, until: last.receivedAt };
    }),
  );
  if (round.webhooks) app.metrics.time("apply_batch", (performance.now() - startedAt) / 1000);
  for (const [workspaceId, topics] of touched) {
    for (const topic of topics) app.wake.tell(topic, workspaceId);
  }
  return round;
}

async function applyAll(
  app: App,
  tx: Tx,
  webhooks: readonly LoggedWebhook[],
  touched: Touched,
): Promise<Map<string, number>> {
  const now = app.clock.now();
  const read = webhooks.map((webhook) => readWebhook(app, webhook));
  const directory = await listNeighbors(tx, [...new Set(webhooks.map(({ hint }) => hint))]);
  const routed = routeMembers(read, directory);
  const parked: Parked[] = [...routed.parked];
  const batches: Batch[] = [];
  for (const [workspaceId, members] of routed.byWorkspace) {
    await enterWorkspace(tx, workspaceId, "by-keys");
    const batch = openBatch(app, tx, workspaceId, now);
    parked.push(...(await applyOrPark(batch, members)));
    batches.push(batch);
  }
  await tell(tx, batches, now);
  await park(app, tx, parked, now);
  await countReceipts(tx, receiptsOf(webhooks, parked));
  if (parked.length > 0) app.metrics.count("webhook_members_parked", {}, parked.length);
  for (const { workspaceId, events, hints } of batches) {
    if (events.length > 0) touched.set(workspaceId, hints.add("events"));
  }
  return heardOf(routed);
}

async function park(app: App, tx: Tx, parked: readonly Parked[], now: Date): Promise<void> {
  for (const [workspaceId, members] of Map.groupBy(parked, (it) => it.workspaceId)) {
    await enterWorkspace(tx, workspaceId);
    const rows = members.map((it) => ({ ...it, id: app.ids.next() }));
    await parkMembers(tx, rows, now);
  }
}

/** Events last and in the order of the workspaces' ids: each locks its workspace until the commit. */
async function tell(tx: Tx, batches: readonly Batch[], now: Date): Promise<void> {
  const ordered = batches.toSorted((one, other) => (one.workspaceId < other.workspaceId ? -1 : 1));
  for (const { workspaceId, events, jobs } of ordered) {
    await enterWorkspace(tx, workspaceId);
    await enqueue(tx, jobs);
    await appendEvents(tx, workspaceId, now, distinctEvents(events));
  }
}

function heardOf({ byWorkspace }: Routed): Map<string, number> {
  const heard = new Map<string, number>();
  const messages = [...byWorkspace.values()].flat().filter(isHeard);
  for (const { channelId } of messages) heard.set(channelId, (heard.get(channelId) ?? 0) + 1);
  return heard;
}

function isHeard({ incoming }: Member): boolean {
  return incoming.kind === "message" && incoming.direction === "in";
}
