import type { Presence } from "@galka/core/distribution/availability";
import type { DistributionPolicy } from "@galka/core/distribution/policy";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { appendEvents } from "@galka/postgres/stores/events";
import { type WorkCounts, countWork } from "@galka/postgres/stores/work/work-counts";
import { type DeskView, listDesks } from "@galka/postgres/stores/work/desks";
import { loadHours } from "@galka/postgres/stores/work/hours";
import {
  type OwnedPolicy,
  type PolicyOwner,
  hasPolicyOwner,
  listPolicies,
  savePolicy,
} from "@galka/postgres/stores/work/policies";
import type { App } from "../../app.ts";
import { distributeWaiting, presenceOf } from "./distribute-waiting.ts";

/** By what rules conversations are given; everyone may see by which they get theirs. */
export function readPolicies(app: App, member: Member): Promise<OwnedPolicy[]> {
  return inWorkspace(app.db, member.workspaceId, (tx) => listPolicies(tx, member.workspaceId));
}

export type PolicyRefused = Refused<"forbidden"> | Refused<"not-found">;

/** Has conversations given by these rules from now on, also those that wait. */
export async function setPolicy(
  app: App,
  member: Member,
  wish: { readonly owner: PolicyOwner; readonly policy: DistributionPolicy | null },
): Promise<{ readonly done: true } | PolicyRefused> {
  if (!may(member, "settings.manage")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const { owner, policy } = wish;
  const set = await inWorkspace(app.db, workspaceId, async (tx) => {
    const hasTeam = policy?.teamId ? ({ of: "team", ownerId: policy.teamId } as const) : null;
    if (!(await hasPolicyOwner(tx, workspaceId, owner))) return { refused: "not-found" } as const;
    if (hasTeam && !(await hasPolicyOwner(tx, workspaceId, hasTeam))) {
      return { refused: "not-found" } as const;
    }
    const now = app.clock.now();
    const isSame = (it: OwnedPolicy) =>
      it.owner.of === owner.of && it.owner.ownerId === owner.ownerId;
    const before = (await listPolicies(tx, workspaceId)).find(isSame);
    await savePolicy(tx, workspaceId, app.ids.next(), wish);
    await recordAudit(tx, workspaceId, now, [
      {
        id: app.ids.next(),
        by: byMember(member),
        action: "distribution-changed",
        ...(owner.ownerId === null ? {} : { subjectId: owner.ownerId }),
        before: before ? { of: owner.of, ...before.policy } : null,
        after: policy && { of: owner.of, ...policy },
      },
    ]);
    const given = await distributeWaiting({ app, tx, workspaceId, now });
    const changed = { kind: "collection-changed", otherId: "distribution" } as const;
    await appendEvents(tx, workspaceId, now, [changed, ...given]);
    return { done: true } as const;
  });
  if (!("refused" in set)) app.wake.tell("events", workspaceId);
  return set;
}

export type DeskAtWork = DeskView & { readonly presence: Presence };

/** Everybody's desk: who is there, what they have, and what they can do. */
export function readDesks(app: App, member: Member): Promise<DeskAtWork[]> {
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const hours = await loadHours(tx, workspaceId);
    const desks = await listDesks(tx, workspaceId);
    const now = app.clock.now();
    return desks.map((desk) => ({ ...desk, presence: presenceOf(desk, hours, now) }));
  });
}

/** The page says "1000+" from here on; so a count never reads all that an old workspace has. */
const COUNTED = 1_000;

/** How much is open: the member's own, nobody's, and all. */
export async function readWorkCounts(
  app: App,
  member: Member,
): Promise<WorkCounts | Refused<"forbidden">> {
  if (!may(member, "conversations.read")) return { refused: "forbidden" };
  const { workspaceId, id } = member;
  return inWorkspace(app.db, workspaceId, (tx) => countWork(tx, workspaceId, id, COUNTED));
}
