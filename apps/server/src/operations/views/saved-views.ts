import { EVERYTHING, type Filter, both } from "@galka/core/filters/filter";
import type { Refused } from "@galka/core/kernel/refused";
import { mayChange, maySee } from "@galka/core/library/reach";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { appendEvents } from "@galka/postgres/stores/events";
import { listTeamIdsOf } from "@galka/postgres/stores/library/own-teams";
import {
  type SavedView,
  deleteSavedView,
  findSavedView,
  listSavedViews,
  saveSavedView,
} from "@galka/postgres/stores/library/saved-views";
import { teamExists } from "@galka/postgres/stores/library/team-exists";
import { countConversations } from "@galka/postgres/stores/views/conversation-list";
import type { App } from "../../app.ts";
import { type ReachWish, reachOf, reachProblem } from "../library/reach-wish.ts";
import { askingOf } from "./asking-of.ts";

export type ShownView = SavedView & { readonly mayChange: boolean };
export type ViewWish = Pick<SavedView, "name" | "filter" | "pinned" | "position"> & {
  readonly reach: ReachWish;
};
type No = Refused<"not-found"> | Refused<"forbidden">;

/** What is counted beyond this is shown as "more". */
export const COUNTED_UP_TO = 1000;

export type Views = {
  readonly views: readonly ShownView[];
  readonly ownTeamIds: readonly string[];
};

/** The views that this member sees, and the teams that their filters mean by `mine`. */
export async function listViews(app: App, member: Member): Promise<Views | Refused<"forbidden">> {
  if (!may(member, "conversations.read")) return { refused: "forbidden" };
  return inWorkspace(app.db, member.workspaceId, async (tx) => ({
    views: await seenBy(tx, member),
    ownTeamIds: await listTeamIdsOf(tx, member.workspaceId, member.id),
  }));
}

async function seenBy(tx: Tx, member: Member): Promise<readonly ShownView[]> {
  const teamIds = await listTeamIdsOf(tx, member.workspaceId, member.id);
  const views = await listSavedViews(tx, member.workspaceId);
  return views
    .filter((view) => maySee(member, teamIds, view))
    .map((view) => ({ ...view, mayChange: mayChange(member, view) }));
}

/** Saves a filter under a name; with an id in place of the view that has it. */
export async function saveView(
  app: App,
  member: Member,
  id: string | null,
  wish: ViewWish,
): Promise<ShownView | No> {
  if (!may(member, "conversations.read")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const now = app.clock.now();
  const saved = await inWorkspace(app.db, workspaceId, async (tx): Promise<ShownView | No> => {
    const before = id === null ? null : await findSavedView(tx, workspaceId, id);
    if (id !== null && !before) return { refused: "not-found" };
    const { reach, ...rest } = wish;
    const after = { ...rest, ...reachOf(member, reach), id: id ?? app.ids.next() };
    const problem = reachProblem(member, before, after);
    if (problem)
      return before && !(await isSeen(tx, member, before)) ? { refused: "not-found" } : problem;
    if (after.teamId !== null && !(await teamExists(tx, workspaceId, after.teamId))) {
      return { refused: "not-found" };
    }
    await saveSavedView(tx, workspaceId, after, now);
    await remember({ app, tx, member, now }, before, after);
    return { ...after, mayChange: true };
  });
  if (!("refused" in saved)) app.wake.tell("events", workspaceId);
  return saved;
}

async function isSeen(tx: Tx, member: Member, view: SavedView): Promise<boolean> {
  return maySee(member, await listTeamIdsOf(tx, member.workspaceId, member.id), view);
}

/** Takes a view away; the conversations stay. */
export async function removeView(
  app: App,
  member: Member,
  id: string,
): Promise<{ readonly done: true } | No> {
  if (!may(member, "conversations.read")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const now = app.clock.now();
  const removed = await inWorkspace(app.db, workspaceId, async (tx) => {
    const before = await findSavedView(tx, workspaceId, id);
    if (!before || !(await isSeen(tx, member, before))) return { refused: "not-found" } as const;
    if (!mayChange(member, before)) return { refused: "forbidden" } as const;
    await deleteSavedView(tx, workspaceId, id);
    await remember({ app, tx, member, now }, before, null);
    return { done: true } as const;
  });
  if (!("refused" in removed)) app.wake.tell("events", workspaceId);
  return removed;
}

type Desk = {
  readonly app: App;
  readonly tx: Tx;
  readonly member: Member;
  readonly now: Date;
};

async function remember(
  { app, tx, member, now }: Desk,
  before: SavedView | null,
  after: SavedView | null,
): Promise<void> {
  const { workspaceId } = member;
  const entry = {
    id: app.ids.next(),
    by: byMember(member),
    action: after === null ? "view-removed" : before === null ? "view-created" : "view-changed",
    subjectId: (after ?? before)?.id ?? "",
    before: before && { ...before },
    after: after && { ...after },
  };
  await recordAudit(tx, workspaceId, now, [entry]);
  await appendEvents(tx, workspaceId, now, [{ kind: "collection-changed", otherId: "views" }]);
}

/** The filter of a view that this member sees. */
export async function filterOfView(
  tx: Tx,
  member: Member,
  id: string,
): Promise<Filter | Refused<"not-found">> {
  const view = (await seenBy(tx, member)).find((it) => it.id === id);
  return view?.filter ?? { refused: "not-found" };
}

export type ViewCount = { readonly viewId: string; readonly count: number };

/** How many conversations the views have that stand in the inbox's head. */
export async function countPinnedViews(
  app: App,
  member: Member,
): Promise<readonly ViewCount[] | Refused<"forbidden">> {
  if (!may(member, "conversations.read")) return { refused: "forbidden" };
  return inWorkspace(app.db, member.workspaceId, async (tx) => {
    const asking = await askingOf(app, tx, member);
    const counts: ViewCount[] = [];
    for (const view of await seenBy(tx, member)) {
      if (!view.pinned) continue;
      const where = { filter: view.filter, asking };
      const count = await countConversations(tx, member.workspaceId, where, COUNTED_UP_TO);
      counts.push({ viewId: view.id, count });
    }
    return counts;
  });
}

/** How many conversations a filter means. */
export async function countWhere(
  app: App,
  member: Member,
  filter: Filter | null,
): Promise<number | Refused<"forbidden">> {
  if (!may(member, "conversations.read")) return { refused: "forbidden" };
  return inWorkspace(app.db, member.workspaceId, async (tx) => {
    const where = {
      filter: both(EVERYTHING, filter ?? EVERYTHING),
      asking: await askingOf(app, tx, member),
    };
    return countConversations(tx, member.workspaceId, where, COUNTED_UP_TO);
  });
}
