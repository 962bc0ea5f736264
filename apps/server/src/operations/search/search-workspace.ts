import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import {
  type FoundContact,
  type FoundMessage,
  searchContacts,
  searchMessages,
} from "@galka/postgres/stores/views/search";
import type { App } from "../../app.ts";

export type Found = {
  readonly contacts: readonly FoundContact[];
  readonly messages: readonly FoundMessage[];
};

/** Contacts and messages that have to do with `text`, the best of each first. */
export async function searchWorkspace(
  app: App,
  member: Member,
  text: string,
  limit: number,
): Promise<Found | Refused<"forbidden">> {
  if (!may(member, "conversations.read")) return { refused: "forbidden" };
  if (text.trim() === "") return { contacts: [], messages: [] };
  return inWorkspace(app.db, member.workspaceId, async (tx) => ({
    contacts: may(member, "contacts.read")
      ? await searchContacts(
          tx,
          member.workspaceId,
          { text, byNumber: may(member, "contacts.phones") },
          limit,
        )
      : [],
    messages: await searchMessages(tx, member.workspaceId, text, limit),
  }));
}
