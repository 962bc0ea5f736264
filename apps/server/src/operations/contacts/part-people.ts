import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { retrying } from "@galka/postgres/retry";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import {
  type MergeView,
  listMergesInto,
  lockContact,
  lockMerge,
  undoMerge,
} from "@galka/postgres/stores/contacts/undo-merge";
import { appendEvents } from "@galka/postgres/stores/events";
import { lockPeople } from "@galka/postgres/stores/receiving/people";
import { type ContactView, loadContactViews } from "@galka/postgres/stores/views/contact-list";
import { listConversationIdsOfContacts } from "@galka/postgres/stores/views/conversation-list";
import { lockWorkOf } from "@galka/postgres/stores/work/work-rows";
import type { App } from "../../app.ts";
import { followWork, rememberMoved } from "../work/save-work.ts";

export type PartRefused =
  | Refused<"not-found">
  | Refused<"forbidden">
  /** The contact they were made one with has become somebody else's part: that merge is to be undone first. */
  | Refused<"merge-not-undoable">;

/** Both contacts, parted. */
export type Parted = { readonly winner: ContactView; readonly loser: ContactView };

/** Undoes a merge: both are again what they were, and what came since is with whom it came from. */
export async function partPeople(
  app: App,
  member: Member,
  mergeId: string,
): Promise<Parted | PartRefused> {
  if (!may(member, "contacts.erase")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const parted = await retrying(() =>
    inWorkspace(app.db, workspaceId, async (tx) => {
      await lockPeople(tx, workspaceId);
      const merge = await lockMerge(tx, workspaceId, mergeId);
      if (!merge || merge.undoneAt !== null) return { refused: "not-found" } as const;
      const ids = [merge.winnerId, merge.loserId];
      if (!(await lockContact(tx, workspaceId, merge.winnerId))) {
        return { refused: "merge-not-undoable" } as const;
      }
      const now = app.clock.now();
      const desk = { app, tx, workspaceId, now };
      const touched = await listConversationIdsOfContacts(tx, workspaceId, [merge.winnerId]);
      const before = await lockWorkOf(tx, workspaceId, touched);
      const events = await undoMerge(tx, workspaceId, merge, now);
      await recordAudit(tx, workspaceId, now, [
        {
          id: app.ids.next(),
          by: byMember(member),
          action: "merge-undone",
          subjectId: merge.winnerId,
          before: { contactId: merge.winnerId },
          after: { contactId: merge.loserId },
        },
      ]);
      const shown = await listConversationIdsOfContacts(tx, workspaceId, ids);
      await rememberMoved(desk, byMember(member), before);
      const followed = await followWork(desk, shown);
      await appendEvents(tx, workspaceId, now, [...events, ...followed]);
      const contacts = await loadContactViews(tx, workspaceId, ids);
      const winner = contacts.find(({ id }) => id === merge.winnerId);
      const loser = contacts.find(({ id }) => id === merge.loserId);
      if (!winner || !loser) throw new Error("Contacts that were just parted are gone.");
      return { winner, loser };
    }),
  );
  if (!("refused" in parted)) app.wake.tell("events", workspaceId);
  return parted;
}

/** The merges into a contact that can be undone. */
export async function listMerges(
  app: App,
  member: Member,
  contactId: string,
): Promise<{ readonly items: readonly MergeView[] } | Refused<"forbidden"> | Refused<"not-found">> {
  if (!may(member, "contacts.erase")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const [contact] = await loadContactViews(tx, workspaceId, [contactId]);
    if (!contact) return { refused: "not-found" };
    return { items: await listMergesInto(tx, workspaceId, contactId) };
  });
}
