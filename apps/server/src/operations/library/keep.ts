import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Reach, mayChange, maySee } from "@galka/core/library/reach";
import type { AuditChange } from "@galka/core/workspaces/audit";
import type { Permission } from "@galka/core/workspaces/permissions";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { appendEvents } from "@galka/postgres/stores/events";
import { lockLibrary } from "@galka/postgres/stores/library/macros";
import { listTeamIdsOf } from "@galka/postgres/stores/library/own-teams";
import { teamExists } from "@galka/postgres/stores/library/team-exists";
import type { App } from "../../app.ts";

export type Kept = Reach & { readonly id: string };
export type KeepRefused = Refused<"not-found"> | Refused<"forbidden">;
export type Shown<T> = T & { readonly mayChange: boolean };

/** Where things of one kind of the library are kept, and what they are called. */
export type Shelf<T extends Kept> = {
  readonly collection: "views" | "quick-replies" | "macros" | "segments";
  /** As the audit calls it: 'quick-reply-changed'. */
  readonly noun: "view" | "quick-reply" | "macro" | "segment";
  /** Whoever may see and keep such things at all; conversations are read by whoever keeps anything else. */
  readonly needs?: Permission;
  find(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<T | null>;
  save(tx: Tx, workspaceId: WorkspaceId, item: T, now: Date): Promise<void>;
  remove(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<void>;
  /** What the audit remembers: never what would be sent. */
  remembered(item: T): AuditChange;
};

/** Keeps something of the library; with an id in place of what has it. Who may not share keeps it to themselves. */
export async function keep<T extends Kept, No extends Refused<string> = KeepRefused>(
  app: App,
  member: Member,
  shelf: Shelf<T>,
  wish: {
    readonly id: string | null;
    readonly make: (id: string) => NoInfer<T>;
    /** What else speaks against it. */
    readonly problem?: (tx: Tx, item: T) => Promise<No | null>;
  },
): Promise<Shown<T> | KeepRefused | No> {
  if (!may(member, shelf.needs ?? "conversations.read")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const now = app.clock.now();
  const kept = await inWorkspace(app.db, workspaceId, async (tx) => {
    await lockLibrary(tx, workspaceId);
    const before = wish.id === null ? null : await shelf.find(tx, workspaceId, wish.id);
    if (wish.id !== null && !(before && (await isSeen(tx, member, before)))) {
      return { refused: "not-found" } as const;
    }
    const after = wish.make(wish.id ?? app.ids.next());
    if (before && !mayChange(member, before)) return { refused: "forbidden" } as const;
    if (!mayChange(member, after)) return { refused: "forbidden" } as const;
    if (after.teamId !== null && !(await teamExists(tx, workspaceId, after.teamId))) {
      return { refused: "not-found" } as const;
    }
    const problem = await wish.problem?.(tx, after);
    if (problem) return problem;
    await shelf.save(tx, workspaceId, after, now);
    await remember(app, tx, member, { shelf, before, after });
    return { ...after, mayChange: true };
  });
  if (!("refused" in kept)) app.wake.tell("events", workspaceId);
  return kept;
}

/** Takes something of the library away. */
export async function takeAway<T extends Kept>(
  app: App,
  member: Member,
  shelf: Shelf<T>,
  id: string,
): Promise<{ readonly done: true } | KeepRefused> {
  if (!may(member, shelf.needs ?? "conversations.read")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const gone = await inWorkspace(app.db, workspaceId, async (tx) => {
    const before = await shelf.find(tx, workspaceId, id);
    if (!before || !(await isSeen(tx, member, before))) return { refused: "not-found" } as const;
    if (!mayChange(member, before)) return { refused: "forbidden" } as const;
    await shelf.remove(tx, workspaceId, id);
    await remember(app, tx, member, { shelf, before, after: null });
    return { done: true } as const;
  });
  if (!("refused" in gone)) app.wake.tell("events", workspaceId);
  return gone;
}

/** What this member sees of it, and whether they may change it. */
export async function shownTo<T extends Kept>(
  tx: Tx,
  member: Member,
  items: readonly T[],
): Promise<Shown<T>[]> {
  const teamIds = await listTeamIdsOf(tx, member.workspaceId, member.id);
  return items
    .filter((item) => maySee(member, teamIds, item))
    .map((item) => ({ ...item, mayChange: mayChange(member, item) }));
}

async function isSeen(tx: Tx, member: Member, item: Kept): Promise<boolean> {
  return maySee(member, await listTeamIdsOf(tx, member.workspaceId, member.id), item);
}

async function remember<T extends Kept>(
  app: App,
  tx: Tx,
  member: Member,
  { shelf, before, after }: { shelf: Shelf<T>; before: T | null; after: T | null },
): Promise<void> {
  const verb = after === null ? "removed" : before === null ? "created" : "changed";
  const now = app.clock.now();
  await recordAudit(tx, member.workspaceId, now, [
    {
      id: app.ids.next(),
      by: byMember(member),
      action: `${shelf.noun}-${verb}`,
      subjectId: (after ?? before)?.id ?? "",
      before: before && shelf.remembered(before),
      after: after && shelf.remembered(after),
    },
  ]);
  await appendEvents(tx, member.workspaceId, now, [
    { kind: "collection-changed", otherId: shelf.collection },
  ]);
}
