import { type ConversationId, idOf } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { withMaskedPhones } from "@galka/core/contacts/mask";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { listMembers } from "@galka/postgres/stores/members";
import { findChannelView } from "@galka/postgres/stores/views/channel-list";
import { loadHours } from "@galka/postgres/stores/work/hours";
import {
  type ConversationView,
  loadConversationViews,
} from "@galka/postgres/stores/views/conversation-list";
import {
  type MessageQuery,
  type MessageView,
  listMessages,
} from "@galka/postgres/stores/views/message-list";
import type { Page, TimeCursor } from "@galka/postgres/stores/views/page";
import type { App } from "../../app.ts";

/** A conversation on its way out: who is in it, and its messages from the first to the last, page by page. */
export type ConversationExport = {
  readonly conversation: ConversationView;
  readonly memberNames: ReadonlyMap<string, string>;
  readonly channelName: string;
  /** The office's; UTC while nobody wrote it down. */
  readonly timeZone: string;
  readonly exportedBy: string;
  readonly exportedAt: Date;
  readonly pages: AsyncIterable<readonly MessageView[]>;
};

/**
 * Opens a conversation for being carried out of Galka, and remembers who did it.
 *
 * It is read as it is taken, a page at a time, so the longest one costs no more
 * memory than the shortest; what is written meanwhile may be in it. Whoever may
 * not see whole numbers gets them masked here as well.
 */
export async function exportConversation(
  app: App,
  member: Member,
  id: ConversationId,
): Promise<ConversationExport | Refused<"forbidden"> | Refused<"not-found">> {
  const isAllowed = may(member, "contacts.export") && may(member, "conversations.read");
  if (!isAllowed) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const [found] = await loadConversationViews(tx, workspaceId, [id]);
    if (!found) return { refused: "not-found" };
    const { contact } = found;
    const seen = may(member, "contacts.phones") ? contact : withMaskedPhones(contact);
    const conversation = { ...found, contact: { ...seen, createdAt: contact.createdAt } };
    const members = await listMembers(tx, workspaceId);
    const entry = { id: app.ids.next<"audit">(), by: byMember(member), subjectId: id };
    const exportedAt = app.clock.now();
    await recordAudit(tx, workspaceId, exportedAt, [{ ...entry, action: "conversation-exported" }]);
    const memberNames = new Map(members.map((it) => [it.id, it.name]));
    const channel = await findChannelView(tx, workspaceId, idOf(found.channelId));
    const hours = await loadHours(tx, workspaceId);
    return {
      conversation,
      memberNames,
      channelName: channel?.name ?? "",
      timeZone: hours.office?.timeZone ?? "UTC",
      exportedBy: member.name,
      exportedAt,
      pages: pagesOf(app, member, id),
    };
  });
}

const PER_PAGE = 500;
const BEGINNING: TimeCursor = {
  at: new Date(0),
  id: idOf<"message">("00000000-0000-0000-0000-000000000000"),
};

async function* pagesOf(
  app: App,
  { workspaceId }: Member,
  conversationId: ConversationId,
): AsyncGenerator<readonly MessageView[]> {
  let cursor: TimeCursor | null = BEGINNING;
  while (cursor !== null) {
    const from: Exclude<MessageQuery["from"], undefined> = { cursor, direction: "newer" };
    const page: Page<MessageView, TimeCursor> = await inWorkspace(app.db, workspaceId, (tx) =>
      listMessages(tx, workspaceId, { conversationId, limit: PER_PAGE, from }),
    );
    yield page.items.toReversed();
    cursor = page.next;
  }
}
