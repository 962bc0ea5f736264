import { EVERYTHING, type Filter, both } from "@galka/core/filters/filter";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { listTeamIdsOf } from "@galka/postgres/stores/library/own-teams";
import {
  type SavedView,
  deleteSavedView,
  findSavedView,
  listSavedViews,
  saveSavedView,
} from "@galka/postgres/stores/library/saved-views";
import { countConversations } from "@galka/postgres/stores/views/conversation-list";
import type { App } from "../../app.ts";
import { type KeepRefused, type Shelf, keep, shownTo, takeAway } from "../library/keep.ts";
import { type ReachWish, reachOf } from "../library/reach-wish.ts";
import { askingOf } from "./asking-of.ts";

export type ShownView = SavedView & { readonly mayChange: boolean };
export type ViewWish = Pick<SavedView, "name" | "filter" | "pinned" | "position"> & {
  readonly reach: ReachWish;
};

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
  return shownTo(tx, member, await listSavedViews(tx, member.workspaceId));
}

const SHELF: Shelf<SavedView> = {
  collection: "views",
  noun: "view",
  find: findSavedView,
  save: saveSavedView,
  remove: deleteSavedView,
  remembered: (view) => ({ ...view }),
};

/** Saves a filter under a name; with an id in place of the view that has it. */
export function saveView(
  app: App,
  member: Member,
  id: string | null,
  { reach, ...wish }: ViewWish,
): Promise<ShownView | KeepRefused> {
  const make = (itsId: string) => ({ ...wish, ...reachOf(member, reach), id: itsId });
  return keep<SavedView>(app, member, SHELF, { id, make });
}

/** Takes a view away; the conversations stay. */
export function removeView(
  app: App,
  member: Member,
  id: string,
): Promise<{ readonly done: true } | KeepRefused> {
  return takeAway(app, member, SHELF, id);
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
