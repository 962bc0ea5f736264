import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { type AuditEntry, byMember, recordAudit } from "@galka/postgres/stores/audit";
import { lockConsentSettings } from "@galka/postgres/stores/consent/consent-settings";
import {
  type ConsentWording,
  findWording,
  insertWording,
  listWordings,
  retireWording,
} from "@galka/postgres/stores/consent/wordings";
import { appendEvents } from "@galka/postgres/stores/events";
import type { App } from "../../app.ts";

/** The words that people agree to: whoever records a consent has to name them. */
export async function readWordings(
  app: App,
  member: Member,
): Promise<{ readonly items: readonly ConsentWording[] } | Refused<"forbidden">> {
  if (!may(member, "contacts.read")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, async (tx) => ({
    items: await listWordings(tx, workspaceId),
  }));
}

/** Adds words; of a name and language that is there already they are the next version, and the one before retires. */
export async function addWording(
  app: App,
  member: Member,
  wording: Pick<ConsentWording, "name" | "language" | "text">,
): Promise<ConsentWording | Refused<"forbidden">> {
  if (!may(member, "settings.manage")) return { refused: "forbidden" };
  const id = app.ids.next();
  return change(app, member, async (tx, now) => {
    const { workspaceId } = member;
    await insertWording(tx, workspaceId, { ...wording, id, createdBy: member.id }, now);
    const added = await findWording(tx, workspaceId, id);
    if (!added) throw new Error("Words that were just added are gone.");
    const { name, language, version } = added;
    const entry = { action: "consent-wording-added", after: { name, language, version } } as const;
    return { result: added, subjectId: id, entry };
  });
}

/** Has nobody asked in these words any more. Said twice, it is true once. */
export async function retireConsentWording(
  app: App,
  member: Member,
  id: string,
): Promise<{ readonly done: true } | Refused<"forbidden"> | Refused<"not-found">> {
  if (!may(member, "settings.manage")) return { refused: "forbidden" };
  return change<{ readonly done: true } | Refused<"not-found">>(app, member, async (tx, now) => {
    const found = await findWording(tx, member.workspaceId, id);
    if (!found) return { result: { refused: "not-found" } as const };
    const isNew = await retireWording(tx, member.workspaceId, id, now);
    const { name, language, version } = found;
    const entry = {
      action: "consent-wording-retired",
      after: { name, language, version },
    } as const;
    return { result: { done: true } as const, ...(isNew && { subjectId: id, entry }) };
  });
}

type Change<Result> = {
  readonly result: Result;
  readonly subjectId?: string;
  readonly entry?: Pick<AuditEntry, "action" | "after">;
};

async function change<Result>(
  app: App,
  member: Member,
  work: (tx: Tx, now: Date) => Promise<Change<Result>>,
): Promise<Result> {
  const { workspaceId } = member;
  const now = app.clock.now();
  const result = await inWorkspace(app.db, workspaceId, async (tx) => {
    await lockConsentSettings(tx, workspaceId, now);
    const { result: made, subjectId, entry } = await work(tx, now);
    if (!entry || subjectId === undefined) return made;
    const id = app.ids.next();
    await recordAudit(tx, workspaceId, now, [{ id, by: byMember(member), subjectId, ...entry }]);
    await appendEvents(tx, workspaceId, now, [{ kind: "collection-changed", otherId: "consent" }]);
    return made;
  });
  app.wake.tell("events", workspaceId);
  return result;
}
