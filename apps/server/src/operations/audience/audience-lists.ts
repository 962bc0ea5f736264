import type { Refused } from "@galka/core/kernel/refused";
import type { AuditAction } from "@galka/core/workspaces/audit";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import {
  type AudienceList,
  deleteAudienceList,
  isListNameTaken,
  listAudienceLists,
  lockAudienceList,
  saveAudienceList,
} from "@galka/postgres/stores/audience/audience-lists";
import { appendEvents } from "@galka/postgres/stores/events";
import { lockLibrary } from "@galka/postgres/stores/library/macros";
import type { App } from "../../app.ts";

export type ListWish = Pick<AudienceList, "name" | "description">;

export type ListRefused = Refused<"forbidden"> | Refused<"not-found"> | Refused<"name-taken">;

export async function readAudienceLists(
  app: App,
  member: Member,
): Promise<{ readonly items: readonly AudienceList[] } | Refused<"forbidden">> {
  if (!may(member, "contacts.read")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return {
    items: await inWorkspace(app.db, workspaceId, (tx) => listAudienceLists(tx, workspaceId)),
  };
}

/** Makes an empty list; with an id gives the one that has it another name. Two lists never have one name. */
export function keepAudienceList(
  app: App,
  member: Member,
  id: string | null,
  wish: ListWish,
): Promise<AudienceList | ListRefused> {
  return change(app, member, async (tx) => {
    const { workspaceId } = member;
    const before = id === null ? null : await lockAudienceList(tx, workspaceId, id);
    if (id !== null && !before) return { refused: "not-found" };
    const kept = { ...wish, id: id ?? app.ids.next() };
    if (await isListNameTaken(tx, workspaceId, kept)) return { refused: "name-taken" };
    await saveAudienceList(tx, workspaceId, kept, app.clock.now());
    const after = await lockAudienceList(tx, workspaceId, kept.id);
    if (!after) throw new Error("A list that was just kept is gone.");
    const verb = before ? "audience-list-changed" : "audience-list-created";
    await remember(app, tx, member, { verb, before, after });
    return after;
  });
}

/** Takes a list away with who was in it; the contacts stay. */
export function removeAudienceList(
  app: App,
  member: Member,
  id: string,
): Promise<{ readonly done: true } | ListRefused> {
  return change(app, member, async (tx) => {
    const before = await lockAudienceList(tx, member.workspaceId, id);
    if (!before) return { refused: "not-found" };
    await deleteAudienceList(tx, member.workspaceId, id);
    await remember(app, tx, member, { verb: "audience-list-removed", before, after: null });
    return { done: true };
  });
}

async function change<T extends object>(
  app: App,
  member: Member,
  work: (tx: Tx) => Promise<T | ListRefused>,
): Promise<T | ListRefused> {
  if (!may(member, "contacts.edit")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const done = await inWorkspace(app.db, workspaceId, async (tx) => {
    await lockLibrary(tx, workspaceId);
    return work(tx);
  });
  if (!("refused" in done)) app.wake.tell("events", workspaceId);
  return done;
}

async function remember(
  app: App,
  tx: Tx,
  member: Member,
  {
    verb,
    before,
    after,
  }: {
    readonly verb: Extract<AuditAction, `audience-list-${string}`>;
    readonly before: AudienceList | null;
    readonly after: AudienceList | null;
  },
): Promise<void> {
  const now = app.clock.now();
  const told = (it: AudienceList) => ({ name: it.name, description: it.description });
  await recordAudit(tx, member.workspaceId, now, [
    {
      id: app.ids.next(),
      by: byMember(member),
      action: verb,
      subjectId: (after ?? before)?.id ?? "",
      before: before && told(before),
      after: after && told(after),
    },
  ]);
  await appendEvents(tx, member.workspaceId, now, [
    { kind: "collection-changed", otherId: "audience-lists" },
  ]);
}
