import { type OfficeHours, problemOfHours } from "@galka/core/hours/office-hours";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { appendEvents } from "@galka/postgres/stores/events";
import {
  type HoursOwner,
  type OwnedHours,
  hasHoursOwner,
  listHours,
  saveHours,
} from "@galka/postgres/stores/work/hours";
import type { App } from "../../app.ts";
import { askToSettle } from "../sla/settle-all.ts";

/** All hours of the workspace; everyone may see when somebody is at work. */
export function readHours(app: App, member: Member): Promise<OwnedHours[]> {
  return inWorkspace(app.db, member.workspaceId, (tx) => listHours(tx, member.workspaceId));
}

export type HoursRefused =
  | Refused<"forbidden">
  | Refused<"not-found">
  | Refused<"hours-invalid", { readonly problem: string }>;

/** Writes down when an office, a team, a number or a member is at work; null strikes it out. */
export async function setHours(
  app: App,
  member: Member,
  { owner, hours }: { readonly owner: HoursOwner; readonly hours: OfficeHours | null },
): Promise<{ readonly done: true } | HoursRefused> {
  if (!may(member, "settings.manage")) return { refused: "forbidden" };
  const problem = hours === null ? null : problemOfHours(hours);
  if (problem !== null) return { refused: "hours-invalid", problem };
  const { workspaceId } = member;
  const set = await inWorkspace(app.db, workspaceId, async (tx) => {
    if (!(await hasHoursOwner(tx, workspaceId, owner))) return { refused: "not-found" } as const;
    const now = app.clock.now();
    const isSame = (it: OwnedHours) =>
      it.owner.of === owner.of && it.owner.ownerId === owner.ownerId;
    const before = (await listHours(tx, workspaceId)).find(isSame);
    await saveHours(tx, workspaceId, app.ids.next(), { owner, hours });
    await recordAudit(tx, workspaceId, now, [
      {
        id: app.ids.next(),
        by: byMember(member),
        action: "hours-changed",
        ...(owner.ownerId === null ? {} : { subjectId: owner.ownerId }),
        before: before ? { of: owner.of, ...before.hours } : null,
        after: hours && { of: owner.of, ...hours },
      },
    ]);
    await askToSettle(tx, workspaceId);
    await appendEvents(tx, workspaceId, now, [{ kind: "collection-changed", otherId: "hours" }]);
    return { done: true } as const;
  });
  app.wake.tell("events", workspaceId);
  return set;
}
