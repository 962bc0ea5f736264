import type { Filter } from "@galka/core/filters/filter";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type WorkChange, changed, undone } from "@galka/core/conversations/work-change";
import type { Member } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { retrying } from "@galka/postgres/retry";
import { enqueue } from "@galka/postgres/jobs/enqueue";
import { appendEvents } from "@galka/postgres/stores/events";
import {
  type BulkChange,
  insertBulkChange,
  insertUndoing,
  lockBulkChange,
  nextBulkRows,
  saveBatch,
  stopBulkChange,
} from "@galka/postgres/stores/library/bulk-changes";
import { listMembers } from "@galka/postgres/stores/members";
import type { App } from "../../app.ts";
import { askingOf } from "../views/asking-of.ts";
import { filterOfView } from "../views/saved-views.ts";
import { type ChangeRefused, refusalOfChange } from "../work/refusal-of-change.ts";
import { mayOrganize, organize } from "./organize.ts";

/** How many conversations are changed in one transaction. */
const BATCH = 200;

export type BulkWish = {
  readonly change: WorkChange;
  readonly ids?: readonly string[];
  /** All of a view or a filter instead; with both, what both mean. */
  readonly view?: string;
  readonly filter?: Filter;
};

type No = ChangeRefused | Refused<"forbidden">;
type Ran = { readonly bulk: BulkChange; readonly channelIds: readonly string[] };

/**
 * Changes many conversations.
 *
 * The first batch is done when this answers; the others follow in the
 * background, each in a transaction of its own, so that nobody waits long for a
 * conversation. Every row is remembered as it was, for the undoing.
 */
export async function startBulkChange(
  app: App,
  member: Member,
  wish: BulkWish,
): Promise<BulkChange | No> {
  if (!mayOrganize(member)) return { refused: "forbidden" };
  return settle(app, member.workspaceId, (tx) => begin(app, tx, member, wish));
}

async function begin(app: App, tx: Tx, member: Member, wish: BulkWish): Promise<Ran | No> {
  const { workspaceId } = member;
  const refused = await refusalOfChange(tx, workspaceId, wish.change, app.clock.now());
  if (refused) return refused;
  const meant = wish.ids ?? (await meantBy(app, tx, member, wish));
  if ("refused" in meant) return meant;
  const at = app.clock.now();
  const bulk = { id: app.ids.next(), memberId: member.id, change: wish.change, undoes: null, at };
  await insertBulkChange(tx, workspaceId, bulk, meant);
  return firstBatch(app, tx, member, bulk.id);
}

async function meantBy(app: App, tx: Tx, member: Member, { view, filter }: BulkWish) {
  const ofView = view === undefined ? { all: [] } : await filterOfView(tx, member, view);
  if ("refused" in ofView) return ofView;
  const all = [...ofView.all, ...(filter?.all ?? [])];
  return { filter: { all }, asking: await askingOf(app, tx, member) };
}

/** Takes a change back where nothing of it has been changed since; one that still runs ends where it is. */
export async function undoBulkChange(
  app: App,
  member: Member,
  id: string,
): Promise<BulkChange | No> {
  if (!mayOrganize(member)) return { refused: "forbidden" };
  const { workspaceId } = member;
  return settle(app, workspaceId, async (tx) => {
    const before = await lockBulkChange(tx, workspaceId, id);
    if (!before || before.memberId !== member.id) return { refused: "not-found" } as const;
    const now = app.clock.now();
    if (before.state === "running") await stopBulkChange(tx, workspaceId, id, now);
    const bulk = { id: app.ids.next(), memberId: member.id, change: {}, undoes: id, at: now };
    await insertUndoing(tx, workspaceId, bulk);
    return firstBatch(app, tx, member, bulk.id);
  });
}

/** How far a change of this member's is. */
export async function readBulkChange(
  app: App,
  member: Member,
  id: string,
): Promise<BulkChange | No> {
  if (!mayOrganize(member)) return { refused: "forbidden" };
  const { workspaceId } = member;
  const found = await inWorkspace(app.db, workspaceId, (tx) => lockBulkChange(tx, workspaceId, id));
  return found?.memberId === member.id ? found : { refused: "not-found" };
}

/** Does the rest of a change, batch by batch; called again it goes on where it was. */
export async function runBulkChange(
  app: App,
  workspaceId: WorkspaceId,
  id: string,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    if (signal.aborted) throw new Error("The change was interrupted and will go on.");
    const ran = await settle(app, workspaceId, async (tx) => {
      const bulk = await lockBulkChange(tx, workspaceId, id);
      const members = await listMembers(tx, workspaceId);
      const member = members.find((it) => it.id === bulk?.memberId);
      return bulk && member ? runBatch(app, tx, member, bulk) : ({ refused: "not-found" } as const);
    });
    if ("refused" in ran || ran.state !== "running") return;
  }
}

async function firstBatch(app: App, tx: Tx, member: Member, id: string): Promise<Ran> {
  const { workspaceId } = member;
  const bulk = await lockBulkChange(tx, workspaceId, id);
  if (!bulk) throw new Error("A change that was just begun is gone.");
  if (bulk.totalCount > BATCH) {
    await enqueue(tx, [{ task: "run-bulk-change", payload: { workspaceId, bulkChangeId: id } }]);
  }
  return runBatch(app, tx, member, bulk);
}

async function runBatch(app: App, tx: Tx, member: Member, bulk: BulkChange): Promise<Ran> {
  if (bulk.state !== "running") return { bulk, channelIds: [] };
  const { workspaceId } = member;
  const rows = await nextBulkRows(tx, workspaceId, bulk.id, BATCH);
  const taken = rows.map((row) => row.conversationId);
  const { made, channelIds, events } = await organize({ app, tx, member }, taken, (id, work) => {
    if (bulk.undoes === null) return changed(work, bulk.change);
    const row = rows.find((it) => it.conversationId === id);
    return row?.before && row.after ? undone(row.before, row.after, work) : null;
  });
  const isLast = rows.length < BATCH || bulk.doneCount + rows.length >= bulk.totalCount;
  const now = app.clock.now();
  await saveBatch(tx, workspaceId, bulk.id, { taken, made, isLast, now });
  const after = await lockBulkChange(tx, workspaceId, bulk.id);
  await appendEvents(tx, workspaceId, now, events);
  return { bulk: after ?? bulk, channelIds };
}

async function settle(
  app: App,
  workspaceId: WorkspaceId,
  work: (tx: Tx) => Promise<Ran | No>,
): Promise<BulkChange | No> {
  const ran = await retrying(() => inWorkspace(app.db, workspaceId, work));
  if ("refused" in ran) return ran;
  for (const channelId of ran.channelIds) app.wake.tell("sends", channelId);
  app.wake.tell("events", workspaceId);
  return ran.bulk;
}
