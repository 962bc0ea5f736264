import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import {
  type Segment,
  deleteSegment,
  findSegment,
  listSegments,
  saveSegment,
} from "@galka/postgres/stores/audience/segments";
import type { App } from "../../app.ts";
import {
  type KeepRefused,
  type Shelf,
  type Shown,
  keep,
  shownTo,
  takeAway,
} from "../library/keep.ts";
import { type ReachWish, reachOf } from "../library/reach-wish.ts";

export type SegmentWish = Pick<Segment, "name" | "description" | "filter"> & {
  readonly reach: ReachWish;
};

const SHELF: Shelf<Segment> = {
  collection: "segments",
  noun: "segment",
  needs: "contacts.read",
  find: findSegment,
  save: saveSegment,
  remove: deleteSegment,
  remembered: (segment) => ({ ...segment }),
};

/** The segments that this member sees: their own, their teams' and everyone's. */
export async function readSegments(
  app: App,
  member: Member,
): Promise<{ readonly items: readonly Shown<Segment>[] } | Refused<"forbidden">> {
  if (!may(member, "contacts.read")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, async (tx) => ({
    items: await shownTo(tx, member, await listSegments(tx, workspaceId)),
  }));
}

/** Keeps a filter over contacts under a name; with an id in place of the segment that has it. */
export function keepSegment(
  app: App,
  member: Member,
  id: string | null,
  { reach, ...wish }: SegmentWish,
): Promise<Shown<Segment> | KeepRefused> {
  const make = (itsId: string) => ({ ...wish, ...reachOf(member, reach), id: itsId });
  return keep<Segment>(app, member, SHELF, { id, make });
}

/** Takes a segment away; the contacts stay. */
export function removeSegment(
  app: App,
  member: Member,
  id: string,
): Promise<{ readonly done: true } | KeepRefused> {
  return takeAway(app, member, SHELF, id);
}
