import type { ContactId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { retrying } from "@galka/postgres/retry";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { mergeContacts } from "@galka/postgres/stores/contacts/merge-contacts";
import { lockContact } from "@galka/postgres/stores/contacts/undo-merge";
import { appendEvents } from "@galka/postgres/stores/events";
import { lockPeople } from "@galka/postgres/stores/receiving/people";
import { type ContactView, findContactView } from "@galka/postgres/stores/views/contact-list";
import { listConversationIdsOfContacts } from "@galka/postgres/stores/views/conversation-list";
import { lockWorkOf } from "@galka/postgres/stores/work/work-rows";
import type { App } from "../../app.ts";
import { followWork, rememberMoved } from "../work/save-work.ts";

export type MergeWish = { readonly winnerId: ContactId; readonly loserId: ContactId };

export type MergeRefused = Refused<"not-found"> | Refused<"forbidden"> | Refused<"same-contact">;

/**
 * Makes two contacts one, on a member's word. It can be undone.
 *
 * Whoever makes, moves or merges people waits for one another, so two merges at
 * once end as if one had come after the other: the later finds its loser gone
 * and is refused, and a message that comes in meanwhile is filed before or after.
 */
export async function mergePeople(
  app: App,
  member: Member,
  { winnerId, loserId }: MergeWish,
): Promise<ContactView | MergeRefused> {
  if (!may(member, "contacts.erase")) return { refused: "forbidden" };
  if (winnerId === loserId) return { refused: "same-contact" };
  const { workspaceId } = member;
  const merged = await retrying(() =>
    inWorkspace(app.db, workspaceId, async (tx) => {
      await lockPeople(tx, workspaceId);
      const [first, second] = [winnerId, loserId].toSorted();
      const found = [
        await lockContact(tx, workspaceId, first ?? winnerId),
        await lockContact(tx, workspaceId, second ?? loserId),
      ];
      if (found.includes(null)) return { refused: "not-found" } as const;

      const now = app.clock.now();
      const desk = { app, tx, workspaceId, now };
      const touched = await listConversationIdsOfContacts(tx, workspaceId, [winnerId, loserId]);
      const before = await lockWorkOf(tx, workspaceId, touched);
      const merging = { workspaceId, now, newId: () => app.ids.next(), by: member.id };
      const events = await mergeContacts(tx, merging, [{ winner: winnerId, loser: loserId }]);
      await recordAudit(tx, workspaceId, now, [
        {
          id: app.ids.next(),
          by: byMember(member),
          action: "contacts-merged",
          subjectId: winnerId,
          before: { contactId: loserId },
          after: { contactId: winnerId },
        },
      ]);
      const shown = await listConversationIdsOfContacts(tx, workspaceId, [winnerId]);
      await rememberMoved(desk, byMember(member), before);
      const followed = await followWork(desk, shown);
      await appendEvents(tx, workspaceId, now, [
        ...events,
        { kind: "contact-changed", contactId: winnerId },
        ...followed,
      ]);
      const contact = await findContactView(tx, workspaceId, winnerId);
      if (!contact) throw new Error("A contact that was just merged into is gone.");
      return contact;
    }),
  );
  if (!("refused" in merged)) app.wake.tell("events", workspaceId);
  return merged;
}
