import type { IncomingIdentity, IncomingMessage } from "@galka/core/messages/incoming";
import { lockReports } from "@galka/postgres/stores/receiving/orphans";
import { listConversationIdsOfContacts } from "@galka/postgres/stores/views/conversation-list";
import { noteHeard } from "@galka/postgres/stores/channel-state";
import type { NewEvent } from "@galka/postgres/stores/events";
import { applyFacts } from "./apply-facts.ts";
import { applyMarks } from "./apply-marks.ts";
import { applyMessages } from "./apply-messages.ts";
import { applyPeople } from "./apply-people.ts";
import { applyStatuses } from "./apply-statuses.ts";
import { takeReports } from "./orphan-reports.ts";
import { type Batch, type Member, ofKind } from "./batch.ts";

type Notice = {
  /** Whose it is was found out for the member that it is about. */
  readonly about: Member<IncomingIdentity>;
  readonly line: Member<IncomingMessage>;
};

/**
 * Applies what a channel told to one workspace, set by set.
 *
 * Nothing depends on the order in which it was told, nor on how often: every
 * step adds what is not there yet, or moves forward what is. What concerns a
 * message that is not known yet is kept until it is.
 */
export async function applyMembers(batch: Batch, members: readonly Member[]): Promise<void> {
  const { tx, workspaceId } = batch;
  await lockReports(
    tx,
    workspaceId,
    members.map(({ channelId }) => channelId),
  );
  const people = await applyPeople(batch, members);
  const notices = noticesOf(members);
  const said = [...ofKind(members, "message"), ...notices.map(({ line }) => line)];
  const aboutOf = new Map<Member, Member>(notices.map(({ line, about }) => [line, about]));
  const known = await applyMessages(batch, said, (it) => people(aboutOf.get(it) ?? it));
  const waiting = await takeReports(batch, known);
  await applyMarks(batch, [...waiting.marks, ...members]);
  await applyStatuses(batch, [...waiting.statuses, ...ofKind(members, "status")]);
  await applyFacts(batch, members);
  await tellHeard(batch, members);
  await tellThreadsOfPeople(batch);
}

/** The page shows when a number was heard last, and learns of it like of everything else. */
async function tellHeard(
  { tx, workspaceId, now, events }: Batch,
  members: readonly Member[],
): Promise<void> {
  const ids = [...new Set(members.map(({ channelId }) => channelId))];
  const told = new Set(
    events.flatMap((it) => (it.kind === "channel-changed" ? [it.channelId] : [])),
  );
  for (const channelId of await noteHeard(tx, workspaceId, ids, now)) {
    if (!told.has(channelId)) events.push({ kind: "channel-changed", channelId });
  }
}

/** What the channel says about a changed number or id, as a line in the thread. */
function noticesOf(members: readonly Member[]): Notice[] {
  return ofKind(members, "identity").flatMap((about) => {
    const { notice, person, at } = about.incoming;
    if (notice === null) return [];
    const incoming: IncomingMessage = {
      kind: "message",
      direction: "in",
      person,
      wamid: notice.wamid,
      at,
      content: { kind: "notice", text: notice.text },
      files: [],
      replyToWamid: null,
      status: "received",
      speaks: false,
      told: "live",
    };
    return [{ about, line: { ...about, incoming } }];
  });
}

/** A thread shows who it is with: when that changes, it has changed too. */
async function tellThreadsOfPeople({ tx, workspaceId, events }: Batch): Promise<void> {
  const contactIds = events.flatMap(({ kind, contactId }) =>
    kind === "contact-changed" && contactId !== undefined ? [contactId] : [],
  );
  if (contactIds.length === 0) return;
  const told = new Set(events.map(({ conversationId }) => conversationId));
  const ids = await listConversationIdsOfContacts(tx, workspaceId, contactIds);
  for (const conversationId of ids) {
    if (!told.has(conversationId)) events.push({ kind: "conversation-changed", conversationId });
  }
}

/** Each thing once, and a change of what was just added not at all: an event carries the thing as it is. */
export function distinctEvents(events: readonly NewEvent[]): NewEvent[] {
  const added = new Set(
    events.flatMap((event) => (event.kind === "message-added" ? [event.messageId] : [])),
  );
  const gone = new Set(
    events.flatMap((it) => (it.kind === "conversation-removed" ? [it.conversationId] : [])),
  );
  const seen = new Set<string>();
  return events.filter((event) => {
    if (event.kind === "message-changed" && added.has(event.messageId)) return false;
    if (event.kind !== "conversation-removed" && gone.has(event.conversationId)) return false;
    const key = JSON.stringify(event);
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst;
  });
}
