import type { TeamId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { type NewEvent, appendEvents } from "@galka/postgres/stores/events";
import {
  type Team,
  deleteTeam as deleteFrom,
  isTeamName,
  listKnownMembers,
  listTeams as listFrom,
  lockTeam,
  saveTeam,
} from "@galka/postgres/stores/team/teams";
import type { App } from "../../app.ts";

export type TeamWish = { readonly name: string; readonly memberIds: readonly string[] };
export type TeamRefused = Refused<"forbidden"> | Refused<"not-found"> | Refused<"name-taken">;

/** Every member may know the teams: conversations are given to them. */
export function listTeams(app: App, { workspaceId }: Member): Promise<readonly Team[]> {
  return inWorkspace(app.db, workspaceId, (tx) => listFrom(tx, workspaceId));
}

/** Makes a team. Somebody who is no member of the workspace is not found. */
export function createTeam(app: App, member: Member, wish: TeamWish): Promise<Team | TeamRefused> {
  return save(app, member, { ...wish, id: null });
}

/** Renames a team and says anew who is in it. */
export function changeTeam(
  app: App,
  member: Member,
  wish: TeamWish & { readonly id: TeamId },
): Promise<Team | TeamRefused> {
  return save(app, member, wish);
}

async function save(
  app: App,
  member: Member,
  wish: TeamWish & { readonly id: TeamId | null },
): Promise<Team | TeamRefused> {
  if (!may(member, "members.manage")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const saved = await inWorkspace(app.db, workspaceId, async (tx) => {
    const before = wish.id && (await lockTeam(tx, workspaceId, wish.id));
    if (wish.id !== null && !before) return { refused: "not-found" } as const;
    const wanted = new Set(wish.memberIds);
    const memberIds = await listKnownMembers(tx, workspaceId, [...wanted]);
    if (memberIds.length < wanted.size) return { refused: "not-found" } as const;

    const team = { id: wish.id ?? app.ids.next<"team">(), name: wish.name, memberIds };
    if (await isTeamName(tx, workspaceId, team)) return { refused: "name-taken" } as const;
    await saveTeam(tx, workspaceId, team, app.clock.now());
    await note(app, tx, member, { before: before || null, after: team, told: [] });
    return team;
  });
  if (!("refused" in saved)) app.wake.tell("events", workspaceId);
  return saved;
}

/** Deletes a team. Its conversations belong to no team then; they stay with whoever has them. */
export async function deleteTeam(
  app: App,
  member: Member,
  id: TeamId,
): Promise<{ readonly done: true } | TeamRefused> {
  if (!may(member, "members.manage")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const deleted = await inWorkspace(app.db, workspaceId, async (tx) => {
    const before = await lockTeam(tx, workspaceId, id);
    if (!before) return { refused: "not-found" } as const;
    const freed = await deleteFrom(tx, workspaceId, id);
    const told = freed.map(
      (conversationId) => ({ kind: "conversation-changed", conversationId }) as const,
    );
    await note(app, tx, member, { before, after: null, told });
    return { done: true } as const;
  });
  if (!("refused" in deleted)) app.wake.tell("events", workspaceId);
  return deleted;
}

type Change = {
  readonly before: Team | null;
  readonly after: Team | null;
  readonly told: readonly NewEvent[];
};

async function note(
  app: App,
  tx: Tx,
  member: Member,
  { before, after, told }: Change,
): Promise<void> {
  const now = app.clock.now();
  const subject = after ?? before;
  const deed = before === null ? "created" : after === null ? "deleted" : "changed";
  await recordAudit(tx, member.workspaceId, now, [
    {
      id: app.ids.next(),
      by: byMember(member),
      action: `team-${deed}`,
      ...(subject ? { subjectId: subject.id } : {}),
      before: before && { name: before.name, memberIds: before.memberIds },
      after: after && { name: after.name, memberIds: after.memberIds },
    },
  ]);
  await appendEvents(tx, member.workspaceId, now, [
    ...told,
    { kind: "collection-changed", otherId: "teams" },
  ]);
}
