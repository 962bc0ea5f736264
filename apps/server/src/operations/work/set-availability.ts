import type { Availability } from "@galka/core/distribution/availability";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import type { AuditAction, AuditChange } from "@galka/core/workspaces/audit";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { type NewEvent, appendEvents } from "@galka/postgres/stores/events";
import {
  type DeskSettings,
  listDesks,
  noteSeen,
  saveDesk,
  setAvailability as saveAvailability,
} from "@galka/postgres/stores/work/desks";
import type { App } from "../../app.ts";
import { type Desk, distributeWaiting } from "./distribute-waiting.ts";

const DESKS_CHANGED: NewEvent = { kind: "collection-changed", otherId: "distribution" };

/** Says of oneself whether one is there. Whoever comes is given what waits, in the same transaction. */
export async function setAvailability(
  app: App,
  member: Member,
  availability: Availability,
): Promise<{ readonly done: true } | Refused<"not-found">> {
  return changeDesk(app, member, member.id, async ({ tx, workspaceId, now }) => {
    const desks = await listDesks(tx, workspaceId);
    const before = desks.find(({ memberId }) => memberId === member.id);
    await saveAvailability(tx, workspaceId, member.id, availability);
    // Whoever says so is at a browser at this moment.
    await noteSeen(tx, workspaceId, [member.id], now);
    return {
      action: "availability-changed",
      before: { availability: before?.availability ?? null },
      after: { availability },
    };
  });
}

/** Sets down what a member can do at once, and what they know. */
export async function setDesk(
  app: App,
  member: Member,
  memberId: string,
  desk: DeskSettings,
): Promise<{ readonly done: true } | Refused<"forbidden"> | Refused<"not-found">> {
  if (!may(member, "settings.manage")) return { refused: "forbidden" };
  return changeDesk(app, member, memberId, async ({ tx, workspaceId }) => {
    const before = (await listDesks(tx, workspaceId)).find((it) => it.memberId === memberId);
    if (!before) return { refused: "not-found" };
    await saveDesk(tx, workspaceId, memberId, desk);
    const { capacity, skills, languages, labelIds } = before;
    return {
      action: "desk-changed",
      before: { capacity, skills, languages, labelIds },
      after: { ...desk },
    };
  });
}

type Change = {
  readonly action: AuditAction;
  readonly before: AuditChange;
  readonly after: AuditChange;
};

async function changeDesk<R extends Refused<"not-found">>(
  app: App,
  member: Member,
  subjectId: string,
  change: (desk: Desk) => Promise<Change | R>,
): Promise<{ readonly done: true } | R> {
  const { workspaceId } = member;
  const result = await inWorkspace(app.db, workspaceId, async (tx) => {
    const desk = { app, tx, workspaceId, now: app.clock.now() };
    const changed = await change(desk);
    if ("refused" in changed) return changed;
    const entry = { ...changed, id: app.ids.next(), by: byMember(member), subjectId };
    await recordAudit(tx, workspaceId, desk.now, [entry]);
    const given = await distributeWaiting(desk);
    await appendEvents(tx, workspaceId, desk.now, [DESKS_CHANGED, ...given]);
    return { done: true } as const;
  });
  if (!("refused" in result)) app.wake.tell("events", workspaceId);
  return result;
}

/** Notes whose browsers are connected; who was taken to be gone can be given conversations again. */
export function noteMembersSeen(
  app: App,
  workspaceId: WorkspaceId,
  memberIds: readonly string[],
): Promise<void> {
  return inWorkspace(app.db, workspaceId, (tx) =>
    noteSeen(tx, workspaceId, memberIds, app.clock.now()),
  );
}
