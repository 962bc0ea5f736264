import type { RoleId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import type { AuditAction, AuditChange } from "@galka/core/workspaces/audit";
import { completed, holdsAll } from "@galka/core/workspaces/grant";
import { type Member, may } from "@galka/core/workspaces/member";
import type { Permission } from "@galka/core/workspaces/permissions";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { appendEvents } from "@galka/postgres/stores/events";
import {
  type OwnRoleView,
  deleteRole as deleteFrom,
  insertRole,
  isRoleName,
  listHolders,
  listRoles as listFrom,
  lockRole,
  updateRole,
} from "@galka/postgres/stores/team/roles";
import type { App } from "../../app.ts";

/** The workspace's own roles. Every member may know them: the members' roles are named by them. */
export function listRoles(app: App, { workspaceId }: Member): Promise<readonly OwnRoleView[]> {
  return inWorkspace(app.db, workspaceId, (tx) => listFrom(tx, workspaceId));
}

export type RoleWish = { readonly name: string; readonly permissions: readonly Permission[] };
export type RoleRefused = Refused<"forbidden"> | Refused<"not-found"> | Refused<"name-taken">;

/** Makes a role of the workspace's own. Nobody puts into it what they may not do themselves. */
export async function createRole(
  app: App,
  member: Member,
  wish: RoleWish,
): Promise<OwnRoleView | RoleRefused> {
  const permissions = completed(wish.permissions);
  if (!may(member, "members.manage") || !holdsAll(member, permissions)) {
    return { refused: "forbidden" };
  }
  const { workspaceId } = member;
  const { name } = wish;
  const made = await inWorkspace(app.db, workspaceId, async (tx) => {
    if (await isRoleName(tx, workspaceId, { name, except: null })) {
      return { refused: "name-taken" } as const;
    }
    const id = app.ids.next<"role">();
    await insertRole(tx, workspaceId, { id, name, permissions }, app.clock.now());
    await note(app, tx, member, {
      subjectId: id,
      action: "role-created",
      after: { name, permissions },
    });
    return { id, name, permissions, memberCount: 0 };
  });
  if (!("refused" in made)) app.wake.tell("events", workspaceId);
  return made;
}

type Changed = { readonly role: OwnRoleView; readonly holders: readonly string[] };

/** Changes what a role allows, at once also on the pages of everyone who holds it. */
export async function changeRole(
  app: App,
  member: Member,
  wish: RoleWish & { readonly id: RoleId },
): Promise<OwnRoleView | RoleRefused> {
  const { id, name } = wish;
  const permissions = completed(wish.permissions);
  if (!may(member, "members.manage")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const changed = await inWorkspace(
    app.db,
    workspaceId,
    async (tx): Promise<Changed | RoleRefused> => {
      const before = await lockRole(tx, workspaceId, id);
      if (!before) return { refused: "not-found" };
      if (!holdsAll(member, [...before.permissions, ...permissions])) {
        return { refused: "forbidden" };
      }
      if (await isRoleName(tx, workspaceId, { name, except: id })) {
        return { refused: "name-taken" };
      }
      await updateRole(tx, workspaceId, { id, name, permissions });
      await note(app, tx, member, {
        subjectId: id,
        action: "role-changed",
        before: { name: before.name, permissions: before.permissions },
        after: { name, permissions },
      });
      const role = { id, name, permissions, memberCount: before.memberCount };
      return { role, holders: await listHolders(tx, workspaceId, id) };
    },
  );
  if ("refused" in changed) return changed;
  for (const holder of changed.holders) app.wake.tell("members", holder);
  app.wake.tell("events", workspaceId);
  return changed.role;
}

/** Deletes a role that nobody holds; invitations to it are taken back with it. */
export async function deleteRole(
  app: App,
  member: Member,
  id: RoleId,
): Promise<{ readonly done: true } | RoleRefused | Refused<"role-in-use">> {
  if (!may(member, "members.manage")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const deleted = await inWorkspace(app.db, workspaceId, async (tx) => {
    const role = await lockRole(tx, workspaceId, id);
    if (!role) return { refused: "not-found" } as const;
    if (!holdsAll(member, role.permissions)) return { refused: "forbidden" } as const;
    if (role.memberCount > 0) return { refused: "role-in-use" } as const;
    await deleteFrom(tx, workspaceId, id);
    const { name, permissions } = role;
    await note(app, tx, member, {
      subjectId: id,
      action: "role-deleted",
      before: { name, permissions },
    });
    return { done: true } as const;
  });
  if (!("refused" in deleted)) app.wake.tell("events", workspaceId);
  return deleted;
}

type Note = {
  readonly subjectId: string;
  readonly action: AuditAction;
  readonly before?: AuditChange;
  readonly after?: AuditChange;
};

async function note(app: App, tx: Tx, member: Member, entry: Note): Promise<void> {
  const now = app.clock.now();
  await recordAudit(tx, member.workspaceId, now, [
    { id: app.ids.next(), by: byMember(member), ...entry },
  ]);
  await appendEvents(tx, member.workspaceId, now, [
    { kind: "collection-changed", otherId: "roles" },
  ]);
}
