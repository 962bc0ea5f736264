import { type Period, periodBefore } from "@galka/core/figures/period";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { enqueue } from "@galka/postgres/jobs/enqueue";
import { type Measure, listConversationsBehind } from "@galka/postgres/stores/figures/behind";
import {
  type DayCounts,
  type HourCounts,
  type PartCounts,
  type Scope,
  listDayCounts,
  listHourCounts,
  listPartCounts,
} from "@galka/postgres/stores/figures/counts";
import { foldFigures } from "@galka/postgres/stores/figures/fold";
import { type Counting, beginCounting, findCounting } from "@galka/postgres/stores/figures/zone";
import {
  type ConversationView,
  loadConversationViews,
} from "@galka/postgres/stores/views/conversation-list";
import { loadHours } from "@galka/postgres/stores/work/hours";
import type { App } from "../../app.ts";

/** What is asked for: of which part, over which days. */
export type FigureWish = { readonly scope: Scope; readonly period: Period };

export type Statistics = Counting & {
  readonly days: readonly DayCounts[];
  readonly before: readonly DayCounts[];
  readonly hours: readonly HourCounts[];
  readonly parts: readonly PartCounts[];
};

/**
 * What was counted, as new as this moment.
 *
 * The first time, and whenever the office has moved to another zone, everything
 * is counted anew in the background; what is answered meanwhile says from which day on.
 */
export async function readStatistics(
  app: App,
  member: Member,
  { scope, period }: FigureWish,
): Promise<Statistics | Refused<"forbidden">> {
  if (!may(member, "statistics.read")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const counting = await ensureCounting(tx, workspaceId);
    await foldFigures(tx, workspaceId);
    return {
      ...counting,
      days: await listDayCounts(tx, workspaceId, scope, period),
      before: await listDayCounts(tx, workspaceId, scope, periodBefore(period)),
      hours: await listHourCounts(tx, workspaceId, scope, period),
      parts: await listPartCounts(tx, workspaceId, period),
    };
  });
}

async function ensureCounting(tx: Tx, workspaceId: WorkspaceId): Promise<Counting> {
  const counting = await findCounting(tx, workspaceId);
  const timeZone = (await loadHours(tx, workspaceId)).office?.timeZone ?? "UTC";
  if (counting?.timeZone === timeZone) return counting;
  await beginCounting(tx, workspaceId, timeZone);
  await enqueue(tx, [
    { task: "recount-figures", payload: { workspaceId }, key: `recount-figures:${workspaceId}` },
  ]);
  const begun = await findCounting(tx, workspaceId);
  return begun ?? { timeZone, recountFrom: null };
}

/** The conversations that a count is made of. */
export async function listBehindFigure(
  app: App,
  member: Member,
  figure: FigureWish & { readonly measure: Measure },
  limit: number,
): Promise<{ readonly items: readonly ConversationView[] } | Refused<"forbidden">> {
  if (!may(member, "statistics.read") || !may(member, "conversations.read")) {
    return { refused: "forbidden" };
  }
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const ids = await listConversationsBehind(tx, workspaceId, figure, limit);
    const views = await loadConversationViews(tx, workspaceId, ids);
    const byId = new Map(views.map((view) => [view.id, view]));
    return { items: ids.flatMap((id) => byId.get(id) ?? []) };
  });
}
