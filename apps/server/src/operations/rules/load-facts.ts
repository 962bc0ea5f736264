import type { Facts, Memory, Occurrence } from "@galka/core/automations/facts";
import { LINES_KEPT } from "@galka/core/automations/replay";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { searchableText } from "@galka/core/messages/searchable";
import type { Tx } from "@galka/postgres/database";
import {
  type ConversationMemory,
  loadConversationMemories,
} from "@galka/postgres/stores/rules/firings";
import type { DueOccurrence } from "@galka/postgres/stores/rules/occurrences";
import {
  type RuleConversation,
  type RuleLine,
  type RuleMessage,
  loadRuleLines,
  loadRuleMessages,
  lockRuleConversations,
} from "@galka/postgres/stores/rules/rule-facts";
import { contactFactsOf } from "./contact-facts.ts";

export type FoundFacts = {
  readonly due: DueOccurrence;
  readonly conversation: RuleConversation;
  readonly facts: Facts;
};

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * Locks the conversations of these occurrences and loads all that a decision
 * about them depends on. What is gone since is left out.
 */
export async function loadFacts(
  tx: Tx,
  workspaceId: WorkspaceId,
  now: Date,
  due: readonly DueOccurrence[],
): Promise<FoundFacts[]> {
  const dayAgo = new Date(now.getTime() - 24 * HOUR_MS);
  const conversationIds = due.map(({ conversationId }) => conversationId);
  const messageIds = due.map(({ messageId }) => messageId);
  const conversations = await lockRuleConversations(tx, workspaceId, conversationIds);
  const messages = await loadRuleMessages(tx, workspaceId, messageIds);
  const lines = await loadRuleLines(tx, workspaceId, messageIds, { dayAgo, most: LINES_KEPT });
  const memories = await loadConversationMemories(tx, workspaceId, conversationIds, dayAgo);

  const conversationOf = new Map(conversations.map((it) => [it.id, it]));
  const messageOf = new Map(messages.map((it) => [it.id, it]));
  const memoryOf = new Map(memories.map((it) => [it.conversationId, it]));
  const linesOf = Map.groupBy(lines, ({ conversationId }) => conversationId);
  return due.flatMap((one) => {
    const conversation = conversationOf.get(one.conversationId);
    const message = messageOf.get(one.messageId);
    const memory = memoryOf.get(one.conversationId);
    if (!conversation || !message || message.isGone || !memory) return [];
    const remembered = presentMemory(memory, linesOf.get(conversation.id) ?? []);
    const facts = factsOf(one, conversation, message, remembered);
    return [{ due: one, conversation, facts }];
  });
}

function presentMemory(
  { firedAt, sentAt, lastFiredAt }: ConversationMemory,
  lines: readonly RuleLine[],
): Memory {
  return {
    lines: lines.map(({ from, content, at }) => ({ from, text: searchableText(content), at })),
    firedAt,
    sentAt,
    lastFiredAt,
    // Counted over all conversations, so by whoever looks at all of them.
    firedInHour: new Map(),
  };
}

function factsOf(
  due: DueOccurrence,
  conversation: RuleConversation,
  message: RuleMessage,
  memory: Memory,
): Facts {
  const { channelId, lastInboundAt, state, priority, assigneeId, teamId, labelIds } = conversation;
  const occurrence = occurrenceOf(due, message);
  return {
    occurrence,
    channelId,
    contact: contactFactsOf(conversation),
    work: { state, priority, assigneeId, teamId, labelIds },
    lastInboundAt,
    previousInboundAt: message.previousInboundAt,
    memory,
  };
}

function occurrenceOf({ kind, afterMinutes }: DueOccurrence, message: RuleMessage): Occurrence {
  const { id: messageId, at, content } = message;
  if (kind === "message") return { kind, messageId, at, text: searchableText(content) };
  const stillSilent =
    kind === "member-silent"
      ? beginsToWait(message, afterMinutes) && !message.memberSince
      : !message.memberSince && !message.contactSince;
  return { kind, messageId, at, afterMinutes, stillSilent };
}

/** As `replay` has it: of what a contact writes while they wait already, only the first counts. */
function beginsToWait({ at, beforeAt, beforeDirection }: RuleMessage, minutes: number): boolean {
  if (beforeAt === null || beforeDirection !== "in") return true;
  return at.getTime() - beforeAt.getTime() >= minutes * MINUTE_MS;
}
